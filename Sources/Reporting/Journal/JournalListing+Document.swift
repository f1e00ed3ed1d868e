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

  /// Lowers the listing for programs: one row a posting, each with all that is known of it.
  public var records: Document {
    let rows = items.flatMap { item in
      item.entry.postings.map { posting in
        Grid.Row([
          .date(item.entry.date), .code(item.id.text), .text(item.fact.kind.rawValue),
          .text(item.entry.occasion.rawValue), .code(posting.account.text),
          .code(posting.fund.text), .text(posting.side.rawValue), .money(posting.amount),
          .money(posting.book), .code(posting.tags.agreement?.text ?? ""),
          .code(posting.tags.scope?.text ?? ""), .code(posting.tags.year?.description ?? ""),
        ])
      }
    }
    let columns = [
      Grid.Column("date", "Date", .date), Grid.Column("id", "Entry", .code),
      Grid.Column("kind", "Kind"), Grid.Column("occasion", "Occasion"),
      Grid.Column("account", "Account", .code), Grid.Column("fund", "Fund", .code),
      Grid.Column("side", "Side"), Grid.Column("amount", "Amount", .codedAmount),
      Grid.Column("book", "Book", .codedAmount), Grid.Column("agreement", "Agreement", .code),
      Grid.Column("scope", "Scope", .code), Grid.Column("year", "Year", .code),
    ]
    return Document(
      title: title, subtitle: period,
      blocks: [.grid(Grid(id: "postings", title: "", columns: columns, rows: rows))],
      stamp: stamp.stamp())
  }

  private var title: String {
    filter.account.map { "Journal of \($0)" } ?? "Journal of \(stamp.ledger)"
  }

  private var period: String {
    [filter.from.map { "from \($0)" }, filter.to.map { "to \($0)" }]
      .compactMap(\.self).joined(separator: " ")
  }

  /// Entry by entry, each with its postings below a line that says what it is.
  var entryGrid: Grid {
    var rows: [Grid.Row] = []
    for item in items {
      let head = "\(item.entry.date)  \(item.id)  \(item.caption)"
      let blank = [Cell](repeating: .empty, count: showsBook ? 4 : 3)
      rows.append(Grid.Row([.text(head)] + blank, role: .heading))
      rows += item.entry.postings.map(row)
    }
    var columns = [
      Grid.Column("account", "Account", .tree), Grid.Column("fund", "Fund"),
      Grid.Column("debit", "Debit", .codedAmount), Grid.Column("credit", "Credit", .codedAmount),
    ]
    if showsBook { columns.append(Grid.Column("book", "In \(currency)", .amount)) }
    return Grid(id: "entries", title: "", columns: columns, rows: rows)
  }

  /// Whether some posting is not in the book currency, so that its worth is shown beside it.
  private var showsBook: Bool {
    items.contains { item in item.entry.postings.contains { $0.amount.currency != currency } }
  }

  private func row(of posting: Posting) -> Grid.Row {
    let amount = Cell.money(posting.amount)
    var cells: [Cell] = [
      .code(posting.account.text), .text(posting.fund.text),
      posting.side == .debit ? amount : .empty, posting.side == .credit ? amount : .empty,
    ]
    if showsBook {
      cells.append(posting.amount.currency == currency ? .empty : .money(posting.book))
    }
    return Grid.Row(cells, level: 1)
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
          .text(movement.item.caption),
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
  /// What the entry is, in a few words: `agreement A0309 signed`, or the words it was written with.
  var caption: String {
    switch fact.event {
    case .entry(let entry): entry.title
    case .requirement(let requirement):
      "requirement of \(requirement.key.scope) for \(requirement.key.year)"
    case .opening(let opening): "opening balance of \(opening.account)"
    case .receipt(let receipt): "receipt for \(receipt.agreement)"
    case .allocation(let allocation): "allocation of \(allocation.agreement) to \(allocation.scope)"
    case .expenditure(let expenditure):
      expenditure.purpose ?? "expenditure on \(expenditure.scope)"
    case .reversal(let reversal): "reversal of \(reversal.target): \(reversal.reason)"
    default:
      [fact.kind.rawValue, fact.reference?.text, entry.occasion.rawValue]
        .compactMap(\.self).joined(separator: " ")
    }
  }
}
