import Bookkeeping
import Monetary

/// What a donor paid beyond what it owed under an agreement, in one currency, and what is left of it.
public struct OverpaymentState: Hashable, Sendable {
  /// What is left, in minor units of its currency.
  public private(set) var amount: Int64 = 0
  /// What the books carry for it, in minor units of the book currency.
  public private(set) var book: Int64 = 0
  /// What came and, negative, went, by day.
  private var changes: [CalendarDate: Int64] = [:]

  /// Takes in a posting to the account of overpayments on a day: credits are more of it.
  mutating func add(_ posting: Posting, on day: CalendarDate) {
    let sign = -Int64(posting.side.sign)
    amount += sign * posting.amount.minorUnits
    book += sign * posting.book.minorUnits
    changes[day, default: 0] += sign * posting.amount.minorUnits
  }

  /// The least that is left on any day from `day` on.
  func least(from day: CalendarDate) -> Int64 { changes.least(from: day) }
}
