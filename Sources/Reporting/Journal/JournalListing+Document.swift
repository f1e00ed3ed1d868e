import Bookkeeping
import Funding
public import Monetary
public import Tabulation

extension JournalListing {
  /// Lowers the listing to a document: entries with their postings, or one account's movements.
  /// - Throws: `.overflow` where a running balance is beyond what can be counted.
  public func document() throws(MoneyError) -> Document {
    let grid = filter.account == nil ? entryGrid : try movementGrid()
    return Document(
      title: title, subtitle: period,
      blocks: grid.rows.isEmpty ? [.paragraph("No entry.")] : [.grid(grid)],
      stamp: stamp.stamp())
  }

  private var title: String {
    filter.account.map { "Journal of \($0)" } ?? "Journal of \(stamp.ledger)"
  }

  private var period: String {
    [filter.from.map { "from \($0)" }, filter.to.map { "to \($0)" }]
      .compactMap(\.self).joined(separator: " ")
  }

  private var entryGrid: Grid {
    var rows: [Grid.Row] = []
    for item in items {
      rows.append(
        Grid.Row(
          [
            .date(item.entry.date), .text("\(item.title) \(item.entry.occasion.rawValue)"),
            .code(item.id.text), .empty, .empty, .empty,
          ], role: .heading))
      for posting in item.entry.postings { rows.append(Self.row(of: posting)) }
    }
    return Grid(
      id: "entries", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("account", "Account"),
        Grid.Column("fund", "Entry, fund", .code), Grid.Column("debit", "Debit", .codedAmount),
        Grid.Column("credit", "Credit", .codedAmount), Grid.Column("book", "Book", .codedAmount),
      ],
      rows: rows)
  }

  private static func row(of posting: Posting) -> Grid.Row {
    let amount = Cell.money(posting.amount)
    let isForeign = posting.amount.currency != posting.book.currency
    return Grid.Row(
      [
        .empty, .text(posting.account.text), .code(posting.fund.text),
        posting.side == .debit ? amount : .empty, posting.side == .credit ? amount : .empty,
        isForeign ? .money(posting.book) : .empty,
      ], level: 1)
  }

  private func movementGrid() throws(MoneyError) -> Grid {
    var rows: [Grid.Row] = []
    if let openingBook, openingBook != 0 {
      let opening = Cell.money(try Money(sum: openingBook, of: currency))
      rows.append(
        Grid.Row([.empty, .text("Opening"), .empty, .empty, .empty, opening], role: .heading))
    }
    for movement in movements {
      let amount = Cell.money(movement.posting.amount)
      let isDebit = movement.posting.side == .debit
      rows.append(
        Grid.Row([
          .date(movement.item.entry.date),
          .text("\(movement.item.title) \(movement.item.entry.occasion.rawValue)"),
          .code(movement.item.id.text), isDebit ? amount : .empty, isDebit ? .empty : amount,
          .money(try Money(sum: movement.runningBook, of: currency)),
        ]))
    }
    return Grid(
      id: "movements", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("what", "What"),
        Grid.Column("entry", "Entry", .code), Grid.Column("debit", "Debit", .codedAmount),
        Grid.Column("credit", "Credit", .codedAmount),
        Grid.Column("balance", "Balance", .codedAmount),
      ],
      rows: rows)
  }
}

extension JournalListing.Item {
  /// What the entry is about, in a few words: `agreement A0309`, or the words of an entry by hand.
  var title: String {
    switch fact.event {
    case .entry(let entry): "\(entry.title):"
    case .requirement(let requirement): "requirement of \(requirement.key.scope)"
    case .opening(let opening): "opening of \(opening.account)"
    case .reversal(let reversal): "reversal of \(reversal.target):"
    default: [fact.kind.rawValue, fact.reference?.text].compactMap(\.self).joined(separator: " ")
    }
  }
}
