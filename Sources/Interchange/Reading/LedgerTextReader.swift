import Diagnostics
import Funding
import Monetary

/// Reads the text form of a ledger: all facts, and all that is wrong, in one run.
///
/// It works on bytes and opens nothing. Each line that is at fault gives one diagnostic, and its
/// directive gives no fact; what is right is read all the same.
public struct LedgerTextReader: Sendable {
  /// The longest line that is read, in bytes.
  public static let longestLine = 1 << 20

  /// Makes a reader.
  public init() {}

  /// Reads an input; `input` is what diagnostics call it.
  ///
  /// A last line without a line end is read like any other. If something is wrong with its very end,
  /// the file is taken to be cut off there, and the diagnostic says so.
  /// - Complexity: O(*n*) in the number of bytes; at most 1,000 diagnostics are kept, the rest counted.
  public func read(_ bytes: [UInt8], named input: String) -> LedgerText {
    var reader = DirectiveReader(bytes, named: input)
    reader.readAll()
    return LedgerText(
      source: SourceText(name: input, bytes: bytes, marks: reader.marks), facts: reader.facts,
      diagnostics: reader.log.diagnostics)
  }
}
