import Testing

@testable import Tabulation

@Suite("HTML renderer") struct HTMLRendererTests {
  @Test(
    arguments: [
      ("Japan", "Japan"), ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"),
      ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"), ("&amp;", "&amp;amp;"), ("a\u{0}b\nc", "ab c"),
      ("<\u{301}", "&lt;\u{301}"),
    ])
  func `words of a report are no markup`(words: String, markup: String) {
    #expect(HTML(words).markup == markup)
  }

  @Test func `a name written from right to left is kept apart`() {
    #expect(HTML(isolating: "الإمارات").markup == "<bdi>الإمارات</bdi>")
    #expect(HTML(isolating: "Mali").markup == "Mali")
  }

  @Test(arguments: UInt64(1)...50)
  func `every element is closed, in order, and none comes from words`(seed: UInt64) throws {
    var seeded = SeededGrid(seed)
    let page = HTMLRenderer().render(seeded.document())
    let void: Set<Substring> = ["meta", "br"]
    var open: [Substring] = []
    for tag in page.matches(of: /<(\/?)([a-z0-9]+)[^<>]*?(\/?)>/) where !void.contains(tag.2) {
      if tag.1 == "/" {
        #expect(open.popLast() == tag.2)
      } else if tag.3.isEmpty {
        open.append(tag.2)
      }
      #expect(tag.2 != "script")
    }
    #expect(open.isEmpty)
  }

  @Test func `the page asks for nothing from outside`() {
    let page = HTMLRenderer().render(MaliDocument.document)
    for request in [
      "<script", "<link", "<img", "<iframe", "@import", "url(http", "http://", "https://",
    ] {
      #expect(!page.contains(request))
    }
  }

  @Test func `the page says its language, and a table its title and scopes`() {
    let page = HTMLRenderer().render(
      Document(
        id: "report", language: "fr", title: "Mali",
        blocks: [
          .grid(
            Grid(
              id: "g", title: "Donateurs", columns: [Grid.Column("d", "Donateur")],
              rows: [Grid.Row([.text("Suède")])]))
        ]))
    #expect(page.contains(#"<html lang="fr">"#))
    #expect(page.contains("<caption>Donateurs</caption>"))
    #expect(page.contains(#"<th scope="col">Donateur</th>"#))
    #expect(page.contains(#"<th scope="row">Suède</th>"#))
  }

  @Test func `a heading of words spans the columns, and heads a group of rows`() throws {
    let heading = Grid.Row([.text("agreement A0131"), .empty], role: .heading)
    let body = Grid.Row([.text("asset:bank"), .integer(5)])
    let total = Grid.Row([.text("Total"), .integer(5)], role: .total)
    let page = HTMLRenderer().render(
      Document(
        id: "report", title: "",
        blocks: [
          .grid(
            Grid(
              id: "g", title: "",
              columns: [Grid.Column("a", "Account"), Grid.Column("n", "Count", .integer)],
              rows: [heading, body, heading, body, total]))
        ]))
    #expect(
      page.contains(
        #"<th scope="rowgroup" colspan="2">agreement A0131</th>"#))
    #expect(page.split(separator: "<tbody>").count == 4)
  }

  @Test func `a chart is said in words, too`() {
    let page = HTMLRenderer().render(
      Document(id: "report", title: "", blocks: [.chart(.parts(MaliDocument.split))]))
    #expect(page.contains(#"role="img" aria-label="Funded 8 %; Unfunded 92 %""#))
  }
}
