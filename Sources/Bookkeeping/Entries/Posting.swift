public import Monetary

/// One line of an entry: so much on one side of an account, in a fund.
public struct Posting: Hashable, Sendable {
  /// What a posting is about, beside its account and fund.
  public struct Tags: Hashable, Sendable {
    /// The agreement it belongs to, also where the fund is the general one.
    public let agreement: Reference?
    /// Which part of the agreement, counted from 1 in the order of its terms.
    public let part: Int?
    /// The budget line or place it is for.
    public let scope: ScopePath?
    /// The budget year it is for.
    public let year: BudgetYear?

    /// Makes tags; those left out are absent.
    public init(
      agreement: Reference? = nil, part: Int? = nil, scope: ScopePath? = nil,
      year: BudgetYear? = nil
    ) {
      self.agreement = agreement
      self.part = part
      self.scope = scope
      self.year = year
    }
  }

  /// Debit or credit; it carries the sign.
  public let side: Side
  /// The account that is posted to.
  public let account: AccountCode
  /// The fund within which the entry balances.
  public let fund: FundCode
  /// Always greater than zero.
  public let amount: Money
  /// The same in the book currency; zero or more, and equal to `amount` where that is the book's.
  public let book: Money
  /// The agreement, part, line and year it is about.
  public let tags: Tags

  /// Makes a posting of `amount`, worth `book` in the ledger's own currency.
  ///
  /// - Throws: `.amountNotPositive`: a refund is the other side, never a negative debit;
  ///   `.bookNegative`; `.bookDiffers` where both are in one currency and not equal.
  public init(
    _ side: Side, _ account: AccountCode, fund: FundCode, _ amount: Money, book: Money,
    tags: Tags = Tags()
  ) throws(EntryError) {
    guard amount.isPositive else { throw .amountNotPositive(account, amount) }
    guard !book.isNegative else { throw .bookNegative(account, book) }
    guard amount.currency != book.currency || amount == book else {
      throw .bookDiffers(account, amount: amount, book: book)
    }
    self.side = side
    self.account = account
    self.fund = fund
    self.amount = amount
    self.book = book
    self.tags = tags
  }

  private init(opposing other: Posting) {
    side = other.side.opposite
    account = other.account
    fund = other.fund
    amount = other.amount
    book = other.book
    tags = other.tags
  }

  /// The same on the other side.
  public var reversed: Posting { Posting(opposing: self) }
}
