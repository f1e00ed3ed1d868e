import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct AmendmentRuleTests {
  /// A ledger in which CHF 400,000 were agreed at 0.999 for Mali; 0.984 from 11 December on.
  private func ledger(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali", changing: change))
    return ledger
  }

  private func part(_ ledger: SampleLedger, _ index: Int = 0) throws -> PartState {
    try #require(ledger.book.agreements[reference("A1")]).parts[index]
  }

  @Test func `a raise is booked at its own date's rate, a cut at the average that is carried`()
    throws
  {
    var ledger = try ledger()
    let raised = try ledger.post("2017-12-15", amending("A1/1", "+50,000 CHF"))
    #expect(
      raised.legs == [
        "debit asset:receivable 50,000.00 CHF [50,813.01] in A1, A1/1 mali 2017",
        "credit revenue:contributions 50,000.00 CHF [50,813.01] in A1, A1/1 mali 2017",
        "debit memorandum:awaiting 50,813.01 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:signed 50,813.01 USD in memorandum, A1/1 mali 2017",
        "debit budget:unfunded 50,813.01 USD in memorandum, A1/1 mali 2017",
        "credit budget:funded 50,813.01 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:recorded 50,813.01 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:awaiting 50,813.01 USD in memorandum, A1/1 mali 2017",
      ])
    #expect(
      raised.rows == [
        "signed 2017-12-15 mali 2017 sdc earmarked A1 50,000.00 CHF [50,813.01]",
        "recorded 2017-12-15 mali 2017 sdc earmarked A1 50,000.00 CHF [50,813.01]",
      ])
    let cut = try ledger.post("2017-12-20", amending("A1/2", "-50,000 CHF"))
    #expect(
      cut.legs == [
        "debit revenue:contributions 50,000.00 CHF [50,134.82] in A1, A1/1 mali 2017",
        "credit asset:receivable 50,000.00 CHF [50,134.82] in A1, A1/1 mali 2017",
        "debit memorandum:signed 50,134.82 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:awaiting 50,134.82 USD in memorandum, A1/1 mali 2017",
        "debit budget:funded 50,134.82 USD in memorandum, A1/1 mali 2017",
        "credit budget:unfunded 50,134.82 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:awaiting 50,134.82 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:recorded 50,134.82 USD in memorandum, A1/1 mali 2017",
      ])
    let state = try part(ledger)
    #expect(state.amount == 40_000_000 && state.open == 40_000_000)
    #expect(state.carryingBook == 40_107_859 && state.recordedBook == 40_107_859)
  }

  @Test func `an amendment is funded from the day it is recorded`() throws {
    var ledger = try ledger()
    let raised = try ledger.post(
      "2017-12-15", amending("A1/1", "+50,000 CHF") { $0.recorded = day("2018-01-10") })
    #expect(
      raised.days == ["2017-12-15 amended", "2017-12-15 signed", "2018-01-10 recorded"])
  }

  @Test func `where there are several parts, each says what it gains or loses`() throws {
    var ledger = try ledger {
      $0.parts = try [TestSupport.part(2017, "300,000 CHF"), TestSupport.part(2018, "100,000 CHF")]
    }
    #expect(throws: Fault(.amendmentParts, "A1/1")) {
      try ledger.post("2017-12-15", amending("A1/1", "+50,000 CHF"))
    }
    #expect(throws: Fault(.amendmentParts, "A1/1")) {
      try ledger.post(
        "2017-12-15",
        amending("A1/1", "+50,000 CHF") {
          $0.parts = [AgreementPart(year: year(2018), amount: try signed("40,000 CHF"))]
        })
    }
    // From one year to the next, and on to a year that is new.
    try ledger.post(
      "2017-12-15",
      amending("A1/1") {
        $0.parts = [
          AgreementPart(year: year(2017), amount: try signed("-60,000 CHF")),
          AgreementPart(year: year(2018), amount: try signed("10,000 CHF")),
          AgreementPart(year: year(2019), amount: try signed("50,000 CHF")),
        ]
      })
    let parts = try #require(ledger.book.agreements[reference("A1")]).parts
    #expect(parts.map(\.amount) == [24_000_000, 11_000_000, 5_000_000])
    #expect(parts.map(\.year) == [year(2017), year(2018), year(2019)])
    #expect(ledger.book.agreements[reference("A1")]?.open == 40_000_000)
  }

  @Test func `of two amendments of the earmark the second moves what the first moved`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-15", amending("A1/1") { $0.earmark = earmark("tightly mali/health") })
    try ledger.post("2017-12-16", amending("A1/2") { $0.earmark = earmark("earmarked niger") })
    let places = FundingPosition.grouped(ledger.rows, by: \.scope)
    #expect(places.filter { !$0.value.isZero }.keys.map(\.text) == ["niger"])
    #expect(try part(ledger).place == scope("niger"))
  }

  @Test func `what was given up of money that moved since is not taken back`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-14", writingOff("A1", "10 CHF"), id: "W1")
    try ledger.post(
      "2017-12-15", amending("A1/1") { $0.earmark = earmark("tightly mali/health") }, id: "A1/1")
    #expect(throws: Fault(.reversalDependants, "W1", "A1/1")) {
      try ledger.post("2017-12-16", reversing("W1"))
    }
  }

  @Test func `a raise that is recorded later is neither spent, cut nor moved before`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "100 USD", "earmarked mali"))
    try ledger.post(
      "2017-11-10", amending("A1/1", "+50 USD") { $0.recorded = day("2018-02-01") })
    #expect(throws: Fault(.useExceeds, "100.01 USD", "100.00 USD", "A1")) {
      try ledger.post("2018-01-31", spending("A1", "mali", "100.01 USD"))
    }
    let cut = try ledger.post("2017-11-11", amending("A1/2", "-20 USD"))
    #expect(cut.days == ["2017-11-11 amended", "2017-11-11 signed", "2018-02-01 recorded"])
    let moved = try ledger.post("2017-11-12", allocating("A1", "mali/health", "120 USD"))
    #expect(moved.days == ["2018-02-01 allocated"])
    try ledger.post("2018-02-01", spending("A1", "mali", "130 USD"))
  }

  @Test(arguments: [
    ("earmarked mali", "unearmarked", "A1"), ("unearmarked", "earmarked mali", "general"),
  ])
  func `money stays in the fund it was signed for, whatever it is earmarked for later`(
    first: String, second: String, fund: String
  ) throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "100 USD", first))
    try ledger.post("2017-11-10", amending("A1/1") { $0.earmark = earmark(second) })
    let received = try ledger.post("2017-11-20", receiving("A1", "100 USD"))
    #expect(received.legs.allSatisfy { $0.contains(" in \(fund)") })
  }

  @Test func `a longer term moves the last day and posts nothing`() throws {
    var ledger = try ledger { $0.ends = day("2018-11-01") }
    let posted = try ledger.post("2018-02-01", amending("A1/1") { $0.ends = day("2019-03-31") })
    #expect(posted.legs.isEmpty && posted.rows.isEmpty)
    #expect(ledger.book.agreements[reference("A1")]?.schedule.ends == day("2019-03-31"))
  }

  @Test func `another earmark moves the money in the funding records`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"))
    let moved = try ledger.post(
      "2017-12-15", amending("A1/1") { $0.earmark = earmark("tightly mali/health") })
    #expect(
      moved.legs == [
        "debit memorandum:signed 400,400.40 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:awaiting 400,400.40 USD in memorandum, A1/1 mali 2017",
        "debit budget:funded 400,400.40 USD in memorandum, A1/1 mali 2017",
        "credit budget:unfunded 400,400.40 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:awaiting 400,400.40 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:recorded 400,400.40 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:awaiting 400,400.40 USD in memorandum, A1/1 mali/health 2017",
        "credit memorandum:signed 400,400.40 USD in memorandum, A1/1 mali/health 2017",
        "debit budget:unfunded 400,400.40 USD in memorandum, A1/1 mali/health 2017",
        "credit budget:funded 400,400.40 USD in memorandum, A1/1 mali/health 2017",
        "debit memorandum:recorded 400,400.40 USD in memorandum, A1/1 mali/health 2017",
        "credit memorandum:awaiting 400,400.40 USD in memorandum, A1/1 mali/health 2017",
      ])
    let places = FundingPosition.grouped(ledger.rows, by: \.scope)
    for measure in [PositionRow.Measure.signed, .recorded, .received] {
      #expect(places[scope("mali")]?[measure].isZero == true, "\(measure)")
    }
    #expect(places[scope("mali/health")]?[.recorded].book == 40_040_040)
    #expect(places[scope("mali/health")]?[.received].book == 10_010_010)
    #expect(try part(ledger).category == .tightly)
  }

  @Test func `money that moves with its earmark is not given back there before it came`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"))
    try ledger.post(
      "2017-12-15", amending("A1/1") { $0.earmark = earmark("tightly mali/health") },
      posted: "2018-02-06")
    let back = try ledger.post("2017-12-20", refunding("A1", "40,000 CHF"))
    let received = back.consequence.positions.filter { $0.measure == .received }
    #expect(received.map(\.scope) == [scope("mali/health")])
    #expect(received.map(\.day) == [day("2018-02-06")])
  }

  @Test func `a receipt that is reversed is taken from where an amendment moved it`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"), id: "R1")
    try ledger.post(
      "2017-12-15", amending("A1/1") { $0.earmark = earmark("tightly mali/health") })
    let back = try ledger.post("2017-12-20", reversing("R1"))
    #expect(
      back.rows == [
        "received 2017-12-20 mali/health 2017 sdc tightly A1 -100,000.00 CHF [-100,100.10]"
      ])
  }

  @Test func `a refund takes off what was received by itself, and what is open can still be cut`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-11-20", receiving("A1", "300,000 CHF"))
    try ledger.post("2017-12-04", refunding("A1", "100,000 CHF"))
    #expect(throws: Fault(.amendmentCut, "200,000.00 CHF", "100,000.00 CHF", "A1")) {
      try ledger.post("2017-12-15", amending("A1/1", "-200,000 CHF"))
    }
    try ledger.post("2017-12-15", amending("A1/1", "-100,000 CHF"))
    #expect(ledger.book.agreements[reference("A1")]?.open == 0)
    let position = FundingPosition(ledger.rows)
    let francs = try Currency(code: "CHF")
    #expect(try position[.recorded].original.amount(in: francs) == money("200,000 CHF"))
    #expect(try position[.received].original.amount(in: francs) == money("200,000 CHF"))
  }

  @Test func `what was received cannot be cut, nor what was allocated be moved`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"))
    #expect(throws: Fault(.amendmentCut, "300,000.01 CHF", "300,000.00 CHF", "A1")) {
      try ledger.post("2017-12-15", amending("A1/1", "-300,000.01 CHF"))
    }
    try ledger.post("2017-11-21", allocating("A1", "mali/health", "350,000 CHF"))
    #expect(throws: Fault(.placeExceeds, "60,000.00 CHF", "50,000.00 CHF", "A1", "mali")) {
      try ledger.post("2017-12-15", amending("A1/1", "-60,000 CHF"))
    }
    #expect(throws: Fault(.placeExceeds, "400,000.00 CHF", "50,000.00 CHF", "A1", "mali")) {
      try ledger.post("2017-12-15", amending("A1/1") { $0.earmark = earmark("earmarked niger") })
    }
  }

  @Test func `an amendment belongs to an agreement, comes after its signing and is not reversed`()
    throws
  {
    var ledger = try ledger()
    #expect(throws: Fault(.amendmentAgreement, "B1/1")) {
      try ledger.post("2017-12-15", amending("B1/1", "+1 CHF"))
    }
    #expect(throws: Fault(.amendmentDate, "2017-11-01", "A1", "2017-11-02")) {
      try ledger.post("2017-11-01", amending("A1/1", "+1 CHF"))
    }
    try ledger.post("2017-12-15", amending("A1/1", "+1 CHF"), id: "A1/1")
    #expect(throws: Fault(.reversalKind, "A1/1", "amendment")) {
      try ledger.post("2017-12-16", reversing("A1/1"))
    }
  }
}
