/// One part of a document's body.
public enum Block: Hashable, Sendable {
  /// Opens a section.
  case heading(String)
  /// Running text; blanks and line ends in it are where it may be broken.
  case paragraph(String)
  /// Lines that stand as they were written, such as a directive of a ledger: never wrapped, and left
  /// out by formats for programs.
  case verbatim(String)
  /// Figures of a section, as key figures are printed.
  case figures([Figure])
  /// A table.
  case grid(Grid)
  /// A drawing of figures that a grid or a figure states: formats for programs leave it out.
  case chart(Chart)
  /// Short items in one run, as donors are thanked: `Sweden (76 M) | Norway (41 M)`.
  case roll([String])
  /// Remarks that belong to a section.
  case notes(Notes)
}

/// Remarks under a heading of their own.
public struct Notes: Hashable, Sendable {
  /// Their heading; empty for none.
  public let title: String
  /// One remark each.
  public let items: [String]

  /// Makes notes; none by default.
  public init(title: String = "", _ items: [String] = []) {
    self.title = title
    self.items = items
  }
}

/// What a document's figures follow from, so that the same document can be printed again.
public struct Stamp: Hashable, Sendable {
  /// One thing the figures follow from, such as the ledger's head or the as-of date.
  public struct Item: Hashable, Sendable {
    /// Names the item to programs, in camel case, such as `asOf`.
    public let id: String
    /// Names the item to people.
    public let label: String
    /// What it is.
    public let value: String
    /// Whether it is meant to be copied, as a command is: it stands on a line of its own, unbroken.
    public let isVerbatim: Bool

    /// Makes an item, such as `asOf`, "as of", "2017-11-28".
    public init(_ id: String, label: String, _ value: String, isVerbatim: Bool = false) {
      self.id = id
      self.label = label
      self.value = value
      self.isVerbatim = isVerbatim
    }
  }

  /// The items in the order they are printed.
  public let items: [Item]

  /// Makes a stamp; an empty one by default.
  ///
  /// - Precondition: The identifiers are unique.
  public init(_ items: [Item] = []) {
    precondition(Set(items.map(\.id)).count == items.count, "two items of one identifier")
    self.items = items
  }
}
