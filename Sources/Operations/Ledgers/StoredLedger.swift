import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Persistence
import Reporting

/// A ledger whose facts stand in a store, as it was at one moment.
final class StoredLedger: Ledger {
  private let held: HeldSnapshot
  /// What every report needs, loaded once; each loads the rest into a copy.
  private let loader: BookLoader
  private let base: Book
  private let head: ChainHead

  /// Opens the store at `path` to read.
  /// - Throws: `StoreError`; ``UnreadableFact`` where the store is damaged.
  init(path: String) throws {
    held = try HeldSnapshot(Store.open(path: path, for: .reading))
    head = try held.snapshot.head()
    loader = try BookLoader(held.snapshot)
    base = try loader.book()
  }

  var names: LedgerNames { LedgerNames(of: base) }
  var lock: PeriodLock { base.lock }

  func stamp(asOf: CalendarDate, known: Instant?) -> ReportStamp {
    ReportStamp(
      ledger: base.head.name, origin: .store(head: head.printed), facts: Int(head.count),
      asOf: asOf, known: known, rates: base.head.rates)
  }

  func rates(
    of currencies: Set<Currency>, in table: RateTableName, since day: CalendarDate
  ) throws -> RateHistory {
    var loader = loader
    try loader.loadRates(of: currencies, in: table, since: day, from: held.snapshot)
    return RateHistory(of: try loader.book(), by: table)
  }

  func positions(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) throws -> [PositionRow] { try held.snapshot.positions(query, by: breakdown) }

  func rows(_ query: PositionQuery) throws -> [LearntRow] { try held.snapshot.rows(query) }

  func agreementSums(
    asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: AgreementSums] {
    try held.snapshot.agreementSums(asOf: asOf, known: known)
  }

  func balances(
    asOf: CalendarDate, known: Instant?, byFund: Bool
  ) throws -> [BalanceRow] {
    try held.snapshot.balances(asOf: asOf, known: known, byFund: byFund)
  }

  func journal(_ filter: JournalListing.Filter) throws -> [JournalListing.Item] {
    let agreements = try filter.donors.map(agreements(of:))
    var selection = JournalSelection()
    selection.from = filter.from
    selection.through = filter.to
    if let account = filter.account { selection.accounts = [account.text] }
    selection.fund = filter.fund
    selection.agreement = filter.agreement
    selection.known = filter.known
    var items: [JournalListing.Item] = []
    try held.snapshot.journal(selection) { record, entry in
      guard agreements?.speaks(of: entry) ?? true else { return }
      items.append(
        JournalListing.Item(id: record.header.id, fact: try record.fact(), entry: entry))
    }
    return items
  }

  /// - Complexity: O(*n*) in the entries that speak of the agreements.
  func journals(
    of agreements: Set<Reference>, _ filter: JournalListing.Filter
  ) throws -> [Reference: [JournalListing.Item]] {
    var journals: [Reference: [JournalListing.Item]] = [:]
    for reference in agreements {
      var own = filter
      own.agreement = reference
      let items = try journal(own)
      if !items.isEmpty { journals[reference] = items }
    }
    return journals
  }

  func entries(
    on accounts: Set<AccountCode>, through day: CalendarDate, known: Instant?
  ) throws -> [JournalEntry] {
    var selection = JournalSelection()
    selection.accounts = Set(accounts.map(\.text))
    selection.through = day
    selection.known = known
    var entries: [JournalEntry] = []
    try held.snapshot.entries(selection) { _, entry in entries.append(entry) }
    return entries
  }

  func facts(of kinds: Set<FactKind>) throws -> [NamedFact] {
    try named(kinds.count == FactKind.allCases.count ? .all : .kinds(kinds))
  }

  func facts(about text: String) throws -> [NamedFact] {
    guard let name = FactID(text) else { return [] }
    var found = try named(.id(name))
    for fact in try named(.mentioning(name)) where !found.contains(fact) { found.append(fact) }
    return found
  }

  func entries(of named: NamedFact) throws -> [JournalEntry] {
    try held.snapshot.entries(of: named.id)
  }

  func standing(
    of reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> StandingAgreement? {
    // Another kind of fact by that name has no state, and may not be posted without others.
    guard try kinds(of: reference).contains(.agreement) else { return nil }
    return try book(about: [FactID(of: reference)])
      .standing(of: reference, asOf: asOf, known: known)
  }

  func standing(
    ofPledge reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> PledgeState? {
    guard try kinds(of: reference).contains(.pledge) else { return nil }
    return try book(about: [FactID(of: reference)])
      .standing(ofPledge: reference, asOf: asOf, known: known)
  }

  func donors(ofPartsIn agreement: FactID) throws -> [DonorID] {
    try book(about: [agreement]).donors(ofPartsIn: agreement)
  }

  func conditions(
    of references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: [ConditionStanding]] {
    guard !references.isEmpty else { return [:] }
    return try book(about: references.sorted().map(FactID.init(of:)))
      .conditions(of: references, asOf: asOf, known: known)
  }

  func shortfalls(of references: Set<Reference>) throws -> [FactID: Fault] {
    guard !references.isEmpty else { return [:] }
    return try book(about: references.sorted().map(FactID.init(of:))).shortfalls
  }

  func diagnostic(_ fault: Fault, of named: NamedFact) -> Diagnostic { Diagnostic(fault) }

  func accounts() throws -> [AccountCode] {
    let posted = try held.snapshot.balances(asOf: CalendarDate.latest).map(\.account)
    return Set(posted).union(base.accounts.declared).sorted()
  }

  func references() throws -> [Reference] {
    try held.snapshot.references(of: [.agreement, .pledge])
  }

  func identifiers(of kinds: Set<FactKind>) throws -> [FactID] {
    try held.snapshot.identifiers(of: kinds)
  }

  func kinds(of reference: Reference) throws -> Set<FactKind> {
    try held.snapshot.kinds(of: reference)
  }

  func remarks(on scopes: Set<ScopePath>) throws -> [NamedFact] {
    let remarks = try scopes.sorted().flatMap { try named(.mentioning(FactID(remarkedOn: $0))) }
    return try remarks + remarks.flatMap { try named(.mentioning($0.id)) }
  }

  /// As much of the ledger as speaks of what bears some names.
  private func book(about names: [FactID]) throws -> Book {
    var loader = loader
    try loader.loadWithRates(names, from: held.snapshot)
    return try loader.book()
  }

  private func named(_ selection: FactSelection) throws -> [NamedFact] {
    var facts: [NamedFact] = []
    try held.snapshot.facts(selection) {
      facts.append(NamedFact(id: $0.header.id, fact: try $0.fact()))
    }
    return facts
  }

  private func agreements(of donors: Set<DonorID>) throws -> Set<Reference> {
    try facts(of: [.agreement, .amendment]).map(\.fact).agreements(of: donors)
  }
}
