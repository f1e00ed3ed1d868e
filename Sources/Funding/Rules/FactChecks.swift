import Bookkeeping
import Diagnostics
import Monetary

// What is asked of every fact, whatever its rule: its days, its identifier and its amounts.
extension Book {
  /// Checks what every fact must be like.
  ///
  /// - Throws: All that was found, where nothing else can be said of the fact: it is written twice, or
  ///   states an amount that no rule can reckon with.
  func check(_ fact: Fact, id: FactID, passing checks: inout Checks) throws(Faults) {
    checks.run(try requireOpenDay(of: fact))
    let isNew = checks.run(try requireNew(id, of: fact))
    if !isNew, posted[id]?.fact.event == fact.event { try checks.conclude() }
    for fault in fact.currenciesNotYet { checks.note(fault) }
    let wrong = fact.event.amounts.filter { !$0.isPositive }
    guard !wrong.isEmpty else { return }
    for amount in wrong { checks.note(Fault(.amountSign, amount.description)) }
    try checks.conclude()
  }

  /// - Throws: `posted-before-date`; `period-closed` and `day-closed` where the month does not take the fact.
  private func requireOpenDay(of fact: Fact) throws(Fault) {
    guard fact.posted >= fact.date else {
      throw Fault(.postedBeforeDate, fact.posted.description, fact.date.description)
    }
    guard isBoundByLock(fact), lock.isClosed(fact.posted) else { return }
    let closed = lock.closedThrough?.description ?? ""
    // A revaluation is of the end of its month and of no other day.
    guard fact.kind != .revaluation else {
      throw Fault(.dayClosed, fact.posted.description, closed)
    }
    throw Fault(
      .periodClosed, fact.posted.description, closed,
      lock.firstOpenDay(from: fact.posted)?.description ?? "an open day")
  }

  /// - Throws: `posted-nothing` where the fact posts no entry, and has another day than its own for it.
  func requireEntryOnItsDay(_ fact: Fact) throws(Fault) {
    guard isBoundByLock(fact) || fact.posted <= fact.date else {
      throw Fault(
        .postedNothing, fact.posted.description, fact.kind.rawValue, fact.date.description)
    }
  }

  /// Whether a closed month refuses the fact: it posts something, or undoes what may have.
  public func isBoundByLock(_ fact: Fact) -> Bool {
    guard case .reversal(let reversal) = fact.event else { return fact.kind.isBoundByLock }
    return posted[reversal.target]?.fact.kind.isBoundByLock ?? true
  }

  /// - Throws: `fact-duplicate`, or `reference-duplicate` where the identifier is a reference.
  private func requireNew(_ id: FactID, of fact: Fact) throws(Fault) {
    guard let known = posted[id] else { return }
    // An agreement's or a pledge's name that was not given is its reference.
    guard fact.provenance.id == nil, fact.reference != nil else {
      throw Fault(.factDuplicate, id.text)
    }
    // That an amendment is called as its agreement is told by its own rule.
    if case .amendment = fact.event, known.fact.kind == .agreement { return }
    throw Fault(.referenceDuplicate, id.text, known.fact.kind.rawValue)
  }
}

// A fact says by its kind which way money goes: its amounts are greater than zero. The text form
// cannot write others; what reaches the rules by another way is held to the same.
extension Event {
  /// The amounts that must be greater than zero, as the fact states them.
  var amounts: [Money] {
    switch self {
    case .opening(let opening): [opening.amount]
    case .spendingPlan(let plan): [plan.amount] + plan.months.map(\.amount)
    case .pledge(let pledge): [pledge.amount]
    case .agreement(let agreement):
      [agreement.amount] + agreement.parts.map(\.amount) + agreement.instalments.map(\.amount)
        + agreement.conditions.map(\.amount) + agreement.terms.limits.map(\.amount)
    case .receipt(let receipt):
      [receipt.settled, receipt.bank, receipt.charge].compactMap(\.self)
    case .unidentified(let receipt): [receipt.amount]
    case .matched(let match): [match.settled, match.bank].compactMap(\.self)
    case .fulfilled(let fulfilment): fulfilment.amount.map { [$0] } ?? []
    case .writeOff(let writeOff): [writeOff.amount]
    case .refund(let refund):
      [refund.amount] + refund.payments.map(\.amount) + refund.payments.compactMap(\.settles)
    case .allocation(let allocation): [allocation.amount]
    case .carryOver(let carryOver): [carryOver.amount]
    case .obligation(let obligation): [obligation.amount]
    case .expenditure(let expenditure): [expenditure.amount]
    case .inKind(let gift): [gift.amount]
    case .inKindUsed(let use): [use.amount]
    case .entry(let entry): entry.legs.map(\.amount)
    case .acknowledgement(let acknowledgement): [acknowledgement.amount]
    case .amendment(let amendment):
      amendment.instalments.map(\.amount) + amendment.limits.compactMap(\.amount)
    // A requirement may be revised to nothing, a supplementary one and an assertion bear a sign, and so do
    // the changes of an amendment; the rest states no amount.
    case .requirement, .assert, .ledger, .scope, .account, .donor, .situation, .merge,
      .rate, .reported, .revaluation, .reversal, .note, .close, .reopen:
      []
    }
  }

  /// The amounts that may bear a sign or be nothing.
  private var signedAmounts: [Money] {
    switch self {
    case .requirement(let requirement): [requirement.amount]
    case .amendment(let amendment):
      [amendment.amount].compactMap(\.self) + amendment.parts.map(\.amount)
    case .assert(let assertion): [assertion.amount]
    default: []
    }
  }

  /// The currencies that the fact counts in, each once and in order.
  var currencies: [Currency] {
    if case .rate(let quote) = self { return [quote.quote, quote.base] }
    let all = (amounts + signedAmounts).map(\.currency)
    // Nearly every fact has one.
    guard let first = all.first, all.contains(where: { $0 != first }) else {
      return Array(all.prefix(1))
    }
    return Set(all).sorted()
  }
}
