extension TextPage {
  /// Draws a chart.
  mutating func write(_ chart: Chart) {
    switch chart {
    case .parts(let chart): write(chart)
    case .bars(let chart):
      write(chart.title, style: .bold)
      GridText(chart.grid, glyphs: glyphs).write(to: &self)
    }
  }

  /// One bar as wide as the page, and below it what its fillings mean.
  private mutating func write(_ chart: PartsChart) {
    write(chart.title, style: .bold)
    var bar = TextLine()
    for (part, steps) in zip(chart.parts, chart.steps(of: min(width, 100))) {
      let fill = String(repeating: glyphs.fill(part.tone), count: steps)
      bar.place(fill, at: bar.width, style: .tone(part.tone))
    }
    if bar.width > 0 { write(bar) }
    var legend = TextLine()
    for part in chart.parts {
      let words = glyphs.words(part.words)
      if legend.width > 0, legend.width + 5 + DisplayWidth.of(words) > width {
        write(legend)
        legend = TextLine()
      }
      let start = legend.width == 0 ? 0 : legend.width + 3
      legend.place(String(glyphs.fill(part.tone)), at: start, style: .tone(part.tone))
      for (number, line) in LineBreaking.lines(of: words, width: width - 2).enumerated() {
        if number > 0 {
          write(legend)
          legend = TextLine()
        }
        legend.place(line, at: (number == 0 ? start : 0) + 2)
      }
    }
    write(legend)
  }
}

extension PartsChart.Part {
  /// The part in words: `Funded 8 %`, or with its amount where there is no percentage.
  var words: String {
    "\(label) " + (percent.map(Cell.percent) ?? .amount(amount)).inline
  }
}
