/// Rates of any number of named tables, each found by currencies and day.
///
/// The newest rate effective on or before a day is used, never a later one, and never one of another
/// table.
public struct RateTables: Hashable, Sendable {
  /// In the order of their names.
  private var tables: [RateTable] = []

  /// No rates.
  public init() {}

  /// Adds a rate. One of the same table, currencies and day gives way to it.
  ///
  /// What has no order, a text's facts, is brought into one before it comes here; whether a rate may be
  /// revised at all is decided by whoever asks, from what this returns.
  /// - Returns: The rate that gave way, if it differs in value (0.9 and 0.90 do not).
  /// - Complexity: O(log *n*) for the newest rate of its pair, else O(*n*) in the rates of the pair.
  @discardableResult
  public mutating func add(_ rate: ExchangeRate) -> ExchangeRate? {
    if let place = tables.firstIndex(where: { $0.name == rate.table }) {
      return tables[place].add(rate)
    }
    var table = RateTable(name: rate.table)
    _ = table.add(rate)
    tables.insert(table, at: tables.firstIndex { rate.table < $0.name } ?? tables.endIndex)
    return nil
  }

  /// The newest rate of `quote` per `base` effective on or before `date`.
  ///
  /// - Complexity: O(log *n*) in the pairs of the table and the rates of the pair.
  public func rate(
    quote: Currency, base: Currency, table: RateTableName, on date: CalendarDate
  ) -> ExchangeRate? {
    tables.first { $0.name == table }?.rate(quote: quote, base: base, on: date)
  }

  /// The rates of its table and its two currencies that lie nearest to the day of `rate`, before and after
  /// it, whichever of the two they count; one of its own day counts before it if it counts the other.
  ///
  /// - Complexity: O(log *n*) in the pairs of the table and the rates of the two.
  public func neighbours(of rate: ExchangeRate) -> (before: ExchangeRate?, after: ExchangeRate?) {
    tables.first { $0.name == rate.table }?.neighbours(of: rate) ?? (nil, nil)
  }

  /// Every rate, by table, quote, base and day.
  public var all: [ExchangeRate] { tables.flatMap(\.all) }

  /// The names of the tables that have rates, in order.
  public var names: [RateTableName] { tables.map(\.name) }

  /// The currencies that have rates in any table.
  public var currencies: Set<Currency> {
    tables.reduce(into: []) { $0.formUnion($1.currencies) }
  }

  /// Every rate of one table, by quote, base and day.
  public func rates(in table: RateTableName) -> [ExchangeRate] {
    tables.first { $0.name == table }?.all ?? []
  }

  /// The way from one currency to another on a day, by the rates of one table.
  ///
  /// The direct rate, else the inverse one, else a cross through a base that both are quoted in; none
  /// where both are the same currency. Of several bases the one whose older rate is newest is taken,
  /// then the first by code.
  ///
  /// Two denominations of one money convert by their factor alone, on any day and in any table. For a currency
  /// that was redenominated the rates of the other denomination count too, restated by the factor, where
  /// they are newer than its own: those of the new one from its first day on, those of the old one always.
  /// - Throws: `.missingRate`: never a rate of 1, never a later day, never another table.
  /// - Complexity: O(log *n*) in the rates, times the bases for a cross.
  public func conversion(
    from: Currency, to: Currency, on date: CalendarDate, table: RateTableName
  ) throws(MoneyError) -> Conversion {
    if from == to { return Conversion(identityOf: from) }
    if let change = from.redenomination, change == to.redenomination {
      return Conversion(by: change, from: from)
    }
    let rates = tables.first { $0.name == table }
    guard let way = rates?.conversion(from: from, to: to, on: date) else {
      throw .missingRate(from: from, to: to, table: table, on: date)
    }
    return way
  }
}
