import Bookkeeping
import Funding
import Monetary

/// The foreign currencies of what is open in a ledger at the ends of months: of cash, of what is owed to it
/// and of what it owes.
struct OpenCurrencies {
  /// The month of the first entry; nil where there is none.
  let first: AccountingMonth?
  /// What months did to what is open in foreign currencies.
  private let rows: [BalanceRow]

  /// Looks at what `ledger` posted up to a day, as far as it was known.
  init(of ledger: some Ledger, asOf day: CalendarDate = .latest, known: Instant? = nil) throws {
    let book = ledger.names.head.currency
    let all = try ledger.balances(asOf: day, known: known, byFund: true)
    first = all.map(\.month).min()
    rows = all.filter { $0.account.isMonetary && $0.currency != book }
  }

  /// The accounts that something foreign was posted to.
  var accounts: Set<AccountCode> { Set(rows.map(\.account)) }

  /// The currencies in which something is open at the end of `month`, in the funds that count.
  /// - Complexity: O(*n*) in the accounts, funds and months of the ledger.
  func open(
    atEndOf month: AccountingMonth, in counts: (FundCode) -> Bool = { _ in true }
  ) -> Set<Currency> {
    struct Item: Hashable {
      let account: AccountCode
      let fund: FundCode?
      let currency: Currency
    }
    var sums: [Item: Int128] = [:]
    for row in rows where row.month <= month && row.fund.map(counts) ?? true {
      let item = Item(account: row.account, fund: row.fund, currency: row.currency)
      sums[item, default: 0] += Int128(row.debits) - Int128(row.credits)
    }
    return Set(sums.filter { $0.value != 0 }.keys.map(\.currency))
  }
}
