public import Funding

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
