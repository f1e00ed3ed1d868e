extension Grid {
  /// One column of a table.
  public struct Column: Hashable, Sendable {
    /// Names the column to programs, in camel case, such as `originalAmount`; unique in its table.
    public let id: String
    /// Names the column to people; may be empty.
    public let header: String
    /// What its cells hold, from which follows how they line up.
    public let kind: Kind
    /// Whether the currency of its amounts stands beside each of them in a file of separated values.
    public let hasCurrency: Bool

    /// Makes a column, of words by default.
    ///
    /// - Parameters:
    ///   - id: Names the column to programs.
    ///   - header: Names it to people.
    ///   - kind: What its cells hold.
    ///   - hasCurrency: Whether a file of separated values has the currency beside each amount; not where all
    ///     amounts of a table are in one, which another column or the document states.
    /// - Precondition: `id` is not empty and none of `table`, `row` and `level`, which programs get of
    ///   every table.
    public init(
      _ id: String, _ header: String, _ kind: Kind = .text, currency hasCurrency: Bool = true
    ) {
      precondition(!["", "table", "row", "level"].contains(id), "'\(id)' cannot name a column")
      self.id = id
      self.header = header
      self.kind = kind
      self.hasCurrency = hasCurrency
    }

    /// What a file of separated values calls the column: an amount is followed by its currency, such
    /// as `amount` and `amountCurrency`, where it ``hasCurrency``; a drawing is left out.
    public var names: [String] {
      if kind.isDrawing { return [] }
      return kind.isSingleAmount && hasCurrency ? [id, id + "Currency"] : [id]
    }
  }

  /// What the cells of a column hold. Every kind admits an empty cell.
  public enum Kind: Hashable, Sendable {
    /// Words and names; broken into lines where room is short.
    case text
    /// Words, names and the codes of accounts and scopes, under those of other rows by the row's level.
    case tree
    /// References, dates and other codes; never broken.
    case code
    /// Days.
    case date
    /// Counts.
    case integer
    /// Shares in percent.
    case percent
    /// Amounts whose currency the header or the title names, or counts among them.
    case amount
    /// Amounts with their currency beside them, or counts among them.
    case codedAmount
    /// One or several amounts a cell, with their currencies.
    case amounts
    /// Lengths, drawn in the given tone.
    case bar(Tone)
    /// A value of any kind, as beside the labels of a form.
    case any
  }

  /// How the cells of a column line up.
  public enum Alignment: Hashable, Sendable {
    /// At the side where reading starts.
    case leading
    /// At the other side, numbers by their decimal sign.
    case trailing
  }
}

extension Grid.Kind {
  /// How cells of this kind line up.
  public var alignment: Grid.Alignment {
    switch self {
    case .text, .tree, .code, .date, .bar, .any: .leading
    case .integer, .percent, .amount, .codedAmount, .amounts: .trailing
    }
  }

  /// Whether currencies are printed beside the amounts.
  var isCoded: Bool { self == .codedAmount || self == .amounts }

  /// Whether its cells hold one amount each.
  var isSingleAmount: Bool { self == .amount || self == .codedAmount }

  /// Whether its cells are drawn rather than written, so that programs do not get them.
  var isDrawing: Bool { if case .bar = self { true } else { false } }

  /// Whether `cell` may stand in a column of this kind.
  public func admits(_ cell: Cell) -> Bool {
    switch (self, cell) {
    case (_, .empty): true
    case (.any, .bar): false
    case (.any, _): true
    case (.text, .text), (.tree, .text), (.tree, .code), (.code, .code), (.code, .text): true
    case (.date, .date), (.integer, .integer), (.percent, .percent), (.bar, .bar): true
    case (.amount, .amount), (.amount, .integer): true
    case (.codedAmount, .amount), (.codedAmount, .integer): true
    case (.amounts, .amount), (.amounts, .amounts): true
    default: false
    }
  }
}
