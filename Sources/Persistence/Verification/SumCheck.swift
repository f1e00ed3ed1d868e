import Bookkeeping
import Funding
import Monetary

/// Adds up again what the ledger keeps sums of, and compares.
struct SumCheck {
  private var balances: [BalanceKey: BalanceSum] = [:]
  private var funds = BalanceFingerprint()
  private var rows: [Int64: Int64] = [:]

  /// Adds a posting.
  mutating func add(
    _ posting: Posting, on day: CalendarDate, in session: Session
  ) throws(StoreError) {
    let kind = FundClass(of: posting.fund)
    var key = BalanceKey(
      day: day.dayNumber,
      account: try session.required(try session.names.accounts.known(posting.account)),
      fund: kind.rawValue,
      currency: try session.required(try session.names.currencies.known(posting.amount.currency)))
    let sum = BalanceSum(of: posting)
    try balances[key, default: BalanceSum()].add(sum)
    guard kind == .agreements else { return }
    key.day = day.monthStart.dayNumber
    key.fund = try session.required(
      try session.names.labels.known(Label(storedText: posting.fund.text)))
    funds.add(sum, of: key)
  }

  /// Counts a position row.
  mutating func count(_ row: PositionRow, in session: Session) throws(StoreError) {
    let scope = try session.required(try session.names.scopes.known(row.scope))
    for ancestor in try session.names.scopes.lineage(of: scope) {
      rows[ancestor, default: 0] += 1
    }
  }

  /// The first sum of each kind that is not what was added up.
  func defects(in session: Session) throws(StoreError) -> [LedgerDefect] {
    [
      try balanceDefect(in: session), try monthlyDefect(in: session), try fundDefect(in: session),
      try positionDefect(in: session),
    ].compactMap(\.self)
  }

  private func balanceDefect(in session: Session) throws(StoreError) -> LedgerDefect? {
    let kept = try BalanceTable.days(session.connection).all()
    guard let key = Self.firstDifference(balances, kept) else { return nil }
    return .balance(
      account: try session.names.accounts.name(of: key.account),
      day: CalendarDate(exactly: key.day))
  }

  private func monthlyDefect(in session: Session) throws(StoreError) -> LedgerDefect? {
    var months: [BalanceKey: BalanceSum] = [:]
    for (key, sum) in balances {
      var month = key
      month.day = key.day.monthStart
      try months[month, default: BalanceSum()].add(sum)
    }
    let kept = try BalanceTable.months(session.connection).all()
    guard let key = Self.firstDifference(months, kept) else { return nil }
    return .monthlyBalance(
      account: try session.names.accounts.name(of: key.account),
      month: CalendarDate(exactly: key.day).map { AccountingMonth(of: $0) })
  }

  private func fundDefect(in session: Session) throws(StoreError) -> LedgerDefect? {
    var kept = BalanceFingerprint()
    let table = try BalanceTable.funds(session.connection)
    try table.each { key, sum in kept.add(sum, of: key) }
    guard kept != funds else { return nil }
    let expected = try session.fundSums()
    guard let key = Self.firstDifference(expected, try table.all()) else { return nil }
    let label = try session.names.labels.name(of: key.fund)
    return .fundBalance(
      fund: label.flatMap { FundCode($0.storedText) },
      month: CalendarDate(exactly: key.day).map { AccountingMonth(of: $0) })
  }

  private func positionDefect(in session: Session) throws(StoreError) -> LedgerDefect? {
    let kept = try session.connection.prepare("SELECT scope, rows, summed FROM position_count")
    var counts: [Int64: Int64] = [:]
    var summed = Set<Int64>()
    while try kept.step() {
      counts[kept.integer(0)] = kept.integer(1)
      if kept.integer(2) == 1 { summed.insert(kept.integer(0)) }
    }
    var differing = Set(rows.keys).union(counts.keys).filter { rows[$0] != counts[$0] }
    let found = try session.connection.prepare(
      "SELECT scope FROM position_by_donor UNION SELECT scope FROM position_by_category")
    differing.formUnion(Set(try found.numbers()).subtracting(summed))
    for scope in summed {
      if try Self.differs(scope, in: session) { differing.insert(scope) }
    }
    guard let scope = differing.min() else { return nil }
    return .position(scope: try session.names.scopes.name(of: scope))
  }

  /// Whether the sums that are kept for `scope` are not those of its rows.
  private static func differs(_ scope: Int64, in session: Session) throws(StoreError) -> Bool {
    let rows = try PositionRows(session.connection)
    var expected = PositionCells()
    for part in try session.names.scopes.subtree(of: scope) {
      try rows.all(of: part) { (row) throws(StoreError) in
        try expected.add(row.sum, of: row.cell, to: scope)
      }
    }
    let kept = PositionCells(
      byDonor: try PositionTable.byDonor(session.connection).all(of: scope),
      byCategory: try PositionTable.byCategory(session.connection).all(of: scope))
    return kept != expected
  }

  private static func firstDifference(
    _ left: [BalanceKey: BalanceSum], _ right: [BalanceKey: BalanceSum]
  ) -> BalanceKey? {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
      .min(by: BalanceKey.byDay)
  }
}
