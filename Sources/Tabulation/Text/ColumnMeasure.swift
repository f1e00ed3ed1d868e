import Monetary

/// A number in three pieces, which are lined up below each other one by one.
struct NumberText: Hashable {
  /// The currency's code; empty for none.
  var code = ""
  /// Sign and whole units, in groups.
  var whole: String
  /// The decimal sign and what follows, or a percent sign.
  var rest = ""

  /// The numbers of a cell, one a line; nil where it holds none.
  static func numbers(of cell: Cell, coded: Bool) -> [NumberText]? {
    switch cell {
    case .integer(let count): [NumberText(whole: count.grouped)]
    case .percent(let percent): [NumberText(whole: String(percent), rest: " %")]
    case .amount(let amount): [NumberText(amount, coded: coded)]
    case .amounts(let amounts): amounts.map { NumberText($0, coded: coded) }
    case .empty, .text, .code, .date, .bar: nil
    }
  }

  private init(whole: String, rest: String = "") {
    self.whole = whole
    self.rest = rest
  }

  private init(_ amount: PrintedAmount, coded: Bool) {
    let text = amount.grouped
    let decimals = text.utf8.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    code = coded ? amount.currency.code : ""
    whole = String(text[..<decimals])
    rest = String(text[decimals...])
  }
}

/// What a column needs, measured over all its cells.
struct ColumnMeasure {
  /// Longer words than this may be broken rather than hold a column open.
  private static let longestWord = 24
  /// Heads above numbers are broken rather than hold narrow numbers further apart than this.
  private static let widestHead = 16

  let column: Grid.Column
  /// Widths of the three pieces that numbers are lined up by.
  private(set) var code = 0
  private(set) var whole = 0
  private(set) var rest = 0
  /// The widest cell that may not be broken.
  private var unbreakable = 0
  /// The widest cell that may.
  private var words = 0
  /// The widths that hold every piece of every cell and of the head, by fineness.
  private var pieces = LineBreaking.Fineness.allCases.map { _ in 0 }
  /// The widths of all texts that are so wide or wider, the head among them, added up; in the last
  /// place also of those that are wider than there are places.
  private var textFromWidth = Array(repeating: 0, count: 200)
  private let headerWidth: Int

  init(_ column: Grid.Column, at index: Int, of grid: Grid, glyphs: Glyphs) {
    self.column = column
    let header = glyphs.words(column.header)
    headerWidth = DisplayWidth.of(header)
    count(textOfWidth: headerWidth)
    for fineness in LineBreaking.Fineness.allCases {
      let (first, rest) = LineBreaking.widestPieces(of: header, at: fineness)
      pieces[fineness.rawValue] = min(max(first, rest), Self.longestWord)
    }
    for row in grid.rows where !grid.isSpanned(by: row) {
      take(row.cells[index], level: row.level, glyphs: glyphs)
    }
    for width in textFromWidth.indices.dropLast().reversed() {
      textFromWidth[width] += textFromWidth[width + 1]
    }
  }

  private mutating func take(_ cell: Cell, level: Int, glyphs: Glyphs) {
    if column.kind.alignment == .trailing {
      for number in NumberText.numbers(of: cell, coded: column.kind.isCoded) ?? [] {
        code = max(code, number.code.utf8.count)
        whole = max(whole, number.whole.utf8.count)
        rest = max(rest, number.rest.utf8.count)
      }
      return
    }
    let indent = column.kind == .tree ? level * 2 : 0
    switch cell {
    case .empty, .bar: break
    case .text(let text): take(text: glyphs.words(text), indent: indent)
    case .code(let code) where column.kind == .tree: take(path: code.plainLine, indent: indent)
    default: unbreakable = max(unbreakable, indent + DisplayWidth.of(cell.inline.plainLine))
    }
  }

  private mutating func take(text: String, indent: Int) {
    let width = indent + DisplayWidth.of(text)
    words = max(words, width)
    count(textOfWidth: width)
    // Most texts of a long column change nothing, which is told without taking them apart.
    let bound = min(width, indent + LineBreaking.longestWordAtMost(in: text) + 4)
    for fineness in LineBreaking.Fineness.allCases where bound > pieces[fineness.rawValue] {
      let widest = LineBreaking.widestPieces(of: text, at: fineness)
      let first = min(widest.first, Self.longestWord)
      let rest = min(widest.rest, Self.longestWord)
      let needed = indent + max(first, rest > 0 ? rest + hanging(leaving: rest) : 0)
      pieces[fineness.rawValue] = max(pieces[fineness.rawValue], min(needed, width))
    }
  }

  /// A code of a tree, such as an account: broken where room is short, but only between its parts.
  private mutating func take(path: String, indent: Int) {
    let width = indent + DisplayWidth.of(path)
    words = max(words, width)
    count(textOfWidth: width)
    guard width > unbreakable else { return }
    let (first, rest) = LineBreaking.widestPieces(of: path, at: .paths)
    let part = indent + max(first, rest > 0 ? rest + hanging(leaving: rest) : 0)
    unbreakable = max(unbreakable, min(part, width))
    pieces[LineBreaking.Fineness.words.rawValue] = max(
      pieces[LineBreaking.Fineness.words.rawValue], width)
  }

  private mutating func count(textOfWidth width: Int) {
    let place = min(width, textFromWidth.count - 1)
    textFromWidth[place] += place
  }

  /// How far in the lines after the first of a text stand, in so many columns; less where room is short.
  ///
  /// In a tree, further in than the row's children would stand.
  func hanging(in room: Int) -> Int {
    column.kind == .tree ? max(1, min(4, room - 20)) : room < 16 ? min(1, room / 2) : 2
  }

  /// The same where so many columns are to be left for words.
  private func hanging(leaving width: Int) -> Int {
    column.kind == .tree ? (width <= 20 ? 1 : 4) : (width <= 14 ? 1 : 2)
  }

  /// The width of lined-up numbers.
  var numbers: Int { (code > 0 ? code + 1 : 0) + whole + rest }

  /// Whether the column is drawn, and goes where room is short.
  var isBar: Bool { column.kind.isDrawing }

  /// The width at which nothing is broken but long heads above numbers.
  var ideal: Int {
    if isBar { return 28 }
    guard column.kind.alignment == .trailing else { return max(headerWidth, words, unbreakable, 1) }
    return max(min(headerWidth, Self.widestHead), width(at: .words))
  }

  /// The width at which texts are broken, but still read well.
  var comfortable: Int {
    isBar ? 10 : max(min(words, 20), width(at: .words))
  }

  /// The width at which no word, or no piece of one, is broken in the middle.
  func width(at fineness: LineBreaking.Fineness) -> Int {
    isBar ? 0 : max(pieces[fineness.rawValue], unbreakable, numbers, 1)
  }

  /// The width below which an amount or a code would be cut; 0 where the column may go.
  var least: Int {
    isBar ? 0 : max(min(max(words, headerWidth), 8), unbreakable, numbers, 1)
  }

  /// About how many more lines, in millionths, a column less than `width` would make of the texts.
  func price(ofNarrowing width: Int) -> Int {
    guard width > 1 else { return .max }
    let broken = textFromWidth[min(width, textFromWidth.count - 1)]
    return broken * 1_000_000 / (width * (width - 1))
  }
}
