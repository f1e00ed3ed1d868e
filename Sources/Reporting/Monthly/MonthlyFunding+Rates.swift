import Bookkeeping
import Funding
import Monetary

extension MonthlyFunding.Material {
  /// The rates by which the facts of the month were converted, and those at which what was open at its end
  /// was taken, each with the days it was used on.
  func rateUses() -> Set<RateUse> {
    let book = names.head.currency
    var history = rates
    var uses = moved.rateUses(into: book, by: &history) { _ in [] }
    guard let revaluedAt else { return uses }
    for currency in revalued {
      let rates = history.rates(
        from: currency, to: book, on: month.lastDay, known: revaluedAt)
      for rate in rates { uses.insert(RateUse(of: rate, on: month.lastDay)) }
    }
    return uses
  }

  /// The entries that move money, in budgets and memoranda nothing is converted that was not before.
  private var moved: [StatementEntry] {
    entries.map { item in
      StatementEntry(
        item: item, origin: item.fact,
        movement: StatementMovement(of: item.entry, as: item.entry.occasion),
        postings: item.entry.postings.filter {
          ![.budget, .memorandum].contains($0.account.type)
        })
    }
  }
}
