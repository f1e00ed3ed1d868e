/// One figure that stands by itself: a label, a value, and what it is of the whole.
public struct Figure: Hashable, Sendable {
  /// Names the figure to programs, in camel case, such as `unfunded`; unique in its document.
  public let id: String
  /// Names the figure to people.
  public let label: String
  /// The figure.
  public let value: Cell
  /// What it is of the whole, in whole percent; nil where there is no whole.
  public let percent: Int?
  /// What the figure stands for, shown by the colour and pattern that charts give it; nil for nothing.
  public let tone: Tone?

  /// Makes a figure.
  public init(
    _ id: String, label: String, _ value: Cell, percent: Int? = nil, tone: Tone? = nil
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.percent = percent
    self.tone = tone
  }
}
