public import Monetary

/// What a ledger is called, what it counts in, and which of the optional rules it keeps.
public struct LedgerHead: Hashable, Sendable {
  /// The ledger's name, as reports print it.
  public let name: String
  /// The book currency: every posting states its worth in it.
  public let currency: Currency
  /// The rate table that facts are converted by.
  public let rates: RateTableName
  /// Whether accounts must be declared before people post to them.
  public let accountsMustBeDeclared: Bool

  /// The date of the fact that states a head, which has none of its own: 0001-01-01.
  public static let date = CalendarDate.earliest

  /// Makes a head.
  public init(
    name: String, currency: Currency, rates: RateTableName, accountsMustBeDeclared: Bool = false
  ) {
    self.name = name
    self.currency = currency
    self.rates = rates
    self.accountsMustBeDeclared = accountsMustBeDeclared
  }
}
