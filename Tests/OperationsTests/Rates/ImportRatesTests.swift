import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct ImportRatesTests {
  private let folder: TemporaryDirectory
  private let store: String
  private let now: Instant

  init() throws {
    folder = try TemporaryDirectory()
    store = folder.file("rates.ledger")
    now = try #require(Instant("2018-06-01T09:00:00Z"))
    _ = try InitialiseLedger(at: store, by: "ann", on: now).make(
      LedgerHead(name: "Rates", currency: Currency(code: "USD"), rates: table("UNORE")))
  }

  private func file(_ lines: String..., name: String = "rates.csv") throws -> String {
    let path = folder.file(name)
    let text = (["currency,date,units_per_usd"] + lines).map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func request(
    _ paths: String..., changing change: (inout ImportRates) throws -> Void = { _ in }
  ) rethrows -> ImportRates {
    var request = ImportRates(paths, by: "ben", at: now)
    try change(&request)
    return request
  }

  private func rates() throws -> [Fact] {
    try OpenLedger.reading(store).facts(of: [.rate]).map(\.fact)
  }

  /// The counts of a report: new, there already, changed, refused.
  private func counts(_ report: RateImport) -> [Int] {
    [\RateImport.Line.new, \.known, \.revised, \.refused].map { count in
      report.lines.reduce(0) { $0 + $1[keyPath: count] }
    }
  }

  @Test func `a rate is recorded with its table, its day, who loaded it and where it stood`() throws
  {
    let path = try file("EUR,2017-05-03,0.921", "CHF,2017-11-02,0.999")
    let outcome = try request(path).record(in: store)

    let facts = try rates()
    #expect(counts(outcome.report) == [2, 0, 0, 0])
    #expect(facts.map(\.date) == [day("2017-11-02"), day("2017-05-03")])
    #expect(facts.map(\.provenance.by) == ["ben", "ben"])
    #expect(facts.map(\.provenance.source) == ["rates.csv, line 3", "rates.csv, line 2"])
    #expect(
      facts.map(\.event) == [
        try quote("CHF 0.999 per USD", table: table("UNORE")),
        try quote("EUR 0.921 per USD", table: table("UNORE")),
      ])
  }

  @Test func `the same file again changes nothing, however its numbers are written`() throws {
    _ = try request(try file("CHF,2017-11-02,0.90")).record(in: store)
    let before = try VerifyLedger.prove(store, containing: nil)
    let outcome = try request(try file("CHF,2017-11-02,0.9")).record(in: store)
    #expect(counts(outcome.report) == [0, 1, 0, 0])
    #expect(try VerifyLedger.prove(store, containing: nil) == before)
  }

  @Test func `of a file with one rate that is refused nothing is recorded`() throws {
    _ = try request(try file("XOF,2017-11-01,560")).record(in: store)
    let path = try file("CHF,2017-11-02,0.999", "XOF,2017-11-02,5600", "XOF,2017-11-01,561")
    let refusal = #expect(throws: Refusal.self) { try request(path).record(in: store) }
    #expect(refusal?.diagnostics.map(\.fault.code) == [.rateFarOff, .rateDiffers])
    #expect(refusal?.diagnostics.map(\.location?.line) == [3, 4])
    #expect(refusal?.diagnostics.map(\.excerpt) == ["XOF,2017-11-02,5600", "XOF,2017-11-01,561"])
    #expect(try rates().count == 1)
  }

  @Test func `a rate that differs is taken for a reason, and both stay`() throws {
    _ = try request(try file("CHF,2017-11-01,0.999")).record(in: store)
    let outcome = try request(try file("CHF,2017-11-01,0.99", "EUR,2017-11-01,0.86")) {
      $0.reason = "corrected"
    }.record(in: store)
    #expect(counts(outcome.report) == [1, 0, 1, 0])
    #expect(outcome.report.revisions.map(\.old.units.description) == ["0.999"])

    let listing = try ListRates(asOf: day("2017-12-31")).listing(of: OpenLedger.reading(store))
    let francs = listing.rates.filter { $0.rate.quote.code == "CHF" }
    #expect(francs.map(\.isInUse) == [false, true])
    #expect(francs.map(\.revises) == [nil, "corrected"])
    // Only what revises says so.
    #expect(listing.rates.last?.revises == nil)
  }

  @Test func `files that were loaded change nothing again, whichever of their rates is in use`()
    throws
  {
    let first = try file("CHF,2017-11-01,0.999", name: "first.csv")
    let second = try file("CHF,2017-11-01,0.99", name: "second.csv")
    func revise(_ paths: String...) throws -> [Int] {
      var request = ImportRates(paths, by: "ben", at: now)
      request.reason = "corrected"
      return counts(try request.record(in: store).report)
    }
    _ = try request(first).record(in: store)
    #expect(try revise(second) == [0, 0, 1, 0])
    let before = try VerifyLedger.prove(store, containing: nil)
    for path in [first, second] {
      #expect(counts(try request(path).record(in: store).report) == [0, 1, 0, 0])
      #expect(try revise(path) == [0, 1, 0, 0])
    }
    #expect(try revise(first, second, first) == [0, 3, 0, 0])
    #expect(try VerifyLedger.prove(store, containing: nil) == before)

    // Another file may bring the former rate back, if it is to revise.
    let third = try file("CHF,2017-11-01,0.9990", name: "third.csv")
    #expect(counts(try request(third).record(in: store).report) == [0, 1, 0, 0])
    #expect(try revise(third) == [0, 0, 1, 0])
    #expect(try revise(third, second) == [0, 2, 0, 0])
    let listing = try ListRates(asOf: day("2017-12-31")).listing(of: OpenLedger.reading(store))
    #expect(listing.rates.map(\.rate.units.description) == ["0.999", "0.99", "0.9990"])
    #expect(listing.rates.map(\.isInUse) == [false, false, true])
    let other = try file("CHF,2017-11-01,0.98", name: "first.csv")
    #expect(throws: Refusal.self) { try request(other).record(in: store) }
  }

  @Test func `a rate ten times off is confirmed only where it is, and once`() throws {
    let path = try file("XOF,2017-11-01,560", "XOF,2017-11-02,5600", "XOF,2017-11-03,5601")
    #expect(throws: Refusal.self) { try request(path).record(in: store) }
    _ = try request(path) { $0.confirms = true }.record(in: store)
    let isConfirmed = try rates().map { fact in
      if case .rate(let quote) = fact.event { quote.isConfirmed } else { false }
    }
    #expect(isConfirmed == [false, true, false])
  }

  @Test func `a preview tells the same of a text and of a store, and records nothing`() throws {
    _ = try request(try file("CHF,2017-11-01,0.999", "XOF,2017-11-01,560")).record(in: store)
    let text = folder.file("rates.bursar")
    try Data(try ExportLedger.text(of: OpenLedger.reading(store))).write(to: URL(filePath: text))
    let path = try file(
      "CHF,2017-11-01,0.999", "XOF,2017-11-01,561", "XOF,2017-11-02,5600", "EUR,2017-11-01,0.86")
    for ledger in [text, store] {
      let outcome = try request(path).preview(in: ledger)
      #expect(counts(outcome.report) == [1, 1, 0, 2])
      #expect(outcome.refusals.map(\.fault.code) == [.rateDiffers, .rateFarOff])
    }
    #expect(try rates().count == 2)
    #expect(throws: Refusal(Fault(.textIsRead, text))) { try request(path).record(in: text) }
  }

  @Test func `what is wrong with any file is told of all, and none is loaded`() throws {
    let good = try file("CHF,2017-11-02,0.999", name: "good.csv")
    let bad = try file("CHF,2017-11-02,none", name: "bad.csv")
    let empty = folder.file("empty.csv")
    try Data().write(to: URL(filePath: empty))
    let refusal = #expect(throws: Refusal.self) {
      try request(good, bad, empty).record(in: store)
    }
    #expect(
      refusal?.diagnostics.map(\.fault) == [
        Fault(.rateSyntax, "none"), Fault(.ratesNone, empty),
      ])
    #expect(try rates() == [])
  }

  @Test func `only the days and currencies that are asked for are taken`() throws {
    let path = try file(
      "CHF,2017-11-01,0.999", "CHF,2017-11-02,0.998", "EUR,2017-11-02,0.86", "SEK,2017-11-03,8.1")
    _ = try request(path) {
      $0.since = day("2017-11-02")
      $0.currencies = try [Currency(code: "CHF"), Currency(code: "SEK")]
    }.record(in: store)
    #expect(try rates().map(\.date) == [day("2017-11-02"), day("2017-11-03")])
  }

  @Test func `a table that is named is the rates' table, whoever publishes in that form`() throws {
    let path = try file("CHF,2017-11-02,0.999")
    _ = try request(path) { $0.table = table("BANK") }.record(in: store)
    #expect(
      try rates().map(\.event) == [try quote("CHF 0.999 per USD", table: table("BANK"))])
  }

  @Test func `rates that are loaded come out of a text as they went in`() throws {
    _ = try request(try file("CHF,2017-11-01,0.999", "XOF,2017-11-01,560")).record(in: store)
    _ = try request(try file("CHF,2017-11-01,0.99", "XOF,2017-11-02,5600")) {
      $0.reason = "corrected"
      $0.confirms = true
    }.record(in: store)
    let text = folder.file("rates.bursar")
    try Data(try ExportLedger.text(of: OpenLedger.reading(store))).write(to: URL(filePath: text))
    let again = folder.file("again.ledger")
    _ = try InitialiseLedger(at: again, by: "ann", on: now).make(from: text)
    let facts = try [store, again].map { try OpenLedger.reading($0).facts(of: [.rate]) }
    #expect(Set(facts[0]) == Set(facts[1]))
    #expect(facts[0].count == 4)
  }

  @Test func `to a text that lacks the very rates the directives are shown, and make it whole`()
    throws
  {
    let path = try file("CHF,2017-11-02,0.999", "EUR,2017-11-01,0.86", "XOF,2017-11-01,560")
    let text = folder.file("lacking.bursar")
    let lacking = """
      ledger "Lacking"
        currency: USD
        rates: UNORE
      2017-01-01 scope mali
      2017-01-01 donor sdc "Swiss Agency"
      2017-11-01 rate XOF 560 per USD
      2017-11-02 agreement A1 sdc 400,000 CHF
        earmark: earmarked mali
      2017-11-03 receipt A1 100,000 CHF
        bank: 99,000 EUR

      """
    try Data(lacking.utf8).write(to: URL(filePath: text))
    #expect(throws: Refusal.self) { try OpenLedger.reading(text) }
    let outcome = try request(path).preview(in: text)
    #expect(counts(outcome.report) == [2, 1, 0, 0])
    let whole = lacking + String(decoding: outcome.directives, as: UTF8.self)
    try Data(whole.utf8).write(to: URL(filePath: text))
    #expect(try OpenLedger.reading(text).facts(of: [.rate]).count == 3)
    #expect(try request(path).preview(in: text).directives.isEmpty)

    // What cannot be read, and a rate that is wrong, are told of all the same.
    for wrong in ["2017-11-04 recept A1 1 CHF\n", "2017-11-01 rate XOF 56 per USD\n"] {
      try Data((lacking + wrong).utf8).write(to: URL(filePath: text))
      let refusal = #expect(throws: Refusal.self) { try request(path).preview(in: text) }
      #expect(refusal?.diagnostics.count == 1)
    }
  }
}
