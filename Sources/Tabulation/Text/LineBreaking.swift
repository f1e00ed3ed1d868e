/// Where a text is broken into lines.
enum LineBreaking {
  /// Breaks at blanks, and inside a word only where the word alone is too long.
  ///
  /// - Precondition: Widths are at least 1.
  /// - Returns: At least one line, without blanks at its ends; none is wider than its width, except for
  ///   a single character that is.
  static func lines(of text: String, width: Int, continuationWidth: Int? = nil) -> [String] {
    guard DisplayWidth.of(text) > width || text.first == " " || text.last == " " else {
      return [text]
    }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    var room = width
    func end() {
      lines.append(line)
      (line, lineWidth, room) = ("", 0, continuationWidth ?? width)
    }
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= room {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { end() }
      guard wordWidth > room else {
        (line, lineWidth) = (String(word), wordWidth)
        continue
      }
      for character in word {
        let characterWidth = DisplayWidth.of(character)
        if lineWidth > 0, lineWidth + characterWidth > room { end() }
        line.append(character)
        lineWidth += characterWidth
      }
    }
    if !line.isEmpty || lines.isEmpty { end() }
    return lines
  }

  /// The width of the longest word.
  static func longestWord(of text: String) -> Int {
    text.split(separator: " ").reduce(0) { max($0, DisplayWidth.of($1)) }
  }
}
