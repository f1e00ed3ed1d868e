import Bookkeeping
import Diagnostics
import Monetary

// A condition met: Dr liability:deferred, Cr revenue:contributions, the same amounts as were deferred,
// on its day or, for a part whose year has not begun, when it does.
extension Book {
  /// What a condition that is met comes to.
  func consequence(of fulfilment: Fulfilment, in fact: Fact) throws(Fault) -> Consequence {
    let state = try agreement(fulfilment.agreement)
    let name = fulfilment.condition
    guard state.agreement.conditions.contains(where: { $0.name == name }) else {
      throw Fault(.conditionUnknown, fulfilment.agreement.text, name)
    }
    let waiting = state.parts.map { $0.unmet[name] ?? 0 }
    let left = Money(minorUnits: waiting.reduce(0, +), of: state.agreement.amount.currency)
    let amount = fulfilment.amount ?? left
    try require(amount.currency, is: left.currency)
    guard amount.isPositive, amount.minorUnits <= left.minorUnits else {
      throw Fault(.conditionMet, amount.description, left.description, name)
    }
    guard fact.date >= state.signed else {
      throw Fault(
        .receiptBeforeSigning, fact.date.description, fulfilment.agreement.text,
        state.signed.description)
    }
    var consequence = Consequence()
    for (index, share) in amount.allocated(by: waiting).enumerated() where share.isPositive {
      let part = state.parts[index]
      let book = Share.of(part.unmetBook, part: share.minorUnits, whole: part.unmetAmount)
      try release(
        share.minorUnits, worth: book, ofPart: index, of: state, on: fact.posted,
        into: &consequence)
      consequence.parts.append(
        PartMovement(
          agreement: fulfilment.agreement, part: index + 1, unmet: [name: -share.minorUnits],
          unmetBook: -book))
    }
    return consequence
  }
}
