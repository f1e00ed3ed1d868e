public import Monetary

/// A rate, and a day on which an amount was converted by it.
public struct RateUse: Hashable, Sendable {
  /// The rate.
  public let rate: ExchangeRate
  /// The day.
  public let date: CalendarDate

  /// Makes a use of `rate` on `date`.
  public init(of rate: ExchangeRate, on date: CalendarDate) {
    self.rate = rate
    self.date = date
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
