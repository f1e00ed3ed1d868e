import Bookkeeping
import Diagnostics
import Monetary

// A pledge: Dr memorandum:pledges-outstanding, Cr memorandum:pledges-made. What an agreement takes
// up of it: Dr memorandum:pledges-converted, Cr memorandum:pledges-outstanding.
extension Book {
  /// What a pledge comes to.
  func consequence(of pledge: Pledge, in fact: Fact) throws(Fault) -> Consequence {
    try requireUnused(pledge.reference)
    try donors.require(pledge.donor)
    try check(pledge.earmark)
    let state = try state(of: pledge, in: fact)
    let book = Money(minorUnits: state.outstandingBook, of: head.currency)
    let tags = Posting.Tags(scope: state.place, year: state.year)
    var draft = DraftEntry(date: fact.posted, occasion: .pledged, bookCurrency: head.currency)
    try draft.leg(
      .debit, .pledgesOutstanding, fund: .memorandum, pledge.amount, book: book, tags: tags)
    try draft.leg(.credit, .pledgesMade, fund: .memorandum, pledge.amount, book: book, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    consequence.positions.append(
      state.row(on: fact.posted, count: 1, amount: pledge.amount, book: book))
    return consequence
  }

  /// The pledge as it stands on the day it is made.
  func state(of pledge: Pledge, in fact: Fact) throws(Fault) -> PledgeState {
    let book = try worth(pledge.amount, on: fact.date)
    return PledgeState(
      pledge: pledge, made: fact.posted, place: try programme.place(of: pledge.earmark),
      year: pledge.year ?? BudgetYear(of: fact.date),
      outstanding: pledge.amount.minorUnits, outstandingBook: book.minorUnits, dependants: 0)
  }

  /// Adds to `consequence` what `agreement` takes up of its pledge: all of it, or as much as it is.
  ///
  /// An agreement signed before the pledge takes it up on the day it is made.
  func convertPledge(
    of agreement: Agreement, on fact: Fact, into consequence: inout Consequence
  ) throws(Fault) {
    guard let reference = agreement.pledge else { return }
    guard let state = pledges[reference] else { throw Fault(.pledgeUnknown, reference.text) }
    guard donors.resolved(state.pledge.donor) == donors.resolved(agreement.donor) else {
      throw Fault(
        .pledgeDonor, reference.text, state.pledge.donor.text, agreement.donor.text)
    }
    let currency = state.pledge.amount.currency
    let agreed = try refusing { () throws(MoneyError) in
      try rates.conversion(
        from: agreement.amount.currency, to: currency, on: fact.date, table: head.rates
      ).converting(agreement.amount)
    }
    let taken = min(agreed.minorUnits, state.outstanding)
    guard taken > 0 else { return }
    let takenBook = Share.of(state.outstandingBook, part: taken, whole: state.outstanding)
    let amount = Money(minorUnits: taken, of: currency)
    let book = Money(minorUnits: takenBook, of: head.currency)
    let tags = Posting.Tags(scope: state.place, year: state.year)
    let day = max(fact.posted, state.made)
    var draft = DraftEntry(date: day, occasion: .converted, bookCurrency: head.currency)
    try draft.leg(.debit, .pledgesConverted, fund: .memorandum, amount, book: book, tags: tags)
    try draft.leg(.credit, .pledgesOutstanding, fund: .memorandum, amount, book: book, tags: tags)
    try consequence.append(draft)
    consequence.positions.append(
      state.row(
        on: day, count: taken == state.outstanding ? -1 : 0,
        amount: Money(minorUnits: -taken, of: currency),
        book: Money(minorUnits: -takenBook, of: head.currency)))
    consequence.pledges.append(
      PledgeMovement(pledge: reference, outstanding: -taken, outstandingBook: -takenBook))
  }
}

extension PledgeState {
  fileprivate func row(
    on day: CalendarDate, count: Int, amount: Money, book: Money
  ) -> PositionRow {
    PositionRow(
      .pledged, day: day, scope: place, year: year, donor: pledge.donor,
      category: pledge.earmark.category, reference: pledge.reference, count: count,
      amount: amount, book: book)
  }
}
