public import Bookkeeping
public import Diagnostics
public import Monetary

/// The books as they stand after some facts: all that is needed to decide the next one.
///
/// A book is folded from facts by ``post(_:id:)``, or, where it need not hold a whole ledger, by
/// ``restore(_:id:as:)``: with the declarations, the rates and the facts that speak of an agreement
/// it decides about that agreement exactly as the whole would, once it is told what the cash account
/// that is paid from holds.
public struct Book: Equatable, Sendable {
  /// The ledger's name, currency and rules.
  public let head: LedgerHead
  /// Scopes and situations.
  public internal(set) var programme = ProgrammeTree()
  /// Donors.
  public internal(set) var donors = DonorRegister()
  /// Accounts.
  public internal(set) var accounts: AccountChart
  /// Rates of exchange, all tables.
  public internal(set) var rates = RateTables()
  /// When each rate was learnt.
  var rateInstants: [ExchangeRate: Instant] = [:]
  /// Requirements, by scope and year.
  public internal(set) var requirements = RequirementRegister()
  /// Agreements, by reference.
  public internal(set) var agreements: [Reference: AgreementState] = [:]
  /// Pledges, by reference.
  public internal(set) var pledges: [Reference: PledgeState] = [:]
  /// What foreign cash accounts hold, and what the books carry for it.
  public internal(set) var cash: [CashPosition.Key: CashPosition] = [:]
  /// What all entries debit.
  var turnover = Turnover()
  /// How far the books are closed.
  public internal(set) var lock = PeriodLock()
  /// All facts posted so far, with what they came to.
  public private(set) var posted = PostedFacts()
  /// What was reversed, and by which fact.
  var reversals: [FactID: FactID] = [:]

  /// Makes an empty book.
  public init(head: LedgerHead) {
    self.head = head
    accounts = AccountChart(mustBeDeclared: head.accountsMustBeDeclared)
  }

  /// Decides what `fact` comes to, and takes it into the book.
  ///
  /// - Throws: The fault of the first rule that refuses it; the book is then as it was.
  /// - Returns: The fact with its entries and position rows.
  @discardableResult
  public mutating func post(_ fact: Fact, id: FactID) throws(Fault) -> PostedFact {
    try post(fact, id: id, as: nil)
  }

  /// Takes in a fact that was decided when more of the ledger was at hand: what it came to then stands.
  /// - Throws: The fault of a rule that would never have let it in.
  public mutating func restore(
    _ fact: Fact, id: FactID, as known: Consequence.Stored
  ) throws(Fault) {
    _ = try post(fact, id: id, as: known)
  }

  private mutating func post(
    _ fact: Fact, id: FactID, as known: Consequence.Stored?
  ) throws(Fault) -> PostedFact {
    guard fact.posted >= fact.date else {
      throw Fault(.postedBeforeDate, fact.posted.description, fact.date.description)
    }
    guard posted[id] == nil else {
      // An agreement's or a pledge's name that was not given is its reference.
      let isReference = fact.provenance.id == nil && fact.reference != nil
      let code: FaultCode = isReference ? .referenceDuplicate : .factDuplicate
      throw Fault(code, id.text)
    }
    var consequence = Consequence()
    if fact.kind.isDeclaration {
      try declare(fact)
    } else {
      if fact.kind.isBoundByLock, lock.isClosed(fact.posted) {
        throw Fault(
          .periodClosed, fact.posted.description, lock.closedThrough?.description ?? "",
          lock.firstOpenDay(from: fact.posted)?.description ?? "an open day")
      }
      try fact.event.requirePositiveAmounts()
      consequence = try decide(fact, id: id)
      if let known {
        consequence.entries = known.entries
        consequence.positions = known.positions
      }
      let turnover = try turnover(after: consequence, ofFactOf: fact.kind)
      let cash = cash(after: consequence)
      try remember(fact, id: id)
      fold(consequence, cash: cash)
      self.turnover = turnover
    }
    let result = PostedFact(fact: fact, id: id, consequence: consequence)
    posted.append(result)
    return result
  }

  /// The agreement of that reference as it stands.
  /// - Throws: `agreement-unknown`.
  public func agreement(_ reference: Reference) throws(Fault) -> AgreementState {
    guard let state = agreements[reference] else {
      throw Fault(.agreementUnknown, reference.text)
    }
    return state
  }

  /// What `amount` is worth in the book currency on `date`, by the ledger's own table.
  /// - Throws: `rate-missing`, `amount-overflow`.
  public func worth(_ amount: Money, on date: CalendarDate) throws(Fault) -> Money {
    let conversion = try conversion(of: amount.currency, on: date)
    return try refusing { () throws(MoneyError) in try conversion.converting(amount) }
  }

  /// The rates by which ``worth(_:on:)`` converts; none for the book currency itself.
  /// - Throws: `rate-missing`.
  public func conversion(
    of currency: Currency, on date: CalendarDate
  ) throws(Fault) -> Conversion {
    try refusing { () throws(MoneyError) in
      try rates.conversion(from: currency, to: head.currency, on: date, table: head.rates)
    }
  }

  private mutating func declare(_ fact: Fact) throws(Fault) {
    switch fact.event {
    case .scope(let scope): try programme.add(scope)
    case .situation(let situation): try programme.add(situation)
    case .donor(let donor): try donors.add(donor)
    case .merge(let merge): try donors.merge(merge, on: fact.date, entered: fact.entered)
    case .account(let account):
      guard accounts.declare(account) else { throw Fault(.accountDuplicate, account.text) }
    case .ledger(let other):
      guard other == head else { throw Fault(.ledgerDuplicate, other.name) }
    default: preconditionFailure("\(fact.kind) declares nothing")
    }
  }

  private func decide(_ fact: Fact, id: FactID) throws(Fault) -> Consequence {
    switch fact.event {
    case .opening(let opening): try consequence(of: opening, in: fact)
    case .requirement(let requirement): try consequence(of: requirement, in: fact, id: id)
    case .pledge(let pledge): try consequence(of: pledge, in: fact)
    case .agreement(let agreement): try consequence(of: agreement, in: fact)
    case .receipt(let receipt): try consequence(of: receipt, in: fact)
    case .allocation(let allocation): try consequence(of: allocation, in: fact)
    case .expenditure(let expenditure): try consequence(of: expenditure, in: fact)
    case .entry(let entry): try consequence(of: entry, in: fact)
    case .reversal(let reversal): try consequence(of: reversal, in: fact)
    case .rate, .close, .reopen: Consequence()
    case .acknowledgement(let acknowledgement): try consequence(of: acknowledgement)
    case .note(let note): try consequence(of: note)
    case .assert(let assertion): try consequence(of: assertion)
    case .ledger, .scope, .account, .donor, .situation, .merge:
      preconditionFailure("a declaration has no consequence")
    case .amendment, .fulfilled, .unidentified, .matched, .writeOff, .refund, .obligation, .inKind,
      .inKindUsed, .carryOver, .revaluation:
      throw Fault(.notYet, fact.kind.rawValue)
    }
  }
}
