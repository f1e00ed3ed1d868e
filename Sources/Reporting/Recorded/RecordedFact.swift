public import Bookkeeping
import Funding
public import Monetary
public import Tabulation

/// What recording a fact came to, or would come to: the fact as it is written, and its entries; before it
/// what was recorded to prepare it.
public struct RecordedFact: Hashable, Sendable {
  /// The facts with their entries, what prepares it first.
  public let items: [Dossier.Item]
  /// The fact itself.
  public var item: Dossier.Item { items[items.count - 1] }
  /// The months that it closes, in order; empty where it closes none.
  public let closed: [AccountingMonth]
  /// What was open in foreign currencies where it was revalued, in order, whether or not that posted anything.
  public let revalued: [Revaluation]
  /// The book currency.
  public let currency: Currency
  /// What it was made from; a preview where nothing was recorded.
  public let stamp: ReportStamp

  /// Makes it of one fact or more.
  public init(
    _ items: [Dossier.Item], closing closed: [AccountingMonth] = [],
    revaluing revalued: [Revaluation] = [], currency: Currency, stamp: ReportStamp
  ) {
    precondition(!items.isEmpty, "something was recorded")
    self.items = items
    self.closed = closed
    self.revalued = revalued
    self.currency = currency
    self.stamp = stamp
  }

  /// Lowers it to a document.
  public func document() -> Document {
    Document(id: "record", title: title, blocks: blocks, stamp: stamp.stamp())
  }

  /// Lowers it to a document for somebody who is asked whether it is meant.
  public var proposal: Document {
    Document(id: "record", title: "\(item.id) would come to this", blocks: blocks)
  }

  private var blocks: [Block] {
    let months = closed.map(\.description).joined(separator: ", ")
    let closing: [Block] =
      closed.count > 1 ? [.paragraph("Closed, each revalued at its own end: \(months)")] : []
    return items.enumerated().flatMap { place, item -> [Block] in
      let grid = listing(of: [item]).entryGrid
      let posts: Block =
        item.entries.isEmpty
        ? .paragraph("It posts no entry.")
        : .grid(
          Grid(
            id: place == 0 ? grid.id : "\(grid.id)\(place + 1)", title: grid.title,
            columns: grid.columns,
            rows: grid.rows))
      return [.verbatim(item.text), posts]
    } + closing + open + revalued.rateUses.warnings
  }

  /// What would be revalued, line by line: once it is, its entries are told.
  private var open: [Block] {
    guard isPreview else { return [] }
    return revalued.filter { !$0.lines.isEmpty }.map { .grid($0.grid(in: currency)) }
  }

  /// Lowers it for programs: the fact's name, one row a posting, one a month that it closes, and one a line
  /// that was open where it was revalued.
  public var records: Document {
    Document(
      id: "record", title: title,
      keyFigures: [
        Figure("id", label: "Name", .code(item.id.text)),
        Figure("kind", label: "Kind", .code(item.fact.kind.rawValue)),
        Figure("date", label: "Date", .date(item.fact.date)),
        Figure("entered", label: "Entered", .code(item.fact.entered.description)),
      ],
      blocks: [listing(of: items).postingGrid, closedGrid, revalued.records].map(Block.grid),
      notes: Notes(revalued.rateUses.compactMap(\.warning)), stamp: stamp.stamp())
  }

  private var closedGrid: Grid {
    Grid(
      id: "closed", title: "", columns: [Grid.Column("month", "Month", .code)],
      rows: closed.map { Grid.Row([.code($0.description)]) })
  }

  private var title: String {
    isPreview
      ? "\(item.id) would come to this; nothing is recorded" : "Recorded: \(item.id)"
  }

  private var isPreview: Bool { stamp.origin == .preview }

  private func listing(of items: [Dossier.Item]) -> JournalListing {
    JournalListing(
      items.flatMap(\.listed), filter: JournalListing.Filter(), currency: currency,
      openingBook: nil,
      stamp: stamp)
  }
}
