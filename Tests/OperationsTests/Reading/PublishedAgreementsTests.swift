import Bookkeeping
import Foundation
import Funding
import Monetary
import Reporting
import Testing

@testable import Operations
@testable import TestSupport

/// All that one agency published as contributed in a year, as agreements of several parts.
@Suite struct PublishedAgreementsTests {
  @Test(.enabled(if: PublishedContributions.areThere, "needs ../shared/data"))
  func `each reference is one agreement, with a part for each operation and category`() throws {
    let folder = try TemporaryDirectory()
    let published = try PublishedContributions()
    let path = folder.file("published.bursar")
    try (published.ledger).write(toFile: path, atomically: true, encoding: .utf8)
    let ledger = try OpenLedger.reading(path)

    let rows = try ledger.rows(
      PositionQuery(
        .inside, Area(of: .global), year: year(2017), measures: [.recorded],
        asOf: day("2017-12-31"))
    ).map(\.row)
    let agreements = Dictionary(grouping: rows) { $0.reference?.text ?? "" }
    #expect(agreements.count == 1022)
    #expect(agreements.values.count { Set($0.map(\.scope)).count > 1 } == 206)
    #expect(agreements.values.count { Set($0.map(\.category)).count > 1 } == 155)
    for (reference, rows) in agreements {
      let agreed = rows.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits) }
      #expect(agreed == published.agreed[reference], "\(reference)")
    }
    // What is agreed is funded where its parts lie, whichever way it is told apart.
    let summary = try SummariseFunding(
      scope: "global", asOf: day("2017-12-31"), year: year(2017)
    ).summary(of: ledger)
    let funded = rows.reduce(Int64(0)) { $0 + $1.book.minorUnits }
    #expect(summary.funded.minorUnits == funded)
    #expect(summary.byEarmark.values.reduce(0) { $0 + $1.minorUnits } == funded)
  }
}

/// The published contributions, and the ledger that states them.
private struct PublishedContributions {
  /// Where money was given for, and how narrowly: the earmark as the text form writes it.
  private typealias Earmark = String

  private struct Contribution {
    let donor: String
    let currency: Currency
    /// What was given on a day, by earmark.
    var days: [String: [Earmark: Int64]] = [:]

    /// What was given, in minor units.
    var sum: Int128 { days.values.flatMap(\.values).reduce(0) { $0 + Int128($1) } }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data").standardized
  private static let transactions = folder.appending(path: "unhcr-2017/transactions.csv").path
  private static let rates = folder.appending(path: "rates/unore-implied-2012-2018.csv").path

  static let areThere = [transactions, rates].allSatisfy(
    FileManager.default.isReadableFile)

  /// By reference.
  private var contributions: [String: Contribution] = [:]
  private var scopes: Set<String> = []

  /// Reads what was published as signed.
  init() throws {
    for row in try PublishedTable(at: Self.transactions).rows
    where row["transaction_type_code"] == "11" {
      let currency = try Currency(code: row["transaction_value_currency"] ?? "")
      // A program wrote 93457944.0 for yen, which have no decimals.
      let digits = (row["transaction_value"] ?? "").replacing(/\.0$/, with: "")
      let amount = try money("\(digits) \(currency)")
      let scope = Self.scope(of: row["iati_identifier"] ?? "")
      scopes.insert(scope)
      let earmark = Self.earmark(row["transaction_aid_type_code_2"] ?? "", at: scope)
      let reference = row["transaction_ref"] ?? ""
      contributions[
        reference,
        default: Contribution(
          donor: row["transaction_provider_org"] ?? "", currency: currency)
      ].days[row["transaction_date"] ?? "", default: [:]][earmark, default: 0] +=
        amount.minorUnits
    }
  }

  /// What was agreed by reference, in minor units of its currency.
  var agreed: [String: Int128] { contributions.mapValues(\.sum) }

  /// The ledger in the text form: what came on later days raised what was agreed on the first.
  var ledger: String {
    get throws {
      var lines = [#"ledger "Published""#, "  currency: USD", "  rates: UNORE"]
      let regions = Set(scopes.compactMap { $0.split(separator: "/").first.map(String.init) })
      for scope in scopes.union(regions).sorted() where scope != "global" {
        lines.append("2012-01-01 scope \(scope)")
      }
      let donors = Set(contributions.values.map(\.donor)).sorted()
      for (number, name) in donors.enumerated() {
        let quoted = name.replacing("\"", with: "\\\"")
        lines.append("2012-01-01 donor d\(number) \"\(quoted)\"")
      }
      for row in try PublishedTable(at: Self.rates).rows {
        let (code, units) = (row["currency"] ?? "", row["units_per_usd"] ?? "")
        lines.append("\(row["date"] ?? "") rate \(code) \(units) per USD")
      }
      for (reference, contribution) in contributions {
        let donor = donors.firstIndex(of: contribution.donor) ?? 0
        lines += Self.directives(of: contribution, by: "d\(donor)", as: reference)
      }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  private static func directives(
    of contribution: Contribution, by donor: String, as reference: String
  ) -> [String] {
    func amount(_ minorUnits: Int64) -> String {
      Money(minorUnits: minorUnits, of: contribution.currency).description
    }
    var lines: [String] = []
    for (number, day) in contribution.days.keys.sorted().enumerated() {
      let parts = contribution.days[day] ?? [:]
      let sum = amount(parts.values.reduce(0, +))
      let sign = number == 0 ? "" : "+"
      lines +=
        number == 0
        ? ["\(day) agreement \(reference) \(donor) \(sum)"]
        : ["\(day) amendment \(reference)/\(number)", "  amount: +\(sum)"]
      for (earmark, minorUnits) in parts.sorted(by: { $0.key < $1.key }) {
        lines.append("  part: 2017 \(sign)\(amount(minorUnits)) \(earmark)")
      }
    }
    return lines
  }

  /// `XM-DAC-41121-2017-AFR-MLI` is `afr/mli`; without more than the year it is global.
  private static func scope(of activity: String) -> String {
    let names = activity.lowercased().split(separator: "-").dropFirst(4)
    return names.isEmpty ? "global" : names.joined(separator: "/")
  }

  private static func earmark(_ code: String, at scope: String) -> Earmark {
    switch code {
    case "1.0": "unearmarked"
    case "2.0": "softly \(scope)"
    case "3.0": "earmarked \(scope)"
    case "4.0": "tightly \(scope)"
    default: "not-stated \(scope)"
    }
  }
}
