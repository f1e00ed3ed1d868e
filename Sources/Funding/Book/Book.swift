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
  /// The rates and when each was learnt, in the order in which they came; revised ones stay.
  public internal(set) var ratesLearnt: [LearntRate] = []
  /// Requirements, by scope and year.
  public internal(set) var requirements = RequirementRegister()
  /// When spending plans begin to count that were not reversed.
  var spendingPlans: Set<PlanDay> = []
  /// Agreements, by reference.
  public internal(set) var agreements: [Reference: AgreementState] = [:]
  /// Pledges, by reference.
  public internal(set) var pledges: [Reference: PledgeState] = [:]
  /// Money that nobody could name, by reference, and what is left of it.
  var unapplied: [Reference: UnappliedState] = [:]
  /// Obligations that were not reversed, by the facts that made them.
  var obligations: [FactID: ObligationState] = [:]
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
  /// - Throws: Every fault for which a rule refuses it, but none that only follows from another; the
  ///   book is then as it was.
  /// - Returns: The fact with its entries and position rows.
  @discardableResult
  public mutating func post(_ fact: Fact, id: FactID) throws(Faults) -> PostedFact {
    try post(fact, id: id, as: nil)
  }

  /// Decides again what a fact came to that a ledger holds, and takes it in; what is asked of the terms of new
  /// facts alone is not asked of it.
  /// - Throws: As ``post(_:id:)``.
  public mutating func repost(_ fact: Fact, id: FactID) throws(Faults) -> PostedFact {
    try post(fact, id: id, as: nil, isNew: false)
  }

  /// Takes in a fact that was decided when more of the ledger was at hand: what it came to then stands.
  /// - Throws: The faults for which the rules would never have let it in.
  public mutating func restore(
    _ fact: Fact, id: FactID, as known: Consequence.Stored
  ) throws(Faults) {
    _ = try post(fact, id: id, as: known)
  }

  /// What the rules have against `fact`, which is not taken in; nothing where they would take it.
  public func faults(of fact: Fact, id: FactID) -> [Fault] {
    var checks = Checks()
    do throws(Faults) {
      try check(fact, id: id, passing: &checks)
      if fact.kind.isDeclaration {
        var copy = self
        try copy.declare(fact, passing: checks)
      } else {
        _ = decide(fact, id: id, passing: &checks)
        checkTerms(of: fact, passing: &checks)
        try checks.conclude()
      }
      return []
    } catch {
      return error.all
    }
  }

  private mutating func post(
    _ fact: Fact, id: FactID, as known: Consequence.Stored?, isNew: Bool = true
  ) throws(Faults) -> PostedFact {
    var checks = Checks()
    try check(fact, id: id, passing: &checks)
    if known == nil { checks.run(try requireEntryOnItsDay(fact)) }
    var consequence = Consequence()
    if fact.kind.isDeclaration {
      try declare(fact, passing: checks)
    } else {
      let decided = decide(fact, id: id, passing: &checks)
      if known == nil {
        checks.run(try requireNewRate(fact))
        checks.run(try requirePlausibleRate(fact))
      }
      if known == nil, isNew { checkTerms(of: fact, passing: &checks) }
      consequence = try checks.conclude(with: decided)
      checks.run(try addReceivedAtFrozenRate(to: &consequence, of: fact))
      if known == nil, let rows = checks.value(try conditionalRows(by: consequence, of: fact)) {
        consequence.positions += rows
      }
      if let known {
        consequence.entries = known.entries
        consequence.positions = known.positions
      }
      for index in consequence.parts.indices {
        consequence.parts[index].place = part(of: consequence.parts[index])?.place
      }
      let counted = checks.value(try turnover(after: consequence, ofFactOf: fact.kind))
      let turnover = try checks.conclude(with: counted)
      let cash = cash(after: consequence)
      checks.run(try remember(fact, id: id))
      try checks.conclude()
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
  /// - Throws: `rate-missing`, `sum-overflow`.
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

  private func decide(
    _ fact: Fact, id: FactID, passing checks: inout Checks
  ) -> Consequence? {
    switch fact.event {
    case .merge(let merge): consequence(of: merge, on: fact.date, passing: &checks)
    case .opening(let opening): consequence(of: opening, in: fact, passing: &checks)
    case .requirement(let requirement):
      consequence(of: requirement, in: fact, id: id, passing: &checks)
    case .spendingPlan(let plan): consequence(of: plan, in: fact, passing: &checks)
    case .pledge(let pledge): consequence(of: pledge, in: fact, passing: &checks)
    case .agreement(let agreement): consequence(of: agreement, in: fact, passing: &checks)
    case .unidentified(let receipt): consequence(of: receipt, in: fact, passing: &checks)
    case .receipt(let receipt): consequence(of: receipt, in: fact, passing: &checks)
    case .matched(let match): consequence(of: match, in: fact, passing: &checks)
    case .amendment(let amendment): consequence(of: amendment, in: fact, passing: &checks)
    case .fulfilled(let fulfilment): consequence(of: fulfilment, in: fact, passing: &checks)
    case .reported(let delivery): consequence(of: delivery, in: fact, passing: &checks)
    case .writeOff(let writeOff): consequence(of: writeOff, in: fact, passing: &checks)
    case .refund(let refund): consequence(of: refund, in: fact, passing: &checks)
    case .obligation(let obligation): consequence(of: obligation, in: fact, passing: &checks)
    case .inKind(let gift): consequence(of: gift, in: fact, passing: &checks)
    case .inKindUsed(let use): consequence(of: use, in: fact, passing: &checks)
    case .carryOver(let carryOver): consequence(of: carryOver, in: fact, passing: &checks)
    case .allocation(let allocation): consequence(of: allocation, in: fact, passing: &checks)
    case .expenditure(let expenditure): consequence(of: expenditure, in: fact, passing: &checks)
    case .entry(let entry): consequence(of: entry, in: fact, passing: &checks)
    case .reversal(let reversal): checks.value(try consequence(of: reversal, in: fact))
    case .rate(let quote): checks.value(try consequence(of: quote, on: fact.date))
    case .acknowledgement(let acknowledgement):
      consequence(of: acknowledgement, passing: &checks)
    case .note(let note): consequence(of: note, passing: &checks)
    case .assert(let assertion): consequence(of: assertion, passing: &checks)
    case .close(let month): checks.value(try consequence(ofClosing: month, on: fact.date))
    case .reopen(let reopening): checks.value(try consequence(of: reopening))
    case .ledger, .scope, .account, .donor, .situation:
      preconditionFailure("a declaration has no consequence")
    case .revaluation: consequence(ofRevaluationIn: fact, passing: &checks)
    }
  }
}
