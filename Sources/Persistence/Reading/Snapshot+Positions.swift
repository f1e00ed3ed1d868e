public import Bookkeeping
public import Funding
public import Monetary

extension Snapshot {
  /// Sums of the position rows that answer `query`: one for each budget year, measure, donor and
  /// currency, or category, at the place and on the day of the query.
  ///
  /// - Complexity: O(*n*) in the number of rows of the answer for a scope whose sums are kept, and in
  ///   those of the day's month; else in the rows of the scope, which are few. With `known`, also in
  ///   what was entered after it.
  public borrowing func positions(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) throws(StoreError) -> [PositionRow] {
    try PositionReader(session).sums(query, by: breakdown)
  }

  /// The position rows that answer `query`, each as it was appended, in the order of the ledger.
  /// - Complexity: O(*n* log *n*) in their number.
  public borrowing func rows(_ query: PositionQuery) throws(StoreError) -> [LearntRow] {
    try PositionReader(session).rows(query)
  }
}

extension Snapshot {
  /// What each agreement received, used and has left to spend.
  ///
  /// - Parameters:
  ///   - day: Rows up to it count, and exchange that was realised by facts posted up to it.
  ///   - known: Only facts entered by then count.
  /// - Returns: By reference; those of pledges are nothing.
  /// - Throws: `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the rows and postings of the ledger.
  public borrowing func agreementSums(
    asOf day: CalendarDate, known: Instant? = nil
  ) throws(StoreError) -> [Reference: AgreementSums] {
    var reader = try AgreementSumsReader(session, asOf: day, known: known)
    return try reader.read()
  }
}
