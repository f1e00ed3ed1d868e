import Bookkeeping
import Funding
import Monetary

/// Adds up balances from the sums that are kept, and the postings of a month that is not over.
struct BalanceReader {
  private let session: Session

  /// What a row is told apart by; numbers stand for names, and zero for all funds.
  private struct Key: Hashable, Comparable {
    let month: Int32
    let account: Int64
    let fund: Int64
    let currency: Int64

    static func < (left: Key, right: Key) -> Bool {
      (left.month, left.account, left.fund, left.currency)
        < (right.month, right.account, right.fund, right.currency)
    }
  }

  /// Reads from `session`.
  init(_ session: Session) {
    self.session = session
  }

  /// As ``Snapshot/balances(asOf:known:byFund:)``.
  func balances(
    asOf day: CalendarDate, known: Instant?, byFund: Bool
  ) throws(StoreError) -> [BalanceRow] {
    try session.settle()
    var sums: [Key: BalanceSum] = [:]
    if byFund {
      try addFundSums(before: day.monthStart, to: &sums)
      try addPostings(through: day, to: &sums)
    } else {
      try addSums(through: day, to: &sums)
    }
    if let known { try takeAway(enteredAfter: known, through: day, byFund: byFund, from: &sums) }
    return try rows(of: sums)
  }

  /// As ``Snapshot/turnover()``.
  func turnover() throws(StoreError) -> Turnover {
    try session.settle()
    let statement = try session.connection.prepare(
      "SELECT currency, debits_minor, book_debits_minor FROM balance_by_month")
    var turnover = Turnover()
    while try statement.step() {
      let currency = try session.required(
        try session.names.currencies.name(of: statement.integer(0)))
      do throws(MoneyError) {
        try turnover.add(statement.integer(2), of: session.bookCurrency)
        if currency != session.bookCurrency { try turnover.add(statement.integer(1), of: currency) }
      } catch {
        throw .overflow
      }
    }
    return turnover
  }

  /// The months before the day's own, and the days of that up to it.
  private func addSums(
    through day: CalendarDate, to sums: inout [Key: BalanceSum]
  ) throws(StoreError) {
    let statement = try session.connection.prepare(
      """
      SELECT month, account, currency, debits_minor, credits_minor, book_debits_minor,
        book_credits_minor
      FROM balance_by_month WHERE month < ?1
      UNION ALL
      SELECT ?1, account, currency, debits_minor, credits_minor, book_debits_minor,
        book_credits_minor
      FROM balance_by_day WHERE day BETWEEN ?1 AND ?2
      """)
    statement.bind(day.monthStart.dayNumber, day.dayNumber)
    while try statement.step() {
      let key = Key(
        month: Int32(truncatingIfNeeded: statement.integer(0)), account: statement.integer(1),
        fund: 0, currency: statement.integer(2))
      try sums[key, default: BalanceSum()].add(
        BalanceSum(
          debits: statement.integer(3), credits: statement.integer(4),
          bookDebits: statement.integer(5), bookCredits: statement.integer(6)))
    }
  }

  /// The months before `month`, fund by fund: agreements' from their own sums, the two others' from
  /// those of their class.
  private func addFundSums(
    before month: CalendarDate, to sums: inout [Key: BalanceSum]
  ) throws(StoreError) {
    let ofAgreements = try session.connection.prepare(
      """
      SELECT month, account, fund, currency, debits_minor, credits_minor, book_debits_minor,
        book_credits_minor
      FROM balance_by_fund WHERE month < ?
      """)
    ofAgreements.bind(month.dayNumber)
    try addFundSums(ofAgreements, to: &sums)
    let ofClass = try session.connection.prepare(
      """
      SELECT month, account, (SELECT number FROM name WHERE text = ?3), currency, debits_minor,
        credits_minor, book_debits_minor, book_credits_minor
      FROM balance_by_month WHERE month < ?1 AND funds = ?2
      """)
    for fund in [FundCode.general, .memorandum] {
      ofClass.bind(month.dayNumber, FundClass(of: fund).rawValue, fund.text)
      try addFundSums(ofClass, to: &sums)
    }
  }

  private func addFundSums(
    _ statement: borrowing Statement, to sums: inout [Key: BalanceSum]
  ) throws(StoreError) {
    defer { statement.reset() }
    while try statement.step() {
      let key = Key(
        month: Int32(truncatingIfNeeded: statement.integer(0)), account: statement.integer(1),
        fund: statement.integer(2), currency: statement.integer(3))
      try sums[key, default: BalanceSum()].add(
        BalanceSum(
          debits: statement.integer(4), credits: statement.integer(5),
          bookDebits: statement.integer(6), bookCredits: statement.integer(7)))
    }
  }

  /// The postings of the day's month, up to the day.
  private func addPostings(
    through day: CalendarDate, to sums: inout [Key: BalanceSum]
  ) throws(StoreError) {
    let statement = try session.connection.prepare(
      """
      SELECT posting.day, account, fund, currency, side, amount_minor, book_minor
      FROM (SELECT seq, entry FROM posting INDEXED BY posting_by_day
          WHERE line = 1 AND day BETWEEN ? AND ?)
        JOIN posting USING (seq, entry)
      """)
    statement.bind(day.monthStart.dayNumber, day.dayNumber)
    while try statement.step() {
      try sums[key(of: statement, byFund: true), default: BalanceSum()].add(sum(of: statement))
    }
  }

  private func takeAway(
    enteredAfter known: Instant, through day: CalendarDate, byFund: Bool,
    from sums: inout [Key: BalanceSum]
  ) throws(StoreError) {
    let statement = try session.connection.prepare(
      """
      SELECT day, account, fund, currency, side, amount_minor, book_minor FROM posting
      WHERE seq = ? AND day <= ?
      """)
    for sequence in try session.sequences(enteredAfter: known) {
      statement.bind(sequence, day.dayNumber)
      defer { statement.reset() }
      while try statement.step() {
        try sums[key(of: statement, byFund: byFund), default: BalanceSum()]
          .add(sum(of: statement).opposite)
      }
    }
  }

  private func key(of row: borrowing Statement, byFund: Bool) -> Key {
    Key(
      month: Int32(truncatingIfNeeded: row.integer(0)).monthStart, account: row.integer(1),
      fund: byFund ? row.integer(2) : 0, currency: row.integer(3))
  }

  private func sum(of row: borrowing Statement) -> BalanceSum {
    BalanceSum(
      side: row.integer(4) > 0 ? .debit : .credit, amount: row.integer(5), book: row.integer(6))
  }

  private func rows(of sums: [Key: BalanceSum]) throws(StoreError) -> [BalanceRow] {
    var rows: [BalanceRow] = []
    rows.reserveCapacity(sums.count)
    for (key, sum) in sums.sorted(by: { $0.key < $1.key }) where sum != BalanceSum() {
      let names = session.names
      var fund: FundCode?
      if key.fund != 0 {
        let label = try session.required(try names.labels.name(of: key.fund))
        fund = try session.required(FundCode(label.storedText))
      }
      rows.append(
        BalanceRow(
          account: try session.required(try names.accounts.name(of: key.account)), fund: fund,
          month: AccountingMonth(of: try session.day(Int64(key.month))),
          currency: try session.required(try names.currencies.name(of: key.currency)),
          debits: sum.debits, credits: sum.credits, bookDebits: sum.bookDebits,
          bookCredits: sum.bookCredits))
    }
    return rows
  }
}
