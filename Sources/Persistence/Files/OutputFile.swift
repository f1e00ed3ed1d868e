/// Files as they are written: wholly, or not at all.
public enum OutputFile {
  /// Writes `bytes` to `path`, so that a reader sees what was there before or all of this.
  ///
  /// They are written beside it, brought to the disk, and given its name. A link stays a link; a pipe or
  /// a device is written into. What is there keeps its permissions.
  ///
  /// - Throws: `.missing` where the directory is, `.directory`, `.permission`, `.readOnly`,
  ///   `.diskFull`, `.closedPipe`, `.failed`; the file is then as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = Descriptor.resolved(path)
    guard Descriptor.exists(target) else {
      try replace(target, by: bytes, permissions: nil)
      return
    }
    switch try Descriptor.kind(of: target) {
    case .directory: throw .directory(path: path)
    case .other: try Descriptor(opening: target, for: .appending).write(bytes.span)
    case .file:
      // A file that may not be written is not replaced either.
      let permissions = try Descriptor(opening: target, for: .appending).permissions()
      try replace(target, by: bytes, permissions: permissions)
    }
  }

  /// Whether what `path` names is `ledger`, by any link, or a store of bursar.
  ///
  /// The ledger is not opened to look into it: closing it would drop the locks of a store that is held.
  /// - Throws: `.permission`, `.failed`.
  public static func isLedger(_ path: String, reading ledger: String?) throws(FileError) -> Bool {
    if let ledger, Descriptor.areOneFile(path, ledger) { return true }
    // What SQLite keeps beside a store is part of it.
    for suffix in ["-wal", "-shm", "-journal"] where path.hasSuffix(suffix) {
      if try isLedger(String(path.dropLast(suffix.count)), reading: ledger) { return true }
    }
    guard Descriptor.exists(path), case .file = try Descriptor.kind(of: path) else { return false }
    return try LedgerForm(ofFileAt: path) == .store
  }

  /// What the file that `path` names begins with, up to `limit` bytes of it; nil where there is none.
  /// - Throws: `.permission`, `.failed`.
  public static func beginning(
    of path: String, upTo limit: Int
  ) throws(FileError) -> [UInt8]? {
    guard Descriptor.exists(path), case .file = try Descriptor.kind(of: path) else { return nil }
    return try Descriptor(opening: path, for: .reading).read(upTo: limit)
  }

  private static func replace(
    _ target: String, by bytes: [UInt8], permissions: UInt32?
  ) throws(FileError) {
    var draft = try DraftFile(beside: target)
    do throws(FileError) {
      let file = try Descriptor(opening: draft.path, for: .appending)
      if let permissions { try file.setPermissions(permissions) }
      try file.write(bytes.span)
      try draft.replace(target)
    } catch {
      // Nobody knows the draft by its name.
      throw error.renamed(target)
    }
  }
}
