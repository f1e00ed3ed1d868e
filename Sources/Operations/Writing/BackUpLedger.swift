import Diagnostics
import Persistence

/// Copies a store to a new file while it is in use, and verifies the copy.
public enum BackUpLedger {
  /// Copies the store at `path` to `copy`, where nothing may be yet; a `watcher` is told how far the
  /// copy has been verified.
  /// - Throws: ``Refusal`` for a text; `FileError`; `StoreError`, such as `.exists`; `.corrupt` where
  ///   the store is not sound.
  public static func copy(
    _ path: String, to copy: String, for watcher: HeadwayWatcher? = nil
  ) throws -> VerifyLedger.Proof {
    try OpenLedger.requireStore(path, orTelling: Fault(.textIsCopied, path))
    let store = try Store.open(path: path, for: .reading)
    let facts = try store.read { snapshot in try snapshot.head().count }
    var counter = HeadwayCounter(.verifying, of: Int(facts), for: watcher)
    return try VerifyLedger.Proof(try store.backUp(to: copy) { counter.advance() })
  }
}
