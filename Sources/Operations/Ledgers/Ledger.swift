public import Bookkeeping
public import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// A ledger to read, whether its facts stand in a text or in a store: reports cannot tell.
public protocol Ledger {
  /// What it calls things.
  var names: LedgerNames { get }
  /// How far its books are closed.
  var lock: PeriodLock { get }

  /// What a report of the ledger is stamped with.
  func stamp(asOf: CalendarDate, known: Instant?) throws -> ReportStamp

  /// The rates by which amounts in some currencies are converted, by a table, on a day or later.
  func rates(
    of currencies: Set<Currency>, in table: RateTableName, since day: CalendarDate
  ) throws -> RateHistory

  /// Sums of the rows that answer a query; a ledger may tell them apart more finely than is asked.
  func positions(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) throws -> [PositionRow]

  /// The rows that answer a query, one by one.
  func rows(_ query: PositionQuery) throws -> [LearntRow]

  /// What each agreement received, used and has left to spend: of rows up to a day, and of exchange realised
  /// by facts posted up to it.
  func agreementSums(asOf: CalendarDate, known: Instant?) throws -> [Reference: AgreementSums]

  /// What accounts gained and lost up to a day, by month; all funds together unless told apart.
  func balances(asOf: CalendarDate, known: Instant?, byFund: Bool) throws -> [BalanceRow]

  /// The entries that a filter admits.
  func journal(_ filter: JournalListing.Filter) throws -> [JournalListing.Item]

  /// The entries of each of some agreements that a filter admits, as ``journal(_:)`` gives them for one.
  func journals(
    of agreements: Set<Reference>, _ filter: JournalListing.Filter
  ) throws -> [Reference: [JournalListing.Item]]

  /// The entries up to a day that post to one of some accounts or below it, in no order.
  func entries(
    on accounts: Set<AccountCode>, through day: CalendarDate, known: Instant?
  ) throws -> [JournalEntry]

  /// Facts of some kinds, in the order in which they apply.
  func facts(of kinds: Set<FactKind>) throws -> [NamedFact]

  /// Facts that speak of an agreement or a pledge, and the fact of that identifier, in order.
  func facts(about text: String) throws -> [NamedFact]

  /// An agreement as it stood on a day; nil where there was none yet, or where it was reversed by then.
  func standing(
    of reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> StandingAgreement?

  /// A pledge as it stood on a day; nil where there was none yet, or where it was reversed by then.
  func standing(
    ofPledge reference: Reference, asOf: CalendarDate, known: Instant?
  ) throws -> PledgeState?

  /// Who gives each part of the agreement that a fact signed, whether or not it was reversed, in the order
  /// of its parts.
  func donors(ofPartsIn agreement: FactID) throws -> [DonorID]

  /// How far the conditions of some agreements are met on a day; those that have none are left out.
  func conditions(
    of references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: [ConditionStanding]]

  /// What is told of each write-off and refund of some agreements that left less of one than was spent.
  func shortfalls(of references: Set<Reference>) throws -> [FactID: Fault]

  /// A fault of a fact as a diagnostic, with its place where the ledger is a text.
  func diagnostic(_ fault: Fault, of named: NamedFact) -> Diagnostic

  /// Accounts that were declared or posted to.
  func accounts() throws -> [AccountCode]

  /// The entries that a fact came to.
  func entries(of named: NamedFact) throws -> [JournalEntry]

  /// References of agreements and pledges, those of reversed ones included, in order.
  func references() throws -> [Reference]

  /// What the facts of some kinds are called, in the order in which they apply.
  func identifiers(of kinds: Set<FactKind>) throws -> [FactID]

  /// The kinds of the facts that are about a reference, or are what it refers to.
  func kinds(of reference: Reference) throws -> Set<FactKind>

  /// Notes on some scopes and situations, and thanks for money that lies there, each in order, with
  /// the reversals of any.
  func remarks(on scopes: Set<ScopePath>) throws -> [NamedFact]
}

extension Ledger {
  /// An agreement as it stands after all that is recorded; nil where there is none, or it was reversed.
  public func state(of reference: Reference) throws -> AgreementState? {
    try standing(of: reference, asOf: .latest, known: nil)?.state
  }

  /// What a reversal may name: the facts, or those of some kinds, of which each could be undone and none
  /// is.
  public func reversibleFacts(
    of kinds: Set<FactKind> = Set(FactKind.allCases)
  ) throws -> [FactID] {
    let reversed = Set(try facts(of: [.reversal]).compactMap(\.fact.target))
    return try identifiers(of: kinds.filter(\.isReversible)).filter { !reversed.contains($0) }
  }

  /// What money that came in unnamed is called, unless it was reversed; matched or not, in order.
  public func unidentified() throws -> [Reference] {
    let standing = Set(try reversibleFacts(of: [.unidentified]))
    return try facts(of: [.unidentified]).filter { standing.contains($0.id) }
      .compactMap(\.fact.reference)
  }
}

extension Ledger {
  /// The rates by which amounts are converted into the book currency and into each other, each on its day
  /// or later; none where all are in the book currency.
  func rates(
    of amounts: some Sequence<(currency: Currency, day: CalendarDate)>
  ) throws -> RateHistory {
    let head = names.head
    var currencies: Set = [head.currency]
    var first = CalendarDate.latest
    for amount in amounts {
      currencies.insert(amount.currency)
      first = min(first, amount.day)
    }
    guard currencies.count > 1 else { return RateHistory(by: head.rates) }
    return try rates(of: currencies, in: head.rates, since: first)
  }
}

extension Ledger {
  /// What is left to spend of the agreements whose amendments come into the funding records after the day, as
  /// the rule of spending has it: of what the records hold by then the least counts.
  func availableAfterAmendments(
    among facts: [Fact], asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: Int128] {
    var available: [Reference: Int128] = [:]
    for reference in facts.amendedInRecords(after: asOf) {
      available[reference] = try standing(of: reference, asOf: asOf, known: known)?
        .state.available(from: asOf)
    }
    return available
  }
}

extension [Fact] {
  /// The agreements of which some of `donors` signed one of the name, or finance a part, as amended.
  func agreements(of donors: Set<DonorID>) -> Set<Reference> {
    let signed = Set(compactMap { $0.kind == .agreement ? $0.reference : nil })
    return Set(
      compactMap { fact in
        donors.isDisjoint(with: fact.financingDonors) ? nil : fact.signedOrAmended(among: signed)
      })
  }
}

extension [NamedFact] {
  /// Those that stand on a day, as far as it was `known` by then: they count, and are not reversed.
  func standing(on day: CalendarDate, known: Instant?) -> [NamedFact] {
    let learnt = filter { $0.fact.counts(on: day, known: known) }
    let reversed = Set(learnt.compactMap(\.fact.target))
    return learnt.filter { !reversed.contains($0.id) }
  }
}

/// A fact and what it is called.
public struct NamedFact: Hashable, Sendable {
  /// Its identifier, given or made.
  public let id: FactID
  /// The fact.
  public let fact: Fact

  /// Makes a named fact.
  public init(id: FactID, fact: Fact) {
    self.id = id
    self.fact = fact
  }
}
