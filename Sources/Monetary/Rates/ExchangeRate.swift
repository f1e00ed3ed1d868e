/// What one unit of a currency costs in another, from a day on, by a table: `CHF 0.999 per USD`.
public struct ExchangeRate: Hashable, Sendable, CustomStringConvertible {
  /// The currency that is counted: CHF.
  public let quote: Currency
  /// The currency that one unit is taken of: USD.
  public let base: Currency
  /// Units of `quote` for one of `base`, exactly as written; greater than zero.
  public let units: ExactDecimal
  /// The first day it is used on; it holds until the table has a newer one.
  public let effective: CalendarDate
  /// Where it comes from.
  public let table: RateTableName

  /// A rate of `units` of `quote` for one of `base`.
  ///
  /// - Throws: `.rateSyntax` if `units` is zero or negative, or a currency is quoted in itself.
  public init(
    quote: Currency, base: Currency, units: ExactDecimal, effective: CalendarDate,
    table: RateTableName
  ) throws(MoneyError) {
    guard units.isPositive, quote != base else { throw .rateSyntax(units.description) }
    self.quote = quote
    self.base = base
    self.units = units
    self.effective = effective
    self.table = table
  }

  /// The rate as a ledger writes it: `CHF 0.999 per USD`.
  public var description: String { "\(quote) \(units) per \(base)" }
}
