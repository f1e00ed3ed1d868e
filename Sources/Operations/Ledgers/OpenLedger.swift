import Persistence

/// Opens a ledger, text or store, told from its content.
public enum OpenLedger {
  /// Opens the ledger at `path`; `-` is a text on standard input.
  ///
  /// A `watcher` is told how far a text has been checked.
  /// - Throws: ``Refusal`` with everything that is wrong with a text; `StoreError`, `FileError`.
  public static func reading(
    _ path: String, for watcher: HeadwayWatcher? = nil
  ) throws -> any Ledger {
    if path != "-", try LedgerForm(ofFileAt: path).isDatabase {
      return try StoredLedger(path: path)
    }
    return try TextLedger(TextFile(at: path), for: watcher)
  }
}
