public import Bookkeeping
public import Monetary

/// What a cash account holds in a foreign currency, and what the books carry for it.
public struct CashPosition: Hashable, Sendable {
  /// Which money it is.
  public struct Key: Hashable, Sendable {
    /// An asset account other than receivables.
    public let account: AccountCode
    /// The fund it belongs to.
    public let fund: FundCode
    /// The currency it is in, never the book's.
    public let currency: Currency

    /// Makes a key.
    public init(account: AccountCode, fund: FundCode, currency: Currency) {
      self.account = account
      self.fund = fund
      self.currency = currency
    }
  }

  /// In minor units of its currency; negative where more was paid than was there.
  public internal(set) var amount: Int64 = 0
  /// In minor units of the book currency.
  public internal(set) var carryingBook: Int64 = 0
}

extension Book {
  /// Adds the cash legs of an entry to what the accounts hold.
  mutating func foldCash(_ entry: JournalEntry) {
    for posting in entry.postings
    where posting.account.type == .asset && posting.amount.currency != head.currency
      && !posting.account.isWithin(.receivable)
    {
      let key = CashPosition.Key(
        account: posting.account, fund: posting.fund, currency: posting.amount.currency)
      let sign = posting.side == .debit ? Int64(1) : -1
      cash[key, default: CashPosition()].amount &+= sign * posting.amount.minorUnits
      cash[key, default: CashPosition()].carryingBook &+= sign * posting.book.minorUnits
    }
  }
}
