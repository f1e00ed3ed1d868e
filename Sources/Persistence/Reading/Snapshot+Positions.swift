public import Funding

extension Snapshot {
  /// The position rows that answer `query`, summed as finely as it asks for.
  ///
  /// By donor and by category, rows of one budget year, measure, donor and currency (or category) come
  /// as one, at the scope and on the day of the query; by reference, each comes as it was appended, in
  /// the order of the ledger.
  ///
  /// - Complexity: O(*n*) in the number of rows of the answer for a scope whose sums are kept, and in
  ///   those of the day's month; else in the rows of the scope, which are few. With `known`, also in
  ///   what was entered after it.
  public borrowing func positions(_ query: PositionQuery) throws(StoreError) -> [PositionRow] {
    try PositionReader(session).rows(query)
  }
}
