import Monetary
import Tabulation
import SeededRandom

/// Tables and documents of every kind of cell, with names and amounts that make trouble.
struct SeededGrid {
  private var random: Seeded

  init(_ seed: UInt64) {
    random = Seeded(seed)
  }

  static let names = [
    "Japan", "Sweden", "Österreich", "日本国外務省", "대한민국", "حكومة الإمارات العربية المتحدة",
    "Viet Nam (Cộng hòa xã hội chủ nghĩa Việt Nam)", "भारत गणराज्य", "👩‍👩‍👧‍👦 families", "",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "a | b", "=SUM(A1)",
    "line\nend", "tab\tbed", "\u{1B}[31mred\u{1B}[0m", "<script>alert(1)</script>",
    "\"quoted\", 'so'",
    "United Kingdom of Great Britain and Northern Ireland", "e\u{301}\u{302}te\u{301}",
    "\u{202E}desrever", " blanks  at both ends ",
  ]

  mutating func document() -> Document {
    var words = self
    let blocks: [Block] = [
      .heading(name()), .grid(grid("first")), .paragraph(name() + " " + name()),
      .figures([Figure("count", label: name(), .integer(integer()))]), .grid(grid("second")),
      .chart(.bars(BarChart(title: name(), [bar(), bar()]))), .chart(.parts(parts())),
      .roll((0..<9).map { _ in words.name() }), .notes(Notes(title: name(), [name(), name()])),
    ]
    return Document(
      id: "report", title: "Seeded", subtitle: name(),
      keyFigures: [Figure("sum", label: name(), .amount(amount()), percent: 7, tone: .funded)],
      blocks: blocks, notes: Notes(title: name(), [name()]),
      stamp: Stamp([Stamp.Item("a", label: name(), name()), Stamp.Item("b", label: "b", name())]))
  }

  mutating func grid(_ id: String = "seeded") -> Grid {
    let kinds: [Grid.Kind] = [
      .text, .tree, .code, .date, .integer, .percent, .amount, .codedAmount, .amounts, .any,
      .bar(.funded), .bar(.unfunded),
    ]
    let columns = (0..<Int.random(in: 1...8, using: &random)).map { index in
      let kind = index == 0 ? .tree : kinds[Int.random(in: 0..<kinds.count, using: &random)]
      return Grid.Column("c\(index)", Bool.random(using: &random) ? name() : "Head \(index)", kind)
    }
    let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      Grid.Row(
        columns.map { cell($0.kind) },
        role: Grid.Row.Role.allCases[Int.random(in: 0..<4, using: &random)],
        level: Int.random(in: 0...3, using: &random))
    }
    return Grid(id: id, title: name(), columns: columns, rows: rows)
  }

  mutating func cell(_ kind: Grid.Kind) -> Cell {
    guard Int.random(in: 0..<8, using: &random) > 0 else { return .empty }
    switch kind {
    case .text, .tree: return .text(name())
    case .code: return .code("A\(Int.random(in: 0...99_999, using: &random))")
    case .date: return .date(CalendarDate(dayNumber: Int32.random(in: 0...20_000, using: &random)))
    case .integer: return .integer(integer())
    case .percent: return .percent(Int.random(in: -20...130, using: &random))
    case .amount, .codedAmount: return .amount(amount())
    case .amounts: return .amounts([amount(), amount()])
    case .any: return Bool.random(using: &random) ? .text(name()) : .amount(amount())
    case .bar: return .bar(Proportion(Int128(integer()), of: 1_000_000))
    }
  }

  mutating func amount() -> PrintedAmount {
    let codes = ["USD", "XOF", "KWD", "CHF", "JPY"]
    let currency = MaliDocument.currency(codes[Int.random(in: 0..<codes.count, using: &random)])
    return Bool.random(using: &random)
      ? .exact(Money(minorUnits: integer(), of: currency)) : .whole(integer(), currency)
  }

  private mutating func bar() -> BarChart.Bar {
    BarChart.Bar(name(), .whole(integer(), MaliDocument.usd))
  }

  private mutating func parts() -> PartsChart {
    PartsChart(
      title: name(),
      Tone.allCases.map {
        PartsChart.Part(name(), .whole(integer(), MaliDocument.usd), percent: nil, tone: $0)
      })
  }

  /// Of any number of digits, of either sign.
  private mutating func integer() -> Int64 {
    let most: Int64 = [9, 999, 1_000_000, 999_999_999_999, .max][
      Int.random(in: 0..<5, using: &random)]
    return .random(in: -most / 4...most, using: &random)
  }

  mutating func name() -> String {
    Self.names[Int.random(in: 0..<Self.names.count, using: &random)]
  }
}
