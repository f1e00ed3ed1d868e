import Bookkeeping
import Diagnostics
import Monetary

// A pledge: Dr memorandum:pledges-outstanding, Cr memorandum:pledges-made. What an agreement takes
// up of it: Dr memorandum:pledges-converted, Cr memorandum:pledges-outstanding. Where it is reversed,
// what it took up is outstanding again, until another agreement takes it up that lacked it.
extension Book {
  /// What a pledge comes to.
  func consequence(
    of pledge: Pledge, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    checks.run(try requireUnused(pledge.reference))
    checks.run(try donors.require(pledge.donor))
    checks.run(try requireExpected(pledge.expected, from: fact.date))
    check(pledge.earmark, passing: &checks)
    guard let state = checks.value(try state(of: pledge, in: fact)), checks.passed
    else { return nil }
    return checks.value(try consequence(of: pledge, as: state, in: fact))
  }

  private func consequence(
    of pledge: Pledge, as state: PledgeState, in fact: Fact
  ) throws(Fault) -> Consequence {
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

  /// - Throws: `pledge-expected` where its money would come before it was promised.
  private func requireExpected(_ day: CalendarDate?, from made: CalendarDate) throws(Fault) {
    guard let day, day < made else { return }
    throw Fault(.pledgeExpected, day.description, made.description)
  }

  /// The pledge as it stands on the day it is made.
  func state(of pledge: Pledge, in fact: Fact) throws(Fault) -> PledgeState {
    let book = try worth(pledge.amount, on: fact.date)
    return PledgeState(
      pledge: pledge, dated: fact.date, made: fact.posted,
      place: try programme.place(of: pledge.earmark),
      reach: try programme.reach(of: pledge.earmark),
      year: pledge.year ?? BudgetYear(of: fact.date),
      book: book.minorUnits)
  }

  /// The pledge that an agreement names; nil where it names none that there is.
  ///
  /// That it is of a donor that gives part of the agreement is asked only of donors there are.
  func pledge(of agreement: Agreement, passing checks: inout Checks) -> PledgeState? {
    guard let reference = agreement.pledge else { return nil }
    guard let state = pledges[reference] else {
      checks.note(Fault(.pledgeUnknown, reference.text))
      return nil
    }
    let giving = agreement.givingDonors
    if giving.allSatisfy({ donors.donor($0) != nil }),
      !giving.contains(where: { donors.resolved($0) == donors.resolved(state.pledge.donor) })
    {
      checks.note(
        Fault(
          .pledgeDonor, reference.text, state.pledge.donor.text,
          giving.map(\.text).joined(separator: ", ")))
    }
    return state
  }

  /// The pledge with what `agreement` claims of it: all of it, or as much as the pledge's donor gives of
  /// the agreement.
  ///
  /// An agreement signed before the pledge claims it on the day it is made.
  /// - Throws: `rate-missing`, `sum-overflow`.
  func claiming(
    _ pledge: PledgeState, by agreement: Agreement, on fact: Fact
  ) throws(Fault) -> PledgeState {
    let promising = donors.resolved(pledge.pledge.donor)
    let parts = agreement.effectiveParts(signed: fact.date).filter {
      donors.resolved(agreement.donor(of: $0)) == promising
    }
    let currency = agreement.amount.currency
    let given = MoneyBag(parts.map(\.amount)).minorUnits(in: currency)
    let agreed = try refusing { () throws(MoneyError) in
      try rates.conversion(
        from: currency, to: pledge.pledge.amount.currency, on: fact.date, table: head.rates
      ).converting(Money(minorUnits: Int64(clamping: given), of: currency))
    }
    var state = pledge
    state.claims.append(
      PledgeClaim(
        agreement: agreement.reference, day: max(fact.posted, pledge.made),
        amount: agreed.minorUnits))
    return state
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
  func takeUp(
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

extension Agreement {
  /// The donors that give parts of it, each once: not the one that signs where others give all.
  fileprivate var givingDonors: [DonorID] {
    guard !parts.isEmpty else { return [donor] }
    return donors.filter { id in parts.contains { donor(of: $0) == id } }
  }
}
