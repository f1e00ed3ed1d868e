public import Bookkeeping
import Diagnostics
public import Funding
import Monetary
public import Reporting

/// What a month did to the funding of a scope: asks a ledger what the report needs, and makes it.
public struct FollowMonth: Hashable, Sendable {
  /// The month.
  public var month: AccountingMonth
  /// The budget year whose funding is followed; nil means that of the month.
  public var year: BudgetYear?
  /// The scope or situation, by its path; nil as for ``SummariseFunding``.
  public var scope: String?
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for a month of a scope.
  public init(
    _ month: AccountingMonth, year: BudgetYear? = nil, scope: String? = nil, known: Instant? = nil
  ) {
    self.month = month
    self.year = year
    self.scope = scope
    self.known = known
  }

  /// Makes the report from `ledger`.
  /// - Throws: ``Refusal`` for a scope that is not declared; `MoneyError.sumOverflow`; what reading the
  ///   ledger throws.
  public func report(of ledger: some Ledger) throws -> MonthlyFunding {
    let last = month.lastDay
    let names = ledger.names.asOf(last, known: known)
    let area = try names.requireArea(scope ?? names.mainScope.text)
    var material = try money(in: area, of: ledger, names)
    let first = (month.previous ?? month).firstDay
    material.fundings = try items(posting: .funded, from: first, of: ledger)
    material.signings = try items(posting: .signed, from: first, of: ledger)
    material.refunds = try items(posting: .refundsDue, from: first, of: ledger)
    material.hasEverything = names.hasEverything(in: area)
    // Those that were signed for a place in the area, for any year, or whose money came there.
    let agreements = Set(material.rows.compactMap(\.reference))
    let entries = try items(from: month.firstDay, of: ledger)
    material.entries = entries.about(area, of: agreements, in: names)
    material.revaluedAt = try revaluation(
      among: entries, closed: !material.isProvisional, of: ledger)
    if material.revaluedAt != nil {
      let hasEverything = material.hasEverything
      material.revalued = try OpenCurrencies(of: ledger, asOf: last, known: known).open(
        atEndOf: month
      ) { fund in fund.agreement.map(agreements.contains) ?? hasEverything }
    }
    material.unidentified = try ledger.unidentified(in: material.entries)
    material.rates = try ledger.rates(
      ofEntries: material.entries, matching: material.unidentified,
      and: material.revalued.map { ($0, last) })
    material.undone = try facts(
      undoneBy: material.fundings + material.signings + material.refunds
        + material.entries.filter(\.isLate), in: ledger)
    return try MonthlyFunding(material)
  }

  /// What moved what was received and not spent in an area up to the month's end; the rest is empty.
  func money(
    in area: Area, of ledger: some Ledger, _ names: LedgerNames
  ) throws -> MonthlyFunding.Material {
    let last = month.lastDay
    let lock = try ledger.lock(known: known)
    var material = MonthlyFunding.Material(
      area: area, month: month, year: year ?? BudgetYear(of: last),
      isProvisional: !lock.isClosed(last), names: names,
      stamp: try ledger.stamp(asOf: last, known: known))
    material.rows = try ledger.rows(
      PositionQuery(
        .inside, area, year: nil,
        measures: Set(PositionRow.Measure.allCases), asOf: last, known: known)
    ).map(\.row)
    material.costs = try ledger.entries(
      on: [.exchangeGain, .exchangeLoss, .bankCharges], through: last, known: known)
    material.claims = try ledger.entries(
      on: [.receivable, .refundsDue, .signed], through: last, known: known)
    material.byHand = try byHand(of: ledger)
    material.whole = try whole(of: Set(material.rows.compactMap(\.reference)), in: ledger)
    return material
  }

  private func items(
    posting account: AccountCode? = nil, from first: CalendarDate? = nil, of ledger: some Ledger
  ) throws -> [JournalListing.Item] {
    var filter = JournalListing.Filter()
    filter.account = account.flatMap { AccountFamily($0.text) }
    filter.from = first
    filter.to = month.lastDay
    filter.known = known
    return try ledger.journal(filter)
  }

  /// By when the rates were known at which what was open at the month's end was taken: those of its
  /// revaluation or, where that came to nothing, of its closing; nil where it was not taken yet.
  private func revaluation(
    among entries: [JournalListing.Item], closed: Bool, of ledger: some Ledger
  ) throws -> Instant? {
    let revalued = entries.filter { $0.entry.occasion == .revalued }.map(\.fact.entered).max()
    guard revalued == nil, closed else { return revalued }
    guard let known else { return try ledger.closing(of: month) }
    // Since then it may have been opened again.
    return min(known, (try? ledger.closing(of: month)) ?? known)
  }

  /// Entries by hand and opening balances, and those by which some were undone.
  private func byHand(of ledger: some Ledger) throws -> [JournalEntry] {
    let facts = try ledger.facts(of: [.entry, .opening, .reversal])
      .filter { $0.fact.counts(on: month.lastDay, known: known) }
    let stated = Set(facts.filter { $0.fact.kind != .reversal }.map(\.id))
    return try facts.filter { $0.fact.target.map(stated.contains) ?? true }
      .flatMap { try ledger.entries(of: $0) }.filter { $0.date <= month.lastDay }
  }

  /// What is recorded, received and spent of agreements, wherever it lies.
  private func whole(
    of references: Set<Reference>, in ledger: some Ledger
  ) throws -> [PositionRow] {
    try ledger.rows(
      PositionQuery(
        .inside, Area(of: .global), year: nil,
        measures: [.recorded, .received, .spent, .supported], asOf: month.lastDay, known: known)
    ).map(\.row).filter { $0.reference.map(references.contains) == true }
  }

  /// The facts that some entries undo.
  private func facts(
    undoneBy items: [JournalListing.Item], in ledger: some Ledger
  ) throws -> [FactID: Fact] {
    var facts: [FactID: Fact] = [:]
    for target in Set(items.compactMap(\.fact.target)) {
      facts[target] = try ledger.facts(about: target.text).first { $0.id == target }?.fact
    }
    return facts
  }
}

extension [JournalListing.Item] {
  /// Those that are about an area: at a place in it or, where they name no place, of an agreement that has
  /// money there. What names neither is about the scope that has everything.
  fileprivate func about(
    _ area: Area, of agreements: Set<Reference>, in names: LedgerNames
  ) -> [JournalListing.Item] {
    let hasEverything = names.hasEverything(in: area)
    return filter { item in
      let scopes = item.entry.postings.compactMap(\.tags.scope)
      guard scopes.isEmpty else {
        return scopes.contains { scope in
          area.roots.contains { names.programme.contains(scope, in: $0) }
        }
      }
      let named = item.entry.postings.compactMap(\.tags.agreement)
      return named.isEmpty ? hasEverything : named.contains(where: agreements.contains)
    }
  }
}

extension LedgerNames {
  /// Whether what names neither a place nor an agreement is told with an area.
  fileprivate func hasEverything(in area: Area) -> Bool {
    [.global, mainScope].contains(area.path)
  }
}
