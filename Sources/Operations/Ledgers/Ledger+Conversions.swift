import Bookkeeping
import Funding
import Monetary
import Reporting

// By which rates entries were converted: what reports ask to tell it.
extension Ledger {
  /// The facts by which money came that some of `items` match, by what it is called.
  func unidentified(
    in items: some Sequence<JournalListing.Item>
  ) throws -> [Reference: [Fact]] {
    let matched = Set(
      items.compactMap { item in
        if case .matched(let match) = item.fact.event { match.unidentified } else { nil }
      })
    guard !matched.isEmpty else { return [:] }
    return try facts(of: [.unidentified]).reduce(into: [:]) { facts, named in
      guard let reference = named.fact.reference, matched.contains(reference) else { return }
      facts[reference, default: []].append(named.fact)
    }
  }

  /// The rates by which what some entries post was converted, `unidentified` being what they match, and
  /// those of some currencies on days of their own.
  func rates(
    ofEntries items: some Sequence<JournalListing.Item>, matching unidentified: [Reference: [Fact]],
    and amounts: [(currency: Currency, day: CalendarDate)] = []
  ) throws -> RateHistory {
    let arrived = unidentified.values.joined().map(\.date).min() ?? .latest
    return try rates(
      of: items.flatMap { item in
        item.entry.postings.map {
          (currency: $0.amount.currency, day: min(item.fact.firstDay, item.entry.date, arrived))
        }
      } + amounts)
  }
}
