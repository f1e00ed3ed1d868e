import Diagnostics
public import Funding
import Monetary

/// Reads the text form of a ledger: all facts, and all that is wrong, in one run.
///
/// It works on bytes and opens nothing. Each value that is at fault gives one diagnostic, and its directive
/// gives no fact; what is right is read all the same, and kept as a ``FaultyFact``. Where the values of a
/// line cannot be told apart, since one is missing or too much, only the first fault is told.
public struct LedgerTextReader: Sendable {
  /// The longest line that is read, in bytes; a longer one is refused by its length alone.
  public let longestLine: Int

  /// Makes a reader, of lines up to a mebibyte unless another limit is set.
  public init(longestLine: Int = 1 << 20) {
    self.longestLine = longestLine
  }

  /// Reads an input; `input` is what diagnostics call it.
  ///
  /// A last line without a line end is read like any other. If something is wrong with its very end,
  /// the file is taken to be cut off there, and the diagnostic says so.
  /// - Complexity: O(*n*) in the number of bytes; at most 1,000 diagnostics are kept, the rest counted.
  public func read(_ bytes: [UInt8], named input: String) -> LedgerText {
    var reader = DirectiveReader(bytes, named: input, longestLine: longestLine)
    reader.readAll()
    return LedgerText(
      source: SourceText(name: input, bytes: bytes, marks: reader.marks), facts: reader.facts,
      faulty: reader.faulty, diagnostics: reader.log.diagnostics)
  }

  /// Whether an input is no text at all, of which every line would be at fault: of its beginning more than
  /// one letter in eight is a control character or no UTF-8. Text of two bytes a letter is told as such.
  public static func isBinary(_ bytes: [UInt8]) -> Bool {
    let beginning = bytes.prefix(1 << 12)
    guard !LetterCheck(Array(beginning), longestLine: .max).isSixteenBit else { return false }
    let letters = String(decoding: beginning, as: UTF8.self).unicodeScalars
    let strange = letters.count { letter in
      letter == "\u{FFFD}" || letter.value == 0x7F
        || letter.value < 0x20 && !["\n", "\r", "\t"].contains(letter)
    }
    return strange * 8 > letters.count
  }

  /// Whether an input that begins with `bytes` is a ledger in the text form: its first line that is no
  /// comment begins a directive, right or wrong.
  /// - Complexity: O(*n*) in what stands before that line, and in it.
  public func recognises(_ bytes: [UInt8]) -> Bool {
    var reader = DirectiveReader(bytes, named: "", longestLine: longestLine)
    return reader.beginsWithDirective()
  }

  /// Reads the directive of one fact, as ``LedgerTextWriter/directive(_:)`` writes it.
  ///
  /// - Returns: Nil if it is anything but one fact without a fault.
  public func fact(_ directive: [UInt8]) -> Fact? {
    var reader = DirectiveReader(
      directive, named: "", longestLine: longestLine, isRecorded: true)
    reader.readAll()
    guard reader.log.diagnostics.isEmpty, reader.facts.count == 1 else { return nil }
    return reader.facts[0].fact
  }
}
