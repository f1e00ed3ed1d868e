import Funding
public import Monetary
public import Tabulation

/// What recording one fact came to, or would come to: the fact as it is written, and its entries.
public struct RecordedFact: Hashable, Sendable {
  /// The fact with its entries.
  public let item: Dossier.Item
  /// The book currency.
  public let currency: Currency
  /// What it was made from; a preview where nothing was recorded.
  public let stamp: ReportStamp

  /// Makes it.
  public init(_ item: Dossier.Item, currency: Currency, stamp: ReportStamp) {
    self.item = item
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
    let posts: Block =
      item.entries.isEmpty ? .paragraph("It posts no entry.") : .grid(listing.entryGrid)
    return [.verbatim(item.text), posts]
  }

  /// Lowers it for programs: the fact's name, and one row a posting.
  public var records: Document {
    Document(
      id: "record", title: title,
      keyFigures: [
        Figure("id", label: "Name", .code(item.id.text)),
        Figure("kind", label: "Kind", .code(item.fact.kind.rawValue)),
        Figure("date", label: "Date", .date(item.fact.date)),
        Figure("entered", label: "Entered", .code(item.fact.entered.description)),
      ], blocks: [.grid(listing.postingGrid)], stamp: stamp.stamp())
  }

  private var title: String {
    stamp.origin == .preview
      ? "\(item.id) would come to this; nothing is recorded" : "Recorded: \(item.id)"
  }

  private var listing: JournalListing {
    JournalListing(
      item.listed, filter: JournalListing.Filter(), currency: currency, openingBook: nil,
      stamp: stamp)
  }
}
