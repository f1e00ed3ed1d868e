import Bookkeeping
import Funding
import Monetary

// The lines below a directive.
extension DirectivePrinter {
  mutating func keys(of event: Event) {
    switch event {
    case .ledger, .scope, .donor, .situation, .opening, .rate, .requirement, .spendingPlan:
      keysOfDeclaration(event)
    case .pledge(let pledge):
      line(.earmark, pledge.earmark == .unstated ? nil : pledge.earmark)
      line(.year, pledge.year)
      line(.probability, pledge.probability)
      line(.expected, pledge.expected)
    case .agreement(let agreement): keys(of: agreement)
    case .amendment(let amendment): keys(of: amendment)
    case .unidentified, .receipt, .matched, .writeOff, .refund: keysOfCash(event)
    case .expenditure(let expenditure):
      line(.from, expenditure.source == .bank ? nil : expenditure.source)
      line(.account, expenditure.account == .programme ? nil : expenditure.account)
      line(.year, expenditure.year)
      line(.purpose, expenditure.purpose)
      line(.obligation, expenditure.obligation)
      line(.overspend, expenditure.overspend)
    case .allocation(let allocation):
      line(.from, allocation.source)
      line(.year, allocation.year)
      line(.part, allocation.part)
    case .carryOver(let carryOver): line(.toYear, carryOver.toYear)
    case .entry(let entry): legs(entry.legs)
    case .reversal(let reversal): line(.reason, reversal.reason)
    case .reopen(let reopening): line(.reason, reopening.reason)
    case .account, .merge, .fulfilled, .reported, .obligation, .inKind, .inKindUsed,
      .revaluation,
      .acknowledgement, .note, .assert, .close:
      break
    }
  }

  private mutating func keysOfDeclaration(_ event: Event) {
    switch event {
    case .ledger(let head):
      line(.currency, word: head.currency.code)
      line(.rates, word: head.rates.text)
      line(.accounts, word: head.accountsMustBeDeclared ? "declared" : nil)
    case .scope(let scope):
      line(.kind, word: scope.kind?.rawValue)
      line(.parent, scope.parent)
      line(.country, country: scope.country)
      line(.complete, word: scope.isComplete ? "yes" : nil)
    case .donor(let donor):
      line(.type, word: donor.kind?.rawValue)
      line(.country, country: donor.country)
      if let iati = donor.iati {
        line(.iati)
        wordOrText(iati)
      }
      guard !donor.aliases.isEmpty else { return }
      line(.alias)
      list(donor.aliases) { printer, alias in printer.text(alias) }
    case .situation(let situation):
      line(.scopes)
      list(situation.scopes)
    case .opening(let opening): line(.fund, opening.fund == .general ? nil : opening.fund)
    case .rate(let rate):
      line(.table, word: rate.table?.text)
      line(.revises, rate.revises)
      line(.confirmed, word: rate.isConfirmed ? "yes" : nil)
    case .requirement(let requirement):
      line(.year, requirement.key.year)
      line(.kind, word: requirement.kind == .original ? nil : requirement.kind.rawValue)
      guard !requirement.key.tags.isEmpty else { return }
      line(.tags)
      list(requirement.key.tags) { printer, tag in printer.word(tag.description) }
    case .spendingPlan(let plan):
      line(.year, plan.year)
      for month in plan.months {
        line(.month)
        word(month.month.description)
        amount(month.amount)
      }
    default: break
    }
  }

  private mutating func keysOfCash(_ event: Event) {
    switch event {
    case .unidentified(let receipt): line(.to, receipt.account == .bank ? nil : receipt.account)
    case .receipt(let receipt):
      let account = receipt.account == .bank ? nil : receipt.account
      if let bank = receipt.bank {
        line(.bank)
        amount(bank)
        if let account {
          word("to")
          name(account)
        }
      } else {
        line(.to, account)
      }
      line(.charge, receipt.charge)
      line(.part, receipt.part)
      line(.overpayment, word: receipt.allowsOverpayment ? "yes" : nil)
      line(.confirmed, word: receipt.isConfirmed ? "yes" : nil)
    case .matched(let match):
      line(.bank, match.bank)
      line(.confirmed, word: match.isConfirmed ? "yes" : nil)
    case .writeOff(let writeOff):
      line(.part, writeOff.part)
      line(.reason, writeOff.reason)
    case .refund(let refund):
      line(.part, refund.part)
      line(.overpayment, word: refund.isOfOverpayment ? "yes" : nil)
      for payment in refund.payments {
        line(.paid)
        date(payment.date)
        amount(payment.amount)
        word("from")
        name(payment.account)
        guard let settles = payment.settles else { continue }
        word("settles")
        amount(settles)
      }
    default: break
    }
  }

  /// Writes the legs of an entry with their accounts and amounts in columns.
  private mutating func legs(_ legs: [ManualEntry.Leg]) {
    let accountWidth = legs.map(\.account.text.utf8.count).max() ?? 0
    let amountWidth = legs.map(\.amount.grouped.utf8.count).max() ?? 0
    for leg in legs {
      line(leg.side == .debit ? .debit : .credit)
      if leg.side == .debit { output.append(UInt8(ascii: " ")) }
      name(leg.account)
      let amount = leg.amount.grouped
      let gap = accountWidth - leg.account.text.utf8.count + amountWidth - amount.utf8.count
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: gap))
      word(amount)
      word(leg.amount.currency.code)
      guard leg.fund != .general else { continue }
      output.append(contentsOf: "  fund".utf8)
      name(leg.fund)
    }
  }
}
