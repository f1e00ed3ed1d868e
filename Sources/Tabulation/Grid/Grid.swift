/// A table: columns of one kind of value each, and rows that fill every column.
public struct Grid: Hashable, Sendable {
  /// Names the table to programs, in camel case, such as `donors`; unique in its document.
  public let id: String
  /// Names the table to people; empty where a heading above does.
  public let title: String
  /// From left to right; at least one.
  public let columns: [Column]
  /// From top to bottom.
  public let rows: [Row]

  /// Makes a table.
  ///
  /// - Precondition: There is a column, ``Column/names`` are unique, and every row has one cell a column
  ///   which the column's kind admits.
  /// - Complexity: O(*n*) in the number of cells.
  public init(id: String, title: String, columns: [Column], rows: [Row]) {
    precondition(!columns.isEmpty, "grid \(id) has no column")
    let names = columns.flatMap(\.names)
    precondition(
      Set(names).count == names.count, "grid \(id) has two columns of one name: \(names)")
    for row in rows {
      precondition(
        row.cells.count == columns.count,
        "grid \(id) has \(columns.count) columns and a row of \(row.cells.count) cells")
      for (cell, column) in zip(row.cells, columns) {
        precondition(column.kind.admits(cell), "grid \(id), column \(column.id): \(cell)")
      }
    }
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// Whether rows lie under other rows.
  public var isTree: Bool { columns.contains { $0.kind == .tree } }

  /// Whether any column is named to people.
  var hasHeads: Bool { columns.contains { !$0.header.isEmpty } }

  /// Whether a row takes the room of all columns: a heading that has words in its first cell alone.
  func isSpanned(by row: Row) -> Bool {
    row.role == .heading && columns.count > 1 && columns[0].kind.alignment == .leading
      && !columns[0].kind.isDrawing && row.cells[0] != .empty
      && row.cells.dropFirst().allSatisfy { $0 == .empty }
  }
}

extension Grid {
  /// One row of a table.
  public struct Row: Hashable, Sendable {
    /// What a row is for; the raw value is what programs read.
    public enum Role: String, CaseIterable, Hashable, Sendable {
      /// Names the rows below it; its amounts, if any, are not part of a sum. One that has words in its
      /// first cell alone spans the table, and does not widen its column.
      case heading
      /// An item of the table.
      case body
      /// The sum of rows above it, itself part of the total.
      case subtotal
      /// The sum of the table.
      case total
    }

    /// What the row is for.
    public let role: Role
    /// How deep the row lies in a tree: 0 for a root.
    public let level: Int
    /// One for each column.
    public let cells: [Cell]

    /// Makes a row, an item at the root by default.
    ///
    /// - Precondition: `level` is not negative.
    public init(_ cells: [Cell], role: Role = .body, level: Int = 0) {
      precondition(level >= 0, "a row above the root")
      self.cells = cells
      self.role = role
      self.level = level
    }
  }
}
