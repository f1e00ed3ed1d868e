/// A ledger at one moment, held for as long as this value lives: reports read all they need from it.
///
/// Writers are not kept waiting; the moment is that of the first thing read.
public struct HeldSnapshot: ~Copyable {
  /// The ledger at that moment.
  public let snapshot: Snapshot
  private let store: Store

  /// Takes over `store` and holds the ledger as it is.
  public init(_ store: consuming Store) throws(StoreError) {
    try store.session.connection.execute("BEGIN")
    snapshot = Snapshot(store.session)
    self.store = store
  }

  deinit {
    // Nothing was written; that the moment cannot be let go of ends with the connection.
    try? store.session.connection.execute("COMMIT")
  }
}
