/// Renders a document as aligned plain text for a terminal, a mail or a file.
///
/// No line exceeds the width unless an amount or a code would be cut: names are broken into lines, bars
/// give way, and a table too wide for one piece continues below itself. Lines end in "\n" and have no
/// trailing blanks; verbatim ones stand as they are. Pure: no terminal, locale or clock is consulted.
public struct TextRenderer: DocumentRenderer {
  /// Columns of the terminal, at least 20; `Int.max` where nothing need be broken.
  public let width: Int
  /// Whether ANSI colours and weights are used.
  public let colour: Bool
  /// Whether lines and bars are drawn with characters beyond ASCII; names keep their script either way.
  public let unicode: Bool

  /// Makes a renderer; narrower terminals than 20 columns are treated as having 20.
  public init(width: Int = 80, colour: Bool = false, unicode: Bool = true) {
    self.width = max(width, 20)
    self.colour = colour
    self.unicode = unicode
  }

  /// The document as lines of text.
  /// - Complexity: O(*n*) in the length of what is printed.
  public func render(_ document: Document) -> String {
    var page = TextPage(self)
    page.write(document.title, style: .bold)
    page.write(document.subtitle, style: .faint)
    write(figures: document.keyFigures, to: &page)
    for (number, block) in document.blocks.enumerated() {
      write(block, before: document.blocks.dropFirst(number + 1).first, to: &page)
    }
    write(document.notes, to: &page)
    write(document.stamp, to: &page)
    return page.text
  }

  private func write(_ stamp: Stamp, to page: inout TextPage) {
    guard !stamp.items.isEmpty else { return }
    page.gap()
    let items = stamp.items.filter { !$0.isVerbatim }
    page.run(
      items.map { "\($0.label) \($0.value)" }, separator: page.glyphs.separator, style: .faint)
    for item in stamp.items where item.isVerbatim {
      page.write(verbatim: "\(item.label) \(item.value)", style: .faint)
    }
  }

  private func write(_ block: Block, before next: Block?, to page: inout TextPage) {
    switch block {
    case .heading(let heading):
      page.gap()
      page.write(heading, style: .bold)
      // Above a table the heading serves as its title, and the table has a rule of its own.
      if case .grid(let grid) = next, grid.title.isEmpty, grid.hasHeads {
        page.holdGap()
        return
      }
      page.rule(min(DisplayWidth.of(page.glyphs.words(heading)), page.width))
      page.holdGap()
    case .paragraph(let paragraph):
      page.gap()
      page.write(paragraph)
    case .verbatim(let text):
      page.gap()
      page.write(verbatim: text)
    case .figures(let figures):
      write(figures: figures, to: &page)
    case .grid(let grid):
      page.gap()
      page.write(grid.title, style: .bold)
      GridText(grid, glyphs: page.glyphs).write(to: &page)
    case .chart(let chart):
      page.gap()
      page.write(chart)
    case .roll(let items):
      page.gap()
      page.run(items, separator: " | ")
    case .notes(let notes):
      write(notes, to: &page)
    }
  }

  private func write(figures: [Figure], to page: inout TextPage) {
    guard let grid = Grid(figures: figures) else { return }
    page.gap()
    let styles = figures.map { $0.tone.map(TextStyle.boldTone) ?? .bold }
    GridText(grid, glyphs: page.glyphs, valueStyles: styles).write(to: &page)
  }

  private func write(_ notes: Notes, to page: inout TextPage) {
    guard !notes.items.isEmpty else { return }
    page.gap()
    page.write(notes.title, style: .bold)
    for note in notes.items { page.write(note, bullet: page.glyphs.bullet) }
  }
}

extension Grid {
  /// Figures as a table of label, value and percentage without heads; nil where there are none.
  init?(figures: [Figure]) {
    guard !figures.isEmpty else { return nil }
    let areNumbers = figures.allSatisfy { Grid.Kind.codedAmount.admits($0.value) }
    self.init(
      id: "figures", title: "",
      columns: [
        Column("label", ""), Column("value", "", areNumbers ? .codedAmount : .any),
        Column("percent", "", .percent),
      ],
      rows: figures.map {
        Row([.text($0.label), $0.value, $0.percent.map(Cell.percent) ?? .empty])
      })
  }
}
