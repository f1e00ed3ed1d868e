/// A drawing of amounts, described by what it shows, not by how it looks.
public enum Chart: Hashable, Sendable {
  /// One whole and the parts it falls into, such as funded and unfunded.
  case parts(PartsChart)
  /// Amounts beside each other, one bar each.
  case bars(BarChart)
}

/// One whole and the parts it falls into.
public struct PartsChart: Hashable, Sendable {
  /// One part of the whole.
  public struct Part: Hashable, Sendable {
    /// Names the part to people.
    public let label: String
    /// Its size; drawn as nothing where it is negative.
    public let amount: PrintedAmount
    /// What it is of the whole, in whole percent; nil where there is no whole.
    public let percent: Int?
    /// What it stands for.
    public let tone: Tone

    /// Makes a part.
    public init(_ label: String, _ amount: PrintedAmount, percent: Int?, tone: Tone) {
      self.label = label
      self.amount = amount
      self.percent = percent
      self.tone = tone
    }
  }

  /// What is shown, in one line.
  public let title: String
  /// The parts in the order they are drawn.
  public let parts: [Part]

  /// Makes a chart.
  ///
  /// - Precondition: There is a part, and all are of one currency.
  public init(title: String, _ parts: [Part]) {
    precondition(!parts.isEmpty, "a whole without parts")
    precondition(Set(parts.map(\.amount.currency)).count == 1, "parts of several currencies")
    self.title = title
    self.parts = parts
  }

  /// The sum of the parts drawn, in minor units.
  var whole: Int128 { parts.reduce(0) { $0 + max($1.amount.minorUnits, 0) } }

  /// The steps each part takes of `steps`, which they fill exactly; none where the whole is nothing.
  ///
  /// Largest remainders get what is left over; a part that is something gets at least one step where
  /// there are enough of them.
  func steps(of steps: Int) -> [Int] {
    let sizes = parts.map { max($0.amount.minorUnits, 0) }
    let whole = whole
    guard whole > 0 else { return parts.map { _ in 0 } }
    var shares = sizes.map { Int($0 * Int128(steps) / whole) }
    let byRemainder = sizes.indices.sorted {
      let left = sizes[$0] * Int128(steps) % whole
      let right = sizes[$1] * Int128(steps) % whole
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(steps - shares.reduce(0, +)) { shares[index] += 1 }
    for index in sizes.indices where sizes[index] > 0 && shares[index] == 0 {
      guard let largest = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[largest] > 1
      else { break }
      shares[largest] -= 1
      shares[index] = 1
    }
    return shares
  }
}

/// Amounts beside each other, one bar each.
public struct BarChart: Hashable, Sendable {
  /// One amount.
  public struct Bar: Hashable, Sendable {
    /// Names the amount to people.
    public let label: String
    /// Its size; drawn as nothing where it is negative.
    public let amount: PrintedAmount

    /// Makes a bar.
    public init(_ label: String, _ amount: PrintedAmount) {
      self.label = label
      self.amount = amount
    }
  }

  /// What is shown, in one line.
  public let title: String
  /// What the amounts stand for.
  public let tone: Tone
  /// The bars in the order they are drawn.
  public let bars: [Bar]

  /// Makes a chart.
  ///
  /// - Precondition: All bars are of one currency.
  public init(title: String, tone: Tone = .funded, _ bars: [Bar]) {
    precondition(Set(bars.map(\.amount.currency)).count <= 1, "bars of several currencies")
    self.title = title
    self.tone = tone
    self.bars = bars
  }

  /// The chart as a table of label, amount and bar, each bar measured by the longest.
  var grid: Grid {
    let longest = bars.map(\.amount.minorUnits).max() ?? 0
    return Grid(
      id: "chart", title: title,
      columns: [
        Grid.Column("label", ""), Grid.Column("amount", "", .codedAmount),
        Grid.Column("bar", "", .bar(tone)),
      ],
      rows: bars.map {
        Grid.Row([
          .text($0.label), .amount($0.amount),
          .bar(Proportion($0.amount.minorUnits, of: longest)),
        ])
      })
  }
}
