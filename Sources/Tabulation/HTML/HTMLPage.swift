/// A page as it grows: head, elements in their order, indentation.
struct HTMLPage {
  private(set) var text: String
  private var depth = 0
  /// The heading that the page stands under; empty before the first.
  private(set) var heading = ""

  /// Opens the page. The policy forbids every script and every request, whatever the words contain.
  init(_ document: Document) {
    text = """
      <!DOCTYPE html>
      <html lang="\(HTML.escaped(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTML.escaped(document.title))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      \(HTMLStyle.patterns)

      """
  }

  mutating func end() {
    text += "</body>\n</html>\n"
  }

  mutating func open(_ tag: String, _ attributes: String = "") {
    line("<\(tag)\(attributes)>")
    depth += 1
  }

  mutating func close(_ tag: String) {
    depth -= 1
    line("</\(tag)>")
  }

  /// Writes an element; its attributes come with a blank before each and their values escaped.
  mutating func element(_ tag: String, _ content: HTML, attributes: String = "") {
    line("<\(tag)\(attributes)>\(content.markup)</\(tag)>")
  }

  mutating func write(heading: String) {
    self.heading = heading
    element("h2", HTML(heading))
  }

  /// Writes lines as they stand; the element inside keeps an empty first one.
  mutating func write(verbatim lines: [String]) {
    guard !lines.isEmpty else { return }
    element("pre", HTML(markup: "<code>\(HTML(verbatim: lines).markup)</code>"))
  }

  mutating func list(_ items: [HTML], attributes: String = "") {
    open("ul", attributes)
    for item in items { element("li", item) }
    close("ul")
  }

  private mutating func line(_ markup: String) {
    text += String(repeating: "  ", count: depth)
    text += markup
    text += "\n"
  }
}
