public import Monetary

/// Who says a fact, since when, and where it is written; all of it optional in the text form.
public struct Provenance: Hashable, Sendable {
  /// The identifier its author gave; nil where one is made from the content.
  public var id: FactID?
  /// Who entered it.
  public var by: String?
  /// When the ledger learnt it.
  public var entered: Instant?
  /// The accounting day, where it is not the fact's own.
  public var posted: CalendarDate?
  /// Where it was read.
  public var source: String?
  /// What else is worth keeping.
  public var note: String?
  /// The document that proves it.
  public var document: DocumentLink?

  /// Makes a provenance; what is left out is absent.
  public init(
    id: FactID? = nil, by: String? = nil, entered: Instant? = nil, posted: CalendarDate? = nil,
    source: String? = nil, note: String? = nil, document: DocumentLink? = nil
  ) {
    self.id = id
    self.by = by
    self.entered = entered
    self.posted = posted
    self.source = source
    self.note = note
    self.document = document
  }
}

/// A document kept outside the ledger, and the checksum that proves it unchanged.
public struct DocumentLink: Hashable, Sendable {
  /// Where it lies, as its keeper names it.
  public let path: String
  /// SHA-256 of its bytes: 64 lower-case hexadecimal digits.
  public let sha256: String

  /// Takes a path and a SHA-256 in 64 lower-case hexadecimal digits.
  public init?(path: String, sha256: String) {
    let hexadecimal = sha256.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard !path.isEmpty, sha256.utf8.count == 64, hexadecimal else { return nil }
    self.path = path
    self.sha256 = sha256
  }
}
