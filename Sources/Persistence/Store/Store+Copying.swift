extension Store {
  /// Copies the ledger to a new file at `path`, while others go on reading and writing it.
  ///
  /// The copy is of one moment. It is verified, and gets its name when it is complete and on the disk;
  /// nothing is ever overwritten.
  ///
  /// - Parameters:
  ///   - path: Where the copy will be.
  ///   - verified: Called for each fact of the copy that was verified.
  /// - Returns: What the copy holds.
  /// - Throws: `.exists`, `.missing` where the directory is, `.permission`, `.readOnly`,
  ///   `.corrupt` where the copy, and so the ledger, is unsound, `.diskFull` and other failures.
  @discardableResult
  public borrowing func backUp(
    to path: String, verified: () -> Void = {}
  ) throws -> Verification {
    try Self.requireNothing(at: path)
    var draft = try StoreError.of { () throws(FileError) in try DraftFile(beside: path) }
    defer { for suffix in ["-wal", "-shm"] { Descriptor.remove(draft.path + suffix) } }
    try copyPages(into: draft.path, called: path)
    let found = try Self.verified(draft.path, called: path, each: verified)
    guard found.isSound else { throw StoreError.corrupt(path: self.path) }
    try StoreError.of { () throws(FileError) in try draft.become(path) }
    return found
  }

  private borrowing func copyPages(
    into draft: String, called path: String
  ) throws(StoreError) {
    let target = try Connection(opening: draft, for: .existing, path: path, waitMilliseconds: 0)
    try session.connection.copyPages(into: target)
  }

  private static func verified(
    _ draft: String, called path: String, each verified: () -> Void
  ) throws -> Verification {
    let connection = try Connection(opening: draft, for: .existing, path: path, waitMilliseconds: 0)
    let session = try Session(
      connection, bookCurrency: try connection.bookCurrency(),
      summingThreshold: defaultSummingThreshold)
    return try Snapshot(session).verify { _ in
      verified()
      return true
    }
  }
}
