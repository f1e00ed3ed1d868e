import Interchange
import Persistence

/// A text ledger in canonical form, its comments kept.
public enum FormatText {
  /// What formatting came to.
  public struct Result: Hashable, Sendable {
    /// The canonical form.
    public let bytes: [UInt8]
    /// Whether it differs from what was there.
    public let isChanged: Bool
  }

  /// Formats the text at `path`; `-` is standard input.
  /// - Throws: ``Refusal`` with everything that is wrong with the text, or for a store; `FileError`.
  public static func format(_ path: String) throws -> Result {
    let bytes = try TextFile.bytes(at: path)
    switch LedgerFormatter().format(bytes, named: path) {
    case .formatted(let formatted):
      return Result(bytes: formatted, isChanged: formatted != bytes)
    case .refused(let diagnostics): throw Refusal(diagnostics)
    }
  }

  /// Replaces the text at `path` by what formatting came to.
  /// - Throws: `FileError`.
  public static func replace(_ path: String, with result: Result) throws {
    try OutputFile.write(result.bytes, to: path)
  }
}
