import Bookkeeping
import Diagnostics
import Monetary

// Money that nobody can name yet: Dr the bank, Cr liability:unapplied, in the general fund. Found to
// settle an agreement: Dr liability:unapplied at what it was worth, Cr the bank at what the books carry,
// the difference through net-asset:exchange; and in the agreement's fund as a receipt of so much. How much
// of it is used is what is settled or what `bank:` says; between two currencies, without it, all that is left.
extension Book {
  /// What an unidentified receipt comes to.
  func consequence(
    of receipt: UnidentifiedReceipt, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    checks.run(try requireUnused(receipt.reference))
    checks.run(try requireReceiving(receipt.account))
    guard let book = checks.value(try worth(receipt.amount, on: fact.date)), checks.passed
    else { return nil }
    return checks.value(try consequence(of: receipt, worth: book, on: fact.posted))
  }

  private func consequence(
    of receipt: UnidentifiedReceipt, worth book: Money, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    var draft = DraftEntry(date: day, occasion: .unidentified, bookCurrency: head.currency)
    let tags = Posting.Tags(agreement: receipt.reference)
    try draft.leg(
      .debit, receipt.account, fund: .general, receipt.amount, book: book, tags: tags)
    try draft.leg(.credit, .unapplied, fund: .general, receipt.amount, book: book, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// What a match comes to.
  func consequence(
    of match: Match, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let found = checks.value(try requireUnapplied(match.unidentified))
    if let found { checks.run(try requireArrived(found, by: fact.date, for: match)) }
    let state = checks.value(try agreement(match.agreement))
    var isCounted = false
    if let state {
      checks.run(try requireSigned(state, by: fact.date))
      isCounted = checks.run(
        try require(match.settled.currency, is: state.agreement.amount.currency))
      if isCounted {
        checks.run(try requireOpen(state, for: match))
      }
    }
    guard let found, let state, isCounted,
      let movement = checks.value(try found.applying(match)), checks.passed
    else { return nil }
    return checks.value(
      try consequence(of: match, applying: movement, of: found, to: state, on: fact.posted))
  }

  private func consequence(
    of match: Match, applying movement: UnappliedMovement, of found: UnappliedState,
    to state: AgreementState, on day: CalendarDate
  ) throws(Fault) -> Consequence {
    let amount = Money(minorUnits: -movement.amount, of: found.currency)
    let worth = Money(minorUnits: -movement.book, of: head.currency)
    let carrying = try carrying(of: amount, in: found.account, fund: .general, worth: worth)
    var draft = DraftEntry(date: day, occasion: .matched, bookCurrency: head.currency)
    let tags = Posting.Tags(agreement: match.unidentified)
    try draft.leg(.debit, .unapplied, fund: .general, amount, book: worth, tags: tags)
    try draft.leaving(
      found.account, fund: .general, amount, worth: worth, carrying: carrying, tags: tags)
    var receipt = Receipt(match.agreement, settled: match.settled)
    receipt.bank = amount
    receipt.account = found.account
    var consequence = Consequence()
    try consequence.append(draft)
    consequence.add(try settlement(by: receipt, of: amount, worth: carrying, in: state, on: day))
    consequence.unapplied = [movement]
    return consequence
  }

  /// - Throws: `unidentified-unknown`.
  private func requireUnapplied(_ reference: Reference) throws(Fault) -> UnappliedState {
    guard let state = unapplied[reference] else {
      throw Fault(.unidentifiedUnknown, reference.text)
    }
    return state
  }

  /// - Throws: `match-owed`.
  private func requireOpen(_ state: AgreementState, for match: Match) throws(Fault) {
    guard match.settled.minorUnits <= state.open else {
      let open = Money(minorUnits: state.open, of: match.settled.currency)
      throw Fault(
        .matchOwed, match.settled.description, open.description, match.agreement.text)
    }
  }

  /// - Throws: `match-date`.
  private func requireArrived(
    _ found: UnappliedState, by day: CalendarDate, for match: Match
  ) throws(Fault) {
    guard found.arrived <= day else {
      throw Fault(
        .matchDate, day.description, match.unidentified.text, found.arrived.description)
    }
  }
}

extension UnappliedState {
  /// What a match takes of it.
  /// - Throws: `match-currency`, `receipt-arrival`, `match-exceeds`.
  fileprivate func applying(_ match: Match) throws(Fault) -> UnappliedMovement {
    let left = Money(minorUnits: amount, of: currency)
    let taken = try used(by: match) ?? left
    guard taken.isPositive, taken.minorUnits <= amount else {
      let asked = match.bank ?? match.settled
      throw Fault(.matchExceeds, asked.description, left.description, match.unidentified.text)
    }
    return UnappliedMovement(
      unidentified: match.unidentified, amount: -taken.minorUnits,
      book: -Share.of(book, part: taken.minorUnits, whole: amount))
  }

  /// What a match says that it uses; nil where that is all that is left.
  /// - Throws: `match-currency`, `receipt-arrival`.
  private func used(by match: Match) throws(Fault) -> Money? {
    let isExchanged = match.settled.currency != currency
    guard let bank = match.bank else { return isExchanged ? nil : match.settled }
    guard bank.currency == currency else {
      throw Fault(
        .matchCurrency, bank.description, currency.code, match.unidentified.text)
    }
    guard isExchanged || bank == match.settled else {
      throw Fault(.receiptArrival, bank.description, match.settled.description)
    }
    return bank
  }
}
