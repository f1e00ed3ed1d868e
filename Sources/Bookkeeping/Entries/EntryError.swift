public import Monetary

/// Why an entry or a posting cannot exist.
public enum EntryError: Error, Hashable, Sendable {
  /// A posting's amount is zero or negative.
  case amountNotPositive(AccountCode, Money)
  /// A posting's book amount is negative.
  case bookNegative(AccountCode, Money)
  /// Amount and book amount are in one currency and not equal.
  case bookDiffers(AccountCode, amount: Money, book: Money)
  /// An entry has fewer than two postings.
  case tooFewPostings(Int)
  /// Postings of one entry state book amounts in different currencies.
  case mixedBookCurrencies(Currency, Currency)
  /// Debits and credits differ; every fund and currency that is out is named.
  case unbalanced([Imbalance])
}

/// What is out of balance in an entry, and by how much.
public struct Imbalance: Hashable, Sendable {
  /// Which of the three balances of DESIGN section 3 it is.
  public enum Kind: String, Hashable, Sendable {
    /// Amounts of one currency in one fund.
    case currency
    /// Book amounts in one fund.
    case book
    /// Book amounts of the exchange account in one fund.
    case exchange
  }

  /// Which balance is out.
  public let kind: Kind
  /// The fund that is out.
  public let fund: FundCode
  /// The currency of the difference.
  public let currency: Currency
  /// Debits less credits, in minor units; never zero.
  public let difference: Int128
}
