import Monetary

/// One of the tables of balances: the sums of days, of months, or of single funds by month.
struct BalanceTable: ~Copyable {
  private let read: Statement
  private let write: Statement
  private let every: Statement

  /// The sums of days.
  static func days(_ connection: Connection) throws(StoreError) -> BalanceTable {
    BalanceTable(
      read: try connection.prepare(
        """
        SELECT debits_minor, credits_minor, book_debits_minor, book_credits_minor
        FROM balance_by_day WHERE (day, account, funds, currency) = (?, ?, ?, ?)
        """),
      write: try connection.prepare(
        "INSERT OR REPLACE INTO balance_by_day VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      every: try connection.prepare("SELECT * FROM balance_by_day"))
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
        "INSERT OR REPLACE INTO balance_by_month VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      every: try connection.prepare("SELECT * FROM balance_by_month"))
  }

  /// The sums of agreements' funds, each month on its first day.
  static func funds(_ connection: Connection) throws(StoreError) -> BalanceTable {
    BalanceTable(
      read: try connection.prepare(
        """
        SELECT debits_minor, credits_minor, book_debits_minor, book_credits_minor
        FROM balance_by_fund WHERE (month, account, fund, currency) = (?, ?, ?, ?)
        """),
      write: try connection.prepare(
        "INSERT OR REPLACE INTO balance_by_fund VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      every: try connection.prepare("SELECT * FROM balance_by_fund"))
  }

  private init(
    read: consuming Statement, write: consuming Statement, every: consuming Statement
  ) {
    self.read = read
    self.write = write
    self.every = every
  }

  /// Adds `sum` to the row of `key`, which is made if there is none.
  func add(_ sum: BalanceSum, to key: BalanceKey) throws(StoreError) {
    var total = try stored(key)
    try total.add(sum)
    try write.run(
      key.day, key.account, key.fund, key.currency,
      total.debits, total.credits, total.bookDebits, total.bookCredits)
  }

  /// All rows.
  func all() throws(StoreError) -> [BalanceKey: BalanceSum] {
    var rows: [BalanceKey: BalanceSum] = [:]
    try each { rows[$0] = $1 }
    return rows
  }

  /// Shows all rows.
  func each(_ body: (BalanceKey, BalanceSum) -> Void) throws(StoreError) {
    defer { every.reset() }
    while try every.step() {
      let key = BalanceKey(
        day: Int32(truncatingIfNeeded: every.integer(0)), account: every.integer(1),
        fund: every.integer(2), currency: every.integer(3))
      body(
        key,
        BalanceSum(
          debits: every.integer(4), credits: every.integer(5), bookDebits: every.integer(6),
          bookCredits: every.integer(7)))
    }
  }

  private func stored(_ key: BalanceKey) throws(StoreError) -> BalanceSum {
    read.bind(key.day, key.account, key.fund, key.currency)
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
