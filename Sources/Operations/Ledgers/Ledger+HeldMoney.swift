import Bookkeeping
import Funding
import Monetary
import Reporting

extension Ledger {
  /// What accounts hold of the money of some agreements: of those that have a fund by its balances, else by
  /// their entries in the general fund.
  func held(
    ofAll references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: HeldMoney] {
    guard !references.isEmpty else { return [:] }
    var held: [Reference: HeldMoney] = [:]
    for row in try balances(asOf: asOf, known: known, byFund: true) {
      guard let reference = row.fund?.agreement, references.contains(reference) else { continue }
      held[reference, default: HeldMoney()].add(
        Int128(row.bookDebits) - Int128(row.bookCredits), on: row.account)
    }
    let others = references.filter { held[$0] == nil }
    return held.merging(try self.held(of: others, asOf: asOf, known: known)) { $1 }
  }

  /// What accounts hold of the money of a few agreements, by their entries.
  func held(
    of references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) throws -> [Reference: HeldMoney] {
    guard !references.isEmpty else { return [:] }
    var filter = JournalListing.Filter()
    filter.to = asOf
    filter.known = known
    let ownership = EntryOwnership(
      try journals(of: references, filter).values.flatMap(\.self), agreements: references)
    return ownership.held
  }
}
