import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import SeededRandom
import Testing

@testable import TestSupport

/// A store reads only the rates that are asked for; it must find the same as a text, which has all.
@Suite struct StoredRatesTests {
  private static let currencies = ["USD", "CHF", "EUR", "SEK"].map { code in
    guard let currency = try? Currency(code: code) else { preconditionFailure("\(code) is listed") }
    return currency
  }
  private static let tables = ["UNORE", "ECB"].map(table)
  private static let first = day("2009-01-01")

  /// Rates of two tables, of years in which there are many and of years in which there are none.
  private static func text(_ random: inout Seeded) throws -> String {
    var text = """
      ledger "Rates"
        currency: USD
        rates: UNORE

      """
    var stated = Set<String>()
    for _ in 0..<40 {
      guard let quote = currencies.randomElement(using: &random),
        let base = currencies.filter({ $0 != quote }).randomElement(using: &random),
        let table = tables.randomElement(using: &random)
      else { continue }
      let years = [0, 1, 1, 4, 4, 9].randomElement(using: &random) ?? 0
      let date = first.adding(days: years * 366 + Int.random(in: 0...365, using: &random))
      guard stated.insert("\(date) \(quote) \(base) \(table)").inserted else { continue }
      // No rate is far off another, nor looks inverted.
      let units = Int.random(in: 10...40, using: &random)
      text += "\(date) rate \(quote) 1.0\(units) per \(base)\n"
      if table != tables[0] { text += "  table: \(table)\n" }
    }
    return text
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is found by some of the rates is what is found by all`(seed: UInt64) throws {
    var random = Seeded(seed)
    let folder = try TemporaryDirectory()
    let (text, store) = (folder.file("rates.bursar"), folder.file("rates.ledger"))
    try Self.text(&random).write(toFile: text, atomically: true, encoding: .utf8)
    _ = try InitialiseLedger(at: store, by: "ann", on: instant("2020-01-01T00:00:00Z"))
      .make(from: text)
    let ledgers = try [text, store].map { try OpenLedger.reading($0) }
    var found = 0
    for _ in 0..<60 {
      let currencies = Self.currencies.shuffled(using: &random).prefix(2)
      let table = try #require(Self.tables.randomElement(using: &random))
      let since = Self.first.adding(days: Int.random(in: 0...4000, using: &random))
      let date = since.adding(days: Int.random(in: 0...400, using: &random))
      let conversions = try ledgers.map { ledger in
        var rates = try ledger.rates(of: Set(currencies), in: table, since: since)
        return rates.rates(
          from: currencies[0], to: currencies[1], on: date, known: instant("2021-01-01T00:00:00Z"))
      }
      #expect(conversions[0] == conversions[1], "\(currencies) on \(date), since \(since)")
      if !conversions[0].isEmpty { found += 1 }
    }
    #expect(found > 20)
  }

  @Test func `a rate of years ago is found, and another table's newer one is none`() throws {
    let ledger = try WorkedLedger(
      """
      2012-03-01 rate SEK 9 per USD

      2016-12-30 rate SEK 10 per EUR
        table: ECB

      2016-12-30 rate USD 1.1 per EUR
        table: ECB


      """)
    let agreement = Fact(
      day("2017-01-02"), try signing("A3", "900 SEK", "earmarked mali", by: "japan"))
    let outcome = try ledger.record(agreement)
    #expect(outcome.cautions.map(\.fault.code) == [.rateStale])
    let summary = try SummariseFunding(scope: "mali", asOf: day("2017-01-31"))
      .summary(of: OpenLedger.reading(ledger.store))
    #expect(summary.funded == (try money("100 USD")))
    #expect(summary.rates.map(\.description) == ["SEK 9 per USD"])
    #expect(throws: Refusal.self) {
      try ledger.record(Fact(day("2012-02-29"), try signing("A4", "900 SEK", by: "japan")))
    }
  }

  @Test func `a store finds the rates of the other denomination, as a text does`() throws {
    let ledger = try WorkedLedger(
      """
      2012-03-01 rate SLL 4300 per USD

      2022-06-01 rate SLL 13100 per USD

      2024-01-01 rate SLE 22.5 per USD

      2018-07-01 rate STN 21 per USD

      2016-12-01 rate MRO 360 per USD


      """)
    for (code, date, expected) in [
      ("SLL", "2023-12-31", "SLL 13100 per USD"),
      ("SLL", "2024-01-31", "SLL 22500 per USD, by SLE 22.5 per USD"),
      ("SLE", "2023-12-31", "SLE 13.1 per USD, by SLL 13100 per USD"),
      ("SLE", "2024-01-31", "SLE 22.5 per USD"),
      ("STD", "2018-07-01", "STD 21000 per USD, by STN 21 per USD"),
      ("MRU", "2018-01-01", "MRU 36 per USD, by MRO 360 per USD"),
    ] {
      for read in try ledger.both() {
        let found = try ListRates(asOf: day("2024-12-31")).finding(
          from: Currency(code: code), to: nil, on: day(date), of: read)
        #expect(found.conversion.rates.map(\.description) == [expected], "\(code) on \(date)")
      }
    }
    for read in try ledger.both() {
      let found = try ListRates(asOf: day("2024-12-31")).finding(
        from: Currency(code: "VEF"), to: Currency(code: "VES"), on: day("2024-01-31"), of: read)
      #expect(found.conversion.way == .redenomination)
      #expect(throws: MoneyError.self) {
        try ListRates(asOf: day("2024-12-31")).finding(
          from: Currency(code: "VEF"), to: nil, on: day("2024-01-31"), of: read)
      }
    }
  }

  @Test func `an agreement in old leones is recorded by the rate of the new ones`() throws {
    let ledger = try WorkedLedger(
      """
      2022-06-01 rate SLL 13100 per USD

      2023-12-01 rate SLE 22.5 per USD


      """)
    let agreement = Fact(
      day("2023-12-31"), try signing("A3", "22,500,000 SLL", "earmarked mali", by: "japan"))
    let recorded = try ledger.record(agreement, at: instant("2024-01-02T09:00:00Z"))
    #expect(recorded.cautions == [])
    let summary = try SummariseFunding(scope: "mali", asOf: day("2023-12-31"))
      .summary(of: OpenLedger.reading(ledger.store))
    #expect(summary.rates.map(\.description) == ["SLL 22500 per USD, by SLE 22.5 per USD"])
    #expect(try ledger.proved() == WorkedLedger.factCount + 3)
  }
}
