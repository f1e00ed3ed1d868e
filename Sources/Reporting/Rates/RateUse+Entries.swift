import Bookkeeping
import Funding
import Monetary
import Tabulation

extension [StatementEntry] {
  /// The rates by which entries were converted into `book`, each with the days it was used on; `open` tells
  /// the currencies of what an entry revalues.
  ///
  /// What settles, cuts or gives up a claim takes what is carried for it, and no rate.
  func rateUses(
    into book: Currency, by history: inout RateHistory,
    revaluing open: (StatementEntry) -> Set<Currency>
  ) -> Set<RateUse> {
    var uses: Set<RateUse> = []
    for entry in self where !entry.isReversal {
      let day = entry.movement == .refundPaid ? entry.item.entry.date : entry.origin.date
      let converted = entry.movement == .revalued ? open(entry) : entry.converted
      for currency in converted where currency != book {
        let rates = history.rates(
          from: currency, to: book, on: day, known: entry.origin.entered)
        for rate in rates { uses.insert(RateUse(of: rate, on: day)) }
      }
    }
    return uses
  }
}

extension StatementEntry {
  /// The currencies that a table's rate converted.
  fileprivate var converted: Set<Currency> {
    switch movement {
    case .received: Set(arrived.currencies)
    case .writtenOff, .supported: []
    case .amended:
      Set(postings.filter { $0.account.isReceivable && $0.side == .debit }.map(\.amount.currency))
    default: Set(postings.map(\.amount.currency))
    }
  }
}
