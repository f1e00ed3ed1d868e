public import Bookkeeping
public import Monetary

/// What every account holds on a day, debits beside credits; both columns sum to the same.
public struct TrialBalance: Hashable, Sendable {
  /// How accounts are brought together.
  public struct Grouping: Hashable, Sendable {
    /// Whether each fund has lines of its own.
    public var byFund: Bool
    /// Whether each currency has lines of its own, in its own units; else all is in book currency.
    public var byCurrency: Bool
    /// How many parts of an account's name are kept; nil keeps all.
    public var depth: Int?
    /// Whether each month has columns of its own.
    public var byMonth: Bool

    /// Makes a grouping; by default one line an account, in the book currency.
    public init(
      byFund: Bool = false, byCurrency: Bool = false, depth: Int? = nil, byMonth: Bool = false
    ) {
      self.byFund = byFund
      self.byCurrency = byCurrency
      self.depth = depth
      self.byMonth = byMonth
    }
  }

  /// One line: an account, in a fund and currency where those are told apart.
  public struct Line: Hashable, Sendable {
    /// The account's name, or as much of it as was asked for.
    public let account: String
    /// The fund; nil where funds are together.
    public let fund: FundCode?
    /// The currency of the balances.
    public let currency: Currency
    /// Debits less credits, in minor units of `currency`.
    public let balance: Int128
    /// The same for each of ``TrialBalance/months``; empty where months are together.
    public let monthly: [Int128]
  }

  /// How accounts were brought together.
  public let grouping: Grouping
  /// The months with columns of their own, oldest first.
  public let months: [AccountingMonth]
  /// The lines, by account, fund and currency; those of nothing are left out.
  public let lines: [Line]
  /// What it was made from.
  public let stamp: ReportStamp

  /// Folds the rows of a ledger.
  public init(
    _ rows: [BalanceRow], bookCurrency: Currency, grouping: Grouping = Grouping(),
    stamp: ReportStamp
  ) {
    struct Key: Hashable {
      let account: String
      let fund: FundCode?
      let currency: Currency
    }
    var totals: [Key: [AccountingMonth: Int128]] = [:]
    for row in rows {
      let account =
        grouping.depth.map { String(row.account.prefix(depth: $0)) } ?? row.account.text
      let key = Key(
        account: account, fund: grouping.byFund ? row.fund : nil,
        currency: grouping.byCurrency ? row.currency : bookCurrency)
      let balance =
        grouping.byCurrency
        ? Int128(row.debits) - Int128(row.credits)
        : Int128(row.bookDebits) - Int128(row.bookCredits)
      totals[key, default: [:]][row.month, default: 0] += balance
    }
    let months = grouping.byMonth ? Set(rows.map(\.month)).sorted() : []
    lines = totals.map { key, perMonth in
      Line(
        account: key.account, fund: key.fund, currency: key.currency,
        balance: perMonth.values.reduce(0, +), monthly: months.map { perMonth[$0] ?? 0 })
    }
    .filter { $0.balance != 0 || $0.monthly.contains { $0 != 0 } }
    .sorted(by: Self.precedes)
    self.grouping = grouping
    self.months = months
    self.stamp = stamp
  }

  private static func precedes(_ left: Line, _ right: Line) -> Bool {
    if left.account != right.account { return precedes(left.account, right.account) }
    if left.fund != right.fund { return (left.fund?.text ?? "") < (right.fund?.text ?? "") }
    return left.currency < right.currency
  }

  /// Whether one account is listed before another: by type, then by name.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let ranks = [left, right].map { account in
      AccountType.allCases.firstIndex { account.hasPrefix($0.rawValue) } ?? 0
    }
    return ranks[0] == ranks[1] ? left < right : ranks[0] < ranks[1]
  }
}
