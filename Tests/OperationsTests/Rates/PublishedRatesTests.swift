import Foundation
import Funding
import Monetary
import Reporting
import Testing

@testable import Operations
@testable import TestSupport

/// Tables that others published, loaded from where they lie beside the project.
@Suite struct PublishedRatesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/rates").standardized
  private static let operational = folder.appending(path: "unore-implied-2012-2018.csv").path
  private static let isThere = FileManager.default.isReadableFile(atPath: operational)

  /// A store with the rates of a file, of which `lines` may leave some out.
  private func store(
    in folder: TemporaryDirectory, of name: String, table: String,
    keeping isKept: (Substring) -> Bool = { _ in true }
  ) throws -> String {
    let path = folder.file("\(table).ledger")
    let now = try #require(Instant("2018-06-01T09:00:00Z"))
    _ = try InitialiseLedger(at: path, by: "ann", on: now).make(
      LedgerHead(
        name: "Rates", currency: Currency(code: "USD"), rates: TestSupport.table(table)))
    let text = try String(
      contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n").enumerated().filter { $0.0 == 0 || isKept($0.1) }
    let file = folder.file(name)
    try Data(lines.map { $0.1 + "\n" }.joined().utf8).write(to: URL(filePath: file))
    _ = try ImportRates([file], by: "ann", at: now).record(in: path)
    return path
  }

  private func worth(_ text: String, on date: String, in path: String) throws -> String {
    let amount = try money(text)
    let finding = try ListRates(asOf: day("2026-01-01")).finding(
      from: amount.currency, to: nil, on: day(date), of: OpenLedger.reading(path))
    return try finding.conversion.converting(amount).description
  }

  @Test(.enabled(if: isThere, "needs ../shared/data"))
  func `the operational rates give what agencies booked`() throws {
    let folder = try TemporaryDirectory()
    let path = try store(in: folder, of: "unore-implied-2012-2018.csv", table: "UNORE")
    #expect(try worth("400,000 CHF", on: "2017-11-02", in: path) == "400,400.40 USD")
    #expect(try worth("150,000 EUR", on: "2017-05-03", in: path) == "162,866.45 USD")
    #expect(try worth("8,000,000 SEK", on: "2017-03-06", in: path) == "885,053.66 USD")
  }

  @Test(.enabled(if: isThere, "needs ../shared/data"))
  func `the central bank's cross of a day comes out, and a Sunday takes the Friday before`() throws
  {
    let folder = try TemporaryDirectory()
    let path = try store(in: folder, of: "ecb-eurofxref-hist.csv", table: "ECB") { line in
      line.hasPrefix("2017-1")
    }
    #expect(try worth("400,000 CHF", on: "2017-11-02", in: path) == "399,931.31 USD")
    #expect(
      try worth("400,000 CHF", on: "2017-11-05", in: path)
        == worth("400,000 CHF", on: "2017-11-03", in: path))
  }

  @Test(.enabled(if: isThere, "needs ../shared/data"))
  func `every contribution of 2017 in a foreign currency is worth what its agency published`()
    throws
  {
    let folder = try TemporaryDirectory()
    let path = try store(in: folder, of: "unore-implied-2012-2018.csv", table: "UNORE")
    let rows = try Self.contributions().filter { $0["transaction_value_currency"] != "USD" }
    let dollar = try Currency(code: "USD")
    let currencies = try rows.map { try Currency(code: $0["transaction_value_currency"] ?? "") }
    var rates = try OpenLedger.reading(path).rates(
      of: Set(currencies + [dollar]), in: table("UNORE"), since: day("2012-01-01"))
    var count = 0
    for row in rows {
      // A program wrote 93457944.0 for yen, which have no decimals.
      let digits = (row["transaction_value"] ?? "").replacing(/\.0$/, with: "")
      let amount = try money("\(digits) \(row["transaction_value_currency"] ?? "")")
      let worth = try rates.conversion(
        from: amount.currency, to: dollar, on: day(row["transaction_date"] ?? ""), known: nil
      ).converting(amount)
      // Published to a tenth of a cent, itself rounded; ours to a cent.
      let published = try #require(Double(row["transaction_value_USD"] ?? "")) * 100
      #expect(
        abs(Double(worth.minorUnits) - published) <= 1, "\(row["transaction_ref"] ?? ""): \(worth)")
      count += 1
    }
    #expect(count == 565)
  }

  /// The rows of the published transactions that are signings, by the names of their columns.
  private static func contributions() throws -> [[String: String]] {
    try PublishedTable(
      at: folder.appending(path: "../unhcr-2017/transactions.csv").standardized.path
    )
    .rows.filter { $0["transaction_type_code"] == "11" }
  }
}
