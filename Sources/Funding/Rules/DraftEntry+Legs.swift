import Bookkeeping
import Diagnostics
import Monetary

// How posting rules write legs: refusals come as faults, and common pairs have one name.
extension DraftEntry {
  /// Adds a leg of `amount`, worth `book`; one of zero amount is left out.
  mutating func leg(
    _ side: Side, _ account: AccountCode, fund: FundCode, _ amount: Money, book: Money? = nil,
    tags: Posting.Tags = Posting.Tags()
  ) throws(Fault) {
    do {
      try add(side, account, fund: fund, amount, book: book ?? amount, tags: tags)
    } catch {
      throw Fault(error)
    }
  }

  /// The entry that the legs make.
  func entry() throws(Fault) -> JournalEntry {
    do {
      return try balanced()
    } catch {
      throw Fault(error)
    }
  }

  /// Adds the legs by which money leaves an account at what is carried for it, while the other legs count
  /// it at `worth`; the difference goes through net-asset:exchange.
  mutating func leaving(
    _ account: AccountCode, fund: FundCode, _ amount: Money, worth: Money, carrying: Money,
    tags: Posting.Tags
  ) throws(Fault) {
    if carrying != worth {
      try leg(.credit, .exchange, fund: fund, amount, book: worth, tags: tags)
      try leg(.debit, .exchange, fund: fund, amount, book: carrying, tags: tags)
      try exchangeDifference(
        worth.minorUnits - carrying.minorUnits, fund: fund, direct: false, tags: tags)
    }
    try leg(.credit, account, fund: fund, amount, book: carrying, tags: tags)
  }

  /// Closes the difference that an entry makes on exchange, in the book currency.
  ///
  /// A positive `gain` is credited to revenue, a negative one debited to expense; the exchange
  /// account takes the other side, unless `direct` says that the other legs leave the gain open.
  mutating func exchangeDifference(
    _ gain: Int64, fund: FundCode, direct: Bool, tags: Posting.Tags
  ) throws(Fault) {
    let size = Money(minorUnits: abs(gain), of: bookCurrency)
    let side: Side = gain > 0 ? .credit : .debit
    let account: AccountCode = gain > 0 ? .exchangeGain : .exchangeLoss
    try leg(side, account, fund: fund, size, tags: tags)
    if !direct { try leg(side.opposite, .exchange, fund: fund, size, tags: tags) }
  }
}
