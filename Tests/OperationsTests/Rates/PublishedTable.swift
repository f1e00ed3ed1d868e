import Foundation

/// A table that somebody published as CSV, no cell of which holds a line's end.
struct PublishedTable {
  /// Its rows, by the names of their columns.
  let rows: [[String: String]]

  init(at path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map(Self.cells)
    let head = lines.first ?? []
    rows = lines.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { $1 }) }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
