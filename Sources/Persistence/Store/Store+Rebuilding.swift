import Bookkeeping
import Funding

extension Store {
  /// Makes all sums anew from postings and position rows, in one transaction.
  ///
  /// Sums are kept up to date by every append; this mends what `verify` found wrong with them.
  /// - Throws: As ``write(_:_:)`` does.
  public mutating func rebuildSums() throws(StoreError) {
    let connection = session.connection
    try connection.execute("BEGIN IMMEDIATE")
    do throws(StoreError) {
      try connection.execute(
        """
        DELETE FROM balance_by_day;
        DELETE FROM balance_by_month;
        DELETE FROM balance_by_fund;
        DELETE FROM position_count;
        DELETE FROM position_by_donor;
        DELETE FROM position_by_category;
        """)
      try session.addAllSums()
      try connection.execute("COMMIT")
    } catch {
      session.rollBack()
      throw error
    }
  }
}

extension Session {
  /// The fund of that number.
  private func numberedFund(_ number: Int64) throws(StoreError) -> NumberedFund {
    let label = try required(try names.labels.name(of: number))
    let fund = try required(FundCode(label.storedText))
    return NumberedFund(number: number, kind: FundClass(of: fund))
  }

  /// Adds every posting and every position row to sums that are empty.
  fileprivate func addAllSums() throws(StoreError) {
    var balances = try BalanceSums(connection)
    let postings = try connection.prepare(
      "SELECT day, account, fund, currency, side, amount_minor, book_minor FROM posting")
    while try postings.step() {
      let sum = BalanceSum(
        side: postings.integer(4) > 0 ? .debit : .credit, amount: postings.integer(5),
        book: postings.integer(6))
      try balances.add(
        sum, on: Int32(truncatingIfNeeded: postings.integer(0)), account: postings.integer(1),
        fund: try numberedFund(postings.integer(2)), currency: postings.integer(3))
    }
    try balances.flush()
    var positions = try PositionSums(connection, threshold: summingThreshold)
    let rows = try connection.prepare("SELECT scope, count(*) FROM position GROUP BY scope")
    while try rows.step() {
      let lineage = try names.scopes.lineage(of: rows.integer(0))
      try positions.count(rows.integer(1), lineage: lineage)
    }
    try positions.flush(in: names)
  }
}
