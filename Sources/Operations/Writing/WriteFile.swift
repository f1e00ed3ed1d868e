import Diagnostics
import Interchange
import Persistence

/// Results written to files.
public enum WriteFile {
  /// How much of a file is looked at to see whether it is a ledger: a directive follows its comments.
  private static let beginning = 1 << 20

  /// Writes `bytes` to `path`, so that a reader sees what was there before or all of this; they were
  /// made from the ledger at `ledger`, or from none.
  ///
  /// - Throws: ``Refusal`` where `path` is that ledger, by any link, or any other, store or text;
  ///   `FileError`.
  public static func replace(
    _ path: String, with bytes: [UInt8], madeFrom ledger: String? = nil
  ) throws {
    if try OutputFile.isLedger(path, reading: ledger) || isText(path) {
      throw Refusal(Fault(.outputLedger, path))
    }
    try OutputFile.write(bytes, to: path)
  }

  /// Writes a ledger as `text` to `path`, as ``replace(_:with:madeFrom:)`` does, but takes the place of
  /// a text ledger of which it loses nothing, such as an earlier export.
  ///
  /// - Throws: ``Refusal`` where `path` is the ledger at `ledger`, a store, or a text with a fact or a
  ///   comment that `text` does not have; `FileError`.
  public static func renew(_ path: String, with text: [UInt8], madeFrom ledger: String) throws {
    let isSource = try OutputFile.isLedger(path, reading: ledger)
    guard !isSource, try isText(path) else {
      return try replace(path, with: text, madeFrom: ledger)
    }
    if loses(try InputFile.bytes(at: path), for: text) {
      throw Refusal(Fault(.outputLoses, path))
    }
    try OutputFile.write(text, to: path)
  }

  /// Whether the text ledger `old` has anything that `new` does not: a fact, a comment, a hand's order.
  private static func loses(_ old: [UInt8], for new: [UInt8]) -> Bool {
    let reader = LedgerTextReader()
    let known = reader.read(old, named: "")
    let facts = known.facts.map(\.fact)
    guard known.diagnostics.isEmpty, LedgerTextWriter().ledger(facts) == old else { return true }
    return !Set(reader.read(new, named: "").facts.map(\.fact)).isSuperset(of: facts)
  }

  /// Whether a ledger in the text form is there.
  private static func isText(_ path: String) throws(FileError) -> Bool {
    guard let bytes = try OutputFile.beginning(of: path, upTo: beginning) else { return false }
    return LedgerTextReader().recognises(bytes)
  }
}
