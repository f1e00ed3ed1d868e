import Bookkeeping
import Funding
import Monetary
import Tabulation

extension JournalListing {
  /// Entry by entry, each with its postings below a line that says what it is.
  var entryGrid: Grid {
    let columns = [
      Grid.Column("account", "Account", .tree), Grid.Column("debit", "Debit", .codedAmount),
      Grid.Column("credit", "Credit", .codedAmount), Grid.Column("book", "In \(currency)", .amount),
    ]
    // Where every amount is in the book currency, the last column has nothing to say.
    let isForeign = items.contains { $0.entry.postings.contains(where: \.isForeign) }
    let width = isForeign ? columns.count : columns.count - 1
    func heading(_ words: String) -> Grid.Row {
      Grid.Row([.text(words)] + Array(repeating: Cell.empty, count: width - 1), role: .heading)
    }
    var rows: [Grid.Row] = []
    var closings = closings[...]
    for item in items {
      // What is closed on a day is closed after all else.
      while let closing = closings.first, closing.fact.date < item.entry.date {
        rows.append(heading(closing.headline))
        closings.removeFirst()
      }
      rows.append(heading(item.headline))
      let isMixed = item.fund == nil
      rows += item.entry.postings.map { posting in
        Grid.Row(Array(Self.cells(of: posting, namingFund: isMixed).prefix(width)), level: 1)
      }
    }
    rows += closings.map { heading($0.headline) }
    return Grid(id: "entries", title: "", columns: Array(columns.prefix(width)), rows: rows)
  }

  /// One row a month that was closed or opened again, for programs.
  var closingGrid: Grid {
    Grid(
      id: "closings", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("id", "Name", .code),
        Grid.Column("kind", "Kind", .code), Grid.Column("month", "Month", .code),
        Grid.Column("reason", "Reason"), Grid.Column("entered", "Entered", .code),
        Grid.Column("by", "By"),
      ],
      rows: closings.map { closing in
        Grid.Row([
          .date(closing.fact.date), .code(closing.id.text), .code(closing.fact.kind.rawValue),
          .code(closing.month.description), .text(closing.reason ?? ""),
          .code(closing.fact.entered.description), .text(closing.fact.provenance.by ?? ""),
        ])
      })
  }

  /// One row a posting, for programs.
  var postingGrid: Grid {
    let rows = items.flatMap { item in
      item.entry.postings.map { posting in
        Grid.Row([
          .date(item.entry.date), .date(item.ownDay), .text(item.isLate ? "late" : ""),
          .code(item.id.text), .text(item.fact.kind.rawValue),
          .text(item.entry.occasion.rawValue), .code(posting.account.text),
          .code(posting.fund.text), .text(posting.side.rawValue), .money(posting.amount),
          .money(posting.book), .code(posting.tags.agreement?.text ?? ""),
          .code(posting.tags.scope?.text ?? ""), .code(posting.tags.year?.description ?? ""),
        ])
      }
    }
    let columns = [
      Grid.Column("date", "Date", .date), Grid.Column("ownDate", "Own day", .date),
      Grid.Column("late", "Late"), Grid.Column("id", "Entry", .code),
      Grid.Column("kind", "Kind"), Grid.Column("occasion", "Occasion"),
      Grid.Column("account", "Account", .code), Grid.Column("fund", "Fund", .code),
      Grid.Column("side", "Side"), Grid.Column("amount", "Amount", .codedAmount),
      Grid.Column("book", "Book", .codedAmount), Grid.Column("agreement", "Agreement", .code),
      Grid.Column("scope", "Scope", .code), Grid.Column("year", "Year", .code),
    ]
    return Grid(id: "postings", title: "", columns: columns, rows: rows)
  }

  /// One leg; its book amount only where that is not the amount itself.
  private static func cells(of posting: Posting, namingFund namesFund: Bool) -> [Cell] {
    let amount = Cell.money(posting.amount)
    let account = posting.account.text + (namesFund ? " (\(posting.fund.text))" : "")
    return [
      .code(account), posting.side == .debit ? amount : .empty,
      posting.side == .credit ? amount : .empty,
      posting.isForeign ? .money(posting.book) : .empty,
    ]
  }
}

extension Posting {
  /// Whether the amount is in another currency than the books.
  fileprivate var isForeign: Bool { amount.currency != book.currency }
}

extension JournalListing.Closing {
  /// Day, what was done, why, and its name: `2017-12-08  reopen 2017-11: a late receipt (C2)`.
  fileprivate var headline: String {
    let why = reason.map { ": \($0)" } ?? ""
    return "\(fact.date)  \(fact.kind.rawValue) \(month)\(why) (\(id))"
  }
}
