import Diagnostics

/// Whether an input is plain text, found out once for the whole of it.
struct LetterCheck {
  /// Whether it is UTF-8 and free of control characters and of marks that reorder a line, so that no line
  /// need be looked at again.
  let isClean: Bool
  /// Whether it is in another encoding, two bytes a letter.
  let isSixteenBit: Bool

  private let longestLine: Int

  /// Looks at every byte of `bytes`.
  init(_ bytes: [UInt8], longestLine: Int) {
    self.longestLine = longestLine
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
    isSixteenBit = marks.contains { bytes.starts(with: $0) }
    let (all, controls, returns, leads) = Self.gathered(bytes.span)
    let isText = all < 0x80 || (try? UTF8Span(validating: bytes.span)) != nil
    isClean =
      isText && controls == 0 && (returns == 0 || !Self.hasLoneReturn(bytes.span))
      && (leads == 0 || !Self.hasReordering(bytes.span))
  }

  /// All bits that are set in any byte, and whether there is any control character, return, or byte that
  /// may begin a mark which reorders a line.
  ///
  /// Written without branches, so that the compiler takes many bytes at once.
  private static func gathered(_ bytes: Span<UInt8>) -> (
    all: UInt8, controls: UInt8, returns: UInt8, leads: UInt8
  ) {
    var (all, controls, returns, leads): (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    for index in bytes.indices {
      let letter = bytes[index]
      let isLow: UInt8 = letter < 0x20 ? 1 : 0
      let isFeed: UInt8 = letter == UInt8(ascii: "\n") ? 1 : 0
      let isTab: UInt8 = letter == UInt8(ascii: "\t") ? 1 : 0
      let isReturn: UInt8 = letter == UInt8(ascii: "\r") ? 1 : 0
      let isLead: UInt8 = letter == reorderingLead ? 1 : 0
      let isDelete: UInt8 = letter == 0x7F ? 1 : 0
      all |= letter
      controls |= isLow ^ isFeed ^ isTab ^ isReturn ^ isDelete
      returns |= isReturn
      leads |= isLead
    }
    return (all, controls, returns, leads)
  }

  /// What is wrong with the letters of one line, if anything is.
  func fault(of bounds: Range<Int>, in bytes: [UInt8]) -> LineFault? {
    guard bounds.count <= longestLine else {
      return LineFault(
        fault: Fault(.textLineTooLong, String(longestLine)),
        place: bounds.lowerBound..<bounds.lowerBound)
    }
    let line = bytes.span.extracting(bounds)
    for index in line.indices {
      let isControl = Self.isControl(line[index]) || line[index] == UInt8(ascii: "\r")
      guard isControl || Self.reorders(line, at: index) else { continue }
      let place = bounds.lowerBound + index
      return LineFault(fault: Fault(.textControl), place: place..<(place + (isControl ? 1 : 3)))
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: line)
      return nil
    } catch {
      let place = bounds.lowerBound + error.byteOffsets.lowerBound
      let end = bounds.lowerBound + error.byteOffsets.upperBound
      return LineFault(fault: Fault(.textEncoding), place: place..<end)
    }
  }

  /// Control characters other than the tab, which stands in comments, and the ends of lines.
  private static func isControl(_ letter: UInt8) -> Bool {
    letter < 0x20 && letter != UInt8(ascii: "\n") && letter != UInt8(ascii: "\r")
      && letter != UInt8(ascii: "\t") || letter == 0x7F
  }

  /// What a mark that reorders a line begins with.
  private static let reorderingLead: UInt8 = 0xE2

  /// Whether U+202A to U+202E or U+2066 to U+2069 stands at `index`: a line that has one is not what it
  /// looks like. Source: Unicode Standard Annex 9, explicit directional formatting characters.
  private static func reorders(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard bytes[index] == reorderingLead, index + 2 < bytes.count else { return false }
    return switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }

  /// Whether a letter is such a mark, however it is written.
  static func reorders(_ letter: Unicode.Scalar) -> Bool {
    reorders(Array(String(letter).utf8).span, at: 0)
  }

  private static func hasReordering(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where reorders(bytes, at: index) { return true }
    return false
  }

  private static func hasLoneReturn(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
      // A return at the very end is that of a line whose line feed was cut off.
      if index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") { return true }
    }
    return false
  }
}
