public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The gap of a scope: asks a ledger what the calculator needs, solves it, and makes the report.
public struct MeasureGap: Hashable, Sendable {
  /// The scope or situation, by its path; nil means the only scope directly below global, else global.
  public var scope: String?
  /// The budget year; nil means that of `asOf`.
  public var year: BudgetYear?
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// By when money counts.
  public var basis = FundingBasis.recorded
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// Whether money above the scope takes part as far as it may reach it.
  public var takesFlexible = false
  /// Whether what counting more or less comes to is shown.
  public var showsLadder = false
  /// The day from whose plan as little as can be is changed; nil for none.
  public var earlier: CalendarDate?

  /// Asks for the gap of `scope` on `asOf`.
  public init(scope: String?, asOf: CalendarDate) {
    self.scope = scope
    self.asOf = asOf
  }

  /// Makes the report from `ledger`.
  ///
  /// - Throws: ``Refusal`` for a scope that is not declared, or sums beyond 64 bits; `MoneyError`; what
  ///   reading the ledger throws.
  public func report(of ledger: some Ledger) throws -> GapReport { try measured(ledger).report }

  /// What each contribution gives to each line, and is proposed to give.
  /// - Throws: As ``report(of:)`` does.
  public func grid(of ledger: some Ledger) throws -> FundingGrid {
    let (report, solver) = try measured(ledger)
    return FundingGrid(try plan(of: report, by: solver, in: ledger).plan, in: report)
  }

  /// The plan that pays the fair share and, where an earlier day is told, changes the least of what the plan of that day
  /// left to do, which is given with it.
  /// - Throws: ``Refusal`` where that day is no earlier one; as ``report(of:)`` does.
  func plan(
    of report: GapReport, by solver: GapSolver, in ledger: some Ledger
  ) throws -> (plan: AllocationPlan, changed: AllocationPlan?) {
    guard let earlier else { return (solver.plan(), nil) }
    guard earlier <= asOf else {
      throw Refusal(Fault(.gapAgainst, earlier.description, asOf.description))
    }
    var before = self
    before.asOf = earlier
    before.year = report.year
    let (old, former) = try before.measured(ledger)
    let remaining = former.plan().remaining(of: old.gap.problem, in: report.gap.problem)
    return (solver.plan(changingLeast: remaining), remaining)
  }

  /// What to ask donors for.
  /// - Throws: As ``report(of:)`` does.
  public func asks(of ledger: some Ledger) throws -> AskReport {
    let (report, solver) = try measured(ledger)
    let list = AskList(solver, report.solution, expired: report.gap.expired)
    return AskReport(list, about: report)
  }

  /// Why a line cannot be filled, or a contribution cannot be used.
  ///
  /// - Parameters:
  ///   - text: A line, its scope, a contribution or its reference.
  ///   - ledger: The ledger.
  /// - Returns: The explanation.
  /// - Throws: ``Refusal`` where nothing is called so, or several are; as ``report(of:)`` does.
  public func explanation(of text: String, in ledger: some Ledger) throws -> GapExplanation {
    let (report, solver) = try measured(ledger)
    let lines = report.gap.lines.filter { $0.key == text || $0.value.scope.text == text }
    let sources = report.gap.sources.filter {
      $0.key == text || $0.value.reference.text == text
    }
    let names = Array(lines.keys) + Array(sources.keys)
    if names.isEmpty, report.solution.contributions.contains(where: { $0.id == text }) {
      return GapExplanation(.contribution(text), in: report, by: solver)
    }
    if lines[text] != nil || lines.count == 1 && sources.isEmpty {
      return GapExplanation(
        .line(lines[text] == nil ? names[0] : text), in: report, by: solver)
    }
    if sources[text] != nil || sources.count == 1 && lines.isEmpty {
      return GapExplanation(
        .contribution(sources[text] == nil ? names[0] : text), in: report, by: solver)
    }
    if names.isEmpty { try requireAbsence(of: text, from: ledger) }
    let all = Array(report.gap.lines.keys) + Array(report.gap.sources.keys)
    throw Refusal(
      names.isEmpty
        ? Fault(.gapUnknown, text).suggesting(among: all.sorted())
        : Fault(.gapAmbiguous, text, names.sorted().joined(separator: ", ")))
  }

  /// - Throws: `gap-pledge`, `gap-absent` for what the ledger has, and not the gap.
  private func requireAbsence(of text: String, from ledger: some Ledger) throws {
    if try isPledge(text, in: ledger) { throw Refusal(Fault(.gapPledge, text)) }
    let rows = try ledger.rows(
      PositionQuery(
        .inside, Area(of: .global), year: nil, measures: [.recorded], asOf: .latest, known: known)
    ).map(\.row).filter { $0.reference?.text == text }
    guard !rows.isEmpty else { return }
    let places = Dictionary(grouping: rows) { "\($0.year) at \($0.scope)" }.sorted {
      $0.key < $1.key
    }
    let words = places.map { place, rows in
      let since = rows.map(\.day).min() ?? asOf
      return since > asOf ? "\(place) from \(since) on" : place
    }
    throw Refusal(Fault(.gapAbsent, text, words.joined(separator: ", ")))
  }

  /// Whether a pledge that counts on the day is called so.
  private func isPledge(_ text: String, in ledger: some Ledger) throws -> Bool {
    try ledger.facts(of: [.pledge, .reversal]).standing(on: asOf, known: known).contains { named in
      guard case .pledge(let pledge) = named.fact.event else { return false }
      return pledge.reference.text == text
    }
  }

  /// The report, and what solved it.
  func measured(
    _ ledger: some Ledger
  ) throws -> (report: GapReport, solver: GapSolver) {
    var material = try material(of: ledger)
    material.takesFlexible = takesFlexible
    let names = ledger.names.asOf(asOf, known: known)
    let gap = LedgerGap(material)
    let solver = try solved(gap)
    let report = try GapReport(
      material, names: names, gap: gap, solver: solver,
      rungs: showsLadder ? try rungs(material, names.head.currency) : [],
      stamp: try ledger.stamp(asOf: asOf, known: known))
    return (report, solver)
  }

  private func solved(_ gap: LedgerGap) throws -> GapSolver {
    do throws(Fault) {
      return try GapSolver(gap.problem)
    } catch {
      throw Refusal(error)
    }
  }

  /// What tells how much money lies where, on every basis.
  private static let counted: Set<PositionRow.Measure> = [
    .recorded, .signed, .received, .allocated, .receivedAllocated, .carriedIn,
  ]

  /// What the ledger has to say.
  func material(of ledger: some Ledger) throws -> GapMaterial {
    let names = ledger.names.asOf(asOf, known: known)
    let area = try names.requireArea(scope ?? names.mainScope.text)
    var material = GapMaterial(
      area, year: year ?? BudgetYear(of: asOf), on: asOf, basis: basis, in: names.programme)
    func query(_ extent: PositionQuery.Extent, _ measures: Set<PositionRow.Measure>)
      -> PositionQuery
    {
      PositionQuery(
        extent, area, year: material.year, measures: measures, asOf: asOf, known: known)
    }
    let beside: Set<PositionRow.Measure> = [.requested, .spent, .supported, .pledged]
    material.rows = try ledger.rows(query(.inside, Self.counted.union(beside))).map(\.row)
    material.above = try ledger.rows(query(.above, Self.counted.union([.pledged]))).map(\.row)
    material.carriedOn = try [PositionQuery.Extent.inside, .above].flatMap { extent in
      try ledger.rows(
        PositionQuery(extent, area, year: nil, measures: [.carriedIn], asOf: asOf, known: known)
      ).map(\.row).filter { $0.year > material.year }
    }
    let facts = try ledger.facts(of: [.requirement, .inKind, .inKindUsed, .reversal])
      .standing(on: asOf, known: known)
    material.lines = BudgetLine.all(
      from: facts.map(\.fact), year: material.year, in: names.programme)
    material.agreements = try ledger.facts(of: [.agreement, .amendment]).map(\.fact)
      .filter { $0.counts(on: asOf, known: known) }
    try addElsewhere(to: &material, of: ledger)
    material.goods = try goods(of: ledger, in: material.year, among: facts)
    return material
  }

  /// Adds what agreements that have money above, or limits, have and use elsewhere and in other years.
  private func addElsewhere(to material: inout GapMaterial, of ledger: some Ledger) throws {
    let limited = material.agreementsWithLimits
    let reaching =
      takesFlexible || showsLadder ? Set(material.above.compactMap(\.reference)) : []
    func rows(
      of references: Set<Reference>, _ measures: Set<PositionRow.Measure>, in year: BudgetYear?
    ) throws -> [PositionRow] {
      guard !references.isEmpty else { return [] }
      return try ledger.rows(
        PositionQuery(
          .inside, Area(of: .global), year: year, measures: measures, asOf: asOf, known: known)
      ).map(\.row).filter { $0.reference.map(references.contains) ?? false }
    }
    let uses: Set<PositionRow.Measure> = [.spent, .supported]
    material.elsewhere = try rows(
      of: limited.union(reaching), Self.counted.union(uses), in: material.year
    ).filter { row in
      let relation = material.relation(of: row.scope, row.reach)
      return relation == .elsewhere || relation == .above && uses.contains(row.measure)
    }
    material.otherYears = try rows(of: limited, uses.union([.allocated]), in: nil)
      .filter { $0.year != material.year }
  }

  /// Goods that are there for a year, since they were delivered by then and used in no year before, and what was
  /// used of them in it.
  private func goods(
    of ledger: some Ledger, in year: BudgetYear, among facts: [NamedFact]
  ) throws -> [GapMaterial.Goods] {
    try facts.compactMap { named in
      let isEarlier = BudgetYear(of: named.fact.date) < year
      guard isEarlier || BudgetYear(of: named.fact.date) == year else { return nil }
      switch named.fact.event {
      case .inKind(let gift):
        return .init(of: gift.agreement, book: try worth(of: named, in: ledger))
      case .inKindUsed(let use) where isEarlier:
        return .init(of: use.agreement, book: -(try worth(of: named, in: ledger)))
      case .inKindUsed(let use):
        return .init(
          of: use.agreement, usedOn: use.scope, book: try worth(of: named, in: ledger))
      default: return nil
      }
    }
  }

  /// What the debits of a fact's entries come to, in minor units of the book currency.
  private func worth(of named: NamedFact, in ledger: some Ledger) throws -> Int64 {
    try ledger.entries(of: named).lazy.flatMap(\.postings).filter { $0.side == .debit }
      .reduce(0) { $0 + $1.book.minorUnits }
  }

  /// What counting more and more comes to: what was received, what is counted on the basis, pledges with
  /// it, and money above the scope with these.
  private func rungs(
    _ material: GapMaterial, _ currency: Currency
  ) throws -> [GapReport.Rung] {
    let committed = basis == .received ? FundingBasis.recorded : basis
    let steps: [(name: String, FundingBasis, pledges: Bool, flexible: Bool)] = [
      ("received", .received, false, false),
      ("and \(committed.rawValue)", committed, false, false),
      ("and pledged", committed, true, false),
      ("and flexible money above", committed, true, true),
    ]
    return try steps.map { name, basis, pledges, flexible in
      var step = material.on(basis)
      step.takesPledges = pledges
      step.takesFlexible = flexible
      let solver = try solved(LedgerGap(step))
      return GapReport.Rung(
        name, funded: Money(minorUnits: solver.funded, of: currency),
        hardGap: Money(minorUnits: solver.hardGap, of: currency),
        stranded: Money(minorUnits: solver.stranded, of: currency))
    }
  }
}
