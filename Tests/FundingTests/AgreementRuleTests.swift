import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct AgreementRuleTests {
  @Test func `CHF 400,000 at 0.999 is signed and recorded leg by leg`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-11-02",
      signing("A0309", "400,000 CHF", "tightly mali/protection") {
        $0.terms.modality = .i
        $0.recorded = day("2018-01-03")
      })
    #expect(posted.days == ["2017-11-02 signed", "2017-11-02 signed", "2018-01-03 recorded"])
    let part = "A0309/1 mali/protection 2017"
    #expect(
      posted.legs == [
        "debit asset:receivable 400,000.00 CHF [400,400.40] in A0309, \(part)",
        "credit revenue:contributions 400,000.00 CHF [400,400.40] in A0309, \(part)",
        "debit memorandum:awaiting 400,400.40 USD in memorandum, \(part)",
        "credit memorandum:signed 400,400.40 USD in memorandum, \(part)",
        "debit budget:unfunded 400,400.40 USD in memorandum, \(part)",
        "credit budget:funded 400,400.40 USD in memorandum, \(part)",
        "debit memorandum:recorded 400,400.40 USD in memorandum, \(part)",
        "credit memorandum:awaiting 400,400.40 USD in memorandum, \(part)",
      ])
    let row = "mali/protection 2017 sdc tightly A0309 +1 400,000.00 CHF [400,400.40]"
    #expect(posted.rows == ["signed 2017-11-02 \(row)", "recorded 2018-01-03 \(row)"])
  }

  @Test func `without a day of its own it is recorded when it is signed`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post("2017-03-06", signing("A1", "8,000,000 SEK", by: "sweden"))
    #expect(posted.days == ["2017-03-06 signed", "2017-03-06 signed", "2017-03-06 recorded"])
  }

  @Test(arguments: [
    ("2017-03-06", "8,000,000 SEK", "885,053.66"), ("2017-05-15", "150,000 EUR", "162,866.45"),
    ("2017-11-02", "400,000 CHF", "400,400.40"), ("2017-02-14", "1,292,000 USD", ""),
  ])
  func `an agreement is worth what its own day's rate makes of it`(
    date: String, amount: String, worth: String
  ) throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(date, signing("A1", amount))
    let shown = try money(amount).description + (worth.isEmpty ? "" : " [\(worth)]")
    let first = try #require(posted.legs.first)
    #expect(first == "debit asset:receivable \(shown) in A1, A1/1 global 2017")
  }

  @Test func `all parts are worth shares of the whole at the day of signing`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2019-11-29",
      signing("C0304", "1,000,000 CHF", "earmarked mali") {
        $0.parts = try [
          part(2019, "500,000 CHF"), part(2020, "348,542.62 CHF"), part(2021, "151,457.38 CHF"),
        ]
      })
    #expect(
      Array(posted.legs.prefix(4)) == [
        "debit asset:receivable 500,000.00 CHF [504,032.26] in C0304, C0304/1 mali 2019",
        "debit asset:receivable 348,542.62 CHF [351,353.45] in C0304, C0304/2 mali 2020",
        "debit asset:receivable 151,457.38 CHF [152,678.81] in C0304, C0304/3 mali 2021",
        "credit revenue:contributions 500,000.00 CHF [504,032.26] in C0304, C0304/1 mali 2019",
      ])
    #expect(
      posted.rows.filter { $0.hasPrefix("recorded") } == [
        "recorded 2019-11-29 mali 2019 sdc earmarked C0304 +1 500,000.00 CHF [504,032.26]",
        "recorded 2019-11-29 mali 2020 sdc earmarked C0304 +1 348,542.62 CHF [351,353.45]",
        "recorded 2019-11-29 mali 2021 sdc earmarked C0304 +1 151,457.38 CHF [152,678.81]",
      ])
  }

  @Test func `each part lies at its own place and is directed in its own way`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-05-15",
      signing("C2", "900,000 USD", by: "japan") {
        $0.parts = try [
          part(2017, "600,000 USD", "earmarked mali"), part(2017, "300,000 USD", "tightly niger"),
        ]
      })
    #expect(
      posted.rows == [
        "signed 2017-05-15 mali 2017 japan earmarked C2 +1 600,000.00 USD",
        "recorded 2017-05-15 mali 2017 japan earmarked C2 +1 600,000.00 USD",
        "signed 2017-05-15 niger 2017 japan tightly C2 +1 300,000.00 USD",
        "recorded 2017-05-15 niger 2017 japan tightly C2 +1 300,000.00 USD",
      ])
  }

  @Test func `money is in the general fund only where every part is unearmarked`() throws {
    var ledger = try SampleLedger()
    let free = try ledger.post("2017-05-15", signing("U1", "100 USD", "unearmarked"))
    #expect(
      Array(free.legs.prefix(2)) == [
        "debit asset:receivable 100.00 USD in general, U1/1 global 2017",
        "credit revenue:contributions 100.00 USD in general, U1/1 global 2017",
      ])
    let mixed = try ledger.post(
      "2017-05-15",
      signing("U2", "100 USD", "unearmarked") {
        $0.parts = try [part(2017, "60 USD"), part(2017, "40 USD", "softly mali")]
      })
    #expect(mixed.consequence.entries[0].postings.allSatisfy { $0.fund == fund("U2") })
  }

  @Test func `a late agreement keeps its own day for its rate and for basis signed`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-12-05", .close(month("2017-11")))
    let posted = try ledger.post(
      "2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"), posted: "2017-12-01")
    #expect(posted.days == ["2017-12-01 signed", "2017-12-01 signed", "2017-12-01 recorded"])
    let row = "mali 2017 sdc earmarked A1 +1 400,000.00 CHF [400,400.40]"
    #expect(posted.rows == ["signed 2017-11-02 \(row)", "recorded 2017-12-01 \(row)"])
  }

  @Test func `what rounds to nothing in the book currency is a claim all the same`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post("2017-09-07", signing("A1", "2 XOF", "earmarked mali"))
    #expect(posted.days == ["2017-09-07 signed"])
    #expect(
      posted.legs == [
        "debit asset:receivable 2 XOF [0.00] in A1, A1/1 mali 2017",
        "credit revenue:contributions 2 XOF [0.00] in A1, A1/1 mali 2017",
      ])
    let received = try ledger.post("2017-09-08", receiving("A1", "2 XOF"))
    #expect(received.rows == ["received 2017-09-08 mali 2017 sdc earmarked A1 2 XOF [0.00]"])
    #expect(ledger.book.agreements[reference("A1")]?.open == 0)
  }
}

@Suite struct PledgeRuleTests {
  @Test func `a pledge is outstanding, and what an agreement takes up is converted`() throws {
    var ledger = try SampleLedger()
    let promised = try ledger.post(
      "2017-11-02", pledging("P1", "500,000 CHF", "softly west-africa"))
    #expect(promised.days == ["2017-11-02 pledged"])
    #expect(
      promised.legs == [
        "debit memorandum:pledges-outstanding 500,000.00 CHF [500,500.50] in memorandum, west-africa 2017",
        "credit memorandum:pledges-made 500,000.00 CHF [500,500.50] in memorandum, west-africa 2017",
      ])
    #expect(
      promised.rows == [
        "pledged 2017-11-02 west-africa 2017 sdc softly P1 +1 500,000.00 CHF [500,500.50]"
      ])
    let signed = try ledger.post(
      "2017-11-20", signing("C1", "400,000 CHF", "softly mali") { $0.pledge = reference("P1") })
    #expect(signed.days.last == "2017-11-20 converted")
    #expect(
      Array(signed.legs.suffix(2)) == [
        "debit memorandum:pledges-converted 400,000.00 CHF [400,400.40] in memorandum, west-africa 2017",
        "credit memorandum:pledges-outstanding 400,000.00 CHF [400,400.40] in memorandum, west-africa 2017",
      ])
    #expect(
      signed.rows.last
        == "pledged 2017-11-20 west-africa 2017 sdc softly P1 -400,000.00 CHF [-400,400.40]")
    #expect(ledger.book.pledges[reference("P1")]?.outstanding == 10_000_000)
    #expect(ledger.book.pledges[reference("P1")]?.outstandingBook == 10_010_010)
  }

  @Test func `more than was promised takes up the promise and no more`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", pledging("P1", "500,000 CHF"))
    for (name, taken) in [("C1", "-300,000.00"), ("C2", "-200,000.00")] {
      let signed = try ledger.post(
        "2017-11-20", signing(name, "300,000 CHF") { $0.pledge = reference("P1") })
      #expect(signed.rows.last?.contains(" \(taken) CHF") == true)
    }
    #expect(ledger.book.pledges[reference("P1")]?.outstandingBook == 0)
    let third = try ledger.post(
      "2017-11-21", signing("C3", "1 CHF") { $0.pledge = reference("P1") })
    #expect(third.days.count == 3)
    let tally = FundingPosition(ledger.rows)[.pledged]
    #expect(tally.book == 0 && tally.original.isZero && tally.count == 0)
  }

  @Test func `a pledge is taken up in its own currency`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", pledging("P1", "500,000 EUR"))
    let signed = try ledger.post(
      "2017-11-20", signing("C1", "100,000 USD") { $0.pledge = reference("P1") })
    #expect(
      signed.rows.last
        == "pledged 2017-11-20 global 2017 sdc not-stated P1 -92,100.00 EUR [-100,000.00]")
  }

  @Test func `an agreement signed before the pledge takes it up on the pledge's day`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-20", pledging("P1", "100 USD"))
    let signed = try ledger.post(
      "2017-11-02", signing("C1", "100 USD") { $0.pledge = reference("P1") })
    #expect(
      signed.days == [
        "2017-11-02 signed", "2017-11-02 signed", "2017-11-02 recorded", "2017-11-20 converted",
      ])
    #expect(
      signed.rows.last == "pledged 2017-11-20 global 2017 sdc not-stated P1 -1 -100.00 USD")
  }

  @Test func `a merged donor's agreement takes up the other's pledge`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", .merge(DonorMerge(donor("sweden"), into: donor("sdc"))))
    try ledger.post("2017-11-02", pledging("P1", "100 USD"))
    let signed = try ledger.post(
      "2017-11-03", signing("C1", "100 USD", by: "sweden") { $0.pledge = reference("P1") })
    #expect(signed.days.last == "2017-11-03 converted")
  }

  @Test func `what a ledger took before its terms were asked for sense is taken again as it was`()
    throws
  {
    let book = try SampleLedger().book
    let senseless = try signing("A1", "100 USD", "unearmarked mali") {
      $0.terms.limits = [SubLimit(try money("101 USD"), on: scope("mali"))]
    }
    let fact = Fact(day("2017-11-02"), senseless)
    var (new, known, restored) = (book, book, book)
    #expect(throws: Faults.self) { try new.post(fact, id: name("A1")) }
    #expect(
      book.faults(of: fact, id: name("A1")).map(\.code) == [.earmarkUnearmarked, .limitExceeds])
    let posted = try known.repost(fact, id: name("A1"))
    let stored = Consequence.Stored(
      entries: posted.consequence.entries, positions: posted.consequence.positions)
    try restored.restore(fact, id: name("A1"), as: stored)
    #expect(known == restored)
  }
}
