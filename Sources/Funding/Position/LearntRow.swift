/// A position row with the instant at which the ledger learnt of it.
public struct LearntRow: Hashable, Sendable {
  /// The row, every dimension told.
  public let row: PositionRow
  /// When the fact that it follows from was entered.
  public let entered: Instant

  /// Makes a row that was learnt at `entered`.
  public init(_ row: PositionRow, entered: Instant) {
    self.row = row
    self.entered = entered
  }
}
