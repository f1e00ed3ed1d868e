/// What one unit of a currency costs in another, from a day on, by a table: `CHF 0.999 per USD`.
///
/// One of a currency that was redenominated may be what the table says of the other denomination:
/// `SLL 22500 per USD, by SLE 22.5 per USD`.
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
  /// What the table has in another denomination; nil where the rate is its own.
  private let origin: Origin?

  /// Currencies and units as a table has them.
  private struct Origin: Hashable {
    let quote: Currency
    let base: Currency
    let units: ExactDecimal
  }

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
    origin = nil
  }

  private init(
    _ stated: Origin, as origin: Origin?, effective: CalendarDate, table: RateTableName
  ) {
    quote = stated.quote
    base = stated.base
    units = stated.units
    self.effective = effective
    self.table = table
    self.origin = origin
  }

  /// The rate as a ledger writes it, `CHF 0.999 per USD`; then, behind `, by`, the table's own that it
  /// restates, if it does.
  public var description: String {
    let stated = "\(quote) \(units) per \(base)"
    return restated.map { "\(stated), by \($0)" } ?? stated
  }
}

// A redenomination changes what money is counted in, not what it is worth.
extension ExchangeRate {
  /// The table's own rate that this one says in another denomination; nil where it is the table's own.
  public var restated: ExchangeRate? {
    origin.map { ExchangeRate($0, as: nil, effective: effective, table: table) }
  }

  /// The rate with `other` in the place of `currency`, of which it is another denomination; itself where it
  /// is of neither, nil where its units have more than 63 bits or 18 decimals.
  func restating(_ currency: Currency, as other: Currency) -> ExchangeRate? {
    guard currency != other, quote == currency || base == currency,
      let change = currency.redenomination
    else { return self }
    // The same money is more of the old units.
    let digits = other == change.old ? change.digits : -change.digits
    guard let units = units.shifted(by: quote == currency ? digits : -digits) else { return nil }
    let stated = Origin(
      quote: quote == currency ? other : quote, base: base == currency ? other : base,
      units: units)
    // A rate of the two denominations in each other says nothing of a third currency.
    guard stated.quote != stated.base else { return nil }
    return ExchangeRate(
      stated, as: origin ?? Origin(quote: quote, base: base, units: self.units),
      effective: effective, table: table)
  }
}
