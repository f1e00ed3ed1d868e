import Monetary

/// One of the two tables of balances: the sums of days, or of months.
struct BalanceTable: ~Copyable {
  private let read: Statement
  private let write: Statement

  /// The sums of days.
  static func days(_ connection: Connection) throws(StoreError) -> BalanceTable {
    BalanceTable(
      read: try connection.prepare(
        """
        SELECT debits_minor, credits_minor, book_debits_minor, book_credits_minor
        FROM balance_by_day WHERE (day, account, funds, currency) = (?, ?, ?, ?)
        """),
      write: try connection.prepare(
        "INSERT OR REPLACE INTO balance_by_day VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
  }

  /// The sums of months, each on its first day.
  static func months(_ connection: Connection) throws(StoreError) -> BalanceTable {
    BalanceTable(
      read: try connection.prepare(
        """
        SELECT debits_minor, credits_minor, book_debits_minor, book_credits_minor
        FROM balance_by_month WHERE (month, account, funds, currency) = (?, ?, ?, ?)
        """),
      write: try connection.prepare(
        "INSERT OR REPLACE INTO balance_by_month VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
  }

  private init(read: consuming Statement, write: consuming Statement) {
    self.read = read
    self.write = write
  }

  /// Adds `sum` to the row of `key`, which is made if there is none.
  func add(_ sum: BalanceSum, to key: BalanceKey) throws(StoreError) {
    var total = try stored(key)
    try total.add(sum)
    try write.run(
      key.day, key.account, key.funds.rawValue, key.currency,
      total.debits, total.credits, total.bookDebits, total.bookCredits)
  }

  private func stored(_ key: BalanceKey) throws(StoreError) -> BalanceSum {
    read.bind(key.day, key.account, key.funds.rawValue, key.currency)
    defer { read.reset() }
    guard try read.step() else { return BalanceSum() }
    return BalanceSum(
      debits: read.integer(0), credits: read.integer(1), bookDebits: read.integer(2),
      bookCredits: read.integer(3))
  }
}

extension Int32 {
  /// The day number of the first day of the month that this day number lies in.
  var monthStart: Int32 { CalendarDate(dayNumber: self).monthStart.dayNumber }
}
