public import Bookkeeping
public import Funding

/// A fact with all that is stored of it.
public struct StoredFact: Hashable, Sendable {
  /// The fact.
  public let record: FactRecord
  /// Its entries, in their order.
  public let entries: [JournalEntry]
  /// Its position rows, in their order.
  public let positions: [PositionRow]
  /// By what it is to be found, the names in its entries and positions included; in no order.
  public let mentions: [FactID]
}
