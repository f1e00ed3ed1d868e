/// The way from one currency to another, with the rates it takes: what a converted figure carries.
///
/// Made by ``RateTables/conversion(from:to:on:table:)``; it is exact until it rounds, once.
public struct Conversion: Hashable, Sendable {
  /// The currency of the amounts that are converted.
  public let from: Currency
  /// The currency they become.
  public let to: Currency
  /// None where both currencies are one, or two denominations; one rate; or two, of `from` and then of
  /// `to`, in a common base.
  public let rates: [ExchangeRate]
  private let factor: ConversionFactor

  /// Amounts that stay what they are.
  init(identityOf currency: Currency) {
    from = currency
    to = currency
    rates = []
    factor = .identity
  }

  /// Multiplies: the rate counts the currency that is wanted.
  init(direct rate: ExchangeRate) {
    self.init(from: rate.base, to: rate.quote, rates: [rate], times: rate.units, over: nil)
  }

  /// Divides: the rate counts the currency that is given.
  init(inverse rate: ExchangeRate) {
    self.init(from: rate.quote, to: rate.base, rates: [rate], times: nil, over: rate.units)
  }

  /// Divides by the first rate and multiplies by the second, without rounding between.
  ///
  /// - Precondition: Both have the same base.
  init(cross first: ExchangeRate, then second: ExchangeRate) {
    precondition(first.base == second.base, "a cross of two bases")
    self.init(
      from: first.quote, to: second.quote, rates: [first, second], times: second.units,
      over: first.units)
  }

  /// Moves the point: the one currency took the place of the other.
  ///
  /// - Precondition: `currency` is the old one or the new one of `change`.
  init(by change: Redenomination, from currency: Currency) {
    let factor = change.units
    self =
      currency == change.new
      ? Conversion(from: change.new, to: change.old, rates: [], times: factor, over: nil)
      : Conversion(from: change.old, to: change.new, rates: [], times: nil, over: factor)
  }

  private init(
    from: Currency, to: Currency, rates: [ExchangeRate], times: ExactDecimal?, over: ExactDecimal?
  ) {
    self.from = from
    self.to = to
    self.rates = rates
    factor = ConversionFactor(times: times, over: over, shift: to.minorDigits - from.minorDigits)
  }

  /// Converts an amount, exactly, and rounds it once to the minor unit of ``to``.
  ///
  /// - Throws: `.mixedCurrencies` if the amount is not in ``from``; `.sumOverflow` if what it becomes is
  ///   beyond ±9.2 × 10¹⁸ minor units.
  /// - Complexity: O(1), without allocation.
  public func converting(
    _ amount: Money, rounding: Rounding = .halfEven
  ) throws(MoneyError) -> Money {
    guard amount.currency == from else { throw .mixedCurrencies(from, amount.currency) }
    guard
      let magnitude = factor.converted(amount.minorUnits.magnitude, rounding: rounding),
      let units = Int64(magnitude: magnitude, isNegative: amount.isNegative)
    else { throw .sumOverflow("\(amount) in \(to)") }
    return Money(minorUnits: units, of: to)
  }
}
