public import Bookkeeping
import Diagnostics
import Monetary

// Closing a month and opening the latest one again post nothing; they say where others may post.
extension Book {
  /// The months that closing `month` closes, in order: those after the latest closed one, from the month
  /// of the first entry on, up to it; none where it is closed already.
  /// - Complexity: O(*n*) in the facts of the book.
  public func months(closedBy month: AccountingMonth) -> [AccountingMonth] {
    let days = posted.inOrder.lazy.flatMap { $0.consequence.entries.lazy.map(\.date) }
    return lock.months(closedBy: month, since: days.min().map(AccountingMonth.init(of:)))
  }

  /// Nothing, if the month may be closed.
  func consequence(
    ofClosing month: AccountingMonth, on date: CalendarDate
  ) throws(Fault) -> Consequence {
    _ = try lock(closing: month, on: date)
    return Consequence()
  }

  /// Nothing, if the month may be opened again.
  func consequence(of reopening: Reopening) throws(Fault) -> Consequence {
    _ = try lock(reopening: reopening.month)
    return Consequence()
  }

  /// How far the books are closed once `month` is, on `date`.
  /// - Throws: `month-not-over`, `month-closed`.
  func lock(closing month: AccountingMonth, on date: CalendarDate) throws(Fault) -> PeriodLock {
    guard date >= month.lastDay else {
      throw Fault(.monthNotOver, month.description, month.lastDay.description)
    }
    var lock = lock
    guard lock.close(month) else { throw Fault(.monthClosed, month.description) }
    return lock
  }

  /// How far the books are closed once `month` is open again.
  /// - Throws: `month-open`, `month-not-latest`.
  func lock(reopening month: AccountingMonth) throws(Fault) -> PeriodLock {
    guard let latest = lock.closedThrough, month <= latest else {
      throw Fault(.monthOpen, month.description)
    }
    var lock = lock
    guard lock.reopen(month) else {
      throw Fault(.monthNotLatest, month.description, latest.description)
    }
    return lock
  }
}
