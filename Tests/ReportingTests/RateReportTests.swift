import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

/// Rates as reports tell them: listed, found, checked, imported.
@Suite struct RateReportTests {
  private func rate(_ date: String, _ text: String, in name: String = "UNORE") throws
    -> ExchangeRate
  {
    let words = text.split(separator: " ").map(String.init)
    return try ExchangeRate(
      quote: Currency(code: words[0]), base: Currency(code: words[3]),
      units: ExactDecimal(parsing: words[1]), effective: day(date), table: table(name))
  }

  private func recorded(
    _ date: String, _ text: String, in name: String = "UNORE", isInUse: Bool = true,
    revises: String? = nil, isConfirmed: Bool = false
  ) throws -> RecordedRate {
    let rate = try rate(date, text, in: name)
    return RecordedRate(
      rate,
      as: RateQuote(
        rate.units, of: rate.quote, per: rate.base, revises: revises, isConfirmed: isConfirmed),
      isInUse: isInUse, provenance: Provenance(by: "ann", source: "a.csv, line 2"))
  }

  @Test func `a rate that another took the place of is listed beside it`() throws {
    let listing = try RateListing(
      [
        recorded("2017-11-01", "CHF 0.999 per USD", isInUse: false),
        recorded("2017-11-01", "CHF 0.99 per USD", revises: "misprint"),
        recorded("2017-12-01", "CHF 0.984 per USD"),
      ], stamp: stamp)
    let grid = try #require(listing.document().grid("rates"))
    #expect(grid.texts.map { $0[5] } == ["replaced", "revised", ""])
    #expect(grid.columns.map(\.id).last == "source")
    let all = try #require(listing.document(records: true).grid("rates"))
    #expect(all.texts.map { $0[8] } == ["", "misprint", ""])
    #expect(
      RateListing([], stamp: stamp).document().blocks == [.paragraph("None is recorded.")])
  }

  @Test func `a gap and a stale rate begin where the table's rhythm ends`() throws {
    func kinds(_ dates: String...) throws -> [String] {
      let rates = try dates.map { try recorded($0, "CHF 0.999 per USD") }
      return RateCheck(rates, stamp: stamp).findings.map {
        "\($0.kind) \($0.before.effective) \($0.days)"
      }
    }
    // The reports of tests are of 31 December 2017.
    #expect(try kinds("2017-11-26") == [])
    #expect(try kinds("2017-11-25") == ["stale 2017-11-25 36"])
    #expect(try kinds("2017-11-01", "2017-12-06") == [])
    #expect(try kinds("2017-10-31", "2017-12-06") == ["gap 2017-10-31 36"])
  }

  @Test func `a currency that ended is not stale, and another table has no rhythm`() throws {
    #expect(
      try RateCheck([recorded("2010-01-04", "EEK 15 per EUR", in: "ECB")], stamp: stamp)
        .findings == [])
    #expect(
      try RateCheck([recorded("2010-01-04", "CHF 1 per EUR", in: "BANK")], stamp: stamp)
        .findings == [])
  }

  @Test func `a rate that jumps is an outlier unless somebody confirmed it`() throws {
    func outliers(_ second: RecordedRate) throws -> [RateCheck.Finding.Kind] {
      RateCheck([try recorded("2017-12-01", "XOF 560 per USD"), second], stamp: stamp)
        .findings.map(\.kind)
    }
    #expect(try outliers(recorded("2017-12-02", "XOF 5600 per USD")) == [.outlier])
    #expect(try outliers(recorded("2017-12-02", "XOF 5600 per USD", isConfirmed: true)) == [])
    #expect(try outliers(recorded("2017-12-02", "XOF 5600 per USD", isInUse: false)) == [])
    #expect(try outliers(recorded("2017-12-02", "XAF 5600 per USD")) == [])
    #expect(try outliers(recorded("2017-12-02", "XOF 5599 per USD")) == [])
  }

  @Test func `a rate is compared with the one before of either currency, and told if inverted`()
    throws
  {
    let rates = try [
      recorded("2017-12-01", "EUR 0.858 per USD"), recorded("2017-12-04", "EUR 1.165 per USD"),
      recorded("2017-12-02", "USD 1.165 per EUR"), recorded("2017-12-03", "USD 0.05 per EUR"),
    ]
    #expect(
      RateCheck(rates, stamp: stamp).findings.map { "\($0.kind) \($0.before) \($0.last)" } == [
        "outlier USD 0.05 per EUR 2017-12-04", "outlier USD 1.165 per EUR 2017-12-03",
      ])
    #expect(
      RateCheck(Array(rates.prefix(2)), stamp: stamp).findings.map(\.kind) == [.inverted])
    let confirmed = try recorded("2017-12-04", "EUR 1.165 per USD", isConfirmed: true)
    #expect(RateCheck([rates[0], confirmed], stamp: stamp).findings == [])
  }

  @Test func `a rate is told with its age, and with a warning where it is old`() throws {
    var tables = RateTables()
    tables.add(try rate("2017-11-01", "CHF 0.999 per USD"))
    func finding(on date: String) throws -> Document {
      let conversion = try tables.conversion(
        from: Currency(code: "CHF"), to: Currency(code: "USD"), on: day(date),
        table: table("UNORE"))
      return RateFinding(conversion, on: day(date), table: table("UNORE"), stamp: stamp).document()
    }
    let fresh = try finding(on: "2017-12-06")
    #expect(fresh.figure("worth") == "1.001001")
    #expect(fresh.figure("how") == "divided by CHF 0.999")
    #expect(fresh.grid("rates")?.texts == [["CHF 0.999 per USD", "2017-11-01", "35", "UNORE"]])
    #expect(fresh.notes.items == [])
    #expect(
      try finding(on: "2017-12-07").notes.items == [
        "CHF 0.999 per USD of UNORE was 36 days old when it was used on 2017-12-07; the table is "
          + "kept to 35 days"
      ])
  }

  @Test func `an import is counted by currency`() throws {
    let report = RateImport(
      [
        .init(try rate("2017-11-01", "EUR 0.86 per USD"), .new),
        .init(try rate("2017-11-01", "CHF 0.99 per USD"), .known),
        .init(
          try rate("2017-12-01", "CHF 0.98 per USD"),
          .revised(try rate("2017-12-01", "CHF 0.97 per USD"))),
        .init(try rate("2017-10-01", "CHF 9.8 per USD"), .refused),
      ], stamp: stamp)
    #expect(report.lines.map(\.quote.code) == ["CHF", "EUR"])
    #expect(
      report.document().grid("currencies")?.texts.first == [
        "UNORE", "CHF", "USD", "2017-10-01", "2017-12-01", "0", "1", "1", "1",
      ])
    #expect(
      report.document().grid("revisions")?.texts == [
        ["UNORE", "CHF", "USD", "2017-12-01", "0.97", "0.98"]
      ])
  }

  @Test func `a summary warns of rates that were old when they were used`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-04-05", signing("A1", "1,000 SEK", "tightly mali"))
    #expect(try ledger.summary("mali").staleRates == [])
    try ledger.post("2017-04-06", signing("A2", "1,000 SEK", "tightly mali"))
    let summary = try ledger.summary("mali")
    #expect(summary.rates.map(\.description) == ["SEK 9.039 per USD"])
    #expect(summary.staleRates.map(\.date) == [day("2017-04-06")])
    #expect(
      summary.document(Printing()).blocks.contains(
        .notes(
          Notes(
            title: "Warning: old rates were used",
            [
              "SEK 9.039 per USD of UNORE was 36 days old when it was used on 2017-04-06; the "
                + "table is kept to 35 days"
            ]))))
  }
}
