/// Renders a document as one page of HTML that needs nothing else: no script, no font, no network.
///
/// Tables have captions and scopes, drawings a text alternative; it prints in black and white, follows
/// the reader's choice of light and dark, and fits a phone. Source: HTML Living Standard; WCAG 2.2.
public struct HTMLRenderer: DocumentRenderer {
  /// Makes a renderer.
  public init() {}

  /// The whole page.
  /// - Complexity: O(*n*) in the length of the page.
  public func render(_ document: Document) -> String {
    var page = HTMLPage(document)
    page.open("main")
    page.open("header")
    page.element("h1", HTML(document.title))
    if !document.subtitle.isEmpty {
      page.element("p", HTML(document.subtitle), attributes: #" class="subtitle""#)
    }
    page.close("header")
    write(document.keyFigures, to: &page)
    for block in document.blocks { write(block, to: &page) }
    write(document.notes, to: &page)
    write(document.stamp, to: &page)
    page.close("main")
    page.end()
    return page.text
  }

  private func write(_ block: Block, to page: inout HTMLPage) {
    switch block {
    case .heading(let heading): page.write(heading: heading)
    case .paragraph(let paragraph): page.element("p", HTML(paragraph))
    case .verbatim(let text): page.write(verbatim: text.verbatimLines)
    case .figures(let figures): write(figures, to: &page)
    case .grid(let grid): page.write(grid)
    case .chart(let chart): page.write(chart)
    case .roll(let items):
      page.list(items.map { HTML(isolating: $0) }, attributes: #" class="roll""#)
    case .notes(let notes): write(notes, to: &page)
    }
  }

  private func write(_ figures: [Figure], to page: inout HTMLPage) {
    guard !figures.isEmpty else { return }
    page.open("dl", #" class="figures""#)
    for figure in figures {
      page.open("div", figure.tone.map { #" class="\#($0.rawValue)""# } ?? "")
      page.element("dt", HTML(figure.label))
      let percent = figure.percent.map { #" <span class="percent">\#($0)&nbsp;%</span>"# } ?? ""
      page.element("dd", HTML(markup: HTML(figure.value, coded: true).markup + percent))
      page.close("div")
    }
    page.close("dl")
  }

  private func write(_ notes: Notes, to page: inout HTMLPage) {
    guard !notes.items.isEmpty else { return }
    page.open("section", #" class="notes""#)
    if !notes.title.isEmpty { page.element("h2", HTML(notes.title)) }
    page.list(notes.items.map { HTML($0) })
    page.close("section")
  }

  private func write(_ stamp: Stamp, to page: inout HTMLPage) {
    guard !stamp.items.isEmpty else { return }
    page.open("footer")
    page.open("dl", #" class="stamp""#)
    for item in stamp.items {
      page.open("div")
      page.element("dt", HTML(item.label))
      page.element(
        "dd", item.isVerbatim ? HTML(.code(item.value), coded: false) : HTML(item.value))
      page.close("div")
    }
    page.close("dl")
    page.close("footer")
  }
}
