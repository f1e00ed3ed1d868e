import Monetary
import Testing

@testable import Tabulation

@Suite("CSV renderer") struct CSVRendererTests {
  @Test(
    arguments: [
      ("Japan", "Japan"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\nb", "\"a\nb\""),
      ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@x", "'@x"),
      ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=1,2", "\"'=1,2\""), ("＝1", "'＝1"), ("a=1", "a=1"),
      ("", ""), ("日本, Tokyo", "\"日本, Tokyo\""),
    ])
  func `a text is quoted where it must be, and never a formula`(text: String, field: String) {
    #expect(record(of: .text(text), in: .text) == "g,body,\(field)")
  }

  @Test(
    arguments: [
      (.amount, .money(MaliDocument.money(-4_100_753_165)), "-41007531.65,USD"),
      (.amount, MaliDocument.dollars(-5), "-5,USD"), (.amount, .empty, ","),
      (.amount, .integer(-5), "-5,"),
      (.amounts, .money(MaliDocument.money(5, "XOF")), "XOF 5"),
      (
        .amounts, .amounts([.whole(3, MaliDocument.usd), .whole(2, MaliDocument.usd)]),
        "USD 3; USD 2"
      ),
      (.any, MaliDocument.dollars(5), "USD 5"), (.percent, .percent(-8), "-8"),
      (.date, .date(CalendarDate(dayNumber: 0)), "1970-01-01"),
    ] as [(Grid.Kind, Cell, String)])
  func `a number stays a number, beside its currency`(kind: Grid.Kind, cell: Cell, fields: String) {
    #expect(record(of: cell, in: kind) == "g,body,\(fields)")
  }

  @Test
  func
    `amounts whose currency stands elsewhere are numbers alone, under names that are no formula`()
  {
    let grid = Grid(
      id: "g", title: "",
      columns: [
        Grid.Column("=c", "", .amount, currency: false), Grid.Column("d", "", .codedAmount),
      ],
      rows: [Grid.Row([MaliDocument.dollars(5), MaliDocument.dollars(6)])])
    #expect(
      CSVRenderer().render(grid) == "table,row,'=c,d,dCurrency\r\ng,body,5,6,USD\r\n")
  }

  private func record(of cell: Cell, in kind: Grid.Kind) -> Substring? {
    let grid = Grid(
      id: "g", title: "", columns: [Grid.Column("c", "", kind)], rows: [Grid.Row([cell])])
    let csv = CSVRenderer().render(grid)
    return csv.firstRange(of: "\r\n").map { csv[$0.upperBound...].dropLast() }
  }

  @Test(arguments: UInt64(1)...50)
  func `every record has the fields of the header, and gives the names back`(seed: UInt64) throws {
    var seeded = SeededGrid(seed)
    let document = seeded.document()
    let records = Self.read(CSVRenderer().render(document))
    let header = try #require(records.first)
    #expect(records.allSatisfy { $0.count == header.count })
    func rows(_ tables: [String]) -> [[String]] { records.filter { tables.contains($0[0]) } }
    #expect(rows(["figures"]).count == 2)
    let column = try #require(header.firstIndex(of: "c0"))
    let names = document.grids.flatMap(\.rows).map { row in
      if case .text(let name) = row.cells[0] { CSVRenderer.safe(name) } else { "" }
    }
    #expect(rows(document.grids.map(\.id)).map { $0[column] } == names)
    let note = try #require(header.firstIndex(of: "note"))
    #expect(rows(["notes"]).map { $0[note] } == document.allNotes.map(CSVRenderer.safe))
  }

  @Test func `a file says what it is and what it follows from`() {
    let document = Document(
      id: "summary", title: "Mali", subtitle: "as of today", notes: Notes(["rounded"]),
      stamp: Stamp([Stamp.Item("asOf", label: "as of", "2017-11-28")]))
    #expect(
      CSVRenderer().render(document).split(separator: "\r\n") == [
        "table,row,note,key,value", "notes,body,rounded,,", "report,body,,report,summary",
        "report,body,,title,Mali", "report,body,,subtitle,as of today",
        "report,body,,asOf,2017-11-28",
      ])
  }

  /// Reads RFC 4180 to the letter, scalar by scalar: CR LF is one character to Swift.
  private static func read(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      let row = records.count - 1
      let field = records[row].count - 1
      if scalar == "\"" {
        if isQuoted, scalars.first == "\"" {
          records[row][field].unicodeScalars.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted.toggle()
        }
      } else if !isQuoted, scalar == "," {
        records[row].append("")
      } else if !isQuoted, scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        records.append([""])
      } else {
        records[row][field].unicodeScalars.append(scalar)
      }
    }
    return records.dropLast()
  }
}
