extension Store {
  /// What is wrong with the file at `path`, which could not be read as a ledger, as far as SQLite can
  /// open it.
  ///
  /// - Returns: What each check of the file found first; never nothing.
  /// - Throws: `.notDatabase` where not even SQLite knows it, and failures of the disk.
  public static func damage(at path: String) throws(StoreError) -> [LedgerDefect] {
    let connection = try Connection(
      opening: path, for: .existing, path: path, waitMilliseconds: defaultWaitMilliseconds)
    let found = try FileCheck(connection.origin).defects()
    guard found.isEmpty else { return found }
    // The file is whole; what says of which form the ledger is, or what it counts in, is not.
    return [.schema(name: try connection.formVersion() > 0 ? "book" : "user_version")]
  }
}
