import Monetary
import Tabulation
import Testing

@Suite("Grids and documents") struct GridTests {
  @Test(
    arguments: [
      (.text, .text("a"), true), (.text, .integer(1), false), (.code, .text("a"), true),
      (.date, .text("2017-11-28"), false), (.percent, .percent(8), true),
      (.percent, .integer(8), false), (.amount, MaliDocument.dollars(1), true),
      (.amount, .integer(1), true), (.amount, .text("1"), false), (.amount, .amounts([]), false),
      (.amounts, .amounts([]), true), (.amounts, MaliDocument.dollars(1), true),
      (.any, .text("a"), true), (.any, .bar(Proportion(1, of: 2)), false),
      (.bar(.funded), .bar(Proportion(1, of: 2)), true), (.bar(.funded), .percent(8), false),
      (.integer, .empty, true),
    ] as [(Grid.Kind, Cell, Bool)])
  func `a column admits the cells of its kind`(kind: Grid.Kind, cell: Cell, admitted: Bool) {
    #expect(kind.admits(cell) == admitted)
  }

  @Test func `an amount has two names in a file, and a drawing none`() {
    #expect(Grid.Column("sum", "", .amount).names == ["sum", "sumCurrency"])
    #expect(Grid.Column("sum", "", .amounts).names == ["sum"])
    #expect(Grid.Column("sum", "", .bar(.funded)).names == [])
  }

  @Test func `a row that does not fill the columns is a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = Grid(id: "g", title: "", columns: [Grid.Column("a", "")], rows: [Grid.Row([])])
    }
  }

  @Test func `a cell of another kind is a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = Grid(
        id: "g", title: "", columns: [Grid.Column("a", "", .date)],
        rows: [Grid.Row([.text("28 November")])])
    }
  }

  @Test func `two columns of one name are a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = Grid(
        id: "g", title: "",
        columns: [Grid.Column("sum", "", .amount), Grid.Column("sumCurrency", "")], rows: [])
    }
  }

  @Test func `two grids of one identifier are a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      let grid = Grid(id: "g", title: "", columns: [Grid.Column("a", "")], rows: [])
      _ = Document(id: "report", title: "", blocks: [.grid(grid), .grid(grid)])
    }
  }

  @Test func `a proportion of two currencies is a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = Proportion(.whole(1, try Currency(code: "USD")), of: .whole(1, try Currency(code: "EUR")))
    }
  }
}
