public import Bookkeeping
public import Monetary

/// An entry written leg by leg, for what no other kind of fact says.
public struct ManualEntry: Hashable, Sendable {
  /// One leg as written; its worth in the book currency follows from its date.
  public struct Leg: Hashable, Sendable {
    /// Debit or credit.
    public let side: Side
    /// The account.
    public let account: AccountCode
    /// How much; positive.
    public let amount: Money
    /// The fund; general where none is written.
    public let fund: FundCode

    /// Makes a leg.
    public init(_ side: Side, _ account: AccountCode, _ amount: Money, fund: FundCode = .general) {
      self.side = side
      self.account = account
      self.amount = amount
      self.fund = fund
    }
  }

  /// What it is for, in words.
  public let title: String
  /// Its legs, at least two.
  public let legs: [Leg]

  /// Makes an entry.
  public init(_ title: String, legs: [Leg]) {
    self.title = title
    self.legs = legs
  }
}

/// What an account held before the ledger began.
public struct Opening: Hashable, Sendable {
  /// An asset or a liability.
  public let account: AccountCode
  /// How much, on the account's normal side; positive.
  public let amount: Money
  /// The fund it belongs to.
  public let fund: FundCode

  /// Makes an opening balance.
  public init(_ account: AccountCode, amount: Money, fund: FundCode = .general) {
    self.account = account
    self.amount = amount
    self.fund = fund
  }
}

/// Another fact undone, on the reversal's own date.
public struct Reversal: Hashable, Sendable {
  /// The fact it cancels.
  public let target: FactID
  /// Why, in words.
  public let reason: String

  /// Makes a reversal.
  public init(of target: FactID, reason: String) {
    self.target = target
    self.reason = reason
  }
}

/// A rate as quoted on a day; the ledger's head names the table where none is written.
public struct RateQuote: Hashable, Sendable {
  /// The currency that is counted.
  public let quote: Currency
  /// The currency of which it buys one.
  public let base: Currency
  /// How many units of `quote` buy one unit of `base`.
  public let units: ExactDecimal
  /// The table; nil means the ledger's own.
  public let table: RateTableName?
  /// Why it takes the place of another rate of the same table, currencies and day; nil where it is
  /// the first.
  public let revises: String?
  /// Whether somebody looked at it again, since it is far off the one before.
  public let isConfirmed: Bool

  /// Makes a quote: `units` of `quote` for one `base`.
  public init(
    _ units: ExactDecimal, of quote: Currency, per base: Currency, table: RateTableName? = nil,
    revises: String? = nil, isConfirmed: Bool = false
  ) {
    self.quote = quote
    self.base = base
    self.units = units
    self.table = table
    self.revises = revises
    self.isConfirmed = isConfirmed
  }
}
