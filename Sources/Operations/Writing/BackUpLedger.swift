import Persistence

/// Copies a store to a new file while it is in use, and verifies the copy.
public enum BackUpLedger {
  /// Copies the store at `path` to `copy`, where nothing may be yet.
  /// - Throws: `StoreError`, such as `.exists`; `.corrupt` where the store is not sound.
  public static func copy(_ path: String, to copy: String) throws -> VerifyLedger.Proof {
    let store = try Store.open(path: path, for: .reading)
    return try VerifyLedger.Proof(try store.backUp(to: copy))
  }
}
