import Monetary
import Testing

@testable import Tabulation

@Suite("Text renderer") struct TextRendererTests {
  @Test(arguments: UInt64(1)...50)
  func `no line ends in blanks, and the last one ends`(seed: UInt64) {
    var seeded = SeededGrid(seed)
    let text = TextRenderer(width: 60).render(seeded.document())
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.last != " ", "\(line)")
    }
  }

  @Test(arguments: UInt64(1)...50, [20, 40, 80, 200])
  func `no line exceeds the width unless an amount would be cut`(seed: UInt64, width: Int) {
    var seeded = SeededGrid(seed)
    let grid = seeded.grid()
    let text = TextRenderer(width: width).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    let least = grid.columns.indices.map { leastWidth(of: $0, in: grid) }
    let cutless = least[0] + (least.dropFirst().max().map { $0 + 2 } ?? 0)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= max(width, cutless), "\(line)")
    }
  }

  /// What a column needs so that no amount, date or code is cut, reckoned apart from the renderer.
  private func leastWidth(of column: Int, in grid: Grid) -> Int {
    let cells = grid.rows.map { $0.cells[column].inline.plainLine }
    switch grid.columns[column].kind {
    case .text, .tree: return 8
    // Codes before and decimals after may be of other lines than the longest number.
    case .amount, .codedAmount, .amounts: return 8 + (cells.map(\.count).max() ?? 0)
    default: return max(8, cells.map(\.count).max() ?? 0)
    }
  }

  @Test(arguments: UInt64(1)...50, [20, 80])
  func `no amount is cut`(seed: UInt64, width: Int) {
    var seeded = SeededGrid(seed)
    let grid = seeded.grid()
    let text = TextRenderer(width: width).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    for case .amount(let amount) in grid.rows.flatMap(\.cells) {
      #expect(text.contains(amount.grouped))
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `decimal signs stand below each other`(seed: UInt64) throws {
    var seeded = SeededGrid(seed)
    let amounts = (0..<12).map { _ in seeded.amount() }
    let grid = Grid(
      id: "amounts", title: "",
      columns: [Grid.Column("name", ""), Grid.Column("amount", "", .codedAmount)],
      rows: amounts.map { Grid.Row([.text("row"), .amount($0)]) })
    let text = TextRenderer().render(Document(id: "report", title: "", blocks: [.grid(grid)]))
    let ends = text.split(separator: "\n").map { line in
      line.distance(from: line.startIndex, to: line.firstIndex(of: ".") ?? line.endIndex)
    }
    #expect(Set(ends).count == 1, "\(text)")
  }

  @Test(arguments: UInt64(1)...50)
  func `colour adds nothing but colour`(seed: UInt64) {
    var seeded = SeededGrid(seed)
    let document = seeded.document()
    let coloured = TextRenderer(colour: true).render(document)
    let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(bare == TextRenderer().render(document))
  }

  @Test func `without Unicode only names keep their script`() {
    let text = TextRenderer(unicode: false).render(MaliDocument.document)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `a name cannot command the terminal`() {
    let document = Document(
      id: "report", title: "\u{1B}]0;title\u{7}\u{9B}31m\u{202E}Mali\r\nagain")
    #expect(TextRenderer().render(document) == "]0;title31mMali again\n")
  }

  @Test func `a table too wide continues below with its first column, in even pieces`() {
    let months = (1...12).map { Grid.Column("m\($0)", "Month \($0)", .amount) }
    let grid = Grid(
      id: "monthly", title: "", columns: [Grid.Column("account", "Account")] + months,
      rows: [
        Grid.Row(
          [.text("asset:bank")] + (1...12).map { MaliDocument.dollars($0 * 1_000_000) })
      ])
    // Five months would fit beside the account, which leaves two for the last piece.
    let text = TextRenderer(width: 70).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("Account") }
    #expect(
      heads == [
        "Account       Month 1    Month 2    Month 3    Month 4",
        "Account       Month 5    Month 6    Month 7    Month 8",
        "Account       Month 9    Month 10    Month 11    Month 12",
      ])
  }

  @Test(arguments: Array(30...160))
  func `no word of a ledger's tables is broken in the middle`(width: Int) {
    let text = TextRenderer(width: width).render(LedgerDocument.document)
    let pieces = Set(text.split { " \n:/-".contains($0) })
    for row in LedgerDocument.document.grids.flatMap(\.rows) where row.role == .body {
      for case .text(let words) in row.cells {
        for piece in words.split(whereSeparator: { " :/-".contains($0) }) {
          #expect(pieces.contains(piece), "\(piece) at \(width)")
        }
      }
    }
  }

  @Test func `an account in a tree is broken between its parts rather than the table`() {
    let grid = Grid(
      id: "g", title: "",
      columns: [Grid.Column("account", "Account", .tree), Grid.Column("a", "USD", .amount)],
      rows: [
        Grid.Row([.code("memorandum:pledges-made"), MaliDocument.dollars(41_007_532)], level: 1)
      ])
    let text = TextRenderer(width: 30, unicode: false).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    #expect(
      text == """
        Account                    USD
        ------------------------------
          memorandum:       41,007,532
           pledges-made

        """)
  }

  @Test func `a heading of words spans the table, and does not widen its column`() {
    let grid = Grid(
      id: "entries", title: "",
      columns: [Grid.Column("account", "Account"), Grid.Column("book", "Book", .amount)],
      rows: [
        Grid.Row([.text("agreement A0131 signed"), .empty], role: .heading),
        Grid.Row([.text("asset:bank"), MaliDocument.dollars(5)]),
        Grid.Row([.text("and others"), MaliDocument.dollars(7)], role: .heading),
      ])
    let text = TextRenderer(unicode: false).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    #expect(
      text == """
        Account     Book
        ----------------------
        agreement A0131 signed
        asset:bank     5

        and others     7

        """)
  }

  @Test(
    arguments: [
      (24, "abcdef  100,000  200,000\n"), (22, "abcdef 100,000 200,000\n"),
      (21, "abcdef  100,000\n\nabcdef  200,000\n"),
    ])
  func `numbers move together rather than below each other`(width: Int, text: String) {
    let grid = Grid(
      id: "g", title: "",
      columns: [
        Grid.Column("code", "", .code), Grid.Column("a", "", .integer),
        Grid.Column("b", "", .integer),
      ],
      rows: [Grid.Row([.code("abcdef"), .integer(100_000), .integer(200_000)])])
    let document = Document(id: "report", title: "", blocks: [.grid(grid)])
    #expect(TextRenderer(width: width).render(document) == text)
  }

  @Test(arguments: UInt64(1)...20)
  func `without a limit no name is broken`(seed: UInt64) {
    var seeded = SeededGrid(seed)
    let grid = seeded.grid()
    let text = TextRenderer(width: .max).render(
      Document(id: "report", title: "", blocks: [.grid(grid)]))
    for case .text(let name) in grid.rows.flatMap(\.cells) {
      #expect(text.contains(name.plainLine.split(separator: " ").joined(separator: " ")))
    }
  }

  @Test func `an empty document is its title`() {
    #expect(TextRenderer().render(Document(id: "report", title: "Nothing")) == "Nothing\n")
  }
}
