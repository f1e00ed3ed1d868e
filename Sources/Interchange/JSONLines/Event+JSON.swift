import Bookkeeping
import Funding
import Monetary

extension Event {
  /// What the event states, by the names of its fields.
  var json: JSON {
    switch self {
    case .ledger(let head): head.json
    case .scope(let scope): scope.json
    case .account(let account): .object(of: ["account": JSON(account)])
    case .donor(let donor): donor.json
    case .situation(let situation):
      .object(of: [
        "situation": JSON(situation.path), "name": .text(situation.name),
        "scopes": .list(situation.scopes.map { JSON($0) }),
      ])
    case .merge(let merge):
      .object(of: ["duplicate": JSON(merge.duplicate), "donor": JSON(merge.donor)])
    case .opening(let opening):
      .object(of: [
        "account": JSON(opening.account), "amount": JSON(opening.amount),
        "fund": JSON(opening.fund),
      ])
    case .rate(let rate): rate.json
    case .requirement(let requirement): requirement.json
    case .spendingPlan(let plan): plan.json
    case .pledge(let pledge): pledge.json
    case .agreement(let agreement): agreement.json
    case .amendment(let amendment): amendment.json
    case .fulfilled(let fulfilment):
      .object(of: [
        "agreement": JSON(fulfilment.agreement), "condition": .text(fulfilment.condition),
        "amount": fulfilment.amount.map { JSON($0) },
      ])
    case .reported(let delivery):
      .object(of: [
        "agreement": JSON(delivery.agreement), "due": JSON(delivery.duty.due),
        "form": JSON(delivery.duty.form),
      ])
    case .unidentified, .receipt, .matched, .writeOff, .refund: jsonOfCash
    case .obligation, .inKind, .inKindUsed, .expenditure, .allocation, .carryOver: jsonOfUse
    case .revaluation, .entry, .reversal, .acknowledgement, .note, .assert, .close, .reopen:
      jsonOfRemark
    }
  }

  private var jsonOfCash: JSON {
    switch self {
    case .unidentified(let receipt):
      .object(of: [
        "reference": JSON(receipt.reference), "amount": JSON(receipt.amount),
        "account": JSON(receipt.account),
      ])
    case .receipt(let receipt):
      .object(of: [
        "agreement": JSON(receipt.agreement), "settled": JSON(receipt.settled),
        "bank": receipt.bank.map { JSON($0) }, "account": JSON(receipt.account),
        "charge": receipt.charge.map { JSON($0) }, "part": receipt.part?.json,
        "overpayment": .truth(receipt.allowsOverpayment),
        "confirmed": .truth(receipt.isConfirmed),
      ])
    case .matched(let match):
      .object(of: [
        "unidentified": JSON(match.unidentified), "agreement": JSON(match.agreement),
        "settled": JSON(match.settled), "bank": match.bank.map { JSON($0) },
        "confirmed": .truth(match.isConfirmed),
      ])
    case .writeOff(let writeOff):
      .object(of: [
        "agreement": JSON(writeOff.agreement), "amount": JSON(writeOff.amount),
        "part": writeOff.part?.json, "reason": writeOff.reason.map(JSON.text),
      ])
    case .refund(let refund):
      .object(of: [
        "agreement": JSON(refund.agreement), "amount": JSON(refund.amount),
        "part": refund.part?.json, "overpayment": .truth(refund.isOfOverpayment),
        "payments": JSON.list(refund.payments) { payment in
          .object(of: [
            "date": JSON(payment.date), "amount": JSON(payment.amount),
            "account": JSON(payment.account), "settles": payment.settles.map { JSON($0) },
          ])
        },
      ])
    default: .object([])
    }
  }

  private var jsonOfUse: JSON {
    switch self {
    case .obligation(let obligation):
      Self.use(obligation.agreement, obligation.scope, obligation.amount)
    case .inKind(let gift):
      .object(of: ["agreement": JSON(gift.agreement), "amount": JSON(gift.amount)])
    case .inKindUsed(let use): Self.use(use.agreement, use.scope, use.amount)
    case .expenditure(let expenditure):
      .object(of: [
        "agreement": expenditure.agreement.map { JSON($0) }, "scope": JSON(expenditure.scope),
        "amount": JSON(expenditure.amount), "account": JSON(expenditure.account),
        "from": JSON(expenditure.source), "year": expenditure.year.map { JSON($0) },
        "purpose": expenditure.purpose.map(JSON.text),
        "obligation": expenditure.obligation.map { JSON($0) },
        "overspend": expenditure.overspend.map(JSON.text),
      ])
    case .allocation(let allocation):
      .object(of: [
        "agreement": JSON(allocation.agreement), "scope": JSON(allocation.scope),
        "amount": JSON(allocation.amount), "from": allocation.source.map { JSON($0) },
        "year": allocation.year.map { JSON($0) }, "part": allocation.part?.json,
      ])
    case .carryOver(let carryOver):
      .object(of: [
        "agreement": JSON(carryOver.agreement), "scope": JSON(carryOver.scope),
        "amount": JSON(carryOver.amount), "toYear": carryOver.toYear.map { JSON($0) },
      ])
    default: .object([])
    }
  }

  private static func use(_ agreement: Reference, _ scope: ScopePath, _ amount: Money) -> JSON {
    .object(of: ["agreement": JSON(agreement), "scope": JSON(scope), "amount": JSON(amount)])
  }

  private var jsonOfRemark: JSON {
    switch self {
    case .entry(let entry):
      .object(of: ["title": .text(entry.title), "legs": .list(entry.legs.map(\.json))])
    case .reversal(let reversal):
      .object(of: ["target": JSON(reversal.target), "reason": .text(reversal.reason)])
    case .acknowledgement(let thanks):
      .object(of: [
        "donor": JSON(thanks.donor), "scope": JSON(thanks.scope), "amount": JSON(thanks.amount),
      ])
    case .note(let note): .object(of: ["scope": JSON(note.scope), "text": .text(note.text)])
    case .assert(let assertion): assertion.json
    case .close(let month): .object(of: ["month": JSON(month)])
    case .reopen(let reopening):
      .object(of: ["month": JSON(reopening.month), "reason": .text(reopening.reason)])
    default: .object([])
    }
  }
}

extension Assertion {
  fileprivate var json: JSON {
    let digits = JSON.number(digitsWritten)
    return switch subject {
    case .position(let figure, let scope):
      .object(of: [
        "figure": JSON(word: figure), "scope": JSON(scope), "amount": JSON(amount),
        "digitsWritten": digits,
      ])
    case .balance(let account):
      .object(of: [
        "figure": .text("balance"), "account": JSON(account), "amount": JSON(amount),
        "digitsWritten": digits,
      ])
    }
  }
}
