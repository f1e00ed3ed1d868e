public import Monetary

/// A calendar month of the books, such as `2017-11`.
public struct AccountingMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// Takes text of the form `YYYY-MM`.
  public init?(_ text: String) {
    guard text.utf8.count == 7, let first = CalendarDate(text + "-01") else { return nil }
    self.init(of: first)
  }

  /// The month that `date` lies in.
  public init(of date: CalendarDate) {
    year = date.year
    month = date.month
  }

  /// December of a budget year.
  public init(lastOf year: BudgetYear) {
    self.year = Int(year.number)
    month = 12
  }

  /// `YYYY-MM`.
  public var description: String { String(firstDay.description.dropLast(3)) }

  /// The month's first day.
  public var firstDay: CalendarDate {
    guard let day = CalendarDate(year: year, month: month, day: 1) else {
      preconditionFailure("a month is made from a date")
    }
    return day
  }

  /// The month's last day.
  public var lastDay: CalendarDate { firstDay.monthEnd }

  /// The month after; nil after December 9999, where the calendar ends.
  public var next: AccountingMonth? {
    (year, month) == (9999, 12) ? nil : AccountingMonth(of: firstDay.nextMonthStart)
  }

  /// The month before; nil before January 1, where the calendar begins.
  public var previous: AccountingMonth? {
    firstDay.previous.map(AccountingMonth.init(of:))
  }

  /// Orders months by time.
  public static func < (left: AccountingMonth, right: AccountingMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
