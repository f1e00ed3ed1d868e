import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct OpeningRuleTests {
  @Test func `an asset opens on the left, a liability on the right`() throws {
    var ledger = try SampleLedger()
    let bank = try ledger.post(
      "2017-11-01", .opening(Opening(account("asset:bank:citi"), amount: try money("1,000 CHF"))))
    #expect(bank.days == ["2017-11-01 opened"])
    #expect(
      bank.legs == [
        "debit asset:bank:citi 1,000.00 CHF [1,001.00] in general",
        "credit net-asset:opening 1,000.00 CHF [1,001.00] in general",
      ])
    let owed = try ledger.post(
      "2017-11-01", .opening(Opening(.payables, amount: try money("70 USD"))))
    #expect(
      owed.legs == [
        "credit liability:payables 70.00 USD in general",
        "debit net-asset:opening 70.00 USD in general",
      ])
  }

  @Test func `a fund opens in its own name, an unearmarked agreement's in the general one`() throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "1,000 USD", "earmarked mali"))
    try ledger.post("2017-11-02", signing("U1", "1,000 USD", "unearmarked"))
    for (name, held) in [("A1", "A1"), ("U1", "general")] {
      let posted = try ledger.post(
        "2017-11-03", .opening(Opening(.bank, amount: try money("5 USD"), fund: fund(name))))
      #expect(posted.legs.first == "debit asset:bank 5.00 USD in \(held), \(name)")
    }
  }
}

@Suite struct EntryRuleTests {
  @Test func `an entry by hand is posted as it is written`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-12-31",
      entering(
        (.debit, "expense:bank-charges", "25 USD", "general"),
        (.credit, "asset:bank:usd", "25 USD", "general")))
    #expect(posted.days == ["2017-12-31 entered"])
    #expect(
      posted.legs == [
        "debit expense:bank-charges 25.00 USD in general",
        "credit asset:bank:usd 25.00 USD in general",
      ])
    #expect(posted.rows.isEmpty)
  }

  @Test func `each side of a currency is converted once, so that it balances`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-11-02",
      entering(
        (.debit, "expense:programme", "0.05 CHF", "general"),
        (.debit, "expense:staff", "0.05 CHF", "general"),
        (.debit, "expense:rent", "400,000 CHF", "general"),
        (.credit, "asset:bank", "400,000.10 CHF", "general")))
    #expect(
      posted.legs == [
        "debit expense:programme 0.05 CHF [0.05] in general",
        "debit expense:staff 0.05 CHF [0.05] in general",
        "debit expense:rent 400,000.00 CHF [400,400.40] in general",
        "credit asset:bank 400,000.10 CHF [400,400.50] in general",
      ])
  }

  @Test func `a leg of an agreement's fund is tagged with it, in the fund its money is in`() throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "1,000 USD", "earmarked mali"))
    try ledger.post("2017-11-02", signing("U1", "1,000 USD", "unearmarked"))
    let posted = try ledger.post(
      "2017-12-31",
      entering(
        (.debit, "expense:programme", "25 USD", "A1"), (.credit, "asset:bank", "25 USD", "A1"),
        (.debit, "expense:programme", "25 USD", "U1"),
        (.credit, "asset:bank", "25 USD", "general")))
    #expect(
      posted.legs == [
        "debit expense:programme 25.00 USD in A1, A1", "credit asset:bank 25.00 USD in A1, A1",
        "debit expense:programme 25.00 USD in general, U1",
        "credit asset:bank 25.00 USD in general",
      ])
  }

  @Test func `currencies are exchanged by hand through the exchange account`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-11-02",
      entering(
        (.debit, "asset:bank", "999 CHF", "general"),
        (.credit, "net-asset:exchange", "999 CHF", "general"),
        (.debit, "net-asset:exchange", "1,000 USD", "general"),
        (.credit, "asset:bank", "1,000 USD", "general")))
    #expect(posted.legs.first == "debit asset:bank 999.00 CHF [1,000.00] in general")
  }
}

@Suite struct RemarkRuleTests {
  @Test func `what is only said posts nothing`() throws {
    var ledger = try SampleLedger()
    let events: [Event] = [
      .acknowledgement(
        Acknowledgement(donor("sweden"), scope: .global, amount: try money("76,000,000 USD"))),
      .note(ScopeNote(scope("sahel"), text: "A situation may be remarked on")),
      .assert(
        Assertion(
          .position(.funded, scope("mali")), amount: try money("3,068,942 USD"), digitsWritten: 0)),
      .assert(Assertion(.balance(.bank), amount: try money("-5 CHF"), digitsWritten: 0)),
      .close(month("2017-11")),
      .reopen(Reopening(month("2017-11"), reason: "a test")),
    ]
    for event in events {
      let posted = try ledger.post("2017-11-30", event)
      #expect(posted.legs.isEmpty && posted.rows.isEmpty)
    }
  }
}

@Suite struct ReversalRuleTests {
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "400,000 CHF", "softly west-africa") { $0.recorded = day("2018-01-03") },
      id: "A1")
    return ledger
  }

  @Test func `an entry comes back on the other sides, on the reversal's day`() throws {
    var ledger = try ledger()
    let received = try ledger.post(
      "2018-01-15", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"), id: "R1")
    let back = try ledger.post("2018-01-20", reversing("R1"))
    #expect(back.days == ["2018-01-20 reversed"])
    #expect(
      back.legs == [
        "credit asset:bank 405,022.28 USD in A1, A1",
        "debit net-asset:exchange 400,400.40 USD in A1, A1",
        "debit revenue:exchange 4,621.88 USD in A1, A1",
        "credit net-asset:exchange 400,000.00 CHF [400,400.40] in A1, A1",
        "debit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 west-africa 2017",
      ])
    #expect(
      back.rows == [
        "received 2018-01-20 west-africa 2017 sdc softly A1 -400,000.00 CHF [-400,400.40]"
      ])
    let again = try ledger.post(
      "2018-01-21", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"), id: "R2")
    #expect(again.legs == received.legs)
  }

  @Test func `nothing is undone before it was done`() throws {
    var ledger = try ledger()
    let back = try ledger.post("2017-12-01", reversing("A1"))
    #expect(back.days == ["2017-12-01 reversed", "2017-12-01 reversed", "2018-01-03 reversed"])
    #expect(
      back.rows.map { $0.prefix { $0 != "w" } } == ["signed 2017-12-01 ", "recorded 2018-01-03 "])
    #expect(ledger.book.agreements.isEmpty)
    try ledger.post("2017-12-02", signing("A1", "400,000 CHF", "earmarked mali"))
  }

  @Test func `a pledge taken up is outstanding again`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", pledging("P1", "500,000 CHF"))
    try ledger.post(
      "2017-11-03", signing("C1", "500,000 CHF") { $0.pledge = reference("P1") }, id: "C1")
    let back = try ledger.post("2017-11-04", reversing("C1"))
    #expect(
      back.rows.last
        == "pledged 2017-11-04 global 2017 sdc not-stated P1 +1 500,000.00 CHF [500,500.50]")
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 50_000_000)
  }

  @Test func `what a reversed agreement gives back of a pledge is taken up by one that lacked it`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", pledging("P1", "100 USD"))
    for (day, name, amount) in [
      ("2017-11-03", "C1", "80 USD"), ("2017-11-04", "C2", "30 USD"),
      ("2017-11-05", "C3", "10 USD"),
    ] {
      try ledger.post(day, signing(name, amount) { $0.pledge = reference("P1") }, id: name)
    }
    let back = try ledger.post("2017-11-03", reversing("C1"))
    #expect(
      back.rows.suffix(3) == [
        "pledged 2017-11-03 global 2017 sdc not-stated P1 +1 80.00 USD",
        "pledged 2017-11-04 global 2017 sdc not-stated P1 -10.00 USD",
        "pledged 2017-11-05 global 2017 sdc not-stated P1 -10.00 USD",
      ])
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 6_000)
    // What one took up later, it gives back, too.
    try ledger.post("2017-11-06", reversing("C2"))
    try ledger.post("2017-11-06", reversing("C3"))
    let pledged = FundingPosition(ledger.rows)[.pledged]
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 10_000)
    #expect(pledged.book == 10_000 && pledged.count == 1)
  }

  @Test func `a requirement taken back gives its line back to the parent as it stands now`() throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "100 USD"))
    try ledger.post("2017-01-02", requiring("mali/health", "20 USD"), id: "H")
    try ledger.post("2017-01-03", requiring("mali", "150 USD", .revised), id: "M2")
    let back = try ledger.post("2017-01-04", reversing("H"))
    #expect(
      back.rows == [
        "requested 2017-01-04 mali 2017 150.00 USD", "requested 2017-01-04 mali/* 2017 -130.00 USD",
        "requested 2017-01-04 mali/health 2017 -20.00 USD",
      ])
    let earlier = try ledger.post("2017-01-05", reversing("M2"))
    #expect(earlier.rows == ["requested 2017-01-05 mali 2017 -50.00 USD"])
  }

  @Test func `a late requirement is not taken back before the day it was posted on`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-01-05", requiring("mali", "100 USD"), id: "R", posted: "2017-02-01")
    let back = try ledger.post("2017-01-10", reversing("R"))
    #expect(back.rows == ["requested 2017-02-01 mali 2017 -100.00 USD"])
  }

  @Test func `receipts may be taken back in any order, and the rest settles to zero`() throws {
    var ledger = try ledger()
    for (id, amount) in [
      ("R1", "133,333.33 CHF"), ("R2", "133,333.33 CHF"), ("R3", "133,333.34 CHF"),
    ] {
      try ledger.post("2018-01-15", receiving("A1", amount), id: id)
    }
    try ledger.post("2018-01-16", reversing("R1"))
    try ledger.post("2018-01-17", receiving("A1", "133,333.33 CHF"))
    let part = try #require(ledger.book.agreements[reference("A1")]?.parts.first)
    #expect(part.open == 0 && part.carryingBook == 0 && part.receivedBook == part.recordedBook)
  }

  @Test func `a merge of donors is undone from the reversal's day on, and posts nothing`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-06-01", .merge(DonorMerge(donor("sweden"), into: donor("sdc"))), id: "M1")
    let back = try ledger.post("2017-09-01", reversing("M1"))
    #expect(back.legs.isEmpty && back.rows.isEmpty)
    let donors = ledger.book.donors
    #expect(donors.asOf(day("2017-08-31")).resolved(donor("sweden")) == donor("sdc"))
    #expect(donors.resolved(donor("sweden")) == donor("sweden"))
  }

  @Test func `what was agreed while two donors were one stands when they are told apart`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-06-01", .merge(DonorMerge(donor("sweden"), into: donor("sdc"))), id: "M1")
    try ledger.post("2017-11-02", pledging("P1", "100 USD"))
    func signs(_ name: String) throws -> Event {
      try signing(name, "50 USD", by: "sweden") { $0.pledge = reference("P1") }
    }
    try ledger.post("2017-11-03", signs("C1"), id: "C1")
    try ledger.post("2017-11-04", reversing("M1"))
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 5_000)
    #expect(throws: Fault(.pledgeDonor, "P1", "sdc", "sweden")) {
      try ledger.post("2017-11-05", signs("C2"))
    }
    try ledger.post("2017-11-06", reversing("C1"))
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 10_000)
  }

  @Test func `a closed month takes the reversal of what posts nothing`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", .note(ScopeNote(scope("mali"), text: "a slip")), id: "N1")
    try ledger.post("2017-11-02", signing("C1", "100 USD"), id: "C1")
    try ledger.post("2017-12-01", .close(month("2017-11")))
    try ledger.post("2017-11-03", reversing("N1"))
    #expect(throws: Fault(.periodClosed, "2017-11-03", "2017-11", "2017-12-01")) {
      try ledger.post("2017-11-03", reversing("C1"))
    }
    #expect(throws: Fault(.reversalDone, "N1", "F4")) {
      try ledger.post("2017-12-03", reversing("N1"))
    }
  }
}
