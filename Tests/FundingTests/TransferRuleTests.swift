import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What an amendment moves from part to part of an agreement keeps its worth.
@Suite struct TransferRuleTests {
  /// CHF 1,000,000 signed at 0.999, of which 400,000 for the next year; 0.984 from 11 December on.
  private func ledger(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-12-06",
      signing("A1", "1,000,000 CHF", "earmarked mali") {
        $0.parts = try [part(2017, "600,000 CHF"), part(2018, "400,000 CHF")]
        try change(&$0)
      })
    return ledger
  }

  private func rephasing(
    _ name: String, _ amount: String? = nil, _ parts: AgreementPart...
  ) throws -> Event {
    try amending(name, amount) { $0.parts = parts }
  }

  private func state(_ ledger: SampleLedger) throws -> AgreementState {
    try #require(ledger.book.agreements[reference("A1")])
  }

  /// The legs of the claim, without those of the funding records.
  private func claim(_ posted: PostedFact) -> [String] {
    posted.legs.filter { !$0.contains("in memorandum") }
  }

  /// Debits less credits of an account, in minor units of the book currency, up to a day.
  private func balance(
    _ account: AccountCode, in ledger: SampleLedger, on date: String = "2020-12-31"
  ) -> Int128 {
    let entries = ledger.entries.filter { $0.date <= day(date) }
    return Balances(of: entries) { $0.account == account ? account : nil }.book(account)
  }

  @Test func `what moves to a later year moves at what its part was signed at`() throws {
    var ledger = try ledger()
    let moved = try ledger.post(
      "2018-01-07",
      rephasing("A1/1", nil, part(2017, "-200,000 CHF"), part(2018, "+200,000 CHF")))
    #expect(
      moved.legs == [
        "debit asset:receivable 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
        "credit asset:receivable 200,000.00 CHF [200,200.20] in A1, A1/1 mali 2017",
        "debit revenue:contributions 200,000.00 CHF [200,200.20] in A1, A1/1 mali 2017",
        "credit revenue:contributions 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
        "debit memorandum:signed 200,200.20 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:awaiting 200,200.20 USD in memorandum, A1/2 mali 2018",
        "credit memorandum:awaiting 200,200.20 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:signed 200,200.20 USD in memorandum, A1/2 mali 2018",
        "debit budget:funded 200,200.20 USD in memorandum, A1/1 mali 2017",
        "debit budget:unfunded 200,200.20 USD in memorandum, A1/2 mali 2018",
        "credit budget:unfunded 200,200.20 USD in memorandum, A1/1 mali 2017",
        "credit budget:funded 200,200.20 USD in memorandum, A1/2 mali 2018",
        "debit memorandum:awaiting 200,200.20 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:recorded 200,200.20 USD in memorandum, A1/2 mali 2018",
        "credit memorandum:recorded 200,200.20 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:awaiting 200,200.20 USD in memorandum, A1/2 mali 2018",
      ])
    #expect(
      moved.rows == [
        "signed 2018-01-07 mali 2017 sdc earmarked A1 -200,000.00 CHF [-200,200.20]",
        "recorded 2018-01-07 mali 2017 sdc earmarked A1 -200,000.00 CHF [-200,200.20]",
        "signed 2018-01-07 mali 2018 sdc earmarked A1 200,000.00 CHF [200,200.20]",
        "recorded 2018-01-07 mali 2018 sdc earmarked A1 200,000.00 CHF [200,200.20]",
      ])
    #expect(balance(.receivable, in: ledger) == 100_100_100)
    #expect(balance(.contributions, in: ledger) == -100_100_100)
    #expect(try state(ledger).parts.map(\.recordedBook) == [40_040_040, 60_060_060])
    #expect(moved.fact.conversions.isEmpty)
  }

  @Test func `of a net raise only that is new, and spread over the parts that gain`() throws {
    var ledger = try ledger()
    let raised = try ledger.post(
      "2018-01-07",
      rephasing(
        "A1/1", "+50,000 CHF", part(2017, "-100,000 CHF"), part(2018, "+90,000 CHF"),
        part(2019, "+60,000 CHF")))
    #expect(
      claim(raised) == [
        "debit asset:receivable 60,000.00 CHF [60,060.06] in A1, A1/2 mali 2018",
        "credit asset:receivable 60,000.00 CHF [60,060.06] in A1, A1/1 mali 2017",
        "debit revenue:contributions 60,000.00 CHF [60,060.06] in A1, A1/1 mali 2017",
        "credit revenue:contributions 60,000.00 CHF [60,060.06] in A1, A1/2 mali 2018",
        "debit asset:receivable 40,000.00 CHF [40,040.04] in A1, A1/3 mali 2019",
        "credit asset:receivable 40,000.00 CHF [40,040.04] in A1, A1/1 mali 2017",
        "debit revenue:contributions 40,000.00 CHF [40,040.04] in A1, A1/1 mali 2017",
        "credit revenue:contributions 40,000.00 CHF [40,040.04] in A1, A1/3 mali 2019",
        "debit asset:receivable 30,000.00 CHF [30,487.81] in A1, A1/2 mali 2018",
        "debit asset:receivable 20,000.00 CHF [20,325.20] in A1, A1/3 mali 2019",
        "credit revenue:contributions 30,000.00 CHF [30,487.81] in A1, A1/2 mali 2018",
        "credit revenue:contributions 20,000.00 CHF [20,325.20] in A1, A1/3 mali 2019",
      ])
    #expect(raised.rows.filter { $0.contains("A1 +1") }.count == 2, "a new part counts once")
    #expect(balance(.receivable, in: ledger) == 100_100_100 + 5_081_301)
    #expect(
      try state(ledger).parts.map(\.recordedBook) == [50_050_050, 49_094_827, 6_036_524])
  }

  @Test func `of a net cut only that is given up, and spread over the parts that lose`() throws {
    var ledger = try ledger()
    let cut = try ledger.post(
      "2018-01-07",
      rephasing(
        "A1/1", "-90,000 CHF", part(2017, "-100,000 CHF"), part(2018, "-50,000 CHF"),
        part(2019, "+60,000 CHF")))
    #expect(
      claim(cut) == [
        "debit revenue:contributions 60,000.00 CHF [60,060.06] in A1, A1/1 mali 2017",
        "credit asset:receivable 60,000.00 CHF [60,060.06] in A1, A1/1 mali 2017",
        "debit revenue:contributions 30,000.00 CHF [30,030.03] in A1, A1/2 mali 2018",
        "credit asset:receivable 30,000.00 CHF [30,030.03] in A1, A1/2 mali 2018",
        "debit asset:receivable 40,000.00 CHF [40,040.04] in A1, A1/3 mali 2019",
        "credit asset:receivable 40,000.00 CHF [40,040.04] in A1, A1/1 mali 2017",
        "debit revenue:contributions 40,000.00 CHF [40,040.04] in A1, A1/1 mali 2017",
        "credit revenue:contributions 40,000.00 CHF [40,040.04] in A1, A1/3 mali 2019",
        "debit asset:receivable 20,000.00 CHF [20,020.02] in A1, A1/3 mali 2019",
        "credit asset:receivable 20,000.00 CHF [20,020.02] in A1, A1/2 mali 2018",
        "debit revenue:contributions 20,000.00 CHF [20,020.02] in A1, A1/2 mali 2018",
        "credit revenue:contributions 20,000.00 CHF [20,020.02] in A1, A1/3 mali 2019",
      ])
    #expect(balance(.receivable, in: ledger) == 100_100_100 - 9_009_009)
    #expect(balance(.contributions, in: ledger) == -(100_100_100 - 9_009_009))
  }

  @Test func `after a raise and a receipt, the claim moves as carried and the records as frozen`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-12-12", rephasing("A1/1", "+200,000 CHF", part(2017, "+200,000 CHF")))
    try ledger.post("2017-12-13", receiving("A1", "500,000 CHF"))
    try ledger.post("2017-12-31", .revaluation)
    let before = try state(ledger).parts
    let moved = try ledger.post(
      "2018-01-07",
      rephasing("A1/2", nil, part(2017, "-100,000 CHF"), part(2018, "+100,000 CHF")))
    let after = try state(ledger).parts
    for worth in [\PartState.recordedBook, \.carryingBook, \.receivedBook] {
      #expect(
        before.reduce(0) { $0 + $1[keyPath: worth] } == after.reduce(0) { $0 + $1[keyPath: worth] })
    }
    #expect(after[0].carryingBook * 3 == before[0].carryingBook * 2)
    #expect(!moved.legs.contains { $0.contains("exchange") })
    #expect(throws: Fault(.amendmentCut, "200,000.01 CHF", "200,000.00 CHF", "A1")) {
      try ledger.post(
        "2018-01-08",
        rephasing("A1/3", nil, part(2017, "-200,000.01 CHF"), part(2018, "+200,000.01 CHF")))
    }
  }

  @Test func `what moves to a year that waits for its first day is revenue from then on`() throws {
    var ledger = try ledger { $0.deferral = .deferred }
    let moved = try ledger.post(
      "2017-12-15",
      rephasing("A1/1", nil, part(2017, "-200,000 CHF"), part(2018, "+200,000 CHF")))
    #expect(
      claim(moved) == [
        "debit liability:deferred 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
        "credit revenue:contributions 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
        "debit asset:receivable 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
        "credit asset:receivable 200,000.00 CHF [200,200.20] in A1, A1/1 mali 2017",
        "debit revenue:contributions 200,000.00 CHF [200,200.20] in A1, A1/1 mali 2017",
        "credit liability:deferred 200,000.00 CHF [200,200.20] in A1, A1/2 mali 2018",
      ])
    #expect(balance(.deferred, in: ledger, on: "2017-12-31") == -60_060_060)
    #expect(balance(.deferred, in: ledger) == 0)
    // And back again: it is revenue at once.
    try ledger.post(
      "2017-12-16",
      rephasing("A1/2", nil, part(2017, "+200,000 CHF"), part(2018, "-200,000 CHF")))
    #expect(balance(.contributions, in: ledger, on: "2017-12-31") == -60_060_060)
    #expect(balance(.contributions, in: ledger) == -100_100_100)
    #expect(balance(.deferred, in: ledger) == 0)
  }

  @Test func `what waits for a condition moves first, and waits on`() throws {
    var ledger = try ledger {
      $0.conditions = [
        Condition(
          "audit", amount: try money("150,000 CHF"), part: PartSelector(year: year(2017)))
      ]
    }
    let moved = try ledger.post(
      "2018-01-07",
      rephasing("A1/1", nil, part(2017, "-200,000 CHF"), part(2018, "+200,000 CHF")))
    #expect(
      claim(moved).suffix(4) == [
        "debit liability:deferred 150,000.00 CHF [150,150.15] in A1, A1/1 mali 2017",
        "credit liability:deferred 150,000.00 CHF [150,150.15] in A1, A1/2 mali 2018",
        "debit revenue:contributions 50,000.00 CHF [50,050.05] in A1, A1/1 mali 2017",
        "credit revenue:contributions 50,000.00 CHF [50,050.05] in A1, A1/2 mali 2018",
      ])
    #expect(
      moved.rows.filter { $0.hasPrefix("conditional") } == [
        "conditional 2018-01-07 mali 2017 sdc earmarked A1 -150,000.00 CHF [-150,150.15]",
        "conditional 2018-01-07 mali 2018 sdc earmarked A1 150,000.00 CHF [150,150.15]",
      ])
    let standing = try #require(
      ledger.book.conditions(of: [reference("A1")], asOf: day("2018-01-31"))[reference("A1")])
    #expect(try standing.map(\.waiting) == [money("150,000 CHF")])
    let met = try ledger.post("2018-02-01", fulfilling("A1", "audit"))
    #expect(
      met.legs == [
        "debit liability:deferred 150,000.00 CHF [150,150.15] in A1, A1/2 mali 2018",
        "credit revenue:contributions 150,000.00 CHF [150,150.15] in A1, A1/2 mali 2018",
      ])
  }

  @Test func `each donor's money moves among its own parts first`() throws {
    var ledger = try ledger {
      $0.parts = try [part(2017, "600,000 CHF"), part(2017, "400,000 CHF", by: "sweden")]
    }
    let moved = try ledger.post(
      "2018-01-07",
      rephasing(
        "A1/1", nil, part(2018, "+30,000 CHF", by: "sweden"), part(2018, "+50,000 CHF"),
        part(2017, "-60,000 CHF", by: "sdc"), part(2017, "-20,000 CHF", by: "sweden")))
    #expect(
      claim(moved).filter { $0.contains("asset:receivable") } == [
        "debit asset:receivable 20,000.00 CHF [20,020.02] in A1, A1/3 mali 2018",
        "credit asset:receivable 20,000.00 CHF [20,020.02] in A1, A1/2 mali 2017",
        "debit asset:receivable 50,000.00 CHF [50,050.05] in A1, A1/4 mali 2018",
        "credit asset:receivable 50,000.00 CHF [50,050.05] in A1, A1/1 mali 2017",
        "debit asset:receivable 10,000.00 CHF [10,010.01] in A1, A1/3 mali 2018",
        "credit asset:receivable 10,000.00 CHF [10,010.01] in A1, A1/1 mali 2017",
      ])
    #expect(try state(ledger).parts.map(\.donor) == ["sdc", "sweden", "sweden", "sdc"].map(donor))
  }

  @Test func `a part that is named twice gains or loses both together`() throws {
    var ledger = try ledger()
    #expect(throws: Fault(.amendmentCut, "600,000.02 CHF", "600,000.00 CHF", "A1")) {
      try ledger.post(
        "2018-01-07",
        rephasing(
          "A1/1", "-600,000.02 CHF", part(2017, "-300,000.01 CHF"), part(2017, "-300,000.01 CHF")))
    }
    let posted = try ledger.post(
      "2018-01-07",
      rephasing("A1/1", nil, part(2017, "-300,000 CHF"), part(2017, "+300,000 CHF")))
    #expect(posted.legs.isEmpty && posted.rows.isEmpty)
  }
}
