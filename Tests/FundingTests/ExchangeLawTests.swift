import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What holds of exchange for any book, whatever happened to it.
@Suite struct ExchangeLawTests {
  @Test(arguments: BookLawTests.seeds)
  func `the exchange account is worth nothing, entry by entry`(seed: UInt64) throws {
    for entry in try BookLawTests.life(seed).ledger.entries {
      let exchange = Balances(of: [entry]) { $0.account == .exchange ? $0.fund : nil }
      #expect(exchange.keys.allSatisfy { exchange.book($0) == 0 }, "\(entry)")
    }
  }

  /// At the last day's rates money and debts are worth what came of it all at the rates of its days, and
  /// the gains on exchange, realised and not.
  @Test(arguments: BookLawTests.seeds)
  func `gains explain all that money is worth more than it was booked at, fund by fund`(
    seed: UInt64
  ) throws {
    var ledger = try BookLawTests.life(seed).ledger
    let last = try #require(ledger.entries.map(\.date).max()).monthEnd
    try ledger.post(last.description, .revaluation)
    let entries = ledger.entries.filter { $0.date <= last }

    // What is held and owed now, at the rates of now.
    struct Item: Hashable {
      let account: AccountCode
      let fund: FundCode
      let debtor: Reference?
    }
    let held = Balances<Item>(of: entries) { posting in
      guard posting.account.isOfMoney, posting.account.revalued == nil else { return nil }
      let isClaim = posting.account.isWithin(.receivable)
      return Item(
        account: posting.account, fund: posting.fund,
        debtor: isClaim ? posting.tags.agreement : nil)
    }
    var worth: [FundCode: Int128] = [:]
    for item in held.keys {
      for currency in held.currencies(item) {
        let amount = held.amount(item, currency)
        let size = Money(minorUnits: Int64(amount.magnitude), of: currency)
        let book = try Int128(ledger.book.worth(size, on: last).minorUnits)
        worth[item.fund, default: 0] += amount < 0 ? -book : book
      }
    }

    // What it came from, and the gains.
    let others = Balances(of: entries) { $0.account.isOfMoney ? nil : $0.fund }
    for fund in Set(worth.keys).union(others.keys) {
      #expect((worth[fund] ?? 0) + others.book(fund) == 0, "fund \(fund)")
    }
  }
}

extension AccountCode {
  /// Whether it is money that is held or owed, or the revaluation of it; goods, and revenue that is
  /// deferred, are not.
  fileprivate var isOfMoney: Bool {
    let account = revalued ?? self
    return switch account.type {
    case .asset: account != .inventory
    case .liability: account != .deferred
    default: false
    }
  }
}
