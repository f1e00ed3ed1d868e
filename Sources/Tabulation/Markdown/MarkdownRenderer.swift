/// Renders a document as GitHub Flavored Markdown that also reads well as it stands.
///
/// Words of the report are escaped, so that they mean nothing to Markdown. Source: GitHub Flavored
/// Markdown Spec 0.29, 4.10 (tables) and 6.1 (backslash escapes).
public struct MarkdownRenderer: DocumentRenderer {
  /// Columns of the bars in the text.
  private static let barWidth = 40
  private static let glyphs = Glyphs(unicode: true)

  /// Makes a renderer.
  public init() {}

  /// Paragraphs and tables with a blank line between them.
  public func render(_ document: Document) -> String {
    var parts = ["# " + Self.escaped(document.title), Self.escaped(document.subtitle)]
    parts.append(Grid(figures: document.keyFigures).map { table($0) } ?? "")
    parts += document.blocks.map(block)
    parts.append(notes(document.notes))
    if !document.stamp.items.isEmpty {
      let items = document.stamp.items.map { item in
        // A backtick would end the span of code.
        item.isVerbatim && !item.value.contains("`")
          ? "\(Self.escaped(item.label)) `\(item.value.plainLine)`"
          : Self.escaped("\(item.label) \(item.value)")
      }
      parts += ["---", items.joined(separator: " · ")]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let heading): "## " + Self.escaped(heading)
    case .paragraph(let paragraph): Self.escaped(paragraph)
    case .verbatim(let text): fenced(text.verbatimLines)
    case .figures(let figures): Grid(figures: figures).map { table($0) } ?? ""
    case .grid(let grid): titled(grid.title, table(grid))
    case .chart(.parts(let chart)): titled(chart.title, parts(chart))
    case .chart(.bars(let chart)): titled(chart.title, table(chart.grid))
    case .roll(let items): items.map(Self.escaped).joined(separator: " · ")
    case .notes(let items): notes(items)
    }
  }

  /// Between fences longer than any run of backticks in the lines.
  private func fenced(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    var (longest, run) = (2, 0)
    for character in lines.joined(separator: "\n").unicodeScalars {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return ([fence] + lines + [fence]).joined(separator: "\n")
  }

  private func titled(_ title: String, _ content: String) -> String {
    title.isEmpty ? content : "### \(Self.escaped(title))\n\n\(content)"
  }

  private func notes(_ notes: Notes) -> String {
    guard !notes.items.isEmpty else { return "" }
    return titled(notes.title, notes.items.map { "- " + Self.escaped($0) }.joined(separator: "\n"))
  }

  private func parts(_ chart: PartsChart) -> String {
    let bar = zip(chart.parts, chart.steps(of: Self.barWidth)).map { part, steps in
      String(repeating: Self.glyphs.fill(part.tone), count: steps)
    }.joined()
    let legend = chart.parts.map { part in
      "\(Self.glyphs.fill(part.tone)) \(Self.escaped(part.words))"
    }
    return (bar.isEmpty ? "" : bar + "\n\n") + legend.joined(separator: " · ")
  }

  /// A table whose columns line up in the text, too. A heading that spans is a row of one cell, which
  /// is the first one of the row where the text is rendered.
  private func table(_ grid: Grid) -> String {
    let heads = grid.columns.map { Self.escaped($0.header) }
    let rows = grid.rows.map { row in
      let count = grid.isSpanned(by: row) ? 1 : grid.columns.count
      return zip(grid.columns, row.cells).prefix(count).map { column, cell in
        self.cell(cell, in: column.kind, of: row)
      }
    }
    let columnRows = zip(grid.rows, rows).filter { !grid.isSpanned(by: $0.0) }.map(\.1)
    let widths = grid.columns.indices.map { index in
      ([heads] + columnRows).reduce(3) { max($0, DisplayWidth.of($1[index])) }
    }
    let trailing = grid.columns.map { $0.kind.alignment == .trailing }
    let rule = zip(widths, trailing).map { width, isTrailing in
      String(repeating: "-", count: isTrailing ? width - 1 : width) + (isTrailing ? ":" : "")
    }
    let spanWidth = widths.reduce(0, +) + 3 * (widths.count - 1)
    let lines = ([heads, rule] + rows).map { cells in
      let padded = cells.indices.map { index in
        let width = cells.count < widths.count ? spanWidth : widths[index]
        let blanks = String(repeating: " ", count: max(width - DisplayWidth.of(cells[index]), 0))
        return trailing[index] ? blanks + cells[index] : cells[index] + blanks
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n")
  }

  private func cell(_ cell: Cell, in kind: Grid.Kind, of row: Grid.Row) -> String {
    var text: String
    switch (cell, kind) {
    case (.bar(let proportion), .bar(let tone)):
      return Self.glyphs.bar(proportion, tone: tone, width: Self.barWidth / 2)
    case (.amount(let amount), .amount): text = amount.grouped
    default: text = Self.escaped(cell.inline)
    }
    guard !text.isEmpty else { return "" }
    if row.role != .body { text = "**\(text)**" }
    // An em space is not taken for layout of the table, and shows.
    return kind == .tree ? String(repeating: "\u{2003}", count: row.level) + text : text
  }

  /// The words in one line, with a backslash before each sign that Markdown, or GitHub's mathematics,
  /// would read.
  static func escaped(_ text: String) -> String {
    let line = text.plainLine
    var escaped = ""
    var atStart = true
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$": escaped += "\\"
      // At the start of a line, these would open a list or underline a heading.
      case "-", "+", "=": if escaped.isEmpty { escaped += "\\" }
      case ".", ")": if atStart, !escaped.isEmpty { escaped += "\\" }
      default: break
      }
      if !("0"..."9" ~= scalar) { atStart = false }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
