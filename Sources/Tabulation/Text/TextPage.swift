/// The text as it grows: lines, the gaps between them, and the styles where colour is on.
struct TextPage {
  let width: Int
  let glyphs: Glyphs
  private let colour: Bool
  private(set) var text = ""
  private var gapIsDue = false
  private var gapIsHeld = false

  init(_ renderer: TextRenderer) {
    width = renderer.width
    glyphs = Glyphs(unicode: renderer.unicode)
    colour = renderer.colour
  }

  /// Sentences longer than this many columns tire the eye.
  private var readableWidth: Int { min(width, 100) }

  /// Puts a blank line before the next line, unless it is the first or under a heading.
  mutating func gap() {
    gapIsDue = !text.isEmpty && !gapIsHeld
  }

  /// Lets the next gap pass, so that a heading stands by what it opens.
  mutating func holdGap() {
    gapIsHeld = true
  }

  /// Writes one line.
  mutating func write(_ line: TextLine) {
    if gapIsDue { text += "\n" }
    (gapIsDue, gapIsHeld) = (false, false)
    text += line.rendered(colour: colour)
    text += "\n"
  }

  /// Writes words, broken into lines; nothing where there are none. A bullet opens the first line, and
  /// the others are indented by as much.
  mutating func write(_ words: String, style: TextStyle = .plain, bullet: String = "") {
    let indent = DisplayWidth.of(bullet)
    let words = glyphs.words(words)
    guard !words.isEmpty else { return }
    let lines = LineBreaking.lines(of: words, width: readableWidth - indent)
    for (number, line) in lines.enumerated() {
      var output = TextLine()
      if number == 0, indent > 0 { output.place(bullet, at: 0) }
      output.place(line, at: indent, style: style)
      write(output)
    }
  }

  /// Writes lines as they stand, whatever their width.
  mutating func write(verbatim text: String, style: TextStyle = .plain) {
    for words in text.verbatimLines {
      var line = TextLine()
      line.place(words, at: 0, style: style)
      write(line)
    }
  }

  /// Writes items one after another, broken between items; inside one only where it is too long.
  mutating func run(_ items: [String], separator: String, style: TextStyle = .plain) {
    let separatorWidth = DisplayWidth.of(separator)
    var line = ""
    var lineWidth = 0
    for item in items.map(glyphs.words) where !item.isEmpty {
      let itemWidth = DisplayWidth.of(item)
      if lineWidth > 0, lineWidth + separatorWidth + itemWidth <= readableWidth {
        line += separator + item
        lineWidth += separatorWidth + itemWidth
      } else {
        write(line, style: style)
        (line, lineWidth) = (item, itemWidth)
      }
    }
    write(line, style: style)
  }

  /// Writes a horizontal line of so many columns.
  mutating func rule(_ width: Int) {
    var line = TextLine()
    line.place(String(repeating: glyphs.rule, count: width), at: 0, style: .faint)
    write(line)
  }
}

/// One line of text, put together from left to right.
struct TextLine {
  private var pieces: [(text: String, blanksBefore: Int, style: TextStyle)] = []
  /// Columns taken so far.
  private(set) var width = 0

  /// Puts a text at the column given, or at the end where that is taken; an empty one is left out, so
  /// that no line ends in blanks.
  mutating func place(_ text: String, at column: Int, style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    pieces.append((text, max(column - width, 0), style))
    width = max(column, width) + DisplayWidth.of(text)
  }

  func rendered(colour: Bool) -> String {
    var line = ""
    for (text, blanks, style) in pieces {
      line += String(repeating: " ", count: blanks)
      if colour, let parameters = style.parameters {
        line += "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
      } else {
        line += text
      }
    }
    return line
  }
}
