import Bookkeeping
import Diagnostics
import Monetary

// Goods of an agreement. Delivered, at their stated value: Dr asset:inventory, Cr revenue:in-kind. Used on
// a line: Dr expense:programme, Cr asset:inventory at what they are carried at on average.
extension Book {
  /// What a gift in kind comes to.
  func consequence(
    of gift: InKindGift, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let state = checks.value(try agreement(gift.agreement))
    if let state { checks.run(try require(fact, notBeforeSigning: state)) }
    guard let book = checks.value(try worth(gift.amount, on: fact.date)), let state, checks.passed
    else { return nil }
    return checks.value(try consequence(of: gift, to: state, worth: book, on: fact.posted))
  }

  private func consequence(
    of gift: InKindGift, to state: AgreementState, worth book: Money, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    var draft = DraftEntry(date: day, occasion: .delivered, bookCurrency: head.currency)
    try draft.leg(
      .debit, .inventory, fund: state.fund, gift.amount, book: book, tags: state.tags)
    try draft.leg(.credit, .inKind, fund: state.fund, gift.amount, book: book, tags: state.tags)
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// What goods that are used come to.
  func consequence(
    of use: LineUse, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let state = checks.value(try agreement(use.agreement))
    let isPlaced = checks.run(try programme.require(use.scope))
    if let state {
      if isPlaced { checks.run(try requireReach(of: state, to: use.scope)) }
      checks.run(try requirePeriod(of: state, on: fact.date))
    }
    guard let state,
      let book = checks.value(try carrying(ofGoods: use, in: state.fund, on: fact.posted)),
      checks.passed
    else { return nil }
    return checks.value(try consequence(of: use, from: state, worth: book, in: fact))
  }

  private func consequence(
    of use: LineUse, from state: AgreementState, worth book: Money, in fact: Fact
  ) throws(Fault) -> Consequence {
    let year = BudgetYear(of: fact.date)
    let tags = Posting.Tags(agreement: use.agreement, scope: use.scope, year: year)
    var draft = DraftEntry(date: fact.posted, occasion: .used, bookCurrency: head.currency)
    try draft.leg(.debit, .programme, fund: state.fund, use.amount, book: book, tags: tags)
    try draft.leg(.credit, .inventory, fund: state.fund, use.amount, book: book, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    // It is no money of the agreement: the row names none.
    consequence.positions.append(
      PositionRow(
        .spent, day: fact.posted, scope: use.scope, year: year, donor: state.agreement.donor,
        amount: use.amount, book: book))
    return consequence
  }

  /// - Throws: `in-kind-exceeds` where less was delivered by the day, or is left on it or later.
  private func carrying(
    ofGoods use: LineUse, in fund: FundCode, on day: CalendarDate
  ) throws(Fault) -> Money {
    let key = CashPosition.Key(account: .inventory, fund: fund, currency: use.amount.currency)
    let held = cash[key] ?? CashPosition()
    let there = held.goods.least(from: day)
    guard use.amount.minorUnits <= there else {
      throw Fault(
        .inKindExceeds, use.amount.description,
        Money(minorUnits: max(there, 0), of: key.currency).description, use.agreement.text)
    }
    return Money(
      minorUnits: Share.of(held.carryingBook, part: use.amount.minorUnits, whole: held.amount),
      of: head.currency)
  }
}
