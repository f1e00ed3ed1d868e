import Persistence

/// Makes the sums that a store keeps anew from its entries, where nothing else is wrong with it.
public enum RebuildSums {
  /// Verifies the store at `path`; where sums alone are wrong, adds them anew and verifies it again.
  ///
  /// - Returns: What was proved, as ``VerifyLedger/prove(_:containing:for:)`` gives it.
  /// - Throws: As that does, before anything is written; `StoreError`, such as `.readOnly`.
  public static func run(
    _ path: String, containing noted: String?, for watcher: HeadwayWatcher? = nil
  ) throws -> VerifyLedger.Proof {
    do {
      return try VerifyLedger.prove(path, containing: noted, for: watcher)
    } catch let unsound as Unsound where unsound.defects.allSatisfy(\.isOfSums) {
      var store = try Store.open(path: path, for: .writing)
      try store.rebuildSums()
      return try VerifyLedger.prove(path, containing: noted, for: watcher)
    }
  }
}
