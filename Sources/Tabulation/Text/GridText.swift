/// Draws a table: heads, rules, rows and what is lined up in them.
struct GridText {
  private let grid: Grid
  private let glyphs: Glyphs
  private let measures: [ColumnMeasure]
  /// How the numbers of each row stand out; empty for the roles' own.
  private let valueStyles: [TextStyle]
  /// The widest row that spans the table; 0 where none does.
  private let spanWidth: Int

  init(_ grid: Grid, glyphs: Glyphs, valueStyles: [TextStyle] = []) {
    self.grid = grid
    self.glyphs = glyphs
    self.valueStyles = valueStyles
    measures = grid.columns.indices.map {
      ColumnMeasure(grid.columns[$0], at: $0, of: grid, glyphs: glyphs)
    }
    spanWidth = grid.rows.filter(grid.isSpanned).reduce(0) { widest, row in
      max(widest, row.level * 2 + DisplayWidth.of(glyphs.words(row.cells[0].inline)))
    }
  }

  func write(to page: inout TextPage) {
    let bands = GridLayout(measures, width: page.width).bands
    for (number, band) in bands.enumerated() {
      if number > 0 { page.gap() }
      write(band, to: &page)
    }
  }

  private func write(_ band: [GridLayout.Place], to page: inout TextPage) {
    let columnsWidth = band.last.map { $0.start + $0.width } ?? 0
    let width = max(columnsWidth, min(spanWidth, page.width))
    var ruled = true
    if grid.hasHeads {
      writeHeads(of: band, to: &page)
      page.rule(width)
    }
    for (number, row) in grid.rows.enumerated() {
      switch row.role {
      case .total where !ruled: page.rule(width)
      case .subtotal where !ruled: writeSumRules(of: band, to: &page)
      case .heading where number > 0: page.gap()
      default: break
      }
      if grid.isSpanned(by: row) {
        writeSpanning(row, to: &page)
      } else {
        write(row, number: number, in: band, to: &page)
      }
      ruled = row.role == .total
    }
  }

  private func writeHeads(of band: [GridLayout.Place], to page: inout TextPage) {
    let heads = band.map { place in
      LineBreaking.lines(of: glyphs.words(grid.columns[place.index].header), width: place.width)
    }
    let height = heads.map(\.count).max() ?? 0
    for number in 0..<height {
      var line = TextLine()
      for (place, head) in zip(band, heads) where number >= height - head.count {
        let text = head[number - height + head.count]
        let isTrailing = grid.columns[place.index].kind.alignment == .trailing
        let indent = isTrailing ? max(place.width - DisplayWidth.of(text), 0) : 0
        line.place(text, at: place.start + indent, style: .faint)
      }
      page.write(line)
    }
  }

  private func writeSumRules(of band: [GridLayout.Place], to page: inout TextPage) {
    var line = TextLine()
    for place in band where measures[place.index].numbers > 0 {
      line.place(
        String(repeating: glyphs.rule, count: place.width), at: place.start, style: .faint)
    }
    page.write(line)
  }

  /// A heading without amounts takes the room of all columns.
  private func writeSpanning(_ row: Grid.Row, to page: inout TextPage) {
    let indent = min(row.level * 2, page.width / 2)
    let room = page.width - indent
    let lines = LineBreaking.lines(
      of: glyphs.words(row.cells[0].inline), width: room, continuationWidth: room - 2)
    for (number, text) in lines.enumerated() {
      var line = TextLine()
      line.place(text, at: number == 0 ? indent : indent + 2, style: .bold)
      page.write(line)
    }
  }

  private func write(
    _ row: Grid.Row, number: Int, in band: [GridLayout.Place], to page: inout TextPage
  ) {
    let style: TextStyle = row.role == .body ? .plain : .bold
    let cells = band.map { place in
      pieces(
        of: row.cells[place.index], level: row.level, in: place, style: style,
        valueStyle: valueStyles.isEmpty ? style : valueStyles[number])
    }
    for height in 0..<max(cells.map(\.count).max() ?? 0, 1) {
      var line = TextLine()
      for (place, pieces) in zip(band, cells) where height < pieces.count {
        let piece = pieces[height]
        line.place(piece.text, at: place.start + piece.indent, style: piece.style)
      }
      page.write(line)
    }
  }

  private typealias Piece = (text: String, indent: Int, style: TextStyle)

  /// The lines of one cell.
  private func pieces(
    of cell: Cell, level: Int, in place: GridLayout.Place, style: TextStyle, valueStyle: TextStyle
  ) -> [Piece] {
    let measure = measures[place.index]
    let kind = measure.column.kind
    if case .bar(let tone) = kind, case .bar(let proportion) = cell {
      return [(glyphs.bar(proportion, tone: tone, width: place.width), 0, .tone(tone))]
    }
    if kind.alignment == .trailing {
      let numbers = NumberText.numbers(of: cell, coded: kind.isCoded) ?? []
      return numbers.map { number in
        let (text, indent) = measure.lineUp(number)
        return (text, place.width - measure.numbers + indent, valueStyle)
      }
    }
    let (words, isCode): (String, Bool)
    switch cell {
    case .text(let text): (words, isCode) = (glyphs.words(text), false)
    case .code(let code) where kind == .tree: (words, isCode) = (code.plainLine, true)
    default: return [(cell.inline.plainLine, 0, kind == .any ? valueStyle : style)]
    }
    // Deep trees in narrow columns are drawn flatter, so that names keep half of the column.
    let indent = kind == .tree ? min(level * 2, place.width / 2) : 0
    let hanging = measure.hanging(in: place.width - indent)
    let lines = LineBreaking.lines(
      of: words, width: place.width - indent,
      continuationWidth: place.width - indent - hanging, isCode: isCode)
    return lines.enumerated().map { number, line in
      (line, number == 0 ? indent : indent + hanging, style)
    }
  }
}

extension ColumnMeasure {
  /// A number as it stands in the column, and how far in from where the widest begins.
  func lineUp(_ number: NumberText) -> (text: String, indent: Int) {
    let blanks = whole - number.whole.utf8.count
    guard code > 0, !number.code.isEmpty else {
      return (number.whole + number.rest, (code > 0 ? code + 1 : 0) + blanks)
    }
    let gap = code - number.code.utf8.count + 1 + blanks
    return (number.code + String(repeating: " ", count: gap) + number.whole + number.rest, 0)
  }
}
