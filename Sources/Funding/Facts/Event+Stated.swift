import Bookkeeping
public import Monetary

extension Event {
  /// What the event states as its amount, signed, by currency; of an entry by hand what it debits.
  ///
  /// Empty for what states none, such as a declaration, a rate or a remark, and for a reversal: its amount
  /// is that of what it undoes.
  public var stated: MoneyBag {
    switch self {
    case .opening(let opening): MoneyBag(opening.amount)
    case .requirement(let requirement): MoneyBag(requirement.amount)
    case .spendingPlan(let plan): MoneyBag(plan.amount)
    case .pledge(let pledge): MoneyBag(pledge.amount)
    case .agreement(let agreement): MoneyBag(agreement.amount)
    case .amendment(let amendment): MoneyBag([amendment.amount].compactMap(\.self))
    case .fulfilled(let fulfilment): MoneyBag([fulfilment.amount].compactMap(\.self))
    case .unidentified(let receipt): MoneyBag(receipt.amount)
    case .receipt(let receipt): MoneyBag(receipt.settled)
    case .matched(let match): MoneyBag(match.settled)
    case .writeOff(let writeOff): MoneyBag(writeOff.amount)
    case .refund(let refund): MoneyBag(refund.amount)
    case .obligation(let obligation): MoneyBag(obligation.amount)
    case .inKind(let gift): MoneyBag(gift.amount)
    case .inKindUsed(let use): MoneyBag(use.amount)
    case .expenditure(let expenditure): MoneyBag(expenditure.amount)
    case .allocation(let allocation): MoneyBag(allocation.amount)
    case .carryOver(let carryOver): MoneyBag(carryOver.amount)
    case .entry(let entry): MoneyBag(entry.legs.filter { $0.side == .debit }.map(\.amount))
    case .acknowledgement(let acknowledgement): MoneyBag(acknowledgement.amount)
    case .assert(let assertion): MoneyBag(assertion.amount)
    case .ledger, .scope, .account, .donor, .situation, .merge, .rate, .reported, .revaluation,
      .reversal, .note, .close, .reopen:
      MoneyBag()
    }
  }
}
