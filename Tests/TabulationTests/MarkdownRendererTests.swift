import Testing

@testable import Tabulation

@Suite("Markdown renderer") struct MarkdownRendererTests {
  @Test(
    arguments: [
      ("Japan", "Japan"), ("a | b", #"a \| b"#), ("*b* _i_ `c`", #"\*b\* \_i\_ \`c\`"#),
      ("[x](y)", #"\[x\](y)"#), ("<b> & c", #"\<b\> \& c"#), ("# 1", ##"\# 1"##), ("- a", #"\- a"#),
      ("a - b", "a - b"), ("1. a", #"1\. a"#), ("2017) a", #"2017\) a"#), ("a 1. b", "a 1. b"),
      ("US$ 5 and US$ 6", #"US\$ 5 and US\$ 6"#), ("a\nb", "a b"), (#"\"#, #"\\"#), ("...", "..."),
      ("=", #"\="#), ("~~x~~", #"\~\~x\~\~"#),
    ])
  func `words of a report mean nothing to Markdown`(words: String, markdown: String) {
    #expect(MarkdownRenderer.escaped(words) == markdown)
  }

  @Test(arguments: UInt64(1)...50)
  func `every row of a table has the bars of its head, or spans it`(seed: UInt64) {
    var seeded = SeededGrid(seed)
    let grid = seeded.grid()
    let text = MarkdownRenderer().render(Document(id: "report", title: "", blocks: [.grid(grid)]))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == grid.rows.count + 2)
    let spans = [false, false] + grid.rows.map(grid.isSpanned)
    for (line, isSpanning) in zip(lines, spans) {
      let bars = line.replacing(#"\\"#, with: "").replacing(#"\|"#, with: "").filter { $0 == "|" }
      #expect(bars.count == (isSpanning ? 2 : grid.columns.count + 1), "\(line)")
    }
  }

  @Test func `a heading of words is a row of one cell`() {
    let text = MarkdownRenderer().render(
      Document(id: "report", title: "Journal", blocks: [.grid(LedgerDocument.journal)]))
    #expect(text.contains(/\n\| \*\*2017-07-01  P-2017-JP  pledge P-2017-JP\*\* +\|\n/))
  }
}
