import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension FundingSummary {
  /// The summary for programs, as `Reports.schema.json` beside this target's page describes it.
  public var json: JSONValue {
    var members: [JSONValue.Member] =
      [
        .init("report", "summary"), .init("scope", .string(scope.text)),
        .init("name", .string(scopeName)), .init("year", .integer(Int64(year.number))),
        .init("asOf", .date(stamp.asOf)), .init("basis", .string(basis.rawValue)),
        .init("currency", .string(currency.code)), .init("requested", .money(requested)),
        .init("funded", .money(funded)), .init("unfunded", .money(unfunded)),
        .init("fundedPercent", Self.percent(fundedPercent)),
        .init("unfundedPercent", Self.percent(unfundedPercent)),
        .init("earmarked", .money(earmarked)), .init("allocated", .money(allocated)),
        .init("carriedIn", .money(carriedIn)),
      ] + Self.member("conditional", conditional) + [
        .init("flexible", .money(flexible)), .init("pledged", .money(pledged)),
        .init("received", .money(received)), .init("spent", .money(spent)),
        .init("supportCost", .money(supportCost)),
        .init("donors", .array(donors.map(Self.json))),
        .init("signedNotRecorded", .array(signedNotRecorded.map(Self.json))),
        .init("byEarmark", earmarks), .init("rates", .array(rates.map(Self.json))),
        .init("staleRates", .array(staleRates.map(Self.json))),
        .init("thanks", .array(thanks.map(Self.json))),
        .init(
          "notes", .array(remarks.map { ["date": .date($0.date), "text": .string($0.text)] })),
      ]
    if let agreements { members.append(.init("agreements", .array(agreements.map(Self.json)))) }
    members.append(.init("stamp", stamp.json))
    return .object(members)
  }

  private static func percent(_ percent: Int?) -> JSONValue {
    percent.map { .integer(Int64($0)) } ?? .null
  }

  /// An amount under its name; nothing where it is not told.
  private static func member(_ name: String, _ amount: Money?) -> [JSONValue.Member] {
    amount.map { [.init(name, .money($0))] } ?? []
  }

  private static func json(_ line: DonorLine) -> JSONValue {
    let original = line.original.totals.compactMap { total in
      (try? Money(sum: total.minorUnits, of: total.currency)).map(JSONValue.money)
    }
    return .object(
      [
        .init("donor", .string(line.donor.text)), .init("name", .string(line.name)),
        .init("amount", .money(line.book)),
      ] + member("conditional", line.conditional) + [
        .init("count", .integer(Int64(line.count))), .init("original", .array(original)),
      ])
  }

  private static func json(_ line: AgreementLine) -> JSONValue {
    [
      "reference": .string(line.reference.text), "donor": .string(line.donor.text),
      "name": .string(line.name), "scope": .string(line.place.text),
      "earmark": .string(line.category.member),
      "original": .money(line.amount), "amount": .money(line.book),
      "stage": .string(line.stage.rawValue), "rates": .array(line.rates.map(json)),
      "note": line.note.map(JSONValue.string) ?? .null,
    ]
  }

  private static func json(_ thanks: Thanks) -> JSONValue {
    [
      "donor": .string(thanks.donor.text), "name": .string(thanks.name),
      "scope": .string(thanks.scope.text), "amount": .money(thanks.amount),
    ]
  }

  private static func json(_ rate: ExchangeRate) -> JSONValue {
    [
      "currency": .string(rate.quote.code), "per": .string(rate.base.code),
      "units": .string(rate.units.description), "effective": .date(rate.effective),
      "table": .string(rate.table.text),
      "restates": rate.restated.map { .string($0.description) } ?? .null,
    ]
  }

  private static func json(_ use: RateUse) -> JSONValue {
    [
      "rate": json(use.rate), "used": .date(use.date),
      "ageInDays": .integer(Int64(use.rate.ageInDays(on: use.date))),
    ]
  }

  private var earmarks: JSONValue {
    .object(
      EarmarkCategory.allCases.map { category in
        .init(category.member, .money(byEarmark[category] ?? .zero(currency)))
      })
  }
}

extension EarmarkCategory {
  /// The category's name in JSON, in camel case.
  var member: String { self == .notStated ? "notStated" : rawValue }
}
