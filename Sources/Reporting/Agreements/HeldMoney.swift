public import Bookkeeping
import Monetary

/// What accounts hold of an agreement's money beyond its use.
///
/// Amounts are in minor units of the book currency.
public struct HeldMoney: Hashable, Sendable {
  /// What was received and not spent; negative where more was spent.
  private(set) var unspent: Int128 = 0
  /// What was paid too much and not given back.
  private(set) var overpayments: Int128 = 0
  /// Refunds that are due and not paid.
  private(set) var refunds: Int128 = 0

  /// Nothing.
  public init() {}

  /// Adds a posting of the agreement's money.
  public mutating func add(_ posting: Posting) {
    add(posting.side.sign * Int128(posting.book.minorUnits), on: posting.account)
  }

  /// Adds debits less credits of an account, in minor units of the book currency.
  public mutating func add(_ book: Int128, on account: AccountCode) {
    if account.holdsUnspent { unspent += book }
    if account.isWithin(.overpayments) { overpayments -= book }
    if account.isWithin(.refundsDue) { refunds -= book }
  }
}
