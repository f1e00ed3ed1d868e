import Diagnostics

// Free text of the text form.
extension DirectiveReader {
  /// Reads a text between double quotes.
  mutating func quoted() throws(LineFault) -> String {
    let (content, hasEscapes) = try quotedContent()
    return try worded(hasEscapes ? try unescaped(content) : text(content), from: content)
  }

  /// Reads a text between double quotes that the ledger may repeat many times.
  mutating func repeatedQuoted() throws(LineFault) -> String {
    let (content, hasEscapes) = try quotedContent()
    let text =
      if hasEscapes { try unescaped(content) } else {
        names.texts.name(bytes, content, make: { $0 }) ?? text(content)
      }
    return try worded(text, from: content)
  }

  /// Refuses a text that says nothing; `content` is what stands between its quotes.
  ///
  /// What a store recorded is read as it is.
  private func worded(_ text: String, from content: Range<Int>) throws(LineFault) -> String {
    guard !isRecorded, text.allSatisfy(\.isWhitespace) else { return text }
    throw LineFault(
      fault: Fault(.textEmpty), place: (content.lowerBound - 1)..<(content.upperBound + 1))
  }

  /// Reads a text between double quotes, or a word without them.
  mutating func quotedOrWord() throws(LineFault) -> String {
    guard !isQuoteNext else { return try repeatedQuoted() }
    let word = try word()
    guard !bytes[word].contains(UInt8(ascii: "\"")) else { throw fault(.textUnquoted, word) }
    return names.texts.name(bytes, word, make: { $0 }) ?? text(word)
  }

  /// Whether a text between double quotes comes next.
  var isQuoteNext: Bool {
    mutating get { !isAtEnd && bytes[place] == UInt8(ascii: "\"") }
  }

  /// Takes a text, and gives what stands between its quotes as it is written.
  private mutating func quotedContent() throws(LineFault) -> (Range<Int>, hasEscapes: Bool) {
    guard !isAtEnd else { throw incomplete }
    guard isQuoteNext else { throw fault(.textUnquoted, rest(from: place)) }
    let open = place
    let (close, hasEscapes) = closingQuote(from: open + 1)
    guard close < end else { throw LineFault(fault: Fault(.textQuote), place: open..<end) }
    place = close + 1
    guard place == end || bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: ",")
    else { throw misfit }
    note(.text, (open + 1)..<close)
    return ((open + 1)..<close, hasEscapes)
  }

  /// Where the closing quote stands, or the end of the value; and whether a backslash is before it.
  private func closingQuote(from start: Int) -> (Int, hasEscapes: Bool) {
    let span = bytes.span
    var close = start
    var hasEscapes = false
    while close < end, span[close] != UInt8(ascii: "\"") {
      let isEscape = span[close] == UInt8(ascii: "\\")
      hasEscapes = hasEscapes || isEscape
      close += isEscape ? 2 : 1
    }
    return (close, hasEscapes)
  }

  /// The text that `content` stands for, its escapes resolved.
  private func unescaped(_ content: Range<Int>) throws(LineFault) -> String {
    var letters: [UInt8] = []
    var index = content.lowerBound
    while index < content.upperBound {
      let letter = bytes[index]
      guard letter == UInt8(ascii: "\\") else {
        letters.append(letter)
        index += 1
        continue
      }
      let (escaped, next) = try escape(at: index, before: content.upperBound)
      letters.append(contentsOf: escaped.utf8)
      index = next
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The character that the escape at `start` stands for, and where the text goes on.
  private func escape(
    at start: Int, before limit: Int
  ) throws(LineFault) -> (Character, next: Int) {
    let next = start + 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return ("\"", next)
    case UInt8(ascii: "\\"): return ("\\", next)
    case UInt8(ascii: "n"): return ("\n", next)
    case UInt8(ascii: "t"): return ("\t", next)
    case UInt8(ascii: "u"):
      let close = bytes[next..<limit].firstIndex(of: UInt8(ascii: "}"))
      if let close, bytes[next] == UInt8(ascii: "{"), (2...7).contains(close - next),
        text((next + 1)..<close).allSatisfy(\.isHexDigit),
        let number = UInt32(text((next + 1)..<close), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        guard isRecorded || !LetterCheck.reorders(scalar) else {
          throw LineFault(fault: Fault(.textControl), place: start..<(close + 1))
        }
        return (Character(scalar), close + 1)
      }
    default: break
    }
    throw fault(.textEscape, start..<min(next, limit))
  }
}
