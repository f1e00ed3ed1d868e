public import Funding
public import Monetary
import Tabulation

/// A fact that was posted later than on its own day, since the month of that day was closed.
public struct LateFact: Hashable, Sendable {
  /// The fact's identifier.
  public let id: FactID
  /// The day it was posted.
  public let posted: CalendarDate
  /// The fact's own day.
  public let ownDay: CalendarDate
  /// What it is, in a few words.
  public let caption: String
  /// What it states, one amount a currency; of a reversal what it undoes, as the opposite.
  public let amounts: [Money]

  /// Takes the fact of a late entry; where it is a reversal, `undone` is what it undoes.
  /// - Throws: `.sumOverflow` where an entry by hand debits more than can be counted.
  private init(_ item: JournalListing.Item, undoing undone: Fact?) throws(MoneyError) {
    let fact = item.fact
    let stated = undone.map { MoneyBag().subtracting($0.event.stated) } ?? fact.event.stated
    id = item.id
    posted = fact.posted
    ownDay = fact.date
    caption = item.caption
    amounts = try stated.currencies.map { currency throws(MoneyError) in
      try stated.amount(in: currency)
    }
  }
}

extension LateFact {
  /// The late ones among the facts of some entries, each once, by the day they were posted, then by their
  /// own; `undone` finds what a reversal undoes.
  /// - Throws: `.sumOverflow` where an entry by hand debits more than can be counted.
  static func among(
    _ items: some Sequence<JournalListing.Item>, undone: (JournalListing.Item) -> Fact?
  ) throws(MoneyError) -> [LateFact] {
    var seen: Set<FactID> = []
    var facts: [LateFact] = []
    for item in items where item.isLate && seen.insert(item.id).inserted {
      facts.append(try LateFact(item, undoing: undone(item)))
    }
    return facts.sorted { ($0.posted, $0.ownDay, $0.id) < ($1.posted, $1.ownDay, $1.id) }
  }
}

extension [LateFact] {
  /// The columns of ``rows(_:)``.
  static var columns: [Grid.Column] {
    [
      Grid.Column("date", "Posted", .date), Grid.Column("ownDate", "Own day", .date),
      Grid.Column("id", "Name", .code), Grid.Column("what", "What"),
      Grid.Column("amount", "Amount", .amounts),
    ]
  }

  /// One row a fact.
  func rows(_ printing: Printing) -> [Grid.Row] {
    map { fact in
      Grid.Row([
        .date(fact.posted), .date(fact.ownDay), .code(fact.id.text), .text(fact.caption),
        .amounts(fact.amounts.map(printing.amount)),
      ])
    }
  }
}
