import Bookkeeping
import Funding
import Monetary

/// A directive's place in the canonical form: by date, kind, name, amount, and at last its letters.
struct CanonicalOrder {
  /// The fact's day; that of the ledger's head comes first.
  let date: CalendarDate
  /// The kind's place among facts of one day.
  let rank: Int
  /// What the fact is sorted by among those of its kind and day.
  let name: String
  /// How much it states, in minor units; zero where it states no amount.
  let minorUnits: Int64
  /// Where the directive's letters stand.
  let text: Range<Int>
  /// Whether nothing stands below the directive's own line.
  let isOneLine: Bool

  /// The place of `fact`, whose directive stands at `text`.
  init(_ fact: Fact, text: Range<Int>, isOneLine: Bool) {
    date = fact.kind == .ledger ? .ledgerDate : fact.date
    rank = fact.kind.rank
    (name, minorUnits) = fact.event.nameAndAmount
    self.text = text
    self.isOneLine = isOneLine
  }

  /// Whether the directive comes before `other`; both have their letters in `bytes`.
  func precedes(_ other: CanonicalOrder, in bytes: [UInt8]) -> Bool {
    if (date, rank) != (other.date, other.rank) {
      return (date, rank) < (other.date, other.rank)
    }
    if name != other.name { return name.utf8.lexicographicallyPrecedes(other.name.utf8) }
    if minorUnits != other.minorUnits { return minorUnits < other.minorUnits }
    return bytes[text].lexicographicallyPrecedes(bytes[other.text])
  }

  /// Whether no empty line stands between this directive and `next`.
  func standsTogether(with next: CanonicalOrder) -> Bool {
    isOneLine && next.isOneLine && (date, rank) == (next.date, next.rank)
  }
}

extension CalendarDate {
  /// The date of the `ledger` directive, which is written without one: before all others.
  static let ledgerDate = CalendarDate(dayNumber: -719_162)
}

extension Event {
  /// What the event is sorted by: the name it gives or speaks of, and how much it states.
  fileprivate var nameAndAmount: (String, Int64) {
    switch self {
    case .ledger(let head): (head.name, 0)
    case .scope(let scope): (scope.path.text, 0)
    case .account(let account): (account.text, 0)
    case .donor(let donor): (donor.id.text, 0)
    case .situation(let situation): (situation.path.text, 0)
    case .merge(let merge): (merge.duplicate.text, 0)
    case .opening(let opening): (opening.account.text, opening.amount.minorUnits)
    case .rate(let rate): (rate.quote.code, 0)
    case .requirement(let requirement):
      (requirement.key.scope.text, requirement.amount.minorUnits)
    case .spendingPlan(let plan): (plan.scope.text, plan.amount.minorUnits)
    case .pledge(let pledge): (pledge.reference.text, pledge.amount.minorUnits)
    case .agreement(let agreement): (agreement.reference.text, agreement.amount.minorUnits)
    case .amendment(let amendment): (amendment.reference.text, 0)
    case .fulfilled(let fulfilment): (fulfilment.agreement.text, 0)
    case .reported(let delivery): (delivery.agreement.text, 0)
    case .unidentified(let receipt): (receipt.reference.text, receipt.amount.minorUnits)
    case .receipt(let receipt): (receipt.agreement.text, receipt.settled.minorUnits)
    case .matched(let match): (match.unidentified.text, match.settled.minorUnits)
    case .writeOff(let writeOff): (writeOff.agreement.text, writeOff.amount.minorUnits)
    case .refund(let refund): (refund.agreement.text, refund.amount.minorUnits)
    case .obligation(let obligation): (obligation.agreement.text, obligation.amount.minorUnits)
    case .inKind(let gift): (gift.agreement.text, gift.amount.minorUnits)
    case .inKindUsed(let use): (use.agreement.text, use.amount.minorUnits)
    case .expenditure(let expenditure):
      (expenditure.agreement?.text ?? "general", expenditure.amount.minorUnits)
    case .allocation(let allocation): (allocation.agreement.text, allocation.amount.minorUnits)
    case .carryOver(let carryOver): (carryOver.agreement.text, carryOver.amount.minorUnits)
    case .revaluation: ("", 0)
    case .entry(let entry): (entry.title, 0)
    case .reversal(let reversal): (reversal.target.text, 0)
    case .acknowledgement(let thanks): (thanks.donor.text, thanks.amount.minorUnits)
    case .note(let note): (note.scope.text, 0)
    case .assert(let assertion): (assertion.name, assertion.amount.minorUnits)
    case .close(let month): (month.description, 0)
    case .reopen(let reopening): (reopening.month.description, 0)
    }
  }
}

extension Assertion {
  fileprivate var name: String {
    switch subject {
    case .position(_, let scope): scope.text
    case .balance(let account): account.text
    }
  }
}
