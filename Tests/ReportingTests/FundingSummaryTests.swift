import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct FundingSummaryTests {
  @Test(arguments: [
    // Less than all is never 100 %, nor is the rest of it nothing.
    ("1,000", "0.01", 0, 100), ("1,000", "4.99", 0, 100), ("1,000", "5", 1, 99),
    ("1,000", "494.99", 49, 51), ("1,000", "495", 50, 50), ("1,000", "994.99", 99, 1),
    ("1,000", "995", 99, 1), ("1,000", "999.99", 99, 1), ("1,000", "1,000", 100, 0),
    ("1,000", "1,004.99", 100, 0), ("1,000", "1,005", 101, 0), ("1,000", "2,500", 250, 0),
  ])
  func `percentages are of exact sums, and less than all is at most 99`(
    requested: String, funded: String, percent: Int, rest: Int
  ) throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", try requiring("mali", "\(requested) USD"))
    try ledger.post("2017-02-01", try signing("A1", "\(funded) USD", "earmarked mali"))
    let summary = try ledger.summary("mali")
    #expect(summary.fundedPercent == percent && summary.unfundedPercent == rest)
  }

  @Test func `without a request there is no percentage, and what is given is more than asked`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-02-01", try signing("A1", "5.49 USD", "earmarked mali"))
    let summary = try ledger.summary("mali")
    #expect(summary.fundedPercent == nil && summary.unfundedPercent == nil)
    #expect(summary.unfunded.minorUnits == -549)
    #expect(summary.document().figure("unfunded") == "USD -5")
    #expect(summary.json["fundedPercent"] == .null)
  }

  @Test(arguments: [("global", false), ("west-africa", false), ("mali", true), ("chad", true)])
  func `a region has no percentage unless it is declared complete`(
    place: String, hasPercentage: Bool
  ) throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", try requiring(place, "1,000 USD"))
    #expect(try (ledger.summary(place).fundedPercent != nil) == hasPercentage)
  }

  @Test func `unfunded is printed as printed requested less printed funded, as the list adds up`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", try requiring("mali", "1,000.50 USD"))
    try ledger.post("2017-02-01", try signing("A1", "0.50 USD", "earmarked mali", by: "japan"))
    try ledger.post("2017-02-01", try signing("A2", "0.50 USD", "earmarked mali", by: "sdc"))
    try ledger.post(
      "2017-02-01", try signing("A3", "1.50 USD", "tightly mali/health", by: "france"))
    let summary = try ledger.summary("mali")
    let document = summary.document()
    // 1,000.50 and 2.50 go to the even neighbours; the difference, 998.00, is printed all the same.
    #expect(document.figure("requested") == "USD 1,000")
    #expect(document.figure("funded") == "USD 2")
    #expect(document.figure("unfunded") == "USD 998")
    let donors = try #require(document.grid("donors")).texts.map { Array($0.prefix(2)) }
    #expect(
      donors == [
        ["france", "USD 2"], ["japan", "USD 0"], ["sdc", "USD 0"], ["Funded", "USD 2"],
      ])
    let earmarks = try #require(document.grid("byEarmark")).texts.map { Array($0.prefix(2)) }
    #expect(
      earmarks == [
        ["Earmarked", "USD 1"], ["Tightly earmarked", "USD 2"], ["Rounding", "USD -1"],
        ["Funded", "USD 2"],
      ])
    let exact = summary.document(Printing(exact: true))
    #expect(exact.figure("unfunded") == "USD 998.00")
    #expect(exact.grid("byEarmark")?.texts.contains { $0[0] == "Rounding" } == false)
  }

  @Test func `money above the scope stands beside the total, outside the percentage`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", try requiring("mali", "1,000 USD"))
    try ledger.post("2017-02-01", try signing("A1", "500 USD", "softly west-africa"))
    let above = ledger.rows.filter { $0.scope == scope("west-africa") && $0.measure == .recorded }
    let summary = try ledger.summary("mali") { $0.above = above }
    #expect(summary.flexible == (try money("500 USD")))
    #expect(summary.funded.isZero && summary.fundedPercent == 0)
  }

  @Test func `an allocation moves money in, and out of where it lay`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-02-01", try signing("A1", "500 USD", "softly west-africa"))
    try ledger.post("2017-03-01", try allocating("A1", "mali", "120 USD"))
    let mali = try ledger.summary("mali")
    #expect(mali.allocated == (try money("120 USD")))
    #expect(mali.earmarked.isZero && mali.funded == mali.allocated)
    let region = try ledger.summary("west-africa")
    #expect(region.funded == (try money("500 USD")))
    #expect(region.allocated.isZero)
  }

  @Test func `what is signed and not recorded is told apart, donor by donor`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", try signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post("2017-11-03", try signing("A2", "100 USD", "earmarked mali", by: "japan"))
    func isBefore(_ row: PositionRow) -> Bool {
      row.measure == .signed || row.reference == reference("A2")
    }
    let summary = try ledger.summary("mali") { material in
      material.byDonor.removeAll { !isBefore($0) }
      material.byAgreement.removeAll { !isBefore($0.row) }
    }
    #expect(summary.donors.map(\.donor.text) == ["japan"])
    let line = try #require(summary.signedNotRecorded.first)
    #expect(summary.signedNotRecorded.count == 1 && line.donor == donor("sdc"))
    #expect(line.book == (try money("400,400.40 USD")))
    #expect(
      summary.document().grid("signedNotRecorded")?.texts == [
        ["sdc", "USD 400,400", "CHF 400,000", "1"]
      ])
  }

  @Test func `donors that were merged are one, with what both gave`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-02-01", try signing("A1", "300 USD", "earmarked mali", by: "japan"))
    try ledger.post("2017-02-02", try signing("A2", "200 USD", "earmarked mali", by: "france"))
    try ledger.post("2017-02-03", .merge(DonorMerge(donor("france"), into: donor("japan"))))
    let lines = try ledger.summary("mali").donors
    #expect(lines.map(\.donor.text) == ["japan"] && lines.map(\.count) == [2])
    #expect(lines.map(\.book) == [try money("500 USD")])
  }

  @Test func `donors are listed by what they gave, the same amounts by name`() throws {
    var ledger = try SampleLedger()
    for (number, giver) in ["sweden", "japan", "france"].enumerated() {
      let amount = giver == "sweden" ? "9 USD" : "7 USD"
      try ledger.post("2017-02-01", try signing("A\(number)", amount, "earmarked mali", by: giver))
    }
    #expect(try ledger.summary("mali").donors.map(\.name) == ["sweden", "france", "japan"])
  }

  @Test func `an agreement's lines of one amount stand by place and earmark, every time`() throws {
    var ledger = try SampleLedger()
    let uses = [
      "tightly mali/health", "tightly mali/education", "earmarked mali", "tightly mali/protection",
      "tightly mali/health/clinics",
    ]
    let agreement = try signing("A1", "500 USD") { agreement in
      agreement.parts = try uses.map { try part(2017, "100 USD", $0) }
    }
    try ledger.post("2017-02-01", agreement)
    let lines = try #require(try ledger.summary("mali") { $0.showsAgreements = true }.agreements)
    #expect(
      lines.map(\.place.text) == [
        "mali", "mali/education", "mali/health", "mali/health/clinics", "mali/protection",
      ])
  }

  @Test func `a donor is thanked once, with its latest figure, the greatest first`() throws {
    let ledger = try SampleLedger()
    let summary = try ledger.summary("mali") { material in
      for (giver, units) in [("japan", 7), ("sdc", 9), ("japan", 12)] {
        material.acknowledgements.append(
          Acknowledgement(
            donor(giver), scope: .global,
            amount: Money(minorUnits: Int64(units) * 100_000_000, of: ledger.book.head.currency)))
      }
    }
    #expect(summary.thanks.map(\.donor.text) == ["japan", "sdc"])
    guard case .roll(let roll)? = summary.document().blocks.last else {
      Issue.record("no thanks")
      return
    }
    #expect(roll == ["japan (12 M)", "sdc (9 M)"])
  }

  @Test func `programs get thanks in whole units, too, unless minor ones are asked for`() throws {
    let thanked = try money("12,000,001.25 USD")
    let summary = try SampleLedger().summary("mali") {
      $0.acknowledgements = [
        Acknowledgement(donor("japan"), scope: scope("global"), amount: thanked)
      ]
    }
    func cell(_ printing: Printing) -> Cell? {
      summary.records(printing).grids.first { $0.id == "thanks" }?.rows.first?.cells.last
    }
    #expect(cell(Printing()) == .wholeMoney(12_000_001, summary.currency))
    #expect(cell(Printing(exact: true)) == .money(thanked))
  }

  @Test func `thanks tell the scope that is not global, and the currency that is not the book's`()
    throws
  {
    let thanks = [
      ("japan", "global", "3,000,000,000 JPY"), ("sdc", "west-africa", "5,000,000 USD"),
      ("sdc", "global", "41,000,000 USD"),
    ]
    let acknowledgements = try thanks.map {
      Acknowledgement(donor($0.0), scope: scope($0.1), amount: try money($0.2))
    }
    let summary = try SampleLedger().summary("mali") { $0.acknowledgements = acknowledgements }
    guard case .roll(let roll)? = summary.document().blocks.last else {
      Issue.record("no thanks")
      return
    }
    #expect(roll == ["sdc (41 M)", "sdc for West Africa (5 M)", "japan (JPY 3,000 M)"])
  }

  @Test func `money that was allocated counts as a contribution, is listed and tells its rate`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", try signing("A1", "400,000 CHF", "softly west-africa"))
    try ledger.post("2017-11-03", try allocating("A1", "mali/health", "100,000 CHF"))
    let summary = try ledger.summary("mali") { $0.showsAgreements = true }
    #expect(summary.donors.map(\.count) == [1])
    let line = try #require(summary.agreements?.first)
    #expect(line.place == scope("mali/health"))
    #expect(line.amount == (try money("100,000 CHF")))
    #expect(line.stage == .allocated)
    #expect(line.book == (try money("100,100.10 USD")))
    #expect(summary.rates.map(\.description) == ["CHF 0.999 per USD"])
    let region = try ledger.summary("west-africa") { $0.showsAgreements = true }
    #expect(region.donors.map(\.count) == [1])
    #expect(region.agreements?.map(\.stage) == [.recorded, .allocated])
  }

  @Test func `a rate that was entered late is not told as the one used`() throws {
    var ledger = try SampleLedger(rates: [("2017-01-01", "CHF 0.9 per USD")])
    try ledger.post("2017-02-01", try signing("A1", "90 CHF", "earmarked mali"))
    try ledger.post(
      Fact(
        day("2017-01-15"), try quote("CHF 0.8 per USD"),
        provenance: Provenance(entered: Instant(startOf: day("2017-03-01")))))
    let summary = try ledger.summary("mali") { $0.showsAgreements = true }
    #expect(summary.funded == (try money("100 USD")))
    #expect(summary.rates.map(\.description) == ["CHF 0.9 per USD"])
    #expect(summary.agreements?.first?.rates.map(\.description) == ["CHF 0.9 per USD"])
  }

  @Test func `on basis signed what is not recorded yet is funded, and stands there alone`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-02-01", try signing("A1", "5 USD", "earmarked mali") { $0.recorded = day("2018-01-03") }
    )
    let signed = try ledger.summary("mali", basis: .signed)
    #expect(signed.donors.count == 1 && signed.signedNotRecorded.isEmpty)
    let received = try ledger.summary("mali", basis: .received)
    #expect(received.donors.isEmpty)
    #expect(
      received.document().blocks.contains(
        .paragraph("No contribution for Mali in 2017 is received.")))
  }

  @Test func `where a year has no figures, those that have some are told`() throws {
    let summary = try SampleLedger().summary("mali") { $0.otherYears = [year(2016), year(2018)] }
    #expect(
      summary.document().blocks.contains(
        .paragraph(
          "No contribution for Mali in 2017 is recorded. "
            + "The ledger has figures for 2016, 2018: ask with --year or --as-of.")))
  }

  @Test func `a sum beyond what can be counted is refused, never wrapped`() throws {
    let ledger = try SampleLedger()
    let most = Money(minorUnits: .max, of: ledger.book.head.currency)
    let row = PositionRow(
      .recorded, day: day("2017-02-01"), scope: scope("mali"), year: year(2017),
      donor: donor("japan"), category: .earmarked, amount: most, book: most)
    #expect(try ledger.summary("mali") { $0.byDonor = [row] }.funded == most)
    #expect(throws: MoneyError.self) { try ledger.summary("mali") { $0.byDonor = [row, row] } }
  }

  @Test func `JSON tells the figures that the exact document prints`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", try requiring("mali", "1,000,000.65 USD"))
    try ledger.post("2017-11-02", try signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post("2017-11-03", try signing("A2", "0.35 USD", "tightly mali/health", by: "japan"))
    try ledger.post("2017-11-20", try receiving("A1", "100,000 CHF"))
    try ledger.post("2017-11-21", try pledging("P1", "77 USD", "earmarked mali"))
    let summary = try ledger.summary("mali") { $0.showsAgreements = true }
    let document = summary.document(Printing(exact: true))
    let json = summary.json
    for figure in document.allFigures {
      guard case .amount(let amount) = figure.value else { continue }
      #expect(json[figure.id] == .amount(amount), "\(figure.id)")
    }
    #expect(document.allFigures.count == 9)
    for (id, key) in [("donors", "donors"), ("agreements", "agreements")] {
      guard case .array(let lines)? = json[key], let grid = document.grid(id) else {
        Issue.record("no \(id)")
        continue
      }
      let column = try #require(grid.columns.firstIndex { $0.id == "amount" })
      let printed = grid.rows.filter { $0.role == .body }.map { row -> JSONValue? in
        if case .amount(let amount) = row.cells[column] { .amount(amount) } else { nil }
      }
      #expect(lines.map { $0["amount"] } == printed)
    }
    #expect(json["byEarmark"]?["tightly"] == .money(try money("0.35 USD")))
    #expect(json["byEarmark"]?["softly"] == .money(try money("0 USD")))
  }
}
