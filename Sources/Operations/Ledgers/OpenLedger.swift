import Diagnostics
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

  /// Sees that the ledger at `path` is no text, to which nothing is written.
  /// - Throws: As ``requireStore(_:orTelling:)`` does.
  public static func requireStore(_ path: String) throws {
    try requireStore(path, orTelling: Fault(.textIsRead, path))
  }

  /// Sees that the ledger at `path` is no text, of which `fault` is told.
  /// - Throws: ``Refusal`` for a text; `StoreError.notDatabase` for what is no ledger; `FileError`.
  static func requireStore(_ path: String, orTelling fault: Fault) throws {
    guard try path == "-" || LedgerForm(ofFileAt: path) == .text else { return }
    if path != "-" { try TextFile.requireText(at: path) }
    throw Refusal(fault)
  }
}
