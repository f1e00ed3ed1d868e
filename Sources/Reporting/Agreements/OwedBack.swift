public import Monetary

/// What of an agreement's money is the donor's on a day, in the book currency.
///
/// It is the same in lists of agreements, dossiers and statements. A refund of what was paid too much moves it
/// from ``overpayments`` to ``refunds``.
public struct OwedBack: Hashable, Sendable {
  /// Refunds that are due and not paid; never negative.
  public let refunds: Money
  /// What was paid beyond what is owed, and is held; never negative.
  public let overpayments: Money
  /// What is unspent when the last day of the work is over, nothing where more was spent than received;
  /// nil until then, and where no last day is agreed.
  public let unspent: Money?
  /// All of it.
  public let total: Money

  /// Tells what of `held` is owed back.
  ///
  /// - Parameters:
  ///   - held: What accounts hold of the agreement.
  ///   - isOver: Whether the last day of its work is over.
  ///   - currency: That of the books.
  /// - Throws: `.sumOverflow` where it is beyond what can be counted.
  public init(_ held: HeldMoney, isOver: Bool, in currency: Currency) throws(MoneyError) {
    refunds = try Money(sum: max(held.refunds, 0), of: currency)
    overpayments = try Money(sum: max(held.overpayments, 0), of: currency)
    let left = max(held.unspent, 0)
    unspent = isOver ? try Money(sum: left, of: currency) : nil
    total = try Money(
      sum: max(held.refunds, 0) + max(held.overpayments, 0) + (isOver ? left : 0), of: currency)
  }

  /// What of it no refund was recorded of, once the last day is over; nil until then.
  var besideRefunds: Money? {
    // It is part of what was counted.
    unspent.map { Money(minorUnits: $0.minorUnits + overpayments.minorUnits, of: $0.currency) }
  }
}

extension OwedBack {
  /// What of it is owed whether or not the last day is over, each with its name for programs and for people.
  var parts: [(id: String, label: String, amount: Money)] {
    [
      ("refundsUnpaid", "Refunds due and not paid", refunds),
      ("overpaymentsHeld", "Overpayments held", overpayments),
    ]
  }
}
