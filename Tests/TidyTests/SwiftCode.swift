/// Swift code without what is not code: comments, string literals and raw identifiers are blanked.
///
/// Code inside an interpolation is kept. Line ends stay where they are, so lines can be counted.
/// Regex literals are taken for code.
struct SwiftCode {
  private let source: [UInt8]
  private var position = 0
  private var code: [UInt8] = []

  init(_ text: String) {
    source = Array(text.utf8)
    code.reserveCapacity(source.count)
    while position < source.count { readCode() }
  }

  /// The text, its blanked parts as blanks.
  var text: String { String(decoding: code, as: UTF8.self) }

  /// The words of the code, in order.
  var words: [Word] {
    var words: [Word] = []
    var line = 1
    var index = 0
    var before: UInt8?
    while index < code.count {
      let byte = code[index]
      guard Self.startsWord(byte) else {
        if byte == Byte.newline { line += 1 }
        if byte > Byte.blank { before = byte }
        index += 1
        continue
      }
      let start = index
      repeat { index += 1 } while index < code.count && Self.continuesWord(code[index])
      words.append(
        Word(
          text: String(decoding: code[start..<index], as: UTF8.self), line: line,
          before: before.map { Character(Unicode.Scalar($0)) },
          after: code[index...].first { $0 > Byte.blank }.map { Character(Unicode.Scalar($0)) }))
      before = code[index - 1]
    }
    return words
  }

  private enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let pound = UInt8(ascii: "#")
    static let slash = UInt8(ascii: "/")
    static let star = UInt8(ascii: "*")
    static let backtick = UInt8(ascii: "`")
    static let backslash = UInt8(ascii: "\\")
    static let open = UInt8(ascii: "(")
    static let close = UInt8(ascii: ")")
  }

  private static func startsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "@") || byte == Byte.pound
      || continuesWord(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
  }

  private static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private var atEnd: Bool { position >= source.count }

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  /// How many `byte` follow each other from `offset` on.
  private func run(of byte: UInt8, from offset: Int = 0) -> Int {
    var count = 0
    while peek(offset + count) == byte { count += 1 }
    return count
  }

  /// Passes over `count` bytes, keeping only the line ends.
  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<min(count, source.count - position) {
      code.append(source[position] == Byte.newline ? Byte.newline : Byte.blank)
      position += 1
    }
  }

  private mutating func blankLine(until end: UInt8? = nil) {
    while !atEnd, peek() != Byte.newline, peek() != end { blank() }
  }

  private mutating func readCode() {
    switch (peek(), peek(1)) {
    case (Byte.slash, Byte.slash):
      blankLine()
    case (Byte.slash, Byte.star):
      readBlockComment()
    case (Byte.backtick, _):
      blank()
      blankLine(until: Byte.backtick)
      blank()
    case (Byte.quote, _), (Byte.pound, _):
      let pounds = run(of: Byte.pound)
      if peek(pounds) == Byte.quote { readString(pounds: pounds) } else { fallthrough }
    default:
      code.append(source[position])
      position += 1
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      switch (peek(), peek(1)) {
      case (Byte.slash, Byte.star):
        depth += 1
        blank(2)
      case (Byte.star, Byte.slash):
        depth -= 1
        blank(2)
      default:
        blank()
      }
    } while depth > 0 && !atEnd
  }

  /// Reads a string opened by `pounds` of `#` and one or three quotes; an unclosed one ends its line.
  private mutating func readString(pounds: Int) {
    let quotes = run(of: Byte.quote, from: pounds) >= 3 ? 3 : 1
    blank(pounds + quotes)
    while !atEnd {
      switch peek() {
      case Byte.quote
      where run(of: Byte.quote) >= quotes && run(of: Byte.pound, from: quotes) >= pounds:
        return blank(quotes + pounds)
      case Byte.backslash where run(of: Byte.pound, from: 1) >= pounds:
        blank(1 + pounds)
        if peek() == Byte.open { readInterpolation() } else { blank() }
      case Byte.newline where quotes == 1:
        return
      default:
        blank()
      }
    }
  }

  /// Reads from `(` to the `)` that belongs to it; strings inside are strings again.
  private mutating func readInterpolation() {
    var depth = 0
    repeat {
      if peek() == Byte.open { depth += 1 }
      if peek() == Byte.close { depth -= 1 }
      readCode()
    } while depth > 0 && !atEnd
  }
}

/// A word of Swift code: an identifier, a keyword, or `@` or `#` with the name that follows.
struct Word: Hashable, Sendable {
  let text: String
  /// Counted from 1.
  let line: Int
  /// What stands before the word, blanks left out; nil at the start of the text.
  let before: Character?
  /// What stands after the word, blanks left out; nil at the end of the text.
  let after: Character?
}
