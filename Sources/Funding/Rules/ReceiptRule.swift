import Bookkeeping
import Diagnostics
import Monetary

// A receipt: Dr asset:bank what arrived, Cr asset:receivable what it settles, at what the books
// carry for it; between two currencies through net-asset:exchange, the difference to
// revenue:exchange or expense:exchange. The bank's charge and a surplus have legs of their own.
extension Book {
  /// What a receipt comes to.
  func consequence(
    of receipt: Receipt, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    var isAgreed = true
    var open: Int64?
    let state = checks.value(try agreement(receipt.agreement))
    if let state {
      checks.run(try requireSigned(state, by: fact.date))
      isAgreed = checks.run(
        try require(receipt.settled.currency, is: state.agreement.amount.currency))
      open = checks.value(try state.open(of: receipt.part))
      if let open, isAgreed { checks.run(try requireOpen(open, for: receipt)) }
    }
    checks.run(try requireReceiving(receipt.account))
    // An amount that is not in the agreement's currency need have no rate.
    guard isAgreed || receipt.bank != nil,
      let gross = checks.value(try gross(of: receipt)),
      let book = checks.value(try worth(gross, on: fact.date)),
      let state, let open, checks.passed
    else { return nil }
    return checks.value(
      try settlement(
        by: receipt, of: gross, worth: book, upTo: open, in: state, on: fact.posted))
  }

  /// What `gross` money, the bank's charge with it, comes to that settles an agreement; the receipt
  /// tells how much, of which no more than `open` is owed.
  func settlement(
    by receipt: Receipt, of gross: Money, worth book: Money, upTo open: Int64 = .max,
    in state: AgreementState, on date: CalendarDate
  ) throws(Fault) -> Consequence {
    let settled = min(receipt.settled.minorUnits, open)
    let arrival = Arrival(of: receipt, settled: settled, gross: gross, worth: book)
    let shares = try state.filling(settled, of: receipt.part)
    var consequence = Consequence()
    var draft = DraftEntry(date: date, occasion: .received, bookCurrency: head.currency)
    try legs(of: receipt, arrival, shares, in: state, into: &draft)
    try consequence.append(draft)
    for share in shares {
      let movement = share.movement(of: receipt.agreement, on: date)
      consequence.parts.append(movement)
      consequence.positions.append(
        row(
          .received, on: date, state.parts[share.index], of: state, share.amount,
          worth: share.frozenBook))
      consequence.positions += receivedRows(of: movement)
    }
    return consequence
  }

  /// - Throws: `receipt-account`, `account-undeclared`.
  func requireReceiving(_ account: AccountCode) throws(Fault) {
    guard account.type == .asset, !account.isWithin(.receivable) else {
      throw Fault(.receiptAccount, account.text)
    }
    try requirePostable(account)
  }

  func requireSigned(_ state: AgreementState, by date: CalendarDate) throws(Fault) {
    guard date >= state.signed else {
      throw Fault(
        .receiptBeforeSigning, date.description, state.agreement.reference.text,
        state.signed.description)
    }
  }

  func requireOpen(_ open: Int64, for receipt: Receipt) throws(Fault) {
    guard receipt.settled.minorUnits <= open || receipt.allowsOverpayment else {
      let settled = receipt.settled.description
      let shown = Money(minorUnits: open, of: receipt.settled.currency).description
      let agreement = receipt.agreement.text
      throw receipt.part.map {
        Fault(.receiptExceedsPart, settled, shown, agreement, $0.description)
      } ?? Fault(.receiptExceeds, settled, shown, agreement)
    }
  }

  /// What arrived at the bank and what it was worth, split into what settles and what is too much.
  private struct Arrival {
    let net: Money
    let netBook: Money
    let charge: Money
    let chargeBook: Money
    /// What arrived beyond what was owed, in the currency that arrived.
    let surplus: Money
    let surplusBook: Money

    /// Splits `gross`, which is no less than the charge.
    init(of receipt: Receipt, settled: Int64, gross: Money, worth book: Money) {
      charge = receipt.charge ?? .zero(gross.currency)
      net = Money(minorUnits: gross.minorUnits - charge.minorUnits, of: gross.currency)
      let books = book.allocated(by: [net.minorUnits, charge.minorUnits])
      (netBook, chargeBook) = (books[0], books[1])
      let split = [settled, receipt.settled.minorUnits - settled]
      surplus = gross.allocated(by: split)[1]
      surplusBook = book.allocated(by: split)[1]
    }

    /// What of it settles the agreement, in the currency that arrived.
    var settling: Int64 { net.minorUnits + charge.minorUnits - surplus.minorUnits }
    var settlingBook: Int64 {
      netBook.minorUnits + chargeBook.minorUnits - surplusBook.minorUnits
    }
  }

  /// All that arrived, the bank's charge with it.
  /// - Throws: `currency-mismatch`, `sum-overflow`, `receipt-charge`, `receipt-arrival`.
  private func gross(of receipt: Receipt) throws(Fault) -> Money {
    let currency = receipt.bank?.currency ?? receipt.charge?.currency ?? receipt.settled.currency
    let charge = receipt.charge ?? .zero(currency)
    let gross = try refusing { () throws(MoneyError) in
      try receipt.bank?.adding(charge) ?? receipt.settled
    }
    let net = try refusing { () throws(MoneyError) in try gross.subtracting(charge) }
    guard !net.isNegative else {
      throw Fault(.receiptCharge, charge.description, gross.description)
    }
    guard currency != receipt.settled.currency || gross == receipt.settled else {
      throw Fault(.receiptArrival, gross.description, receipt.settled.description)
    }
    return gross
  }

  private func legs(
    of receipt: Receipt, _ arrival: Arrival, _ shares: [ReceiptShare], in state: AgreementState,
    into draft: inout DraftEntry
  ) throws(Fault) {
    let fund = state.fund
    let tags = state.tags
    let carrying = shares.reduce(0) { $0 + $1.carryingBook }
    let gain = arrival.settlingBook - carrying
    let arrived = arrival.net.currency
    let agreed = receipt.settled.currency
    try draft.leg(
      .debit, receipt.account, fund: fund, arrival.net, book: arrival.netBook, tags: tags)
    try draft.leg(
      .debit, .bankCharges, fund: fund, arrival.charge, book: arrival.chargeBook, tags: tags)
    if arrived != agreed || arrived != head.currency {
      // In the book currency the exchange account takes what was carried and the gain is open.
      let taken = arrived == head.currency ? carrying : arrival.settling
      try draft.leg(
        .credit, .exchange, fund: fund, Money(minorUnits: taken, of: arrived),
        book: Money(
          minorUnits: arrived == head.currency ? taken : arrival.settlingBook, of: head.currency),
        tags: tags)
      try draft.exchangeDifference(
        gain, fund: fund, direct: arrived == head.currency, tags: tags)
      try draft.leg(
        .debit, .exchange, fund: fund,
        Money(minorUnits: shares.reduce(0) { $0 + $1.amount }, of: agreed),
        book: Money(minorUnits: carrying, of: head.currency), tags: tags)
    }
    for share in shares {
      try draft.leg(
        .credit, .receivable, fund: fund, Money(minorUnits: share.amount, of: agreed),
        book: Money(minorUnits: share.carryingBook, of: head.currency),
        tags: state.tags(ofPart: share.index))
    }
    try draft.leg(
      .credit, .overpayments, fund: fund, arrival.surplus, book: arrival.surplusBook, tags: tags)
  }
}

/// What a receipt settles of one part.
struct ReceiptShare {
  /// The part, counted from 0.
  let index: Int
  /// In the agreement's currency.
  let amount: Int64
  /// What the books carry for it.
  let carryingBook: Int64
  /// The same at the part's frozen rate.
  let frozenBook: Int64

  func movement(of reference: Reference, on day: CalendarDate) -> PartMovement {
    PartMovement(
      agreement: reference, part: index + 1, open: -amount, carryingBook: -carryingBook,
      received: amount, receivedBook: frozenBook, event: .received(amount, on: day))
  }
}
