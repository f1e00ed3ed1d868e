public import Bookkeeping
public import Funding
public import Monetary

extension Snapshot {
  /// What all entries debit, currency by currency.
  /// - Throws: `.overflow`, `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the number of months, accounts and currencies together.
  public borrowing func turnover() throws(StoreError) -> Turnover {
    try BalanceReader(session).turnover()
  }

  /// What accounts gained and lost up to a day, by month and currency.
  ///
  /// - Parameters:
  ///   - day: The last accounting day that counts.
  ///   - known: Only facts entered by then count.
  ///   - byFund: Whether rows tell the fund; else it is absent.
  /// - Returns: Rows in the order of months, and of first mention within a month; none of nothing.
  /// - Throws: `.overflow`, `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the rows of the answer and in what was entered after `known`; with funds,
  ///   also in the postings of the day's month.
  public borrowing func balances(
    asOf day: CalendarDate, known: Instant? = nil, byFund: Bool = false
  ) throws(StoreError) -> [BalanceRow] {
    try BalanceReader(session).balances(asOf: day, known: known, byFund: byFund)
  }
}
