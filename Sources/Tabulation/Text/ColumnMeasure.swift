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
  let column: Grid.Column
  /// Widths of the three pieces that numbers are lined up by.
  private(set) var code = 0
  private(set) var whole = 0
  private(set) var rest = 0
  /// The widest cell that may not be broken.
  private(set) var unbreakable = 0
  /// The widest cell that may.
  private(set) var words = 0
  private let headerWidth: Int
  private let headerWord: Int

  init(_ column: Grid.Column, at index: Int, of grid: Grid, glyphs: Glyphs) {
    self.column = column
    let header = glyphs.words(column.header)
    headerWidth = DisplayWidth.of(header)
    headerWord = LineBreaking.longestWord(of: header)
    for row in grid.rows { take(row.cells[index], level: row.level, glyphs: glyphs) }
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
    case .text(let text): words = max(words, indent + DisplayWidth.of(glyphs.words(text)))
    default: unbreakable = max(unbreakable, indent + DisplayWidth.of(cell.inline.plainLine))
    }
  }

  /// The width of lined-up numbers.
  var numbers: Int { (code > 0 ? code + 1 : 0) + whole + rest }

  /// The width at which nothing is broken.
  var ideal: Int {
    if case .bar = column.kind { return 28 }
    return max(headerWidth, words, unbreakable, numbers, 1)
  }

  /// The width at which words are broken, but still read well.
  var comfortable: Int {
    if case .bar = column.kind { return 10 }
    return max(headerWord, min(words, 20), unbreakable, numbers, 1)
  }

  /// The width below which an amount or a code would be cut; 0 where the column may go.
  var least: Int {
    if case .bar = column.kind { return 0 }
    return max(min(max(words, headerWidth), 8), unbreakable, numbers, 1)
  }
}
