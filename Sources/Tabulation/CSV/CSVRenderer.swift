import Monetary

/// Renders a document as comma-separated values: what it is, its figures, tables and notes, for
/// spreadsheets and scripts.
///
/// One header row serves all tables: `table`, `row` (the row's role), `level` where a table is a tree,
/// and then every column by its identifier, the same in every language; columns of one name in two
/// tables are one. Amounts are plain decimals, each followed by its currency unless
/// the table's columns leave that to another. The table `report` says by
/// `key` and `value` which report it is, its title, subtitle and stamp; the table `notes` has a note a
/// row. Headings, running text, rolls and charts are left out. Source: RFC 4180.
public struct CSVRenderer: DocumentRenderer {
  /// Makes a renderer.
  public init() {}

  /// The header and one record a row, each ended by CR LF.
  /// - Complexity: O(*n* · *m*) in the rows and the columns of all tables.
  public func render(_ document: Document) -> String {
    let figures = document.allFigures
    let notes = document.allNotes
    return render(
      (figures.isEmpty ? [] : [Grid(recording: figures)]) + document.grids
        + (notes.isEmpty ? [] : [Grid(recording: notes)]) + [Grid(describing: document)])
  }

  /// One table by itself.
  public func render(_ grid: Grid) -> String { render([grid]) }

  private func render(_ grids: [Grid]) -> String {
    let hasLevels = grids.contains(where: \.isTree)
    var positions: [String: Int] = [:]
    var names: [String] = []
    for name in grids.flatMap(\.columns).flatMap(\.names) where positions[name] == nil {
      positions[name] = names.count
      names.append(name)
    }
    var text = ""
    write(["table", "row"] + (hasLevels ? ["level"] : []) + names.map(Self.safe), to: &text)
    for grid in grids {
      let places = grid.columns.map { $0.names.compactMap { positions[$0] } }
      for row in grid.rows {
        var fields = Array(repeating: "", count: names.count)
        for (number, cell) in row.cells.enumerated() {
          let values = cell.fields(in: grid.columns[number])
          for (place, field) in zip(places[number], values) { fields[place] = field }
        }
        let level = hasLevels ? [grid.isTree ? String(row.level) : ""] : []
        write([Self.safe(grid.id), row.role.rawValue] + level + fields, to: &text)
      }
    }
    return text
  }

  private func write(_ fields: [String], to text: inout String) {
    for (number, field) in fields.enumerated() {
      if number > 0 { text += "," }
      text += Self.quoted(field)
    }
    text += "\r\n"
  }

  /// In quotes where the field holds a comma, a quote or a line end.
  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x2C, 0x22, 0x0D, 0x0A].contains($0) }) else {
      return field
    }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The text with an apostrophe before it where a spreadsheet would take it for a formula.
  ///
  /// Source: OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab, CR and LF, and the full-width forms.
  static func safe(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }
}

extension Cell {
  /// The cell in the fields of its column: the value, and in a second field its currency.
  fileprivate func fields(in column: Grid.Column) -> [String] {
    switch self {
    case .empty, .bar: []
    case .text(let text), .code(let text): [CSVRenderer.safe(text)]
    case .date(let date): [date.description]
    case .integer(let count): [String(count)]
    case .percent(let percent): [String(percent)]
    case .amount(let amount) where column.kind.isSingleAmount:
      column.hasCurrency ? [amount.plain, amount.currency.code] : [amount.plain]
    case .amount(let amount): ["\(amount.currency.code) \(amount.plain)"]
    case .amounts(let amounts):
      [amounts.map { "\($0.currency.code) \($0.plain)" }.joined(separator: "; ")]
    }
  }
}

extension Grid {
  /// What a document is and what it follows from, as a table of keys and values.
  fileprivate init(describing document: Document) {
    let head =
      [("report", document.id), ("title", document.title)]
      + (document.subtitle.isEmpty ? [] : [("subtitle", document.subtitle)])
    let pairs = head + document.stamp.items.map { ($0.id, $0.value) }
    self.init(
      id: "report", title: "", columns: [Column("key", "", .code), Column("value", "")],
      rows: pairs.map { Row([.code($0.0), .text($0.1)]) })
  }

  /// Notes as a table.
  fileprivate init(recording notes: [String]) {
    self.init(
      id: "notes", title: "", columns: [Column("note", "")], rows: notes.map { Row([.text($0)]) })
  }

  /// Figures as a table of their identifiers, labels, values and percentages.
  fileprivate init(recording figures: [Figure]) {
    let areNumbers = figures.allSatisfy { Grid.Kind.codedAmount.admits($0.value) }
    self.init(
      id: "figures", title: "",
      columns: [
        Column("figure", "", .code), Column("label", ""),
        Column("value", "", areNumbers ? .codedAmount : .any), Column("percent", "", .percent),
      ],
      rows: figures.map {
        Row([.code($0.id), .text($0.label), $0.value, $0.percent.map(Cell.percent) ?? .empty])
      })
  }
}
