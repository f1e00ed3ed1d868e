/// Renders a document as JSON, for reports that have no shape of their own.
public struct JSONRenderer: DocumentRenderer {
  /// How it is laid out.
  public let layout: JSONValue.Layout

  /// Makes a renderer.
  public init(layout: JSONValue.Layout = .pretty) {
    self.layout = layout
  }

  /// The document's ``Document/json`` and a line end.
  public func render(_ document: Document) -> String {
    document.json.text(layout) + "\n"
  }
}

extension Document {
  /// What report it is, figures and tables by their identifiers, notes and stamp; headings, running text,
  /// rolls and charts are for people and left out.
  public var json: JSONValue {
    [
      "report": .string(id),
      "title": .string(title),
      "subtitle": .string(subtitle),
      "figures": .object(allFigures.map { JSONValue.Member($0.id, $0.json) }),
      "tables": .object(grids.map { JSONValue.Member($0.id, $0.json) }),
      "notes": .array(allNotes.map(JSONValue.string)),
      "stamp": stamp.json,
    ]
  }
}

extension Figure {
  /// `{"value": …}`, with `percent` where there is a whole.
  fileprivate var json: JSONValue {
    .object(
      [JSONValue.Member("value", value.json)]
        + (percent.map { [JSONValue.Member("percent", .integer(Int64($0)))] } ?? []))
  }
}

extension Stamp {
  /// The items by their identifiers.
  public var json: JSONValue {
    .object(items.map { JSONValue.Member($0.id, .string($0.value)) })
  }
}

extension Grid {
  /// The rows as objects keyed by the columns' identifiers, without drawings.
  ///
  /// Each begins with its role as `row`, and in trees with its `level`.
  public var json: JSONValue {
    .array(
      rows.map { row in
        var members = [JSONValue.Member("row", .string(row.role.rawValue))]
        if isTree { members.append(JSONValue.Member("level", .integer(Int64(row.level)))) }
        for (column, cell) in zip(columns, row.cells) where !column.kind.isDrawing {
          members.append(JSONValue.Member(column.id, cell.json(in: column.kind)))
        }
        return .object(members)
      })
  }
}

extension Cell {
  /// The value alone; an empty cell is null.
  public var json: JSONValue {
    switch self {
    case .empty, .bar: .null
    case .text(let text), .code(let text): .string(text)
    case .date(let date): .date(date)
    case .integer(let count): .integer(count)
    case .percent(let percent): .integer(Int64(percent))
    case .amount(let amount): .amount(amount)
    case .amounts(let amounts): .array(amounts.map(JSONValue.amount))
    }
  }

  /// The value in the shape of its column: where cells may hold several amounts, always an array.
  fileprivate func json(in kind: Grid.Kind) -> JSONValue {
    guard kind == .amounts else { return json }
    switch self {
    case .empty: return []
    case .amount: return [json]
    default: return json
    }
  }
}
