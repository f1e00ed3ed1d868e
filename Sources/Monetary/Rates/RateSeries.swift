/// The rates of one pair of currencies in one table, in the order of their days, at most one a day.
struct RateSeries: Hashable, Sendable {
  let quote: Currency
  let base: Currency
  private(set) var rates: [ExchangeRate] = []

  /// A series without rates.
  init(quote: Currency, base: Currency) {
    self.quote = quote
    self.base = base
  }

  /// The newest rate effective on or before `date`.
  ///
  /// - Complexity: O(log *n*).
  func rate(on date: CalendarDate) -> ExchangeRate? {
    let later = rates.boundary { $0.effective > date }
    return later > 0 ? rates[later - 1] : nil
  }

  /// The first rate effective after `date`.
  ///
  /// - Complexity: O(log *n*).
  func rate(after date: CalendarDate) -> ExchangeRate? {
    let later = rates.boundary { $0.effective > date }
    return later < rates.endIndex ? rates[later] : nil
  }

  /// Adds a rate; one of the same day gives way, and is returned if it differs in value.
  mutating func add(_ rate: ExchangeRate) -> ExchangeRate? {
    let later = rates.boundary { $0.effective > rate.effective }
    guard later > 0, rates[later - 1].effective == rate.effective else {
      rates.insert(rate, at: later)
      return nil
    }
    let replaced = rates[later - 1]
    rates[later - 1] = rate
    return replaced.units.isEqualInValue(to: rate.units) ? nil : replaced
  }
}

extension Array {
  /// The first place from which on `isInSecondPart` holds, in an array ordered by it.
  ///
  /// - Complexity: O(log *n*).
  func boundary(where isInSecondPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
