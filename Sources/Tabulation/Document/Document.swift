/// What a report says, before it has a format: every report lowers to one, every renderer takes one.
///
/// All words come from the report: a renderer adds none, so that a document is in one language.
public struct Document: Hashable, Sendable {
  /// Names the report to programs, in camel case, such as `balance`.
  public let id: String
  /// The language of its words, as HTML names it. Source: BCP 47.
  public let language: String
  /// What the document is, in one line.
  public let title: String
  /// What it covers, in one line: year, day, basis; empty for none.
  public let subtitle: String
  /// The few figures a reader came for, in the order of importance.
  public let keyFigures: [Figure]
  /// The body, from top to bottom.
  public let blocks: [Block]
  /// What the reader must know to trust the figures; printed below the body.
  public let notes: Notes
  /// What the figures follow from; printed last.
  public let stamp: Stamp

  /// Makes a document; everything but the identifier and the title may be left out.
  ///
  /// - Precondition: The identifiers of the figures are unique, and so are those of the grids, none
  ///   of which is `figures`, `notes` or `report`.
  public init(
    id: String, language: String = "en", title: String, subtitle: String = "",
    keyFigures: [Figure] = [],
    blocks: [Block] = [], notes: Notes = Notes(), stamp: Stamp = Stamp()
  ) {
    self.id = id
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.keyFigures = keyFigures
    self.blocks = blocks
    self.notes = notes
    self.stamp = stamp
    let figures = allFigures.map(\.id)
    precondition(Set(figures).count == figures.count, "two figures of one identifier: \(figures)")
    let grids = grids.map(\.id)
    precondition(Set(grids).count == grids.count, "two grids of one identifier: \(grids)")
    precondition(
      Set(grids).isDisjoint(with: ["figures", "notes", "report"]),
      "'figures', 'notes' and 'report' name what every document has")
  }

  /// The grids of the body, in its order.
  public var grids: [Grid] {
    blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
  }

  /// The key figures, then those of the body, in its order.
  public var allFigures: [Figure] {
    keyFigures
      + blocks.flatMap { block -> [Figure] in
        if case .figures(let figures) = block { figures } else { [] }
      }
  }
  /// The notes of the body, in its order, then those below it.
  public var allNotes: [String] {
    blocks.flatMap { block -> [String] in
      if case .notes(let notes) = block { notes.items } else { [] }
    } + notes.items
  }
}
