import Bookkeeping
import Diagnostics
import Monetary

// A condition met: Dr liability:deferred, Cr revenue:contributions, the same amounts as were deferred,
// on its day or, for a part whose year has not begun, when it does.
extension Book {
  /// What a condition that is met comes to.
  func consequence(
    of fulfilment: Fulfilment, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    guard let state = checks.value(try agreement(fulfilment.agreement)) else { return nil }
    checks.run(try requireSigned(state, by: fact.date))
    let currency = state.agreement.amount.currency
    let isCounted = checks.run(try require(fulfilment.amount?.currency ?? currency, is: currency))
    let isKnown = checks.run(try requireCondition(of: fulfilment, in: state))
    guard isCounted, isKnown,
      let amount = checks.value(try amount(of: fulfilment, in: state)), checks.passed
    else { return nil }
    return checks.value(try consequence(of: fulfilment, amount, in: state, on: fact.posted))
  }

  /// - Throws: `condition-unknown`.
  private func requireCondition(
    of fulfilment: Fulfilment, in state: AgreementState
  ) throws(Fault) {
    let name = fulfilment.condition
    guard state.agreement.conditions.contains(where: { $0.name == name }) else {
      throw Fault(.conditionUnknown, fulfilment.agreement.text, name)
    }
  }

  /// How much of its condition is met: all that waits where it does not say.
  /// - Throws: `condition-met`, `condition-fulfilled`, `condition-given-up`.
  private func amount(
    of fulfilment: Fulfilment, in state: AgreementState
  ) throws(Fault) -> Money {
    let name = fulfilment.condition
    let waiting = state.parts.reduce(0) { $0 + ($1.unmet[name] ?? 0) }
    let left = Money(minorUnits: waiting, of: state.agreement.amount.currency)
    let amount = fulfilment.amount ?? left
    guard left.isPositive else { throw fault(ofNothingWaitingFor: name, in: state) }
    guard amount.isPositive, amount.minorUnits <= left.minorUnits else {
      throw Fault(.conditionMet, amount.description, left.description, name)
    }
    return amount
  }

  /// That a condition for which nothing waits was met or, at least in part, given up.
  private func fault(ofNothingWaitingFor name: String, in state: AgreementState) -> Fault {
    let reference = state.agreement.reference
    let standing = conditions(of: [reference], asOf: .latest)[reference]?.first { $0.name == name }
    let last = posted.inOrder.last { posted in
      kindBehind(posted.fact) != .fulfilled && reversals[posted.id] == nil
        && posted.consequence.parts.contains {
          $0.agreement == reference && $0.unmet[name, default: 0] < 0
        }
    }
    guard let standing, standing.givenUp.isPositive, let last else {
      return Fault(.conditionFulfilled, reference.text, name)
    }
    return Fault(
      .conditionGivenUp, reference.text, name, standing.givenUp.description,
      last.fact.date.description)
  }

  private func consequence(
    of fulfilment: Fulfilment, _ amount: Money, in state: AgreementState, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    let name = fulfilment.condition
    let waiting = state.parts.map { $0.unmet[name] ?? 0 }
    var consequence = Consequence()
    for (index, share) in amount.allocated(by: waiting).enumerated() where share.isPositive {
      let part = state.parts[index]
      let book = Share.of(part.unmetBook, part: share.minorUnits, whole: part.unmetAmount)
      try release(
        share.minorUnits, worth: book, ofPart: index, of: state, on: day, into: &consequence)
      consequence.parts.append(
        PartMovement(
          agreement: fulfilment.agreement, part: index + 1, unmet: [name: -share.minorUnits],
          unmetBook: -book))
    }
    return consequence
  }
}
