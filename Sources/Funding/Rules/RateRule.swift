public import Diagnostics
public import Monetary

// A rate posts nothing; a table has one of two currencies a day in use. One that revises another takes
// its place from the instant it is learnt: both stay, and so does what was posted. That is why a closed
// month takes rates: nothing that is posted there changes.
extension Book {
  /// Nothing, if the table may take the rate.
  ///
  /// - Throws: `rate-of-itself`, `rate-syntax`, `rate-differs`, `rate-revises-nothing`.
  func consequence(of quote: RateQuote, on date: CalendarDate) throws(Fault) -> Consequence {
    let rate = try rate(of: quote, on: date)
    let known = known(onTheDayOf: rate)
    if let known, quote.revises == nil, !known.units.isEqualInValue(to: rate.units) {
      throw Fault(
        .rateDiffers, rate.quote.code, rate.base.code, date.description, known.units.description)
    }
    guard known != nil || quote.revises == nil else {
      throw Fault(
        .rateRevisesNothing, rate.quote.code, rate.base.code, rate.table.text, date.description)
    }
    return Consequence()
  }

  /// - Throws: `rate-known` for a rate that is in use already, and so says nothing new.
  func requireNewRate(_ fact: Fact) throws(Fault) {
    guard case .rate(let quote) = fact.event else { return }
    let rate = try rate(of: quote, on: fact.date)
    guard let known = known(onTheDayOf: rate), known.units.isEqualInValue(to: rate.units) else {
      return
    }
    throw Fault(.rateKnown, rate.quote.code, rate.base.code, rate.table.text, fact.date.description)
  }

  /// Takes in a rate that the table may take.
  mutating func remember(_ quote: RateQuote, in fact: Fact) throws(Fault) {
    let rate = try rate(of: quote, on: fact.date)
    rates.add(rate)
    ratesLearnt.append(LearntRate(rate, at: fact.entered))
  }

  /// The rate that a quote states on `date`; the ledger's own table where it names none.
  ///
  /// - Throws: `rate-of-itself`, `rate-syntax`.
  public func rate(of quote: RateQuote, on date: CalendarDate) throws(Fault) -> ExchangeRate {
    guard quote.quote != quote.base else { throw Fault(.rateOfItself, quote.quote.code) }
    return try refusing { () throws(MoneyError) in
      try ExchangeRate(
        quote: quote.quote, base: quote.base, units: quote.units, effective: date,
        table: quote.table ?? head.rates)
    }
  }

  /// The rate of the same table, currencies and day that is in use; nil where there is none yet.
  public func known(onTheDayOf rate: ExchangeRate) -> ExchangeRate? {
    let known = rates.rate(
      quote: rate.quote, base: rate.base, table: rate.table, on: rate.effective)
    return known?.effective == rate.effective ? known : nil
  }

  /// Why a rate is not believed at once: beside the one before or the one after it is ten times off, either
  /// way, or looks inverted.
  ///
  /// Those are of the same table and currencies, whichever of the two they count. Where there is none, any
  /// rate is believed; where they themselves lie so far apart, it is compared with the one before.
  public func doubt(about rate: ExchangeRate) -> Fault? {
    let (before, after) = rates.neighbours(of: rate)
    if let before, let doubt = fault(of: rate, beside: before) { return doubt }
    guard let after, before.map({ after.doubt(beside: $0) == nil }) ?? true else { return nil }
    return fault(of: rate, beside: after)
  }

  private func fault(of rate: ExchangeRate, beside known: ExchangeRate) -> Fault? {
    let (stated, neighbour) = (rate.description, known.description)
    return switch rate.doubt(beside: known) {
    case .inverted:
      Fault(
        .rateInverted, stated, neighbour, known.effective.description, rate.quote.code,
        rate.base.code)
    case .farOff: Fault(.rateFarOff, stated, neighbour, known.effective.description)
    case nil: nil
    }
  }

  /// - Throws: `rate-far-off` or `rate-inverted` for a rate that is doubted and was not confirmed.
  func requirePlausibleRate(_ fact: Fact) throws(Fault) {
    guard case .rate(let quote) = fact.event, !quote.isConfirmed else { return }
    if let doubt = doubt(about: try rate(of: quote, on: fact.date)) { throw doubt }
  }
}
