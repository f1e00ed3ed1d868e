public import Diagnostics
import Funding

/// Brings a ledger in the text form into its canonical form, and keeps every comment.
///
/// The facts are the same before and after, and what is formatted already stays as it is.
public struct LedgerFormatter: Sendable {
  /// What became of a text.
  public enum Outcome: Sendable {
    /// The text in its canonical form.
    case formatted([UInt8])
    /// Nothing, since the text is at fault.
    case refused([Diagnostic])
  }

  /// Makes a formatter.
  public init() {}

  /// Formats an input; `input` is what diagnostics call it.
  ///
  /// Comments before a directive move with it, those within it and at the ends of its lines stay with
  /// them. What stands at the top of the file, apart from the first directive, stays at the top, and
  /// what follows the last directive stays at the end.
  /// - Complexity: O(*n* log *n*) in the number of directives.
  public func format(_ bytes: [UInt8], named input: String) -> Outcome {
    let ledger = LedgerTextReader().read(bytes, named: input)
    guard ledger.diagnostics.isEmpty else { return .refused(ledger.diagnostics) }
    var weaver = CommentWeaver(CommentScan(bytes), in: bytes)
    return .formatted(weaver.woven(ledger.facts.map(\.fact)))
  }
}
