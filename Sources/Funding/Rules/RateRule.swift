import Diagnostics
import Monetary

// A rate posts nothing; a table has one of two currencies a day.
extension Book {
  /// Nothing, if the table may take the rate.
  func consequence(of quote: RateQuote, on date: CalendarDate) throws(Fault) -> Consequence {
    _ = try rate(of: quote, on: date)
    return Consequence()
  }

  /// The rate that a quote of `date` adds to its table.
  /// - Throws: `rate-of-itself`, `rate-syntax`, `rate-differs`.
  func rate(of quote: RateQuote, on date: CalendarDate) throws(Fault) -> ExchangeRate {
    let table = quote.table ?? head.rates
    guard quote.quote != quote.base else { throw Fault(.rateOfItself, quote.quote.code) }
    let rate = try refusing { () throws(MoneyError) in
      try ExchangeRate(
        quote: quote.quote, base: quote.base, units: quote.units, effective: date, table: table)
    }
    let known = rates.rate(quote: rate.quote, base: rate.base, table: table, on: date)
    if let known, known.effective == date, !known.units.isEqualInValue(to: rate.units) {
      throw Fault(
        .rateDiffers, rate.quote.code, rate.base.code, date.description, known.units.description)
    }
    return rate
  }
}
