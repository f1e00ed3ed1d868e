public import Monetary

/// How far the books are closed: all months up to one, or none.
public struct PeriodLock: Hashable, Sendable {
  /// The latest closed month; the months before it are closed too.
  public private(set) var closedThrough: AccountingMonth?

  /// Makes an open lock, or one that is closed through `month`.
  public init(closedThrough month: AccountingMonth? = nil) {
    closedThrough = month
  }

  /// Whether nothing may be posted on `date` any more.
  public func isClosed(_ date: CalendarDate) -> Bool {
    guard let closedThrough else { return false }
    return AccountingMonth(of: date) <= closedThrough
  }

  /// The first day on which something may be posted, `date` or later; nil where the calendar ends
  /// before one comes.
  public func firstOpenDay(from date: CalendarDate) -> CalendarDate? {
    guard let closedThrough, isClosed(date) else { return date }
    return closedThrough.next?.firstDay
  }

  /// The months that closing `month` would close, in order, in books that have entries since `first`; nil
  /// where they have none.
  ///
  /// Months without an entry before them need no closing; `month` itself is among them unless it is closed.
  public func months(
    closedBy month: AccountingMonth, since first: AccountingMonth?
  ) -> [AccountingMonth] {
    if let closedThrough, month <= closedThrough { return [] }
    let earliest = [first ?? month, closedThrough?.next].compactMap(\.self).max() ?? month
    var months = [month]
    while let before = months.last?.previous, before >= earliest { months.append(before) }
    return months.reversed()
  }

  /// Closes `month` and all before it.
  /// - Returns: False if it was closed already.
  public mutating func close(_ month: AccountingMonth) -> Bool {
    if let closedThrough, month <= closedThrough { return false }
    closedThrough = month
    return true
  }

  /// Opens the latest closed month again; the one before it stays closed and is then the latest.
  /// - Returns: False if `month` is not the latest closed one.
  public mutating func reopen(_ month: AccountingMonth) -> Bool {
    guard month == closedThrough else { return false }
    closedThrough = month.previous
    return true
  }
}
