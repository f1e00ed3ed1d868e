public import Bookkeeping
import Monetary

/// What is held of an agreement's money beyond its use, and so is the donor's when the work is over.
///
/// It is told from what the accounts of the agreement hold: what is unspent, what was paid too much, and
/// refunds that are due and not paid.
public struct OwedBack: Hashable, Sendable {
  /// In minor units of the book currency; negative where more was spent than received.
  private var unspent: Int128 = 0
  private var overpaid: Int128 = 0
  private var refundsUnpaid: Int128 = 0

  /// Nothing.
  public init() {}

  /// Adds a posting of the agreement's money.
  mutating func add(_ posting: Posting) {
    add(posting.side.sign * Int128(posting.book.minorUnits), on: posting.account)
  }

  /// Adds debits less credits of an account, in minor units of the book currency.
  public mutating func add(_ book: Int128, on account: AccountCode) {
    if account.holdsUnspent { unspent += book }
    if account.isWithin(.overpayments) { overpaid -= book }
    if account.isWithin(.refundsDue) { refundsUnpaid -= book }
  }

  /// All of it, in minor units of the book currency; what was overspent makes none of it less.
  var total: Int128 { besideRefunds + max(refundsUnpaid, 0) }

  /// What of it no refund was recorded of.
  var besideRefunds: Int128 { max(unspent, 0) + max(overpaid, 0) }
}
