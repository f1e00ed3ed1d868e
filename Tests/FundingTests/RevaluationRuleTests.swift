import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct RevaluationRuleTests {
  /// Francs at 0.999, at 0.984 from 15 December.
  private func ledger(_ amount: String = "400,000 CHF") throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, "earmarked mali"), id: "A1")
    return ledger
  }

  @Test func `a claim of CHF 400,000 gains 6,103.67 at the year's end, gone again next day`() throws
  {
    var ledger = try ledger()
    let posted = try ledger.post("2017-12-31", .revaluation)
    #expect(posted.days == ["2017-12-31 revalued", "2018-01-01 reversed"])
    #expect(
      posted.legs == [
        "debit asset:receivable:revaluation 6,103.67 USD in A1, A1",
        "credit revenue:exchange:unrealised 6,103.67 USD in A1, A1",
        "credit asset:receivable:revaluation 6,103.67 USD in A1, A1",
        "debit revenue:exchange:unrealised 6,103.67 USD in A1, A1",
      ])
    #expect(posted.rows.isEmpty)
    let carried = try #require(ledger.book.agreements[reference("A1")]?.parts.first)
    #expect(carried.carryingBook == 40_040_040)
  }

  @Test func `a claim in old leones is taken at the rate of the new ones, and loses 417.78`() throws
  {
    var ledger = try SampleLedger(rates: [("2022-06-01", "SLL 13100 per USD")])
    try ledger.post("2022-06-01", signing("A1", "13,100,000 SLL", "earmarked mali"))
    try ledger.post("2024-01-01", quote("SLE 22.5 per USD"))
    let posted = try ledger.post("2024-01-31", .revaluation)
    #expect(
      posted.legs.prefix(2) == [
        "credit asset:receivable:revaluation 417.78 USD in A1, A1",
        "debit expense:exchange:unrealised 417.78 USD in A1, A1",
      ])
  }

  @Test func `what is owed gains where it is worth less, and cash loses where it is`() throws {
    var ledger = try SampleLedger(rates: [
      ("2017-11-01", "CHF 1 per USD"), ("2017-11-30", "CHF 1.25 per USD"),
    ])
    try ledger.post("2017-11-01", .opening(Opening(.bank, amount: try money("100 CHF"))))
    try ledger.post("2017-11-01", .opening(Opening(.payables, amount: try money("50 CHF"))))
    let posted = try ledger.post("2017-11-30", .revaluation)
    #expect(
      posted.legs.prefix(4) == [
        "credit asset:bank:revaluation 20.00 USD in general",
        "debit expense:exchange:unrealised 20.00 USD in general",
        "debit liability:payables:revaluation 10.00 USD in general",
        "credit revenue:exchange:unrealised 10.00 USD in general",
      ])
  }

  @Test func `dollars, goods and what is not revenue yet are taken as they are`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "400,000 CHF", "earmarked mali") {
        $0.conditions = [Condition("audit", amount: try money("400,000 CHF"))]
      })
    try ledger.post("2017-11-03", delivering("A1", "100 CHF"))
    try ledger.post("2017-11-03", .opening(Opening(.bank, amount: try money("9 USD"))))
    let posted = try ledger.post("2017-12-31", .revaluation)
    #expect(
      posted.legs.map { $0.split(separator: " ")[1] } == [
        "asset:receivable:revaluation", "revenue:exchange:unrealised",
        "asset:receivable:revaluation", "revenue:exchange:unrealised",
      ])
  }

  @Test func `repeated, only what came since is posted`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-31", .revaluation)
    let again = try ledger.post("2017-12-31", .revaluation)
    #expect(again.legs.isEmpty)
    try ledger.post("2017-12-30", signing("A2", "100 CHF", "earmarked mali"))
    try ledger.post("2017-12-20", receiving("A1", "100,000 CHF"))
    let more = try ledger.post("2017-12-31", .revaluation)
    #expect(
      more.legs.prefix(2) == [
        "credit asset:receivable:revaluation 1,525.92 USD in A1, A1",
        "debit expense:exchange:unrealised 1,525.92 USD in A1, A1",
      ])
  }

  @Test func `each item is told line by line, what gains nothing and what was revalued too`() throws
  {
    var ledger = try SampleLedger(rates: [
      ("2017-11-01", "CHF 1 per USD"), ("2017-11-30", "CHF 1.25 per USD"),
      ("2017-11-01", "EUR 0.5 per USD"),
    ])
    try ledger.post("2017-11-01", .opening(Opening(.bank, amount: try money("100 CHF"))))
    try ledger.post("2017-11-01", .opening(Opening(.bank, amount: try money("50 EUR"))))
    try ledger.post("2017-11-01", .opening(Opening(.payables, amount: try money("50 CHF"))))
    func lines() throws -> [String] {
      try ledger.book.openLines(on: day("2017-11-30")).map { line in
        let open = line.amount?.description ?? "revalued"
        let rates = line.rates.map { "\($0)" }.joined()
        return "\(line.key.account) \(open), \(line.carrying) \(rates) \(line.value), "
          + "\(line.difference)"
      }
    }
    #expect(
      try lines() == [
        "asset:bank 100.00 CHF, 100.00 USD CHF 1.25 per USD 80.00 USD, -20.00 USD",
        "asset:bank 50.00 EUR, 100.00 USD EUR 0.5 per USD 100.00 USD, 0.00 USD",
        "liability:payables -50.00 CHF, -50.00 USD CHF 1.25 per USD -40.00 USD, 10.00 USD",
      ])
    try ledger.post("2017-11-30", .revaluation)
    let again = try lines()
    #expect(again.contains("asset:bank revalued, -20.00 USD  0.00 USD, 20.00 USD"))
    #expect(try ledger.book.openLines(on: day("2017-11-30")).gains.isEmpty)
    #expect(try ledger.book.openLines(on: day("2017-10-31")).isEmpty)
  }

  @Test func `what happens after the month's end does not count, nor does the month before`() throws
  {
    var ledger = try ledger()
    try ledger.post("2017-12-31", .revaluation)
    try ledger.post("2018-01-15", receiving("A1", "400,000 CHF"))
    let settled = try ledger.post("2018-01-31", .revaluation)
    #expect(settled.legs.isEmpty)
    let late = try ledger.post("2017-12-31", .revaluation)
    #expect(late.legs.isEmpty)
  }

  @Test func `without a rate nothing is revalued`() throws {
    var ledger = try SampleLedger(rates: [("2017-11-01", "CHF 1 per USD")])
    try ledger.post("2017-11-02", signing("A1", "1 CHF", "earmarked mali"))
    #expect(throws: Fault(.revaluationDate, "2017-11-29", "2017-11-30")) {
      try ledger.post("2017-11-29", .revaluation)
    }
    try ledger.post("2017-11-30", .revaluation)
  }
}

@Suite struct InKindRuleTests {
  @Test func `goods are delivered at their value and used at what they are carried at`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"), id: "A1")
    let delivered = try ledger.post("2017-11-10", delivering("A1", "100,000 CHF"), id: "K1")
    #expect(delivered.days == ["2017-11-10 delivered"])
    #expect(
      delivered.legs == [
        "debit asset:inventory 100,000.00 CHF [100,100.10] in A1, A1",
        "credit revenue:in-kind 100,000.00 CHF [100,100.10] in A1, A1",
      ])
    try ledger.post("2017-12-20", delivering("A1", "100,000 CHF"), id: "K2")
    let used = try ledger.post("2017-12-21", using("A1", "mali/health", "50,000 CHF"), id: "U1")
    #expect(used.days == ["2017-12-21 used"])
    #expect(
      used.legs == [
        "debit expense:programme 50,000.00 CHF [50,431.53] in A1, A1 mali/health 2017",
        "credit asset:inventory 50,000.00 CHF [50,431.53] in A1, A1 mali/health 2017",
      ])
    #expect(used.rows == ["spent 2017-12-21 mali/health 2017 sdc 50,000.00 CHF [50,431.53]"])
    let state = try #require(ledger.book.agreements[reference("A1")])
    #expect(state.available(from: day("2017-12-31")) == 40_040_040)
    #expect(throws: Fault(.reversalDependants, "K1", "U1")) {
      try ledger.post("2017-12-22", reversing("K1"))
    }
    for id in ["U1", "K2", "K1", "A1"] { try ledger.post("2017-12-23", reversing(id)) }
    #expect(ledger.book.cash.values.allSatisfy { $0.amount == 0 && $0.carryingBook == 0 })
  }

  @Test func `the last goods take the rest of what all are carried at`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "1 USD", "earmarked mali"))
    try ledger.post("2017-11-10", delivering("A1", "1 CHF"))
    for amount in ["0.33 CHF", "0.33 CHF", "0.34 CHF"] {
      try ledger.post("2017-11-11", using("A1", "mali", amount))
    }
    #expect(ledger.book.cash.values.map(\.carryingBook) == [0])
  }
}

@Suite struct CarryOverRuleTests {
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "softly west-africa"), id: "A1")
    try ledger.post("2017-11-20", allocating("A1", "mali/health", "100,000 CHF"), id: "L1")
    return ledger
  }

  @Test func `money at a line is taken into the next year, the old year is unchanged`() throws {
    var ledger = try ledger()
    let posted = try ledger.post("2017-12-31", carrying("A1", "mali/health", "50,000 CHF"))
    #expect(posted.days == ["2017-12-31 carriedOver"])
    #expect(
      posted.legs == [
        "debit budget:unfunded 50,050.05 USD in memorandum, A1/1 mali/health 2018",
        "credit budget:carried-in 50,050.05 USD in memorandum, A1/1 mali/health 2018",
      ])
    #expect(
      posted.rows == [
        "carried-in 2017-12-31 mali/health 2018 sdc softly A1 50,000.00 CHF [50,050.05]"
      ])
    let years = FundingPosition.grouped(ledger.rows) { $0.year }
    #expect(years[year(2017)]?.funded(on: .recorded).book == 40_040_040)
    #expect(years[year(2018)]?.funded(on: .recorded).book == 5_005_005)
  }

  @Test func `no more than lies there is taken, and reversed it may be taken again`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-31", carrying("A1", "mali/health", "50,000 CHF"), id: "C1")
    #expect(
      throws: Fault(
        .carryOverExceeds, "50,000.01 CHF", "50,000.00 CHF", "A1", "mali/health", "2018")
    ) { try ledger.post("2017-12-31", carrying("A1", "mali/health", "50,000.01 CHF")) }
    try ledger.post("2017-12-31", reversing("C1"))
    try ledger.post("2017-12-31", carrying("A1", "mali/health", "100,000 CHF"), id: "C2")
    #expect(throws: Fault(.reversalDependants, "L1", "C2")) {
      try ledger.post("2017-12-31", reversing("L1"))
    }
  }
}
