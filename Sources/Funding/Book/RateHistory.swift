public import Monetary

/// The rates of a ledger, and when it learnt them: by which one an amount was converted follows from
/// both. A rate that is entered late changes nothing that was posted before.
public struct RateHistory: Hashable, Sendable {
  private let head: LedgerHead
  private let rates: RateTables
  /// In the order in which they came; of a day's rates the last one known is used.
  private let learnt: [LearntRate]
  /// When each was learnt the last time.
  private let lastLearnt: [ExchangeRate: Instant]
  /// The instants at which rates were learnt, each once and in order.
  private let instants: [Instant]
  /// Tables of fewer rates, by how many of the instants had passed.
  private var earlier: [Int: RateTables] = [:]

  /// The history of the rates in `rates`.
  init(of rates: RateTables, learnt: [LearntRate], in head: LedgerHead) {
    self.head = head
    self.rates = rates
    self.learnt = learnt
    lastLearnt = Dictionary(learnt.map { ($0.rate, $0.instant) }) { max($0, $1) }
    instants = Set(learnt.map(\.instant)).sorted()
  }

  /// The rates by which a currency was converted into the book currency on a day, by what was known at
  /// an instant; none for the book currency itself.
  ///
  /// - Complexity: O(log *n*) where the newest rates were known, else O(*n*) once for each of the
  ///   instants at which rates were learnt.
  public mutating func rates(
    of currency: Currency, on date: CalendarDate, known instant: Instant
  ) -> [ExchangeRate] {
    let latest = conversion(of: currency, on: date, by: rates)
    if latest.allSatisfy({ isKnown($0, at: instant) }) { return latest }
    let passed = instants.count { $0 <= instant }
    let known = earlier[passed] ?? tables(knownAt: instant)
    earlier[passed] = known
    return conversion(of: currency, on: date, by: known)
  }

  private func conversion(
    of currency: Currency, on date: CalendarDate, by rates: RateTables
  ) -> [ExchangeRate] {
    // A missing rate was refused when the fact was posted; a report only tells what was used.
    let conversion = try? rates.conversion(
      from: currency, to: head.currency, on: date, table: head.rates)
    return conversion?.rates ?? []
  }

  private func isKnown(_ rate: ExchangeRate, at instant: Instant) -> Bool {
    lastLearnt[rate].map { $0 <= instant } ?? true
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
