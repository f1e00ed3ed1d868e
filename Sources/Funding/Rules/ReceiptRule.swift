import Bookkeeping
import Diagnostics
import Monetary

// A receipt: Dr asset:bank what arrived, Cr asset:receivable what it settles, at what the books
// carry for it; between two currencies through net-asset:exchange, the difference to
// revenue:exchange or expense:exchange. The bank's charge and a surplus have legs of their own.
extension Book {
  /// What a receipt comes to.
  func consequence(of receipt: Receipt, in fact: Fact) throws(Fault) -> Consequence {
    let state = try agreement(receipt.agreement)
    try check(receipt, against: state, on: fact.date)
    let settled = min(receipt.settled.minorUnits, try state.open(of: receipt.part))
    let shares = try state.filling(settled, of: receipt.part)
    let arrival = try arrival(of: receipt, settled: settled, on: fact.date)

    var consequence = Consequence()
    var draft = DraftEntry(date: fact.posted, occasion: .received, bookCurrency: head.currency)
    try legs(of: receipt, arrival, shares, in: state, into: &draft)
    try consequence.append(draft)
    for share in shares {
      let movement = share.movement(of: receipt.agreement, on: fact.posted)
      consequence.parts.append(movement)
      consequence.positions.append(row(of: share, in: state, on: fact.posted))
      consequence.positions += receivedRows(of: movement)
    }
    return consequence
  }

  private func check(
    _ receipt: Receipt, against state: AgreementState, on date: CalendarDate
  ) throws(Fault) {
    try require(receipt.settled.currency, is: state.agreement.amount.currency)
    guard receipt.account.type == .asset, !receipt.account.isWithin(.receivable) else {
      throw Fault(.receiptAccount, receipt.account.text)
    }
    try requirePostable(receipt.account)
    guard date >= state.signed else {
      throw Fault(
        .receiptBeforeSigning, date.description, receipt.agreement.text,
        state.signed.description)
    }
    if let bank = receipt.bank, let charge = receipt.charge {
      try require(charge.currency, is: bank.currency)
    }
    let open = try state.open(of: receipt.part)
    guard receipt.settled.minorUnits <= open || receipt.allowsOverpayment else {
      let shown = Money(minorUnits: open, of: receipt.settled.currency)
      throw Fault(
        .receiptExceeds, receipt.settled.description, shown.description, receipt.agreement.text)
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

    /// What of it settles the agreement, in the currency that arrived.
    var settling: Int64 { net.minorUnits + charge.minorUnits - surplus.minorUnits }
    var settlingBook: Int64 {
      netBook.minorUnits + chargeBook.minorUnits - surplusBook.minorUnits
    }
  }

  private func arrival(
    of receipt: Receipt, settled: Int64, on date: CalendarDate
  ) throws(Fault) -> Arrival {
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
    let book = try worth(gross, on: date)
    let books = book.allocated(by: [net.minorUnits, charge.minorUnits])
    let surplus = [settled, receipt.settled.minorUnits - settled]
    return Arrival(
      net: net, netBook: books[0], charge: charge, chargeBook: books[1],
      surplus: gross.allocated(by: surplus)[1], surplusBook: book.allocated(by: surplus)[1])
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

  private func row(
    of share: ReceiptShare, in state: AgreementState, on day: CalendarDate
  ) -> PositionRow {
    let part = state.parts[share.index]
    return PositionRow(
      .received, day: day, scope: part.place, year: part.year, donor: state.agreement.donor,
      category: part.category, reach: part.reach, reference: state.agreement.reference,
      amount: Money(minorUnits: share.amount, of: state.agreement.amount.currency),
      book: Money(minorUnits: share.frozenBook, of: head.currency))
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
