public import Monetary

/// A rate, and a day on which an amount was converted by it.
public struct RateUse: Hashable, Comparable, Sendable {
  /// The rate.
  public let rate: ExchangeRate
  /// The day.
  public let date: CalendarDate

  /// Makes a use of `rate` on `date`.
  public init(of rate: ExchangeRate, on date: CalendarDate) {
    self.rate = rate
    self.date = date
  }

  /// Orders by the day since when the rate holds, the oldest first, then by its currencies and the day of use.
  public static func < (left: RateUse, right: RateUse) -> Bool {
    (left.rate.effective, left.rate.quote, left.rate.base, left.date)
      < (right.rate.effective, right.rate.quote, right.rate.base, right.date)
  }

  /// Whether the rate was older by then than its table's rhythm.
  public var isStale: Bool { rate.isStale(on: date) }

  /// What a report says of it; nil where it was not stale.
  var warning: String? {
    guard isStale, let limit = rate.table.longestAgeInDays else { return nil }
    return "\(rate) of \(rate.table) was \(rate.ageInDays(on: date)) days old when it was used on "
      + "\(date); the table is kept to \(limit) days"
  }
}
