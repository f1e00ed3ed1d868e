import Bookkeeping
import Diagnostics
import Monetary

// A carry-over: Dr budget:unfunded, Cr budget:carried-in at the line, in the year that the money is taken
// into, at the frozen rate. The year that it comes from stays as it was.
extension Book {
  /// What a carry-over comes to.
  func consequence(
    of carryOver: CarryOver, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let state = checks.value(try agreement(carryOver.agreement))
    let isPlaced = checks.run(try programme.require(carryOver.scope))
    let year = carryOver.toYear ?? BudgetYear(of: fact.date).following
    var isCounted = false
    if let state {
      isCounted = checks.run(
        try require(carryOver.amount.currency, is: state.agreement.amount.currency))
    }
    guard let state, isPlaced, isCounted,
      let shares = checks.value(try shares(of: carryOver, into: year, in: state)),
      checks.run(try requireUnspent(shares, of: state, on: fact.posted)), checks.passed
    else { return nil }
    return checks.value(
      try consequence(of: carryOver, taking: shares, of: state, into: year, on: fact.posted))
  }

  /// What of a part is taken.
  private struct CarriedShare {
    let index: Int
    let amount: Int64
    let book: Int64
  }

  private func consequence(
    of carryOver: CarryOver, taking shares: [CarriedShare], of state: AgreementState,
    into year: BudgetYear, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    let day = max(day, state.recorded(ofParts: shares.map(\.index)))
    var consequence = Consequence()
    var draft = DraftEntry(date: day, occasion: .carriedOver, bookCurrency: head.currency)
    for share in shares {
      let part = state.parts[share.index]
      let book = Money(minorUnits: share.book, of: head.currency)
      let tags = Posting.Tags(
        agreement: carryOver.agreement, part: share.index + 1, scope: carryOver.scope, year: year)
      try draft.leg(.debit, .unfunded, fund: .memorandum, book, tags: tags)
      try draft.leg(.credit, .carriedIn, fund: .memorandum, book, tags: tags)
      consequence.positions.append(
        PositionRow(
          .carriedIn, day: day, scope: carryOver.scope, year: year, donor: part.donor,
          category: part.category, reach: part.reach, reference: carryOver.agreement,
          amount: Money(minorUnits: share.amount, of: carryOver.amount.currency), book: book))
      consequence.parts.append(
        PartMovement(
          agreement: carryOver.agreement, part: share.index + 1,
          carried: .init(scope: carryOver.scope, amount: share.amount, book: share.book)))
    }
    try consequence.append(draft)
    return consequence
  }

  /// What each part of earlier years gives, by what lies at the line and was not carried over yet.
  /// - Throws: `carry-over-exceeds`.
  private func shares(
    of carryOver: CarryOver, into year: BudgetYear, in state: AgreementState
  ) throws(Fault) -> [CarriedShare] {
    let left = state.parts.map { part -> (amount: Int64, book: Int64) in
      guard part.year < year else { return (0, 0) }
      let there = part.available(at: carryOver.scope)
      return there.amount > 0 ? there : (0, 0)
    }
    let sum = left.reduce(0) { $0 + $1.amount }
    guard carryOver.amount.minorUnits <= sum else {
      throw Fault(
        .carryOverExceeds, carryOver.amount.description,
        Money(minorUnits: sum, of: carryOver.amount.currency).description,
        carryOver.agreement.text, carryOver.scope.text, year.description)
    }
    return zip(left.indices, carryOver.amount.allocated(by: left.map(\.amount)))
      .compactMap { index, amount in
        guard amount.isPositive else { return nil }
        return CarriedShare(
          index: index, amount: amount.minorUnits,
          book: Share.of(
            left[index].book, part: amount.minorUnits, whole: left[index].amount))
      }
  }

  /// - Throws: `use-unspent` where less than that is left to spend.
  private func requireUnspent(
    _ shares: [CarriedShare], of state: AgreementState, on day: CalendarDate
  ) throws(Fault) {
    let book = shares.reduce(0) { $0 + $1.book }
    try requireAvailable(
      of: state, worth: Money(minorUnits: book, of: head.currency),
      on: max(day, state.recorded(ofParts: shares.map(\.index))))
  }
}
