/// A line of an input as a screen can show it.
enum Excerpt {
  /// How many bytes of a line are shown at most.
  static let widest = 160

  /// What `line` spells; of a long one only what lies around `place`.
  static func text(of bytes: [UInt8], _ line: Range<Int>, around place: Int) -> String {
    guard line.count > widest else { return visible(bytes[line]) }
    let lower = max(line.lowerBound, min(place, line.upperBound) - widest / 2)
    let upper = min(line.upperBound, lower + widest)
    let shown = characterStart(upper - widest, bytes, line)..<characterStart(upper, bytes, line)
    let before = shown.lowerBound > line.lowerBound ? "…" : ""
    let after = shown.upperBound < line.upperBound ? "…" : ""
    return before + visible(bytes[shown]) + after
  }

  /// The nearest place at or before `place` where a character begins.
  private static func characterStart(
    _ place: Int, _ bytes: [UInt8], _ line: Range<Int>
  ) -> Int {
    var start = max(place, line.lowerBound)
    let least = max(line.lowerBound, start - 3)
    while start > least, start < line.upperBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(picture(of: scalar))
    }
    return text
  }

  /// Source: Unicode Standard, block "Control Pictures", U+2400 to U+2421.
  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
