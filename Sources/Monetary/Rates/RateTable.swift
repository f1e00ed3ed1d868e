/// The rates of one table.
struct RateTable: Hashable, Sendable {
  private struct Pair: Hashable {
    let quote: Currency
    let base: Currency
  }

  /// Rates of one pair, in the order of their days, at most one a day.
  private var series: [Pair: [ExchangeRate]] = [:]
  /// The bases that a currency is quoted in, in the order of their codes.
  private var bases: [Currency: [Currency]] = [:]

  /// Every rate, by quote, base and day.
  var all: [ExchangeRate] {
    let pairs = series.keys.sorted { ($0.quote, $0.base) < ($1.quote, $1.base) }
    return pairs.flatMap { series[$0] ?? [] }
  }

  mutating func add(_ rate: ExchangeRate) -> ExchangeRate? {
    let pair = Pair(quote: rate.quote, base: rate.base)
    if series[pair] == nil {
      let known = bases[rate.quote, default: []]
      bases[rate.quote] = (known + [rate.base]).sorted()
    }
    return series[pair, default: []].place(rate)
  }

  func rate(quote: Currency, base: Currency, on date: CalendarDate) -> ExchangeRate? {
    guard let rates = series[Pair(quote: quote, base: base)] else { return nil }
    let later = rates.firstLater(than: date)
    return later > 0 ? rates[later - 1] : nil
  }

  /// The rates of two currencies in a base they share.
  func cross(
    from: Currency, to: Currency, on date: CalendarDate
  ) -> (ExchangeRate, ExchangeRate)? {
    var best: (ExchangeRate, ExchangeRate)?
    var bestDay: CalendarDate?
    for base in bases[from, default: []] {
      guard let first = rate(quote: from, base: base, on: date),
        let second = rate(quote: to, base: base, on: date)
      else { continue }
      let day = min(first.effective, second.effective)
      if bestDay.map({ day > $0 }) ?? true {
        best = (first, second)
        bestDay = day
      }
    }
    return best
  }
}

extension [ExchangeRate] {
  /// The place of the first rate effective after `date`, in rates ordered by day.
  fileprivate func firstLater(than date: CalendarDate) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].effective > date { high = middle } else { low = middle + 1 }
    }
    return low
  }

  fileprivate mutating func place(_ rate: ExchangeRate) -> ExchangeRate? {
    let later = firstLater(than: rate.effective)
    guard later > 0, self[later - 1].effective == rate.effective else {
      insert(rate, at: later)
      return nil
    }
    let replaced = self[later - 1]
    self[later - 1] = rate
    return replaced.units.isEqualInValue(to: rate.units) ? nil : replaced
  }
}
