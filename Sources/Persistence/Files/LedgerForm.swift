/// In which of its forms a ledger is written; told from how its file begins.
public enum LedgerForm: Hashable, Sendable {
  /// Directives for people, git and bulk work.
  case text
  /// The SQLite ledger of record.
  case store
  /// The SQLite database of another program, which marks it with `application`.
  case foreign(application: Int32)
  /// Nothing at all.
  case empty

  /// What every SQLite file begins with. Source: sqlite.org/fileformat2.html, 1.3.
  private static let signature = Array("SQLite format 3\0".utf8)
  /// Where a SQLite file says whose it is, in four bytes, the highest first. Source: ibid., 1.3.17.
  private static let application = 68..<72

  /// Tells the form of a file that begins with `bytes`, of which seventy-two are enough.
  public init(beginning bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: Self.signature) {
      let application = bytes.dropFirst(Self.application.lowerBound).prefix(Self.application.count)
        .reduce(0) { $0 << 8 | Int32($1) }
      self = application == Schema.application ? .store : .foreign(application: application)
    } else {
      self = .text
    }
  }

  /// Tells the form of the file at `path`.
  ///
  /// - Throws: `.missing`, `.directory`, `.notAFile`, `.permission`, `.failed`.
  public init(ofFileAt path: String) throws(FileError) {
    switch try Descriptor.kind(of: path) {
    case .directory: throw .directory(path: path)
    case .other: throw .notAFile(path: path)
    case .file:
      let file = try Descriptor(opening: path, for: .reading)
      self.init(beginning: try file.read(upTo: Self.application.upperBound))
    }
  }

  /// Whether it is SQLite's, whoever wrote it.
  public var isDatabase: Bool {
    switch self {
    case .store, .foreign: true
    case .text, .empty: false
    }
  }
}
