/// Plain text for a terminal: paragraphs and aligned tables under headings, within a width.
struct HelpPage {
  /// A label and what it means.
  typealias Row = (label: String, meaning: String)

  /// The page so far; every line ends in a line feed and has no trailing blank.
  private(set) var text = ""
  private let width: Int
  /// The column at which meanings begin, the same in all tables of a page.
  private let column: Int

  /// Starts a page of at most `width` columns; `labels` are those of all its tables.
  init(width: Int, labels: [String]) {
    self.width = width
    let fitting = labels.map(\.count).filter { $0 <= Self.widestLabel }
    column = (fitting.max() ?? 0) + 4
  }

  /// A longer label has a line to itself, lest it push every meaning to the right.
  private static var widestLabel: Int { 28 }

  /// Adds a paragraph, after an empty line unless it is the first; an empty one adds nothing.
  mutating func add(_ paragraph: String, indent: Int = 0, hanging: Int = 0) {
    guard !paragraph.isEmpty else { return }
    separate()
    let lines = paragraph.wrapped(to: width - indent - hanging)
    for (place, line) in lines.enumerated() {
      text += String(repeating: " ", count: place == 0 ? indent : indent + hanging) + line + "\n"
    }
  }

  /// Adds each paragraph of `discussion`; they are parted by empty lines.
  mutating func add(discussion: String) {
    for paragraph in discussion.paragraphs { add(paragraph) }
  }

  /// Adds a heading and the rows below it; nothing if there are none.
  mutating func add(_ heading: String, _ rows: [Row]) {
    guard !rows.isEmpty else { return }
    separate()
    text += "\(heading):\n"
    for row in rows { add(row) }
  }

  /// Adds a heading and the examples below it; nothing if there are none.
  mutating func add(_ heading: String, _ examples: [Example]) {
    guard !examples.isEmpty else { return }
    separate()
    text += "\(heading):\n"
    for example in examples {
      text += "  \(example.line)\n"
      for line in example.meaning.wrapped(to: width - 6) { text += "      \(line)\n" }
    }
  }

  private mutating func add(_ row: Row) {
    var line = "  " + row.label
    if line.count > column - 2 {
      text += line + "\n"
      line = ""
    }
    for meaning in row.meaning.wrapped(to: width - column) {
      text += line + String(repeating: " ", count: column - line.count) + meaning + "\n"
      line = ""
    }
  }

  private mutating func separate() {
    if !text.isEmpty { text += "\n" }
  }
}

extension String {
  /// The parts between empty lines, each as one line.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isOpen = false
      } else if isOpen {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(String(line))
        isOpen = true
      }
    }
    return paragraphs
  }

  /// The text broken at blanks into lines of at most `width` columns; a longer word stays whole.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
