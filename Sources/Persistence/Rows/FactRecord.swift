/// A fact as the ledger keeps it.
public struct FactRecord: Hashable, Sendable {
  /// Its place in the ledger, counted from 1 without a gap.
  public let sequence: Int64
  /// What it is called, when it counts, and who says it.
  public let header: FactHeader
  /// The batch it came in.
  public let batch: Int64
  /// Its canonical text.
  public let body: [UInt8]
  /// The SHA-256 of its body.
  public let digest: Digest
  /// The SHA-256 of the hash before and of its digest.
  public let hash: Digest
}

/// Where the chain of facts ends.
public struct ChainHead: Hashable, Sendable {
  /// How many facts there are, which is also the place of the last.
  public let count: Int64
  /// The hash of the last; ``Digest/zero`` where there is none.
  public let hash: Digest

  /// The head of a ledger without facts.
  public static let empty = ChainHead(count: 0, hash: .zero)

  /// Makes a head, such as one that was noted on a report.
  public init(count: Int64, hash: Digest) {
    self.count = count
    self.hash = hash
  }
}
