import Bookkeeping
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct BalanceAccountsTests {
  private func held(
    _ account: String, _ ledger: WorkedLedger, asOf: String, known: Instant? = nil
  ) throws -> [Int128?] {
    try ledger.both().map { form in
      try BalanceAccounts(asOf: day(asOf), known: known).balance(of: form)
        .lines.first { $0.account == account }?.balance
    }
  }

  @Test func `an entry counts from its day on`() throws {
    let ledger = try WorkedLedger()
    #expect(try held("asset:bank", ledger, asOf: "2017-02-28") == [nil, nil])
    #expect(try held("asset:bank", ledger, asOf: "2017-03-01") == [10_000_000, 10_000_000])
  }

  @Test func `a fact counts from the instant it was learnt`() throws {
    let ledger = try WorkedLedger()
    let instant = WorkedLedger.now
    try ledger.record(Fact(day("2017-03-02"), try receiving("A1", "1 USD")), at: instant)
    let before = Instant(microseconds: instant.microseconds - 1)
    for (known, balance) in [(before, 10_000_000), (instant, 10_000_100)] {
      let balances = try held("asset:bank", ledger, asOf: "2018-01-01", known: known)
      #expect(balances[1] == Int128(balance))
    }
  }

  @Test func `money not yet recorded is in the balance from the day it was signed`() throws {
    let ledger = try WorkedLedger()
    let held = try held("asset:receivable", ledger, asOf: "2017-11-02")
    #expect(held == [15_000_050 + 40_040_040, 15_000_050 + 40_040_040])
  }
}
