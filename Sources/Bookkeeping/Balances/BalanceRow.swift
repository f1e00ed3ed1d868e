public import Monetary

/// One additive line of a trial balance: what one month did to an account in a fund and currency.
public struct BalanceRow: Hashable, Sendable {
  /// The account.
  public let account: AccountCode
  /// The fund; nil where the row is the sum over all of them.
  public let fund: FundCode?
  /// The accounting month.
  public let month: AccountingMonth
  /// The currency of `debits` and `credits`.
  public let currency: Currency
  /// The sum of the debits, in minor units of `currency`; zero or more.
  public let debits: Int64
  /// The sum of the credits, in minor units of `currency`; zero or more.
  public let credits: Int64
  /// The sum of the debits in minor units of the book currency.
  public let bookDebits: Int64
  /// The sum of the credits in minor units of the book currency.
  public let bookCredits: Int64

  /// Makes a row.
  public init(
    account: AccountCode, fund: FundCode?, month: AccountingMonth, currency: Currency,
    debits: Int64, credits: Int64, bookDebits: Int64, bookCredits: Int64
  ) {
    self.account = account
    self.fund = fund
    self.month = month
    self.currency = currency
    self.debits = debits
    self.credits = credits
    self.bookDebits = bookDebits
    self.bookCredits = bookCredits
  }
}
