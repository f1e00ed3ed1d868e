public import Monetary

/// Entries folded into balance rows: one a month, account and currency, and fund where asked for.
public struct BalanceFold: Sendable {
  private struct Key: Hashable {
    let account: AccountCode
    let fund: FundCode?
    let month: AccountingMonth
    let currency: Currency
  }

  private struct Sums {
    var debits: Int128 = 0
    var credits: Int128 = 0
    var bookDebits: Int128 = 0
    var bookCredits: Int128 = 0
  }

  private let byFund: Bool
  private var sums: [Key: Sums] = [:]

  /// Makes an empty fold, which tells funds apart only if asked to.
  public init(byFund: Bool = true) {
    self.byFund = byFund
  }

  /// Adds the postings of an entry.
  public mutating func add(_ entry: JournalEntry) {
    let month = AccountingMonth(of: entry.date)
    for posting in entry.postings {
      let key = Key(
        account: posting.account, fund: byFund ? posting.fund : nil, month: month,
        currency: posting.amount.currency)
      switch posting.side {
      case .debit:
        sums[key, default: Sums()].debits += Int128(posting.amount.minorUnits)
        sums[key, default: Sums()].bookDebits += Int128(posting.book.minorUnits)
      case .credit:
        sums[key, default: Sums()].credits += Int128(posting.amount.minorUnits)
        sums[key, default: Sums()].bookCredits += Int128(posting.book.minorUnits)
      }
    }
  }

  /// The rows, by account, fund, currency and month.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public func rows() throws(MoneyError) -> [BalanceRow] {
    var rows: [BalanceRow] = []
    for (key, sums) in sums {
      rows.append(
        BalanceRow(
          account: key.account, fund: key.fund, month: key.month, currency: key.currency,
          debits: try Self.counted(sums.debits), credits: try Self.counted(sums.credits),
          bookDebits: try Self.counted(sums.bookDebits),
          bookCredits: try Self.counted(sums.bookCredits)))
    }
    return rows.sorted { left, right in
      if left.account != right.account { return left.account < right.account }
      if left.fund != right.fund { return (left.fund?.text ?? "") < (right.fund?.text ?? "") }
      if left.currency != right.currency { return left.currency < right.currency }
      return left.month < right.month
    }
  }

  private static func counted(_ sum: Int128) throws(MoneyError) -> Int64 {
    guard let counted = Int64(exactly: sum) else { throw .sumOverflow("\(sum) minor units") }
    return counted
  }
}
