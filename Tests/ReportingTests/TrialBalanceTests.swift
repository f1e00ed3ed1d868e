import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct TrialBalanceTests {
  private func balance(
    _ ledger: SampleLedger, _ grouping: TrialBalance.Grouping = TrialBalance.Grouping()
  ) throws -> TrialBalance {
    var fold = BalanceFold(byFund: grouping.byFund)
    for entry in ledger.entries { fold.add(entry) }
    return TrialBalance(
      try fold.rows(), bookCurrency: ledger.book.head.currency, grouping: grouping, stamp: stamp)
  }

  /// A claim in francs, partly settled in dollars.
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", try signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post("2017-12-15", try receiving("A1", "100,000 CHF", bank: "101,000 USD"))
    return ledger
  }

  @Test(arguments: [false, true], [false, true])
  func `debits equal credits in every grouping`(byFund: Bool, byCurrency: Bool) throws {
    let balance = try balance(
      try ledger(), TrialBalance.Grouping(byFund: byFund, byCurrency: byCurrency, byMonth: true))
    var sums: [[String]: Int128] = [:]
    for line in balance.lines {
      sums[[line.fund?.text ?? "", line.currency.code], default: 0] += line.balance
      #expect(line.monthly.reduce(0, +) == line.balance)
      #expect((line.fund != nil) == byFund)
    }
    #expect(sums.values.allSatisfy { $0 == 0 })
    #expect(sums.count == (byFund ? 2 : 1) + (byCurrency ? 1 : 0))
    #expect(balance.months.map(\.description) == ["2017-11", "2017-12"])
  }

  @Test func `in book currency an account holds what its amounts are worth`() throws {
    let lines = try balance(try ledger()).lines
    let receivable = try #require(lines.first { $0.account == "asset:receivable" })
    #expect(receivable.balance == 40_040_040 - 10_010_010 && receivable.currency.code == "USD")
    #expect(!lines.contains { $0.account == "net-asset:exchange" })
  }

  @Test func `names are cut to a depth, and what is cut alike is one line`() throws {
    let lines = try balance(try ledger(), TrialBalance.Grouping(depth: 1)).lines
    #expect(lines.map(\.account) == ["asset", "revenue"])
    #expect(lines.reduce(0) { $0 + $1.balance } == 0)
  }

  @Test func `what is no money has a table of its own, and both tables add up`() throws {
    let document = try balance(try ledger()).document()
    for id in ["balance", "memorandum"] {
      let total = try #require(document.grid(id)?.rows.last)
      #expect(total.role == .total)
      #expect(total.cells[1] == total.cells[2])
    }
    #expect(document.grid("balance")?.texts.contains { $0[0].hasPrefix("memorandum") } == false)
  }

  @Test func `a ledger without entries says so`() throws {
    let document = try balance(try SampleLedger()).document()
    #expect(document.blocks == [.paragraph("Nothing is posted.")])
  }

  @Test func `a balance beyond what can be counted is refused`() throws {
    func row(_ number: String, debits: Int64) throws -> BalanceRow {
      BalanceRow(
        account: account("asset:bank"), fund: nil, month: month(number),
        currency: try Currency(code: "USD"), debits: debits, credits: 0, bookDebits: debits,
        bookCredits: 0)
    }
    let rows = [try row("2017-01", debits: .max), try row("2017-02", debits: 1)]
    let usd = try Currency(code: "USD")
    _ = try TrialBalance([rows[0]], bookCurrency: usd, stamp: stamp).document()
    #expect(throws: MoneyError.self) {
      try TrialBalance(rows, bookCurrency: usd, stamp: stamp).document()
    }
  }
}
