import Diagnostics
import Monetary

// A fact says by its kind which way money goes: its amounts are greater than zero. The text form
// cannot write others; what reaches the rules by another way is held to the same.
extension Event {
  /// - Throws: `amount-sign` for the first amount that is zero or negative.
  func requirePositiveAmounts() throws(Fault) {
    for amount in amounts where !amount.isPositive {
      throw Fault(.amountSign, amount.description)
    }
  }

  /// The amounts that must be greater than zero, as the fact states them.
  private var amounts: [Money] {
    switch self {
    case .opening(let opening): [opening.amount]
    case .pledge(let pledge): [pledge.amount]
    case .agreement(let agreement):
      [agreement.amount] + agreement.parts.map(\.amount) + agreement.instalments.map(\.amount)
        + agreement.conditions.map(\.amount) + agreement.terms.limits.map(\.amount)
    case .receipt(let receipt):
      [receipt.settled, receipt.bank, receipt.charge].compactMap(\.self)
    case .allocation(let allocation): [allocation.amount]
    case .expenditure(let expenditure): [expenditure.amount]
    case .entry(let entry): entry.legs.map(\.amount)
    case .acknowledgement(let acknowledgement): [acknowledgement.amount]
    // A requirement may be revised to nothing, a supplementary one and an assertion bear a sign;
    // the rest states no amount, or has no rule yet that would read it.
    default: []
    }
  }
}
