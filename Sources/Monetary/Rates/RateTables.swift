/// Rates of any number of named tables, each found by currencies and day.
///
/// The newest rate effective on or before a day is used, never a later one, and never one of another
/// table.
public struct RateTables: Hashable, Sendable {
  private var tables: [RateTableName: RateTable] = [:]

  /// No rates.
  public init() {}

  /// Adds a rate. One of the same table, currencies and day gives way to it.
  ///
  /// - Returns: The rate that gave way, if it differs in value: a revision, for the caller to allow.
  /// - Complexity: O(1) for the newest of its pair, else O(*n*) in the rates of the pair.
  @discardableResult
  public mutating func add(_ rate: ExchangeRate) -> ExchangeRate? {
    tables[rate.table, default: RateTable()].add(rate)
  }

  /// The newest rate of `quote` per `base` effective on or before `date`.
  ///
  /// - Complexity: O(log *n*) in the rates of the pair.
  public func rate(
    quote: Currency, base: Currency, table: RateTableName, on date: CalendarDate
  ) -> ExchangeRate? {
    tables[table]?.rate(quote: quote, base: base, on: date)
  }

  /// Every rate, by table, quote, base and day.
  public var all: [ExchangeRate] {
    names.flatMap { name in rates(in: name) }
  }

  /// The names of the tables that have rates, in order.
  public var names: [RateTableName] { tables.keys.sorted() }

  /// Every rate of one table, by quote, base and day.
  public func rates(in table: RateTableName) -> [ExchangeRate] {
    tables[table]?.all ?? []
  }

  /// The way from one currency to another on a day, by the rates of one table.
  ///
  /// The direct rate, else the inverse one, else a cross through a base that both are quoted in; none
  /// where both are the same currency. Of several bases the one whose older rate is newest is taken,
  /// then the first by code.
  /// - Throws: `.missingRate`: never a rate of 1, never a later day, never another table.
  /// - Complexity: O(*b* log *n*) in the bases and the rates of a pair.
  public func conversion(
    from: Currency, to: Currency, on date: CalendarDate, table: RateTableName
  ) throws(MoneyError) -> Conversion {
    if from == to { return Conversion(identityOf: from) }
    guard let rates = tables[table] else {
      throw .missingRate(from: from, to: to, table: table, on: date)
    }
    if let direct = rates.rate(quote: to, base: from, on: date) {
      return Conversion(direct: direct)
    }
    if let inverse = rates.rate(quote: from, base: to, on: date) {
      return Conversion(inverse: inverse)
    }
    guard let (first, second) = rates.cross(from: from, to: to, on: date) else {
      throw .missingRate(from: from, to: to, table: table, on: date)
    }
    return Conversion(cross: first, then: second)
  }
}
