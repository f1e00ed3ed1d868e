extension HTMLPage {
  /// Writes a table. On a narrow screen it scrolls inside its frame, never the page; where it has no
  /// title, the heading above names it to readers of text.
  mutating func write(_ grid: Grid) {
    let name = HTML.escaped(grid.title.isEmpty ? heading : grid.title)
    let label = name.isEmpty ? "" : #" aria-label="\#(name)""#
    // Such as a column a month: printed on a page turned sideways.
    let classes = Self.classes(grid.columns.count > 8 ? ["frame", "wide"] : ["frame"])
    open("div", classes + #" tabindex="0""# + (name.isEmpty ? "" : #" role="region""# + label))
    open("table", #" id="\#(HTML.escaped(grid.id))""# + (grid.title.isEmpty ? label : ""))
    if !grid.title.isEmpty { element("caption", HTML(grid.title)) }
    if grid.hasHeads { writeHead(of: grid) }
    for group in grid.rowGroups {
      open("tbody")
      for row in group {
        grid.isSpanned(by: row) ? writeSpanning(row, of: grid) : write(row, of: grid)
      }
      close("tbody")
    }
    close("table")
    close("div")
  }

  private mutating func writeHead(of grid: Grid) {
    open("thead")
    open("tr")
    for column in grid.columns {
      // A month such as 2017-01 is one word.
      let isOneWord = column.header.contains("-") && !column.header.contains(" ")
      let attributes = Self.classes(column.kind.htmlClasses + (isOneWord ? ["one"] : []))
      // A head without words names nothing: it is a plain cell.
      column.header.isEmpty
        ? element("td", HTML(""), attributes: attributes)
        : element("th", HTML(column.header), attributes: #" scope="col""# + attributes)
    }
    close("tr")
    close("thead")
  }

  /// Writes a heading across all columns, which readers of text are told with each row of its group.
  private mutating func writeSpanning(_ row: Grid.Row, of grid: Grid) {
    open("tr", Self.classes([row.role.rawValue]))
    let level = row.level > 0 ? #" style="--level: \#(row.level)""# : ""
    element(
      "th", HTML(row.cells[0], coded: true),
      attributes: #" scope="rowgroup" colspan="\#(grid.columns.count)""#
        + Self.classes(row.level > 0 ? ["tree"] : []) + level)
    close("tr")
  }

  private mutating func write(_ row: Grid.Row, of grid: Grid) {
    open("tr", Self.classes(row.role == .body ? [] : [row.role.rawValue]))
    for (index, column) in grid.columns.enumerated() {
      let cell = row.cells[index]
      var attributes = Self.classes(column.kind.htmlClasses)
      if column.kind == .tree, row.level > 0 { attributes += #" style="--level: \#(row.level)""# }
      let content: HTML =
        if case .bar(let tone) = column.kind, case .bar(let proportion) = cell {
          .bar(proportion, tone: tone)
        } else {
          HTML(cell, coded: column.kind != .amount)
        }
      if index == 0, column.kind.alignment == .leading {
        element("th", content, attributes: #" scope="row""# + attributes)
      } else {
        element("td", content, attributes: attributes)
      }
    }
    close("tr")
  }

  private static func classes(_ names: [String]) -> String {
    names.isEmpty ? "" : #" class="\#(names.joined(separator: " "))""#
  }
}

extension Grid {
  /// The rows, a group opening at each heading that spans the table, and at a total below one; at least
  /// one group.
  fileprivate var rowGroups: [[Row]] {
    var groups: [[Row]] = [[]]
    for row in rows {
      let isUnderHeading = groups[groups.count - 1].first.map(isSpanned) ?? false
      if isSpanned(by: row) || row.role == .total && isUnderHeading, groups != [[]] {
        groups.append([])
      }
      groups[groups.count - 1].append(row)
    }
    return groups
  }
}

extension Grid.Kind {
  /// The classes of the style sheet for cells of this kind.
  fileprivate var htmlClasses: [String] {
    switch self {
    case .text, .any: []
    case .tree: ["tree"]
    case .code, .date: ["whole"]
    case .integer, .percent, .amount, .codedAmount, .amounts: ["number"]
    case .bar: ["bar"]
    }
  }
}

extension HTML {
  /// A bar in a cell. What it shows is stated beside it, so that it is hidden from readers of text.
  static func bar(_ proportion: Proportion, tone: Tone) -> HTML {
    let (percent, tenth) = proportion.steps(of: 1000).quotientAndRemainder(dividingBy: 10)
    return HTML(
      markup: """
        <svg aria-hidden="true"><rect class="\(tone.rawValue)" width="\(percent).\(tenth)%" \
        height="100%"/></svg>
        """)
  }
}
