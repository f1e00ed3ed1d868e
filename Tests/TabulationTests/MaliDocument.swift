import Monetary
import Tabulation

/// A document with every kind of block: the funding of Mali on 28 November 2017, as UNHCR published it.
enum MaliDocument {
  static let usd = currency("USD")

  static func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code: code) else { preconditionFailure("\(code) is listed") }
    return currency
  }

  static func money(_ minorUnits: Int64, _ code: String = "USD") -> Money {
    Money(minorUnits: minorUnits, of: currency(code))
  }

  static func dollars(_ units: Int64) -> Cell { .wholeMoney(units, usd) }

  static let document = Document(
    id: "mali", title: "Mali: funding of 2017",
    subtitle: "As of 28 November 2017, contributions by the day they were recorded",
    keyFigures: [
      Figure("requested", label: "Requested", dollars(41_007_532)),
      Figure("funded", label: "Funded", dollars(3_242_377), percent: 8, tone: .funded),
      Figure("unfunded", label: "Unfunded", dollars(37_765_155), percent: 92, tone: .unfunded),
    ],
    blocks: [
      .chart(.parts(split)), .grid(donors), .grid(categories),
      .heading("Signed and not yet recorded"),
      .paragraph(
        "Money that donors have promised in writing. It is in no total above until the funding records "
          + "know it."),
      .grid(signed),
      .heading("Budget by sector"), .grid(sectors),
      .heading("With thanks to donors of unrestricted and regional funds"),
      .roll(thanks),
      .notes(Notes(title: "About the source", ["The heading reads “AS OF 228 NOVEMBER 2017”."])),
    ],
    notes: Notes(
      title: "Notes",
      [
        "The published total contains 152,035 that no published line explains; it stands here as one "
          + "contribution, not itemised in the source.",
        "The text of the update speaks of US$ 3,068,942 “million”, the figure of 30 September.",
      ]),
    stamp: Stamp([
      Stamp.Item("asOf", label: "as of", "2017-11-28"),
      Stamp.Item("basis", label: "basis", "recorded"),
      Stamp.Item("rates", label: "rates", "UNORE"),
      Stamp.Item("head", label: "ledger", "9c2f41d07a5e"),
      Stamp.Item("entries", label: "entries", "93"),
      Stamp.Item("command", label: "again with", "bursar summary --scope mali --as-of 2017-11-28"),
    ]))

  static let split = PartsChart(
    title: "",
    [
      PartsChart.Part("Funded", .whole(3_242_377, usd), percent: 8, tone: .funded),
      PartsChart.Part("Unfunded", .whole(37_765_155, usd), percent: 92, tone: .unfunded),
    ])

  static let donors = Grid(
    id: "donors", title: "Contributions by donor",
    columns: [
      Grid.Column("name", "Donor"), Grid.Column("amount", "USD", .amount),
      Grid.Column("share", "Share", .percent), Grid.Column("bar", "", .bar(.funded)),
      Grid.Column("original", "Original amount", .amounts),
    ],
    rows: [
      donor("Japan", 1_292_000, 40),
      donor("Sweden", 885_054, 27, .amounts([.whole(8_000_000, currency("SEK"))])),
      donor(
        "France", 462_866, 14, .amounts([.whole(300_000, usd), .whole(150_000, currency("EUR"))])),
      donor("Central Emergency Response Fund", 429_022, 13),
      donor("Not itemised in the source", 152_035, 5),
      donor("United States of America", 21_400, 1),
      Grid.Row([.text("Total"), dollars(3_242_377), .percent(100), .empty, .empty], role: .total),
    ])

  private static func donor(
    _ name: String, _ amount: Int64, _ percent: Int, _ original: Cell = .empty
  ) -> Grid.Row {
    Grid.Row([
      .text(name), dollars(amount), .percent(percent),
      .bar(Proportion(.whole(amount, usd), of: .whole(1_292_000, usd))), original,
    ])
  }

  static let categories = Grid(
    id: "byEarmark", title: "Contributions by earmark category",
    columns: [
      Grid.Column("category", "Category"), Grid.Column("amount", "USD", .amount),
      Grid.Column("count", "Contributions", .integer),
    ],
    rows: [
      Grid.Row([.text("Earmarked"), dollars(1_640_338), .integer(4)]),
      Grid.Row([.text("Tightly earmarked"), dollars(1_450_004), .integer(3)]),
      Grid.Row([.text("Not stated"), dollars(152_035), .integer(1)]),
      Grid.Row([.text("Total"), dollars(3_242_377), .integer(8)], role: .total),
    ])

  static let signed = Grid(
    id: "signedNotRecorded", title: "",
    columns: [
      Grid.Column("reference", "Reference", .code), Grid.Column("donor", "Donor"),
      Grid.Column("signed", "Signed", .date),
      Grid.Column("original", "Original amount", .codedAmount),
      Grid.Column("amount", "USD", .amount),
    ],
    rows: [
      Grid.Row([
        .code("A0309"), .text("Swiss Agency for Development and Cooperation (SDC)"),
        CalendarDate(year: 2017, month: 11, day: 2).map(Cell.date) ?? .empty,
        .money(money(40_000_000, "CHF")), .money(money(40_040_040)),
      ])
    ])

  static let sectors = Grid(
    id: "sectors", title: "",
    columns: [
      Grid.Column("scope", "Scope", .tree), Grid.Column("requested", "Requested", .amount),
      Grid.Column("funded", "Funded", .amount),
    ],
    rows: [
      Grid.Row([.text("Mali"), dollars(41_007_532), dollars(3_242_377)], role: .subtotal),
      Grid.Row([.text("Protection"), dollars(9_500_000), dollars(1_450_004)], level: 1),
      Grid.Row([.text("Birth registration"), dollars(700_000), dollars(0)], level: 2),
      Grid.Row([.text("Remainder of Mali"), dollars(31_507_532), dollars(1_792_373)], level: 1),
    ])

  static let thanks = [
    "United States of America (95 M)", "Sweden (76 M)", "Netherlands (52 M)", "Norway (41 M)",
    "Private donors in Spain (29 M)", "Japan (25 M)", "Denmark (23 M)", "Australia (19 M)",
    "Canada (16 M)", "Switzerland (15 M)", "France (14 M)", "Germany (12 M)",
    "Private donors in the Republic of Korea (12 M)", "Italy (10 M)",
  ]
}
