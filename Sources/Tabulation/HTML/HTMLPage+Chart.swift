extension HTMLPage {
  /// Draws a chart as a figure.
  mutating func write(_ chart: Chart) {
    switch chart {
    case .parts(let chart): write(chart)
    case .bars(let chart): write(chart.grid)
    }
  }

  private mutating func write(_ chart: PartsChart) {
    open("figure")
    if !chart.title.isEmpty { element("figcaption", HTML(chart.title)) }
    let words = ([chart.title].filter { !$0.isEmpty } + chart.parts.map(\.words))
    let label = HTML.escaped(words.joined(separator: "; "))
    open("svg", #" class="parts" role="img" aria-label="\#(label)""#)
    var start = 0
    for (part, steps) in zip(chart.parts, chart.steps(of: 1000)) where steps > 0 {
      element(
        "rect", HTML(""),
        attributes: #" class="\#(part.tone.rawValue)" x="\#(Self.percent(start))" "#
          + #"width="\#(Self.percent(steps))" height="100%""#)
      start += steps
    }
    close("svg")
    open("ul", #" class="legend" aria-hidden="true""#)
    for part in chart.parts {
      let swatch = #"<svg><rect class="\#(part.tone.rawValue)" width="100%" height="100%"/></svg>"#
      element("li", HTML(markup: swatch + HTML.escaped(part.words)))
    }
    close("ul")
    close("figure")
  }

  /// Thousandths as SVG writes a length.
  private static func percent(_ thousandths: Int) -> String {
    "\(thousandths / 10).\(thousandths % 10)%"
  }
}
