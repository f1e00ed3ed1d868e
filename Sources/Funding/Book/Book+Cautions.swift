public import Bookkeeping
public import Diagnostics
public import Monetary

extension Book {
  /// What a person should look at again in a fact that the rules take, by the rates now in use.
  public func cautions(about fact: Fact) -> [Fault] {
    fact.cautions { currency, date in
      // Where there is no rate the fact itself is refused.
      (try? conversion(of: currency, on: date))?.rates ?? []
    }
  }
}

extension Book {
  /// What a person should look at again in a fact that was posted, and in what it came to.
  public func cautions(about posted: PostedFact) -> [Fault] {
    let fact = posted.fact
    let exchanged = ExchangedMoney(of: fact, in: posted.consequence.entries)
    // Where there is no rate between the two nothing can be said of them.
    let caution = exchanged?.caution { from, to in
      try? rates.conversion(from: from, to: to, on: fact.date, table: head.rates)
    }
    return cautions(about: fact) + (caution.map { [$0] } ?? [])
  }
}

extension RateHistory {
  /// That a fact took money in another currency far off the rates of its day, as they were known when it
  /// was entered; nil where it did not. `entries` are what it came to.
  public mutating func caution(aboutExchangeBy fact: Fact, in entries: [JournalEntry]) -> Fault? {
    ExchangedMoney(of: fact, in: entries)?.caution { from, to in
      try? conversion(from: from, to: to, on: fact.date, known: fact.entered)
    }
  }
}

extension Fact {
  /// What a person should look at again in the fact, in the order of its amounts: a currency that had
  /// ended on its day, and a rate older than its table's rhythm.
  ///
  /// `rates` tells by which rates an amount of a currency was converted on a day.
  public func cautions(by rates: (Currency, CalendarDate) -> [ExchangeRate]) -> [Fault] {
    endedCurrencies
      + conversions.flatMap { currency, day in
        rates(currency, day).compactMap { $0.caution(on: day) }
      }
  }
}

extension ExchangeRate {
  /// That the rate is older on `date` than its table's rhythm; nil where it is not.
  public func caution(on date: CalendarDate) -> Fault? {
    guard let limit = table.longestAgeInDays, isStale(on: date) else { return nil }
    return Fault(
      .rateStale, description, table.text, effective.description,
      String(ageInDays(on: date)), date.description, String(limit))
  }
}

extension Fact {
  /// The currencies of which something is taken at the rate of a day, and that day; its own for most. The
  /// book currency may be among them.
  public var conversions: [(currency: Currency, day: CalendarDate)] {
    if case .refund(let refund) = event {
      return [(refund.amount.currency, date)]
        + refund.payments.map { ($0.amount.currency, $0.date) }
    }
    return event.convertedCurrencies.map { ($0, date) }
  }
}

extension Event {
  /// The currencies whose amounts are taken at the rate of the fact's day, each once.
  fileprivate var convertedCurrencies: [Currency] {
    switch self {
    case .pledge(let pledge): [pledge.amount.currency]
    case .agreement(let agreement): [agreement.amount.currency]
    case .amendment(let amendment):
      // A cut takes what is carried.
      Set(
        ([amendment.amount].compactMap(\.self) + amendment.parts.map(\.amount))
          .filter(\.isPositive).map(\.currency)
      ).sorted()
    case .opening(let opening): [opening.amount.currency]
    case .unidentified(let receipt): [receipt.amount.currency]
    case .obligation(let obligation): [obligation.amount.currency]
    case .expenditure(let expenditure): [expenditure.amount.currency]
    case .inKind(let gift): [gift.amount.currency]
    case .receipt(let receipt): [(receipt.bank ?? receipt.settled).currency]
    case .entry(let entry): Set(entry.legs.map(\.amount.currency)).sorted()
    // The rest posts what was converted before, or converts nothing.
    default: []
    }
  }
}
