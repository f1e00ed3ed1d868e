import Bookkeeping
import Funding
import Monetary

extension MonthlyFunding.Material {
  /// The rates by which the facts of the month were converted, and those at which what was open at its end
  /// was taken, each with the days whose rate it was.
  func rateUses() -> Set<RateUse> {
    var rates = StatementRates(
      rates, into: names.head.currency, known: stamp.known, unidentified: unidentified)
    var uses: Set<RateUse> = []
    for entry in moved { uses.formUnion(rates.uses(by: entry)) }
    guard let revaluedAt else { return uses }
    for currency in revalued {
      uses.formUnion(rates.uses(of: currency, at: (month.lastDay, revaluedAt)))
    }
    return uses
  }

  /// The entries that move money, what they undo and revalue apart: in budgets and memoranda nothing is
  /// converted that was not before.
  private var moved: [StatementEntry] {
    entries.map { item in
      StatementEntry(
        item: item, origin: item.fact,
        movement: StatementMovement(of: item.entry, as: item.entry.occasion),
        postings: item.entry.postings.filter {
          ![.budget, .memorandum].contains($0.account.type)
        })
    }.filter { !$0.isReversal && $0.movement != .revalued }
  }
}
