import Funding
public import Monetary
import Tabulation

/// A rate, and a day on which an amount was converted by it.
public struct RateUse: Hashable, Comparable, Sendable {
  /// The rate.
  public let rate: ExchangeRate
  /// The day.
  public let date: CalendarDate
  /// Whether another rate of its table, currencies and day has taken its place since.
  public let isReplaced: Bool

  /// Makes a use of `rate` on `date`.
  public init(of rate: ExchangeRate, on date: CalendarDate, isReplaced: Bool = false) {
    self.rate = rate
    self.date = date
    self.isReplaced = isReplaced
  }

  /// Orders by the day since when the rate holds, the oldest first, then by its currencies and the
  /// day of use.
  public static func < (left: RateUse, right: RateUse) -> Bool {
    (left.rate.effective, left.rate.quote, left.rate.base, left.date, left.rate.description)
      < (
        right.rate.effective, right.rate.quote, right.rate.base, right.date, right.rate.description
      )
  }

  /// Whether the rate was older by then than its table's rhythm.
  public var isStale: Bool { rate.isStale(on: date) }

  /// What is to be said of it in a table: `stale`, `replaced`, both or nothing.
  var state: String {
    [isStale ? "stale" : nil, isReplaced ? "replaced" : nil].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// What a report says of it; nil where it was not stale.
  var warning: String? {
    guard isStale, let limit = rate.table.longestAgeInDays else { return nil }
    return "\(rate) of \(rate.table) was \(rate.ageInDays(on: date)) days old when it was used on "
      + "\(date); the table is kept to \(limit) days"
  }
}

extension [RateUse] {
  /// The rates by which `facts` were converted up to a day, by what was known when each was entered, with
  /// the days on which they were used; each once, oldest first.
  init(
    by facts: some Sequence<Fact>, to currency: Currency, through last: CalendarDate,
    _ history: RateHistory
  ) {
    var history = history
    var uses: Set<RateUse> = []
    for fact in facts {
      for (from, day) in fact.conversions where from != currency && day <= last {
        let rates = history.rates(from: from, to: currency, on: day, known: fact.entered)
        for rate in rates { uses.insert(RateUse(of: rate, on: day)) }
      }
    }
    self = uses.sorted()
  }

  /// What a report says of those that were stale; nothing where none was.
  var warnings: [Block] {
    let warnings = compactMap(\.warning)
    return warnings.isEmpty
      ? [] : [.notes(Notes(title: "Warning: old rates were used", warnings))]
  }

  /// The rates as rows, each with the day on which it was used.
  func grid(titled title: String = "") -> Grid {
    Grid(
      id: "rates", title: title, columns: RateUse.columns,
      rows: map { Grid.Row($0.cells) })
  }
}

extension RateUse {
  /// The columns of ``cells``.
  static let columns = [
    Grid.Column("rate", "Rate", .code), Grid.Column("effective", "Since", .date),
    Grid.Column("rateTable", "Table", .code), Grid.Column("used", "Used on", .date),
    Grid.Column("state", "State"),
  ]

  /// The rate, since when it holds, its table, the day it was used, and whether it was stale or replaced since.
  var cells: [Cell] {
    [
      .code(rate.description), .date(rate.effective), .code(rate.table.text), .date(date),
      .text(state),
    ]
  }
}
