import Bookkeeping
import Funding
import Monetary

// The directive's own line: what stands behind the keyword.
extension DirectivePrinter {
  mutating func arguments(of event: Event) {
    switch event {
    case .ledger(let head): text(head.name)
    case .scope(let scope):
      name(scope.path)
      if let title = scope.name { text(title) }
    case .account(let account): name(account)
    case .donor(let donor):
      name(donor.id)
      text(donor.name)
    case .situation(let situation):
      name(situation.path)
      text(situation.name)
    case .merge(let merge):
      name(merge.duplicate)
      word("into")
      name(merge.donor)
    case .opening(let opening):
      name(opening.account)
      amount(opening.amount)
    case .rate(let rate):
      word(rate.quote.code)
      word(rate.units.description)
      word("per")
      word(rate.base.code)
    case .requirement(let requirement):
      name(requirement.key.scope)
      amount(requirement.amount, isSigned: requirement.kind == .supplementary)
    case .spendingPlan(let plan):
      name(plan.scope)
      amount(plan.amount)
    case .pledge, .agreement, .amendment, .fulfilled, .reported: argumentsOfCommitment(event)
    case .unidentified, .receipt, .matched, .writeOff, .refund: argumentsOfCash(event)
    case .obligation, .inKind, .inKindUsed, .expenditure, .allocation, .carryOver:
      argumentsOfUse(event)
    case .revaluation, .entry, .reversal, .acknowledgement, .note, .assert, .close, .reopen:
      argumentsOfRemark(event)
    }
  }

  private mutating func argumentsOfCommitment(_ event: Event) {
    switch event {
    case .pledge(let pledge):
      name(pledge.reference)
      name(pledge.donor)
      amount(pledge.amount)
    case .agreement(let agreement):
      name(agreement.reference)
      name(agreement.donor)
      amount(agreement.amount)
    case .amendment(let amendment): name(amendment.reference)
    case .fulfilled(let fulfilment):
      name(fulfilment.agreement)
      text(fulfilment.condition)
      if let part = fulfilment.amount { amount(part) }
    case .reported(let delivery):
      name(delivery.agreement)
      word(delivery.duty.due.description)
      name(delivery.duty.form)
    default: break
    }
  }

  private mutating func argumentsOfCash(_ event: Event) {
    switch event {
    case .unidentified(let receipt): claim(receipt.reference, receipt.amount)
    case .receipt(let receipt): claim(receipt.agreement, receipt.settled)
    case .matched(let match):
      name(match.unidentified)
      claim(match.agreement, match.settled)
    case .writeOff(let writeOff): claim(writeOff.agreement, writeOff.amount)
    case .refund(let refund): claim(refund.agreement, refund.amount)
    default: break
    }
  }

  private mutating func argumentsOfUse(_ event: Event) {
    switch event {
    case .obligation(let obligation):
      use(obligation.agreement, obligation.scope, obligation.amount)
    case .inKind(let gift): claim(gift.agreement, gift.amount)
    case .inKindUsed(let use): self.use(use.agreement, use.scope, use.amount)
    case .expenditure(let expenditure):
      let fund = expenditure.agreement.map(FundCode.init(of:)) ?? .general
      use(fund, expenditure.scope, expenditure.amount)
    case .allocation(let allocation):
      use(allocation.agreement, allocation.scope, allocation.amount)
    case .carryOver(let carryOver):
      use(carryOver.agreement, carryOver.scope, carryOver.amount)
    default: break
    }
  }

  private mutating func argumentsOfRemark(_ event: Event) {
    switch event {
    case .revaluation: word("all")
    case .entry(let entry): text(entry.title)
    case .reversal(let reversal): name(reversal.target)
    case .acknowledgement(let thanks):
      name(thanks.donor)
      name(thanks.scope)
      amount(thanks.amount)
    case .note(let note):
      name(note.scope)
      text(note.text)
    case .assert(let assertion): self.assertion(assertion)
    case .close(let month): word(month.description)
    case .reopen(let reopening): word(reopening.month.description)
    default: break
    }
  }

  private mutating func claim(_ reference: Reference, _ amount: Money) {
    name(reference)
    self.amount(amount)
  }

  private mutating func use(_ fund: some Code, _ scope: ScopePath, _ amount: Money) {
    name(fund)
    name(scope)
    self.amount(amount)
  }

  private mutating func assertion(_ assertion: Assertion) {
    switch assertion.subject {
    case .position(let figure, let scope):
      word(figure.rawValue)
      name(scope)
    case .balance(let account):
      word("balance")
      name(account)
    }
    // The figure is compared at the decimals it was written with, so they are kept.
    output.append(UInt8(ascii: " "))
    assertion.amount.append(to: &output, as: .grouped)
    let digits = assertion.amount.currency.minorDigits
    let dropped = max(0, digits - assertion.digitsWritten)
    output.removeLast(dropped == digits && digits > 0 ? digits + 1 : dropped)
    word(assertion.amount.currency.code)
  }
}
