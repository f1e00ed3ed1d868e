import Bookkeeping
import Diagnostics
import Monetary

// A refund, due: Dr revenue:refunds at the frozen rate (what a later year waits for, and last of all what a
// condition does: liability:deferred),
// Cr liability:refunds at the due date's rate, the difference through net-asset:exchange; B-. Paid:
// Dr liability:refunds, Cr the bank, the difference through net-asset:exchange. For one of an overpayment
// see OverpaymentRule.
extension Book {
  /// What a refund comes to.
  func consequence(
    of refund: Refund, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    for payment in refund.payments { check(payment, of: refund, in: fact, passing: &checks) }
    let settlements = checks.value(try refund.settlements())
    guard let state = checks.value(try agreement(refund.agreement)) else { return nil }
    checks.run(try require(fact, notBeforeSigning: state))
    if refund.isOfOverpayment {
      return consequence(
        ofGivingBack: refund, paid: settlements, of: state, in: fact, passing: &checks)
    }
    let isCounted = checks.run(
      try require(refund.amount.currency, is: state.agreement.amount.currency))
    guard checks.value(try state.indices(of: refund.part)) != nil, isCounted,
      let taken = checks.value(try taken(by: refund, of: state, in: fact)), let settlements,
      checks.passed
    else { return nil }
    return checks.value(
      try consequence(of: refund, taking: taken, paid: settlements, of: state, in: fact))
  }

  /// Checks where a payment comes from, and its day.
  private func check(
    _ payment: Refund.Payment, of refund: Refund, in fact: Fact, passing checks: inout Checks
  ) {
    checks.run(try requirePaying(payment.account))
    if payment.date < fact.date {
      checks.note(Fault(.refundPayment, payment.amount.description, refund.agreement.text))
    }
    if lock.isClosed(payment.date) {
      checks.note(
        Fault(
          .dayClosed, payment.date.description, lock.closedThrough?.description ?? ""))
    }
  }

  /// - Throws: `refund-account`, `account-undeclared`.
  private func requirePaying(_ account: AccountCode) throws(Fault) {
    guard account.type == .asset, !account.isWithin(.receivable) else {
      throw Fault(.refundAccount, account.text)
    }
    try requirePostable(account)
  }

  /// What is owed back of each part.
  /// - Throws: `part-unknown`, `refund-exceeds`, `refund-exceeds-part`.
  private func taken(
    by refund: Refund, of state: AgreementState, in fact: Fact
  ) throws(Fault) -> [(index: Int, amount: Int64)] {
    // What arrives later cannot be owed back yet.
    func settled(_ part: PartState) -> Int64 { part.flow.least(from: fact.posted) }
    guard
      let taken = try state.taking(refund.amount.minorUnits, of: refund.part, available: settled)
    else {
      let there = try state.indices(of: refund.part).reduce(0) { $0 + settled(state.parts[$1]) }
      let amount = refund.amount.description
      let shown = Money(minorUnits: there, of: refund.amount.currency).description
      let agreement = refund.agreement.text
      throw refund.part.map {
        Fault(.refundExceedsPart, amount, shown, agreement, $0.description)
      } ?? Fault(.refundExceeds, amount, shown, agreement)
    }
    return taken
  }

  private func consequence(
    of refund: Refund, taking taken: [(index: Int, amount: Int64)],
    paid settlements: [Refund.Settlement], of state: AgreementState, in fact: Fact
  ) throws(Fault) -> Consequence {
    let due = try worth(refund.amount, on: fact.date)
    let books = due.allocated(by: taken.map(\.amount))
    let shares = zip(taken, books).map { taken, book in
      let frozen = state.parts[taken.index].frozenGivenUp(taken.amount)
      return GivenUp(
        index: taken.index, amount: taken.amount, creditBook: book.minorUnits,
        recognisedBook: frozen, frozenBook: frozen, sparesConditions: true)
    }
    var movements = shares.map { share in
      PartMovement(
        agreement: refund.agreement, part: share.index + 1, refunded: share.amount,
        refundedBook: share.frozenBook, event: .received(-share.amount, on: fact.posted))
    }
    var consequence = Consequence()
    try giveUp(
      shares, GivingUpAccounts(recognised: .refunds, credited: .refundsDue), of: state,
      on: fact.posted, as: .refundDue, movements: &movements, into: &consequence)
    try takeFromRecords(shares, of: state, in: fact, into: &consequence)
    for (share, movement) in zip(shares, movements) {
      let part = state.parts[share.index]
      consequence.positions.append(
        row(
          .received, on: max(fact.posted, part.placed), part, of: state, -share.amount,
          worth: -share.frozenBook))
      consequence.positions += receivedRows(of: movement)
    }
    consequence.parts = movements
    try pay(refund, by: settlements, worth: due, of: state, in: fact, into: &consequence)
    return consequence
  }

  /// Adds the entries by which a refund was paid.
  func pay(
    _ refund: Refund, by settlements: [Refund.Settlement], worth due: Money,
    of state: AgreementState, in fact: Fact, into consequence: inout Consequence
  ) throws(Fault) {
    var left = refund.amount
    var leftBook = due
    for settlement in settlements {
      let (payment, settled) = (settlement.payment, settlement.settled)
      let settledBook = Money(
        minorUnits: Share.of(leftBook.minorUnits, part: settled.minorUnits, whole: left.minorUnits),
        of: head.currency)
      try consequence.append(
        try paying(payment, settling: settled, worth: settledBook, of: state, in: fact))
      left = try refusing { () throws(MoneyError) in try left.subtracting(settled) }
      leftBook = try refusing { () throws(MoneyError) in try leftBook.subtracting(settledBook) }
    }
  }

  private func paying(
    _ payment: Refund.Payment, settling settled: Money, worth settledBook: Money,
    of state: AgreementState, in fact: Fact
  ) throws(Fault) -> DraftEntry {
    let book = try worth(payment.amount, on: payment.date)
    let paid = try carrying(
      of: payment.amount, in: payment.account, fund: state.fund, worth: book)
    let day = max(payment.date, fact.posted)
    var draft = DraftEntry(date: day, occasion: .refundPaid, bookCurrency: head.currency)
    let (fund, tags) = (state.fund, state.tags)
    try draft.leg(.debit, .refundsDue, fund: fund, settled, book: settledBook, tags: tags)
    if settled.currency != payment.amount.currency || settledBook != paid {
      try draft.leg(.credit, .exchange, fund: fund, settled, book: settledBook, tags: tags)
      try draft.leg(.debit, .exchange, fund: fund, payment.amount, book: paid, tags: tags)
      try draft.exchangeDifference(
        settledBook.minorUnits - paid.minorUnits, fund: fund, direct: false, tags: tags)
    }
    try draft.leg(.credit, payment.account, fund: fund, payment.amount, book: paid, tags: tags)
    return draft
  }
}
