import Testing

@testable import Tabulation

@Suite("Verbatim lines") struct VerbatimTests {
  private func render(_ text: String, by renderer: any DocumentRenderer) -> String {
    renderer.render(Document(id: "report", title: "T", blocks: [.verbatim(text)]))
  }

  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
      ("\n\n  a  b \n", ["", "", "  a  b "]), ("\ta", ["\ta"]),
      ("\u{1B}[31ma\u{202E}b", ["[31mab"]),
    ])
  func `lines keep their blanks, and command nothing`(text: String, lines: [String]) {
    #expect(text.verbatimLines == lines)
  }

  @Test func `in text no line is wrapped, and no sign replaced`() {
    let line = "  note: “" + String(repeating: "long ", count: 40) + "”"
    let text = render("2017-05-15 note\n\n" + line, by: TextRenderer(width: 20, unicode: false))
    #expect(text == "T\n\n2017-05-15 note\n\n\(line)\n")
  }

  @Test func `in HTML the lines are kept, and escaped`() {
    let page = render("\n  a < b\n\tc", by: HTMLRenderer())
    #expect(page.contains("<pre><code>\n  a &lt; b\n\tc</code></pre>\n"))
  }

  @Test(arguments: [("a | *b*", "```"), ("``` b", "````"), ("a\n`````", "``````")])
  func `in Markdown no line closes the fence`(text: String, fence: String) {
    #expect(render(text, by: MarkdownRenderer()) == "# T\n\n\(fence)\n\(text)\n\(fence)\n")
  }

  @Test(arguments: [TextRenderer(), MarkdownRenderer()] as [any DocumentRenderer])
  func `no line is nothing`(renderer: any DocumentRenderer) {
    #expect(render("", by: renderer) == renderer.render(Document(id: "report", title: "T")))
  }

  @Test(arguments: [CSVRenderer(), JSONRenderer()] as [any DocumentRenderer])
  func `programs do not get it`(renderer: any DocumentRenderer) {
    #expect(
      render("directive", by: renderer) == renderer.render(Document(id: "report", title: "T")))
  }
}
