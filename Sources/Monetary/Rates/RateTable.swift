/// The rates of one table, in order: by quote, then base, then day.
struct RateTable: Hashable, Sendable {
  /// The table's name.
  let name: RateTableName
  /// In the order of quote and base, so that the bases of one quote lie side by side.
  private var series: [RateSeries] = []

  /// A table without rates.
  init(name: RateTableName) {
    self.name = name
  }

  /// Every rate, by quote, base and day.
  var all: [ExchangeRate] { series.flatMap(\.rates) }

  /// The currencies of its rates.
  var currencies: Set<Currency> { Set(series.flatMap { [$0.quote, $0.base] }) }

  /// Adds a rate; one of the same currencies and day gives way, and is returned if it differs in value.
  mutating func add(_ rate: ExchangeRate) -> ExchangeRate? {
    let place = place(quote: rate.quote, base: rate.base)
    if place == series.endIndex || series[place].quote != rate.quote
      || series[place].base != rate.base
    {
      series.insert(RateSeries(quote: rate.quote, base: rate.base), at: place)
    }
    return series[place].add(rate)
  }

  /// The newest rate of `quote` per `base` effective on or before `date`.
  ///
  /// - Complexity: O(log *n*) in the pairs and in the rates of the pair.
  func rate(quote: Currency, base: Currency, on date: CalendarDate) -> ExchangeRate? {
    series(quote: quote, base: base)?.rate(on: date)
  }

  /// The rates of two currencies that lie nearest to the day of `rate`, itself left out: of those up to
  /// it the newest, of those after it the first, whichever currency they count.
  ///
  /// Of one day, the one that counts the same currency comes first; a rate of its own day that counts the
  /// same is the one it takes the place of, and no neighbour.
  ///
  /// - Complexity: O(log *n*) in the pairs and in the rates of the two.
  func neighbours(of rate: ExchangeRate) -> (before: ExchangeRate?, after: ExchangeRate?) {
    let same = series(quote: rate.quote, base: rate.base)
    let other = series(quote: rate.base, base: rate.quote)
    let before = [
      rate.effective.previous.flatMap { same?.rate(on: $0) }, other?.rate(on: rate.effective),
    ]
    .compactMap(\.self).max { $0.effective <= $1.effective }
    let after = [same?.rate(after: rate.effective), other?.rate(after: rate.effective)]
      .compactMap(\.self).min { $0.effective < $1.effective }
    return (before, after)
  }

  private func series(quote: Currency, base: Currency) -> RateSeries? {
    let place = place(quote: quote, base: base)
    guard place < series.endIndex, series[place].quote == quote, series[place].base == base else {
      return nil
    }
    return series[place]
  }

  /// The rates of two currencies in a base they share.
  ///
  /// Of several bases the one whose older rate is newest is taken, then the first by code.
  func cross(
    from: Currency, to: Currency, on date: CalendarDate
  ) -> (first: ExchangeRate, second: ExchangeRate)? {
    var best: (first: ExchangeRate, second: ExchangeRate)?
    var bestDay: CalendarDate?
    var place = series.boundary { $0.quote >= from }
    while place < series.endIndex, series[place].quote == from {
      if let first = series[place].rate(on: date),
        let second = rate(quote: to, base: series[place].base, on: date)
      {
        let day = min(first.effective, second.effective)
        if bestDay.map({ day > $0 }) ?? true {
          best = (first, second)
          bestDay = day
        }
      }
      place += 1
    }
    return best
  }

  /// Where the series of a pair is, or would be.
  private func place(quote: Currency, base: Currency) -> Int {
    series.boundary { ($0.quote, $0.base) >= (quote, base) }
  }
}
