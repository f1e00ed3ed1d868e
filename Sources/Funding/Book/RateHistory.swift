public import Monetary

/// The rates of a ledger, and when it learnt them: by which one an amount was converted follows from
/// both. A rate that is entered late changes nothing that was posted before.
public struct RateHistory: Hashable, Sendable {
  /// By which table amounts are converted.
  private let table: RateTableName
  private let rates: RateTables
  /// In the order in which they came; of a day's rates the last one known is used.
  private let learnt: [LearntRate]
  /// When each was learnt the last time.
  private let lastLearnt: [ExchangeRate: Instant]
  /// Rates that gave way to another of their day, and when they did the last time.
  private let replaced: [ExchangeRate: Instant]
  /// The instants at which rates were learnt, each once and in order.
  private let instants: [Instant]
  /// Tables of fewer rates, by how many of the instants had passed.
  private var earlier: [Int: RateTables] = [:]

  /// The rates that a book has taken in, to be converted by one of its tables.
  public init(of book: Book, by table: RateTableName) {
    self.init(of: book.rates, learnt: book.ratesLearnt, by: table)
  }

  /// No rates.
  public init(by table: RateTableName) {
    self.init(of: RateTables(), learnt: [], by: table)
  }

  private init(of rates: RateTables, learnt: [LearntRate], by table: RateTableName) {
    self.table = table
    self.rates = rates
    self.learnt = learnt
    lastLearnt = Dictionary(learnt.map { ($0.rate, $0.instant) }) { max($0, $1) }
    replaced = Self.replaced(among: learnt)
    instants = Set(learnt.map(\.instant)).sorted()
  }

  /// The rates by which a currency was converted into another on a day, by what was known at an instant;
  /// none for a currency into itself, or where there was none.
  ///
  /// - Complexity: As ``conversion(from:to:on:known:)``.
  public mutating func rates(
    from currency: Currency, to other: Currency, on date: CalendarDate, known instant: Instant
  ) -> [ExchangeRate] {
    // A missing rate was refused when the fact was posted; a report only tells what was used.
    let found = try? conversion(from: currency, to: other, on: date, known: instant)
    return found?.rates ?? []
  }

  /// The way from one currency to another on a day, by what was known at an instant; nil for all.
  ///
  /// - Throws: `.missingRate`.
  /// - Complexity: O(log *n*) where the newest rates were known, else O(*n*) once for each of the
  ///   instants at which rates were learnt.
  public mutating func conversion(
    from currency: Currency, to other: Currency, on date: CalendarDate, known instant: Instant?
  ) throws(MoneyError) -> Conversion {
    let latest = try? rates.conversion(from: currency, to: other, on: date, table: table)
    guard let instant, latest?.rates.allSatisfy({ isKnown($0, at: instant) }) != true else {
      return try rates.conversion(from: currency, to: other, on: date, table: table)
    }
    let passed = instants.count { $0 <= instant }
    let known = earlier[passed] ?? tables(knownAt: instant)
    earlier[passed] = known
    return try known.conversion(from: currency, to: other, on: date, table: table)
  }

  /// Whether another rate of the same table, currencies and day was learnt in place of `rate`, or of the one
  /// that it restates.
  ///
  /// - Parameters:
  ///   - rate: A rate of the history.
  ///   - known: Up to when what was learnt counts; nil for all.
  /// - Returns: Whether one was, and `rate` not again after it.
  public func isReplaced(_ rate: ExchangeRate, known: Instant?) -> Bool {
    guard let instant = replaced[rate.restated ?? rate] else { return false }
    return known.map { instant <= $0 } ?? true
  }

  private static func replaced(among learnt: [LearntRate]) -> [ExchangeRate: Instant] {
    var rates = RateTables()
    var replaced: [ExchangeRate: Instant] = [:]
    for learnt in learnt {
      replaced[learnt.rate] = nil
      if let former = rates.add(learnt.rate) { replaced[former] = learnt.instant }
    }
    return replaced
  }

  private func isKnown(_ rate: ExchangeRate, at instant: Instant) -> Bool {
    lastLearnt[rate.restated ?? rate].map { $0 <= instant } ?? true
  }

  private func tables(knownAt instant: Instant) -> RateTables {
    var known = RateTables()
    for learnt in learnt where learnt.instant <= instant { known.add(learnt.rate) }
    return known
  }
}

/// A rate, and when the ledger learnt it.
public struct LearntRate: Hashable, Sendable {
  /// The rate.
  public let rate: ExchangeRate
  /// The instant from which it is known.
  public let instant: Instant

  /// Makes a rate known from `instant` on.
  public init(_ rate: ExchangeRate, at instant: Instant) {
    self.rate = rate
    self.instant = instant
  }
}
