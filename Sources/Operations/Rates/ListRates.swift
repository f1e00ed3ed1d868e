import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The rates of a ledger: listed, checked, or asked for one.
public struct ListRates: Hashable, Sendable {
  /// The only table that is asked for; nil for all.
  public var table: RateTableName?
  /// The only currency that is asked for, counted or bought; nil for all.
  public var currency: Currency?
  /// The day up to which rates count.
  public var asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for the rates as of `asOf`.
  public init(asOf: CalendarDate, known: Instant? = nil) {
    self.asOf = asOf
    self.known = known
  }

  /// Lists the rates of `ledger`.
  /// - Throws: ``Refusal`` for a table that has none; what reading the ledger throws.
  public func listing(of ledger: some Ledger) throws -> RateListing {
    RateListing(try rates(of: ledger), stamp: try ledger.stamp(asOf: asOf, known: known))
  }

  /// Checks the rates of `ledger`.
  /// - Throws: ``Refusal`` for a table that has none; what reading the ledger throws.
  public func check(of ledger: some Ledger) throws -> RateCheck {
    RateCheck(try rates(of: ledger), stamp: try ledger.stamp(asOf: asOf, known: known))
  }

  /// Finds the way from `currency` to `other` on a day, by ``table``, else by the ledger's own; `other`
  /// is the book currency where none is named.
  ///
  /// - Throws: ``Refusal`` for a table that has no rates at all; `MoneyError.missingRate`; what reading the
  ///   ledger throws.
  public func finding(
    from currency: Currency, to other: Currency?, on date: CalendarDate, of ledger: some Ledger
  ) throws -> RateFinding {
    let head = ledger.names.head
    let table = table ?? head.rates
    let other = other ?? head.currency
    let day = min(date, asOf)
    if self.table != nil { _ = try self.rates(of: ledger) }
    var rates = try ledger.rates(of: [currency, other], in: table, since: day)
    let conversion = try rates.conversion(from: currency, to: other, on: day, known: known)
    return RateFinding(
      conversion, on: date, table: table, stamp: try ledger.stamp(asOf: asOf, known: known))
  }

  private func rates(of ledger: some Ledger) throws -> [RecordedRate] {
    let all = try RateRegister(of: ledger, asOf: asOf, known: known).rates
    if let table, table != ledger.names.head.rates, !all.contains(where: { $0.rate.table == table })
    {
      let tables = Set(all.map(\.rate.table) + [ledger.names.head.rates]).sorted()
      throw Refusal(Fault(.tableUnknown, table.text).suggesting(among: tables.map(\.text)))
    }
    return all.filter { recorded in
      let rate = recorded.rate
      return (table.map { $0 == rate.table } ?? true)
        && (currency.map { $0 == rate.quote || $0 == rate.base } ?? true)
    }
  }
}
