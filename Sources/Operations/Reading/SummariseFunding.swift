public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The funding summary of a scope: asks a ledger what the report needs, and makes the report.
public struct SummariseFunding: Hashable, Sendable {
  /// The scope or situation, by its path; nil means the only scope directly below global, else global.
  public var scope: String?
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// The budget year; nil means that of `asOf`.
  public var year: BudgetYear?
  /// By when money counts as funded.
  public var basis: FundingBasis
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// Whether agreements are listed.
  public var showsAgreements: Bool

  /// Asks for the summary of `scope` on `asOf`.
  public init(
    scope: String?, asOf: CalendarDate, year: BudgetYear? = nil, basis: FundingBasis = .recorded,
    known: Instant? = nil, showsAgreements: Bool = false
  ) {
    self.scope = scope
    self.asOf = asOf
    self.year = year
    self.basis = basis
    self.known = known
    self.showsAgreements = showsAgreements
  }

  /// Makes the summary from `ledger`.
  /// - Throws: ``Refusal`` for a scope that is not declared; `MoneyError.sumOverflow`; what reading
  ///   the ledger throws.
  public func summary(of ledger: some Ledger) throws -> FundingSummary {
    let names = ledger.names.asOf(asOf, known: known)
    let area = try names.requireArea(scope ?? names.mainScope.text)
    let year = year ?? BudgetYear(of: asOf)
    var material = FundingSummary.Material(
      area: area, year: year, basis: basis, names: names,
      stamp: try ledger.stamp(asOf: asOf, known: known))
    func query(
      _ measures: Set<PositionRow.Measure>, _ extent: PositionQuery.Extent = .inside,
      year: BudgetYear? = year
    ) -> PositionQuery {
      PositionQuery(extent, area, year: year, measures: measures, asOf: asOf, known: known)
    }
    let funding: Set<PositionRow.Measure> = [basis.measure, basis.movement, .carriedIn]
    let all = Set(PositionRow.Measure.allCases)
    material.byDonor = try ledger.positions(query(all), by: .donor)
    material.byCategory = try ledger.positions(query(funding), by: .category)
    material.above = try ledger.positions(query(funding, .above), by: .category)
    material.byAgreement = try ledger.rows(query(funding.union([.signed, .recorded])))
    let measures = Set(material.byAgreement.map(\.row.measure))
    if measures.contains(basis.movement) {
      material.signingsElsewhere = try ledger.rows(query([.signed], .above))
    }
    if measures.contains(.carriedIn) {
      material.signingsElsewhere += try ledger.rows(query([.signed], year: nil))
      material.signingsElsewhere += try ledger.rows(query([.signed], .above, year: nil))
    }
    let signings = (material.byAgreement + material.signingsElsewhere).map(\.row)
      .filter { $0.measure == .signed && $0.amount.currency != names.head.currency }
    material.rates = try ledger.rates(of: signings.map { ($0.amount.currency, $0.day) })
    if FundingPosition(material.byDonor).isZero {
      let rows = try ledger.positions(query(all, year: nil), by: .category)
      let years = FundingPosition.grouped(rows, by: \.year)
      material.otherYears = years.filter { !$0.value.isZero }.keys.sorted()
    }
    try addRemarks(to: &material, from: ledger)
    material.showsAgreements = showsAgreements
    if showsAgreements { material.agreementNotes = try agreementNotes(in: ledger) }
    return try FundingSummary(material)
  }

  /// What is remarked on agreements; of one whose name was given again, what is remarked on the last.
  private func agreementNotes(in ledger: some Ledger) throws -> [Reference: String] {
    var notes: [Reference: String] = [:]
    for fact in try ledger.facts(of: [.agreement]).map(\.fact)
    where known.map({ fact.entered <= $0 }) ?? true {
      if let reference = fact.reference { notes[reference] = fact.provenance.note }
    }
    return notes
  }

  /// Adds remarks on the area, and thanks for money that lies there or above.
  private func addRemarks(
    to material: inout FundingSummary.Material, from ledger: some Ledger
  ) throws {
    let programme = material.names.programme
    let thanked = Set(material.area.roots.flatMap(programme.lineage)).union([material.area.path])
    for fact in try ledger.remarks(on: thanked).standing(on: asOf, known: known).map(\.fact) {
      switch fact.event {
      case .note(let note) where note.scope == material.area.path:
        material.remarks.append(.init(date: fact.date, text: note.text))
      case .acknowledgement(let thanks)
      where thanked.contains(thanks.scope) && BudgetYear(of: fact.date) == material.year:
        material.acknowledgements.append(thanks)
      default: break
      }
    }
    material.remarks.sort { $0.date < $1.date }
  }
}

extension LedgerNames {
  /// Where most ledgers keep everything: the only scope directly below global, else global itself.
  var mainScope: ScopePath {
    let top = programme.children(of: .global)
    return top.count == 1 ? top[0].path : .global
  }

  /// - Throws: ``Refusal``, `reference-not-known`, for what was `learnt` of later than what is known.
  func requireKnown(_ name: String, learnt: Instant?) throws(Refusal) {
    guard let known, let learnt else { return }
    throw Refusal(Fault(.referenceNotKnown, name, known.description, learnt.description))
  }

  /// The declared scope or situation of that path.
  /// - Throws: ``Refusal``.
  func requireArea(_ text: String) throws(Refusal) -> Area {
    let path = ScopePath(text)
    guard let path, let area = try? programme.area(of: path) else {
      try requireKnown(text, learnt: path.flatMap(laterLearning))
      throw Refusal(Fault(.scopeUnknown, text).suggesting(among: programme.allNames.map(\.text)))
    }
    return area
  }
}
