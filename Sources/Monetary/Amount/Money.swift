/// An amount of money: a whole number of minor units of one currency.
///
/// There are no operators: adding can fail, and division of money is allocation.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// Signed count of the currency's minor unit: cents for EUR, whole yen for JPY.
  public let minorUnits: Int64
  /// What is counted.
  public let currency: Currency

  /// An amount of so many minor units, such as 1250 of USD for 12.50 dollars.
  public init(minorUnits: Int64, of currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Nothing, in `currency`.
  public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, of: currency) }

  /// The sum of two amounts of one currency.
  ///
  /// - Throws: `.mixedCurrencies`, or `.sumOverflow` beyond ±9.2 × 10¹⁸ minor units.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !overflow else { throw .sumOverflow("\(self) + \(other)") }
    return Money(minorUnits: sum, of: currency)
  }

  /// The difference of two amounts of one currency.
  ///
  /// - Throws: `.mixedCurrencies`, or `.sumOverflow` beyond ±9.2 × 10¹⁸ minor units.
  public func subtracting(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
    guard !overflow else { throw .sumOverflow("\(self) - \(other)") }
    return Money(minorUnits: difference, of: currency)
  }

  /// The amount with the other sign.
  ///
  /// - Throws: `.sumOverflow` for the least amount, whose opposite is one minor unit too many.
  public func negated() throws(MoneyError) -> Money {
    try Money.zero(currency).subtracting(self)
  }

  /// Whether it is nothing.
  public var isZero: Bool { minorUnits == 0 }
  /// Whether it is more than nothing.
  public var isPositive: Bool { minorUnits > 0 }
  /// Whether it is less than nothing.
  public var isNegative: Bool { minorUnits < 0 }

  /// The amount in whole units of the currency: 3,242,377.11 → 3242377.
  public func wholeUnits(rounding: Rounding) -> Int64 {
    let unit = PowersOfTen.word[currency.minorDigits]
    let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    let rounded = whole + (rounding.roundsUp(whole, rest: rest, divisor: unit) ? 1 : 0)
    // Where the unit is the minor unit nothing is rounded; elsewhere the magnitude fell to a tenth.
    return isNegative ? 0 &- Int64(truncatingIfNeeded: rounded) : Int64(rounded)
  }
}
