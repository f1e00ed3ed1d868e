import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting

/// A ledger whose reports bear one stamp, so that those of several can be compared whole.
struct Unstamped: Ledger {
  private let ledger: any Ledger

  init(_ ledger: any Ledger) {
    self.ledger = ledger
  }

  func stamp(asOf: CalendarDate, known: Instant?) throws -> ReportStamp {
    let stamp = try ledger.stamp(asOf: asOf, known: known)
    return ReportStamp(
      ledger: stamp.ledger, origin: .preview, facts: 0, asOf: stamp.asOf, known: nil,
      rates: stamp.rates)
  }

  /// A text knows the line of a fault, a store does not.
  func diagnostic(_ fault: Fault, of named: NamedFact) -> Diagnostic { Diagnostic(fault) }

  var names: LedgerNames { ledger.names }
  var lock: PeriodLock { ledger.lock }

  func rates(
    of currencies: Set<Currency>, in table: RateTableName, since day: CalendarDate
  ) throws -> RateHistory { try ledger.rates(of: currencies, in: table, since: day) }

  func positions(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) throws -> [PositionRow] { try ledger.positions(query, by: breakdown) }

  func rows(_ query: PositionQuery) throws -> [LearntRow] { try ledger.rows(query) }

  func agreementSums(
    asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: AgreementSums] { try ledger.agreementSums(asOf: asOf, known: known) }

  func balances(asOf: CalendarDate, known: Instant?, byFund: Bool) throws -> [BalanceRow] {
    try ledger.balances(asOf: asOf, known: known, byFund: byFund)
  }

  func journal(_ filter: JournalListing.Filter) throws -> [JournalListing.Item] {
    try ledger.journal(filter)
  }

  func journals(
    of agreements: Set<Reference>, _ filter: JournalListing.Filter
  ) throws -> [Reference: [JournalListing.Item]] { try ledger.journals(of: agreements, filter) }

  func entries(
    on accounts: Set<AccountCode>, through day: CalendarDate, known: Instant?
  ) throws -> [JournalEntry] { try ledger.entries(on: accounts, through: day, known: known) }

  func facts(of kinds: Set<FactKind>) throws -> [NamedFact] { try ledger.facts(of: kinds) }
  func facts(about text: String) throws -> [NamedFact] { try ledger.facts(about: text) }
  func standing(
    of reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> StandingAgreement? { try ledger.standing(of: reference, asOf: asOf, known: known) }
  func standing(
    ofPledge reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> PledgeState? {
    try ledger.standing(ofPledge: reference, asOf: asOf, known: known)
  }
  func conditions(
    of references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: [ConditionStanding]] {
    try ledger.conditions(of: references, asOf: asOf, known: known)
  }
  func shortfalls(of references: Set<Reference>) throws -> [FactID: Fault] {
    try ledger.shortfalls(of: references)
  }

  func accounts() throws -> [AccountCode] { try ledger.accounts() }
  func entries(of named: NamedFact) throws -> [JournalEntry] { try ledger.entries(of: named) }
  func references() throws -> [Reference] { try ledger.references() }
  func kinds(of reference: Reference) throws -> Set<FactKind> { try ledger.kinds(of: reference) }

  func donors(ofPartsIn agreement: FactID) throws -> [DonorID] {
    try ledger.donors(ofPartsIn: agreement)
  }

  func identifiers(of kinds: Set<FactKind>) throws -> [FactID] {
    try ledger.identifiers(of: kinds)
  }

  func remarks(on scopes: Set<ScopePath>) throws -> [NamedFact] { try ledger.remarks(on: scopes) }
}
