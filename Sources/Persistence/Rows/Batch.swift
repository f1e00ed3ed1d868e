public import Funding

/// Facts that were written by one command, in one transaction.
public struct Batch: Hashable, Sendable {
  /// When it was written.
  public let entered: Instant
  /// Who wrote it.
  public let by: String
  /// The verb it was written with, such as `record receipt`.
  public let command: String
  /// The file it was read from.
  public let source: String?
  /// That file's SHA-256.
  public let sourceDigest: Digest?

  /// Makes a batch.
  ///
  /// - Precondition: Author and command are not empty, and there is no digest without a source.
  public init(
    entered: Instant, by: String, command: String, source: String? = nil,
    sourceDigest: Digest? = nil
  ) {
    precondition(!by.isEmpty && !command.isEmpty, "a batch has an author and a command")
    precondition(source != nil || sourceDigest == nil, "a digest is that of a source")
    self.entered = entered
    self.by = by
    self.command = command
    self.source = source
    self.sourceDigest = sourceDigest
  }
}
