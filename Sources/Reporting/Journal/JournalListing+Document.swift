import Bookkeeping
import Funding
public import Monetary
public import Tabulation

extension JournalListing {
  /// Lowers the listing to a document: entries with their postings, or one account's movements.
  /// - Throws: `.sumOverflow` where a running balance is beyond what can be counted.
  public func document() throws(MoneyError) -> Document {
    let grid = filter.account == nil ? entryGrid : try movementGrid()
    return Document(
      id: "journal", title: title, subtitle: subtitle,
      blocks: grid.rows.isEmpty ? [.paragraph("No entry.")] : [.grid(grid)],
      notes: Notes([omission(shownBy: "--all")].compactMap(\.self)), stamp: stamp.stamp())
  }

  /// Lowers the listing for programs: one row a posting, each with all that is known of it, and one a month
  /// that was closed or opened again.
  public var records: Document {
    Document(
      id: "journal", title: title, subtitle: subtitle,
      blocks: [.grid(postingGrid), .grid(closingGrid)], stamp: stamp.stamp())
  }

  private var title: String {
    filter.account.map { "Journal of \($0)" } ?? "Journal of \(stamp.ledger)"
  }

  /// What it is narrowed to: `of agreement A0309, from 2017-11-01 to 2017-11-30, in USD`.
  private var subtitle: String {
    let days = [filter.from.map { "from \($0)" }, filter.to.map { "to \($0)" }]
      .compactMap(\.self).joined(separator: " ")
    let parts = [
      filter.agreement.map { "of agreement \($0)" }, filter.donors.map(Self.words),
      days.isEmpty ? nil : days, filter.account == nil ? nil : "in \(currency)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private static func words(for donors: Set<DonorID>) -> String {
    "of donor\(donors.count == 1 ? "" : "s") "
      + donors.sorted().map(\.text).joined(separator: " and ")
  }

  /// What was left out, and what shows it; nil for nothing.
  func omission(shownBy command: String) -> String? {
    guard omitted > 0 else { return nil }
    let entries = omitted == 1 ? "1 entry moves" : "\(omitted) entries move"
    return "\(entries) no money, but budgets and memoranda only; \(command) shows them"
  }

  /// The account's movements, each with what the account holds after it.
  private func movementGrid() throws(MoneyError) -> Grid {
    var rows: [Grid.Row] = []
    if let openingBook, openingBook != 0 {
      let opening = Cell.money(try Money(sum: openingBook, of: currency))
      rows.append(Grid.Row([.empty, .text("Opening"), .empty, .empty, opening], role: .heading))
    }
    let movements = movements
    for movement in movements {
      let amount = Cell.money(movement.posting.amount)
      let isDebit = movement.posting.side == .debit
      rows.append(
        Grid.Row([
          .date(movement.item.entry.date), .text(movement.item.captionWithName),
          isDebit ? amount : .empty, isDebit ? .empty : amount,
          .money(try Money(sum: movement.runningBook, of: currency)),
        ]))
    }
    let isForeign = movements.contains { $0.posting.amount.currency != currency }
    let amounts = isForeign ? Grid.Kind.codedAmount : .amount
    return Grid(
      id: "movements", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("what", "Entry"),
        Grid.Column("debit", "Debit", amounts), Grid.Column("credit", "Credit", amounts),
        Grid.Column("balance", "Balance", .amount),
      ],
      rows: rows)
  }
}
