import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// Rates that are revised, old, or of a currency that had ended.
@Suite struct BookRateTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private func fact(
    _ date: String, _ event: Event, entered: String
  ) throws -> Fact {
    Fact(day(date), event, provenance: Provenance(entered: try instant(entered)))
  }

  @Test func `a revised rate is used from now on, and what was posted stays as it was`() throws {
    var ledger = try SampleLedger()
    let before = try ledger.post("2017-11-02", signing("A1", "400,000 CHF"))
    try ledger.post("2017-11-01", quote("CHF 0.990 per USD", revises: "corrected by the Treasury"))
    let after = try ledger.post("2017-11-02", signing("A2", "400,000 CHF"))

    #expect(before.legs[0].contains("[400,400.40]"))
    #expect(after.legs[0].contains("[404,040.40]"))
  }

  @Test func `reports tell the rate that was known when a fact was posted, revised back or not`()
    throws
  {
    var ledger = try SampleLedger(rates: [])
    for (units, revises, entered) in [
      ("0.999", nil, "2017-11-01T09:00:00Z"), ("0.990", "misprint", "2017-11-03T09:00:00Z"),
      ("0.999", "no misprint", "2017-11-05T09:00:00Z"),
    ] as [(String, String?, String)] {
      try ledger.post(
        fact("2017-11-01", quote("CHF \(units) per USD", revises: revises), entered: entered))
    }
    var history = RateHistory(of: ledger.book, by: ledger.book.head.rates)
    func units(known: String) throws -> [String] {
      try history.rates(
        from: Currency(code: "CHF"), to: Currency(code: "USD"), on: day("2017-11-30"),
        known: instant(known)
      ).map(\.units.description)
    }
    #expect(try units(known: "2017-11-01T08:59:59Z") == [])
    #expect(try units(known: "2017-11-02T09:00:00Z") == ["0.999"])
    #expect(try units(known: "2017-11-04T09:00:00Z") == ["0.990"])
    #expect(try units(known: "2017-11-06T09:00:00Z") == ["0.999"])
    #expect(ledger.book.ratesLearnt.count == 3)
  }

  @Test func `a rate that was taken in before is taken again, however far off it is`() throws {
    var ledger = try SampleLedger()
    var restored = ledger.book
    let fact = Fact(day("2017-09-02"), try quote("XOF 5600 per USD"))
    #expect(throws: Faults.self) { try ledger.post(fact) }
    try restored.restore(
      fact, id: name("X"), as: Consequence.Stored(entries: [], positions: []))
    #expect(try restored.worth(money("5,600 XOF"), on: day("2017-09-02")) == money("1 USD"))
  }

  @Test func `a rate beyond its table's rhythm is used and cautioned of`() throws {
    let ledger = try SampleLedger()
    let kept = Fact(day("2017-12-06"), try signing("A1", "400,000 SEK"))
    #expect(
      ledger.book.cautions(about: kept) == [
        Fault(
          .rateStale, "SEK 9.039 per USD", "UNORE", "2017-03-01", "280", "2017-12-06", "35")
      ])
    let fresh = Fact(day("2017-04-05"), try signing("A1", "400,000 SEK"))
    #expect(ledger.book.cautions(about: fresh) == [])
    let settled = Fact(day("2017-12-06"), try receiving("A1", "5 USD"))
    #expect(ledger.book.cautions(about: settled) == [])
  }

  @Test func `whatever is taken at the rate of a day is cautioned of, and nothing else`() throws {
    let ledger = try SampleLedger()
    let converted = [
      try pledging("P1", "5 SEK"), try signing("A1", "5 SEK"), try receiving("A1", "5 SEK"),
      try spending("A1", "mali", "5 SEK"), try obliging("A1", "mali", "5 SEK"),
      try delivering("A1", "5 SEK"), try amending("A1/1", "5 SEK"),
      .unidentified(UnidentifiedReceipt(reference("U1"), amount: try money("5 SEK"))),
      .refund(Refund(reference("A1"), amount: try money("5 SEK"))),
      .refund(
        Refund(
          reference("A1"), amount: try money("5 USD"),
          payments: [
            Refund.Payment(date: day("2017-12-06"), amount: try money("5 SEK"), from: .bank)
          ])),
    ]
    for event in converted {
      let cautions = ledger.book.cautions(about: Fact(day("2017-12-06"), event))
      #expect(cautions.map(\.code) == [.rateStale], "\(event.kind)")
    }
    let carried = [
      try amending("A1/1", "-5 SEK"), try allocating("A1", "mali", "5 SEK"),
      .writeOff(WriteOff(reference("A1"), amount: try money("5 SEK"))),
    ]
    for event in carried {
      #expect(ledger.book.cautions(about: Fact(day("2017-12-06"), event)) == [], "\(event.kind)")
    }
  }

  @Test(arguments: [
    ("89,999.99 USD", true), ("90,000 USD", false), ("110,000 USD", false),
    ("110,000.01 USD", true),
  ])
  func `money in another currency more than a tenth off the day's rate is cautioned of`(
    arrived: String, isOdd: Bool
  ) throws {
    var ledger = try SampleLedger()
    // 0.999 francs a dollar: 99,900 francs are 100,000 dollars.
    try ledger.post("2017-11-02", signing("A1", "199,800 CHF", "earmarked mali"))
    let date = "2017-11-20"
    try ledger.post(date, arriving("U1", arrived))
    let receipt = try receiving("A1", "99,900 CHF") { receipt in
      let charge = try money("20 USD")
      receipt.charge = charge
      receipt.bank = try money(arrived).subtracting(charge)
    }
    let events: [(Event, FaultCode)] = [
      (receipt, .exchangeFarOff), (try matching("U1", "A1", "99,900 CHF"), .matchFarOff),
    ]
    for (event, code) in events {
      let posted = try ledger.post(date, event)
      let shown = try money(arrived).description
      let caution = Fault(code, shown, "99,900.00 CHF", "UNORE", "100,000.00 USD", date)
      #expect(ledger.book.cautions(about: posted) == (isOdd ? [caution] : []))
    }
  }

  @Test func `what somebody confirmed is cautioned of no more, however far off it is`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "199,800 CHF", "earmarked mali"))
    try ledger.post("2017-11-20", arriving("U1", "5 USD"))
    let receipt = try receiving("A1", "99,900 CHF", bank: "5 USD") { $0.isConfirmed = true }
    let match = Match(
      reference("U1"), agreement: reference("A1"), settled: try money("99,900 CHF"),
      isConfirmed: true)
    for event in [receipt, .matched(match)] {
      let posted = try ledger.post("2017-11-20", event)
      #expect(ledger.book.cautions(about: posted) == [])
    }
  }

  @Test func `of money in the agreement's own currency no rate is asked`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "100 CHF", "earmarked mali"))
    try ledger.post("2017-11-20", arriving("U1", "50 CHF"))
    for event in [try receiving("A1", "50 CHF"), try matching("U1", "A1", "50 CHF")] {
      let posted = try ledger.post("2017-11-20", event)
      #expect(ledger.book.cautions(about: posted) == [])
    }
  }

  @Test func `a currency that had ended is cautioned of, not refused`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2018-06-30", quote("STD 21000 per USD"))
    let last = Fact(day("2018-06-30"), try signing("A1", "5 STD"))
    #expect(ledger.book.cautions(about: last) == [])
    let late = Fact(day("2018-07-01"), try signing("A1", "5 STD"))
    #expect(
      ledger.book.cautions(about: late) == [
        Fault(.currencyEnded, "STD", "2018-06-30", "STN", "1000")
      ])
    try ledger.post(late)
  }

  @Test(arguments: [
    ("1,000 SLE", false), ("900 SLE", false), ("899.99 SLE", true), ("1,000,000 SLE", true),
  ])
  func `new leones for old ones are looked at by the factor, whatever the table has`(
    arrived: String, isOdd: Bool
  ) throws {
    var ledger = try SampleLedger(rates: [("2022-06-01", "SLL 13100 per USD")])
    try ledger.post("2022-06-01", signing("A1", "13,100,000 SLL", "earmarked mali"))
    try ledger.post("2023-12-01", quote("SLE 22.5 per USD"))
    let posted = try ledger.post(
      "2023-12-15", receiving("A1", "1,000,000 SLL", bank: arrived))
    let caution = Fault(
      .exchangeFarOff, try money(arrived).description, "1,000,000.00 SLL", "SLL 1000 per SLE",
      "1,000.00 SLE", "2023-12-15")
    #expect(ledger.book.cautions(about: posted) == (isOdd ? [caution] : []))
  }

  @Test func `reports tell the restated rate as it was known, and that it was replaced`() throws {
    var ledger = try SampleLedger(rates: [])
    for (date, rate, revises, entered) in [
      ("2022-06-01", "SLL 13100 per USD", nil, "2022-06-01T09:00:00Z"),
      ("2024-01-01", "SLE 22.5 per USD", nil, "2024-01-03T09:00:00Z"),
      ("2024-01-01", "SLE 22.6 per USD", "misprint", "2024-01-05T09:00:00Z"),
    ] as [(String, String, String?, String)] {
      try ledger.post(fact(date, quote(rate, revises: revises), entered: entered))
    }
    var history = RateHistory(of: ledger.book, by: ledger.book.head.rates)
    var used: [[String]] = []
    var replaced: [Bool] = []
    for known in ["2024-01-02T09:00:00Z", "2024-01-04T09:00:00Z", "2024-01-06T09:00:00Z"] {
      let rates = try history.rates(
        from: Currency(code: "SLL"), to: Currency(code: "USD"), on: day("2024-01-31"),
        known: instant(known))
      used.append(rates.map(\.description))
      replaced += rates.map { history.isReplaced($0, known: nil) }
    }
    #expect(
      used == [
        ["SLL 13100 per USD"], ["SLL 22500 per USD, by SLE 22.5 per USD"],
        ["SLL 22600 per USD, by SLE 22.6 per USD"],
      ])
    #expect(replaced == [false, true, false])
  }
}
