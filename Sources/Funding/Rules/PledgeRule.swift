import Bookkeeping
import Diagnostics
import Monetary

// A pledge: Dr memorandum:pledges-outstanding, Cr memorandum:pledges-made. What an agreement takes
// up of it: Dr memorandum:pledges-converted, Cr memorandum:pledges-outstanding. Where it is reversed,
// what it took up is outstanding again, until another agreement takes it up that lacked it.
extension Book {
  /// What a pledge comes to.
  func consequence(of pledge: Pledge, in fact: Fact) throws(Fault) -> Consequence {
    try requireUnused(pledge.reference)
    try donors.require(pledge.donor)
    try check(pledge.earmark)
    let state = try state(of: pledge, in: fact)
    let book = Money(minorUnits: state.book, of: head.currency)
    let tags = Posting.Tags(scope: state.place, year: state.year)
    var draft = DraftEntry(date: fact.posted, occasion: .pledged, bookCurrency: head.currency)
    try draft.leg(
      .debit, .pledgesOutstanding, fund: .memorandum, pledge.amount, book: book, tags: tags)
    try draft.leg(.credit, .pledgesMade, fund: .memorandum, pledge.amount, book: book, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    consequence.positions.append(
      state.row(on: fact.posted, count: 1, amount: pledge.amount.minorUnits, book: book))
    return consequence
  }

  /// The pledge as it stands on the day it is made.
  func state(of pledge: Pledge, in fact: Fact) throws(Fault) -> PledgeState {
    let book = try worth(pledge.amount, on: fact.date)
    return PledgeState(
      pledge: pledge, made: fact.posted, place: try programme.place(of: pledge.earmark),
      reach: try programme.reach(of: pledge.earmark),
      year: pledge.year ?? BudgetYear(of: fact.date),
      book: book.minorUnits)
  }

  /// Adds to `consequence` what `agreement` takes up of its pledge: all of it, or as much as it is.
  ///
  /// An agreement signed before the pledge takes it up on the day it is made.
  func convertPledge(
    of agreement: Agreement, on fact: Fact, into consequence: inout Consequence
  ) throws(Fault) {
    guard let reference = agreement.pledge else { return }
    guard var state = pledges[reference] else { throw Fault(.pledgeUnknown, reference.text) }
    guard donors.resolved(state.pledge.donor) == donors.resolved(agreement.donor) else {
      throw Fault(
        .pledgeDonor, reference.text, state.pledge.donor.text, agreement.donor.text)
    }
    let agreed = try refusing { () throws(MoneyError) in
      try rates.conversion(
        from: agreement.amount.currency, to: state.pledge.amount.currency, on: fact.date,
        table: head.rates
      ).converting(agreement.amount)
    }
    let day = max(fact.posted, state.made)
    state.claims.append(
      PledgeClaim(agreement: agreement.reference, day: day, amount: agreed.minorUnits))
    try takeUp(state, from: day, into: &consequence)
  }

  /// Adds to `consequence` that `agreement`, reversed on `day`, gives back what it took up of its
  /// pledge, and that others take up what of it they lacked.
  func releasePledge(
    of agreement: Agreement, on day: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    guard let reference = agreement.pledge, var state = pledges[reference],
      let index = state.claims.firstIndex(where: { $0.agreement == agreement.reference })
    else { return }
    let isExhausted = state.outstanding == 0
    let claim = state.claims.remove(at: index)
    if claim.taken > 0 {
      let day = max(day, claim.day)
      let entry = try conversion(of: claim.taken, worth: claim.takenBook, from: state, on: day)
      consequence.entries.append(entry.reversed(on: day))
      consequence.positions.append(
        state.row(
          on: day, count: isExhausted ? 1 : 0, amount: claim.taken,
          book: Money(minorUnits: claim.takenBook, of: head.currency)))
    }
    try takeUp(state, from: day, into: &consequence)
  }

  /// Lets claims take up what is outstanding, each from its own day on, but not before `day`.
  private func takeUp(
    _ before: PledgeState, from day: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    var state = before
    for index in state.claims.indices {
      let claim = state.claims[index]
      let outstanding = state.outstanding
      let taken = min(claim.amount - claim.taken, outstanding)
      guard taken > 0 else { continue }
      let book = Share.of(state.outstandingBook, part: taken, whole: outstanding)
      let day = max(day, claim.day)
      consequence.entries.append(try conversion(of: taken, worth: book, from: state, on: day))
      consequence.positions.append(
        state.row(
          on: day, count: taken == outstanding ? -1 : 0, amount: -taken,
          book: Money(minorUnits: -book, of: head.currency)))
      state.claims[index].taken += taken
      state.claims[index].takenBook += book
    }
    consequence.pledges.append(
      PledgeMovement(pledge: state.pledge.reference, claims: state.claims))
  }

  private func conversion(
    of taken: Int64, worth book: Int64, from state: PledgeState, on day: CalendarDate
  ) throws(Fault) -> JournalEntry {
    let amount = Money(minorUnits: taken, of: state.pledge.amount.currency)
    let book = Money(minorUnits: book, of: head.currency)
    let tags = Posting.Tags(scope: state.place, year: state.year)
    var draft = DraftEntry(date: day, occasion: .converted, bookCurrency: head.currency)
    try draft.leg(.debit, .pledgesConverted, fund: .memorandum, amount, book: book, tags: tags)
    try draft.leg(.credit, .pledgesOutstanding, fund: .memorandum, amount, book: book, tags: tags)
    return try draft.entry()
  }
}

extension PledgeState {
  fileprivate func row(
    on day: CalendarDate, count: Int, amount: Int64, book: Money
  ) -> PositionRow {
    PositionRow(
      .pledged, day: day, scope: place, year: year, donor: pledge.donor,
      category: pledge.earmark.category, reach: reach, reference: pledge.reference, count: count,
      amount: Money(minorUnits: amount, of: pledge.amount.currency), book: book)
  }
}
