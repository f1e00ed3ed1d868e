public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The funding summary of a scope: asks a ledger what the report needs, and makes the report.
public struct SummariseFunding: Hashable, Sendable {
  /// The scope, by its path; nil means the only one directly below global, else global.
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
  /// - Throws: ``Refusal`` for a scope that is not declared; `MoneyError.overflow`; what reading the ledger throws.
  public func summary(of ledger: some Ledger) throws -> FundingSummary {
    let names = ledger.names.asOf(asOf, known: known)
    let scope = try scope.map { try names.requireScope($0) } ?? names.mainScope
    let year = year ?? BudgetYear(of: asOf)
    var material = FundingSummary.Material(
      scope: scope, year: year, basis: basis, names: names,
      stamp: try ledger.stamp(asOf: asOf, known: known))
    let funding: Set<PositionRow.Measure> = [basis.measure, basis.movement]
    material.byDonor = try ledger.positions(
      query(scope, year, Set(PositionRow.Measure.allCases), .donor))
    material.byCategory = try ledger.positions(query(scope, year, funding, .category))
    material.byAgreement = try ledger.positions(
      query(scope, year, [.signed, .recorded], .reference))
    let ancestors = names.programme.lineage(of: scope).dropFirst()
    for ancestor in ancestors {
      material.above += try ledger.positions(query(ancestor, year, funding, .category, exact: true))
    }
    try addRemarks(to: &material, from: ledger, at: scope, below: Array(ancestors))
    material.showsAgreements = showsAgreements
    return try FundingSummary(material)
  }

  private func query(
    _ scope: ScopePath, _ year: BudgetYear, _ measures: Set<PositionRow.Measure>,
    _ breakdown: PositionQuery.Breakdown, exact: Bool = false
  ) -> PositionQuery {
    PositionQuery(
      scope: scope, isExact: exact, year: year, measures: measures, asOf: asOf, known: known,
      breakdown: breakdown)
  }

  private func addRemarks(
    to material: inout FundingSummary.Material, from ledger: some Ledger, at scope: ScopePath,
    below ancestors: [ScopePath]
  ) throws {
    for named in try ledger.facts(of: [.note, .acknowledgement])
    where named.fact.date <= asOf && (known.map { named.fact.entered <= $0 } ?? true) {
      switch named.fact.event {
      case .note(let note) where note.scope == scope:
        material.remarks.append(.init(date: named.fact.date, text: note.text))
      case .acknowledgement(let thanks)
      where (ancestors + [scope]).contains(thanks.scope)
        && BudgetYear(of: named.fact.date) == material.year:
        material.acknowledgements.append(thanks)
      default: break
      }
    }
    material.remarks.sort { $0.date < $1.date }
  }
}

extension LedgerNames {
  /// Where most ledgers keep everything: the only scope directly below global, else global itself.
  fileprivate var mainScope: ScopePath {
    let top = programme.children(of: .global)
    return top.count == 1 ? top[0].path : .global
  }

  /// The declared scope or situation of that path.
  /// - Throws: ``Refusal``.
  func requireScope(_ text: String) throws(Refusal) -> ScopePath {
    guard let path = ScopePath(text), programme.scope(path) != nil else {
      let known = programme.allScopes.map(\.path.text)
      throw Refusal(Fault(.scopeUnknown, text).suggesting(among: known))
    }
    return path
  }
}
