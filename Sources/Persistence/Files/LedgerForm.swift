/// In which of its forms a ledger is written; told from how its file begins.
public enum LedgerForm: Hashable, Sendable {
  /// Directives for people, git and bulk work.
  case text
  /// The SQLite ledger of record, or another program's database.
  case sqlite
  /// Nothing at all.
  case empty

  /// What every SQLite file begins with. Source: sqlite.org/fileformat2.html, 1.3.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// Tells the form of a file that begins with `bytes`, of which sixteen are enough.
  public init(beginning bytes: some Collection<UInt8>) {
    self = bytes.isEmpty ? .empty : bytes.starts(with: Self.signature) ? .sqlite : .text
  }

  /// Tells the form of the file at `path`.
  ///
  /// - Throws: `.missing`, `.directory`, `.notAFile`, `.permission`, `.failed`.
  public init(ofFileAt path: String) throws(FileError) {
    switch try Descriptor.kind(of: path) {
    case .directory: throw .directory(path: path)
    case .other: throw .notAFile(path: path)
    case .file: self.init(beginning: try Descriptor(opening: path, for: .reading).read(upTo: 16))
    }
  }
}
