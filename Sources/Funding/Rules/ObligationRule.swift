import Bookkeeping
import Diagnostics
import Monetary

// An obligation to a partner: Dr memorandum:obligations, Cr memorandum:obligations-open. What is paid
// out on it, and what is left of it when it is reversed: the opposite.
extension Book {
  /// What an obligation comes to.
  func consequence(
    of obligation: Obligation, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let state = checks.value(try agreement(obligation.agreement))
    let isPlaced = checks.run(try programme.require(obligation.scope))
    let book = checks.value(try worth(obligation.amount, on: fact.date))
    if let state {
      if isPlaced { checks.run(try requireReach(of: state, to: obligation.scope)) }
      checks.run(try requirePeriod(of: state, on: fact.date))
      if let book {
        checks.run(try requireAvailable(of: state, worth: book, on: fact.posted))
        if isPlaced {
          checkLimits(
            of: state, at: obligation.scope, worth: book, on: fact.date, passing: &checks)
        }
      }
    }
    guard let state, let book, checks.passed else { return nil }
    let open = ObligationState(
      of: obligation, donor: donor(of: state, at: obligation.scope), worth: book, in: fact)
    return checks.value(
      try consequence(
        of: ObligationMovement(obligation: nil, amount: open.open, book: open.openBook), on: open,
        as: .obligated, day: fact.posted))
  }

  /// What of an obligation an expenditure of its agreement pays out: up to what is open.
  ///
  /// In the obligation's currency that is the amount spent; in another one, by what both are worth.
  /// - Throws: `obligation-unknown`.
  func disbursement(
    by expenditure: Expenditure, worth book: Money
  ) throws(Fault) -> ObligationMovement? {
    guard let id = expenditure.obligation else { return nil }
    let state = try standing(id, of: expenditure.agreement)
    let amount: Int64
    let released: Int64
    if expenditure.amount.currency == state.currency {
      amount = min(expenditure.amount.minorUnits, state.open)
      released = amount == 0 ? 0 : Share.of(state.openBook, part: amount, whole: state.open)
    } else {
      released = min(book.minorUnits, state.openBook)
      amount = released == 0 ? 0 : Share.of(state.open, part: released, whole: state.openBook)
    }
    return ObligationMovement(obligation: id, amount: -amount, book: -released)
  }

  /// Adds to `consequence` what an expenditure pays out on an obligation.
  func disburse(
    _ movement: ObligationMovement, on day: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    guard let state = movement.obligation.flatMap({ obligations[$0] }) else { return }
    consequence.add(
      try self.consequence(of: movement, on: state, as: .disbursed, day: max(day, state.since)))
  }

  /// What the reversal of an obligation comes to: what is open of it is open no longer.
  func consequence(
    ofCancelling obligation: FactID, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    guard let state = obligations[obligation] else { return Consequence() }
    return try consequence(
      of: ObligationMovement(obligation: obligation, amount: -state.open, book: -state.openBook),
      on: state, as: .reversed, day: max(day, state.since))
  }

  /// Checks that `agreement` has the obligation, that it is of the budget line where it is paid out, nil
  /// where that is not known, and that it was made by then.
  func checkObligation(
    _ id: FactID, of agreement: Reference?, at line: ScopePath?, on date: CalendarDate,
    passing checks: inout Checks
  ) {
    guard let state = checks.value(try standing(id, of: agreement)) else { return }
    if let line, line != state.scope {
      checks.note(Fault(.obligationLine, id.text, state.scope.text, line.text))
    }
    if date < state.made {
      checks.note(
        Fault(.obligationDate, date.description, id.text, state.made.description))
    }
  }

  private func standing(
    _ obligation: FactID, of agreement: Reference?
  ) throws(Fault) -> ObligationState {
    guard let state = obligations[obligation], state.agreement == agreement else {
      throw Fault(
        .obligationUnknown, obligation.text, agreement?.text ?? FundCode.general.text)
    }
    return state
  }

  private func consequence(
    of movement: ObligationMovement, on state: ObligationState, as occasion: Occasion,
    day: CalendarDate
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    let (amount, book) = (movement.amount, movement.book)
    guard amount != 0 || book != 0 else { return consequence }
    var draft = DraftEntry(date: day, occasion: occasion, bookCurrency: head.currency)
    let tags = Posting.Tags(agreement: state.agreement, scope: state.scope, year: state.year)
    let side: Side = amount > 0 ? .debit : .credit
    for (side, account) in [
      (side, AccountCode.obligations), (side.opposite, .obligationsOpen),
    ] {
      try draft.leg(
        side, account, fund: .memorandum, Money(minorUnits: abs(amount), of: state.currency),
        book: Money(minorUnits: abs(book), of: head.currency), tags: tags)
    }
    try consequence.append(draft)
    consequence.positions.append(
      PositionRow(
        .obligated, day: day, scope: state.scope, year: state.year,
        donor: state.donor, reference: state.agreement,
        amount: Money(minorUnits: amount, of: state.currency),
        book: Money(minorUnits: book, of: head.currency)))
    if movement.obligation != nil { consequence.obligations = [movement] }
    return consequence
  }
}
