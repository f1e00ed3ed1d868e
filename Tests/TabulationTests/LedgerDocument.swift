import Monetary
import Tabulation

/// A document of tables that are hard to fit: entries with long accounts, donors with many names, and
/// a column a month.
enum LedgerDocument {
  static let document = Document(
    id: "ledger", title: "What a ledger prints",
    blocks: [
      .heading("Agreement A0131"), .verbatim(directive), .heading("Journal"), .grid(journal),
      .heading("Donors"), .grid(donors),
      .heading("Trial balance by fund"), .grid(balance), .heading("By month"), .grid(monthly),
      .heading("Contributions"), .grid(counts),
    ])

  static let directive = """
    2017-05-15 agreement A0131
      donor: france
      amount: 150,000.00 EUR   ; at 0.921 <UNORE>
      part: 2017 mali earmarked 150,000.00 EUR
      note: "A note of a ledger may be longer than the page is wide, and stays on the line it is on."
    """

  static let journal = Grid(
    id: "entries", title: "",
    columns: [
      Grid.Column("account", "Account"), Grid.Column("fund", "Fund"),
      Grid.Column("debit", "Debit", .codedAmount), Grid.Column("credit", "Credit", .codedAmount),
      Grid.Column("book", "Book", .codedAmount),
    ],
    rows: [
      heading("2017-05-15  A0131  agreement A0131 signed"),
      posting("asset:receivable", "A0131", debit: (15_000_000, "EUR"), book: 16_286_645),
      posting("revenue:contributions", "A0131", credit: (15_000_000, "EUR"), book: 16_286_645),
      posting("memorandum:awaiting", "memorandum", debit: (16_286_645, "USD")),
      posting("memorandum:signed", "memorandum", credit: (16_286_645, "USD")),
      heading(
        "2017-06-01  A0131-R1  receipt A0131 into the account of the operation at the Banque de "
          + "développement du Mali, less a charge of the correspondent bank"),
      posting("asset:bank", "A0131", debit: (16_502_228, "USD")),
      posting("net-asset:exchange", "A0131", credit: (16_286_645, "USD")),
      posting("revenue:exchange", "A0131", credit: (215_583, "USD")),
      posting("net-asset:exchange", "A0131", debit: (15_000_000, "EUR"), book: 16_286_645),
      posting("asset:receivable", "A0131", credit: (15_000_000, "EUR"), book: 16_286_645),
      heading("2017-11-28  NOT-ITEMISED-1  agreement NOT-ITEMISED-1 recorded"),
      posting("asset:receivable", "NOT-ITEMISED-1", debit: (15_203_500, "USD")),
      posting("revenue:contributions", "NOT-ITEMISED-1", credit: (15_203_500, "USD")),
      heading("2017-07-01  P-2017-JP  pledge P-2017-JP"),
      posting("memorandum:pledges-outstanding", "memorandum", debit: (4_100_753_165, "USD")),
      posting("memorandum:pledges-made", "memorandum", credit: (4_100_753_165, "USD")),
    ])

  private static func heading(_ words: String) -> Grid.Row {
    Grid.Row([.text(words), .empty, .empty, .empty, .empty], role: .heading)
  }

  private static func posting(
    _ account: String, _ fund: String, debit: (Int64, String)? = nil,
    credit: (Int64, String)? = nil, book: Int64? = nil
  ) -> Grid.Row {
    let cells = [debit, credit].map { side in
      side.map { Cell.money(MaliDocument.money($0.0, $0.1)) } ?? .empty
    }
    let inBook = book.map { Cell.money(MaliDocument.money($0)) } ?? .empty
    return Grid.Row([.text(account), .text(fund)] + cells + [inBook], level: 1)
  }

  static let donors = Grid(
    id: "donors", title: "",
    columns: [
      Grid.Column("code", "Code", .code), Grid.Column("name", "Name"),
      Grid.Column("type", "Type"), Grid.Column("country", "Country"),
      Grid.Column("iati", "IATI id", .code), Grid.Column("aliases", "Other names"),
    ],
    rows: [
      ["usa", "United States of America", "government", "US", "US-GOV-11", bureau],
      [
        "japan", "Japan", "government", "JP", "XM-DAC-701-2",
        "Ministry of Foreign Affairs of Japan",
      ],
      ["cerf", "Central Emergency Response Fund", "pooled fund", "", "XI-IATI-OCHACERF", "CERF"],
      [
        "switzerland", "Switzerland", "government", "CH", "CH-4",
        "Swiss Agency for Development and Cooperation (SDC); Direction du développement",
      ],
      ["espana-acnur", "España con ACNUR", "private", "ES", "", "private donors in Spain"],
      [
        "eu-echo", "European Commission", "multilateral", "", "XI-IATI-EC_ECHO",
        "Directorate-General for European Civil Protection and Humanitarian Aid Operations",
      ],
    ].map { words in
      Grid.Row([.code(words[0])] + words[1...3].map(text) + [.code(words[4]), text(words[5])])
    })

  private static let bureau =
    "U.S. Department of State, Bureau of Population, Refugees, and Migration; BPRM; PRM"

  private static func text(_ words: String) -> Cell { words.isEmpty ? .empty : .text(words) }

  static let balance = Grid(
    id: "balance", title: "",
    columns: [
      Grid.Column("account", "Account"), Grid.Column("fund", "Fund", .code),
      Grid.Column("opening", "Opening", .amount), Grid.Column("debit", "Debit", .amount),
      Grid.Column("credit", "Credit", .amount), Grid.Column("closing", "Closing", .amount),
    ],
    rows: accounts.enumerated().map { number, account in
      let units = Int64(number + 1) * 1_234_567
      return Grid.Row([
        .text(account), .code(number.isMultiple(of: 2) ? "A0131" : "M"),
        .money(MaliDocument.money(units)), .money(MaliDocument.money(units * 97)),
        .money(MaliDocument.money(units * 80)), .money(MaliDocument.money(units * 18)),
      ])
    })

  private static let accounts = [
    "asset:bank", "asset:receivable", "asset:receivable:revaluation", "budget:funded",
    "memorandum:pledges-outstanding", "net-asset:exchange", "revenue:contributions",
  ]

  static let monthly = Grid(
    id: "monthly", title: "",
    columns: [Grid.Column("account", "Account", .tree)]
      + (1...12).map { Grid.Column("m\($0)", "2017-" + ($0 < 10 ? "0" : "") + "\($0)", .amount) }
      + [Grid.Column("year", "Year", .amount)],
    rows: [("asset", 0), ("bank", 1), ("receivable", 1), ("memorandum", 0)].enumerated().map {
      number, account in
      let months = (1...12).map { Int64($0 * $0 * (number + 1)) * 7_411 }
      return Grid.Row(
        [.text(account.0)] + months.map(MaliDocument.dollars)
          + [MaliDocument.dollars(months.reduce(0, +))], level: account.1)
    } + [
      Grid.Row(
        [.text("pledges-outstanding")] + (1...13).map { MaliDocument.dollars(Int64($0) * 90_000) },
        level: 1)
    ])

  static let counts = Grid(
    id: "counts", title: "",
    columns: [
      Grid.Column("donor", "Donor"), Grid.Column("count", "Number of contributions", .integer),
      Grid.Column("share", "Share of what was requested for the year", .percent),
      Grid.Column("earmarked", "Of which tightly earmarked", .percent),
      Grid.Column("amount", "Recorded, in US dollars", .amount), Grid.Column("last", "Last", .date),
    ],
    rows: [
      ("Japan", 4, 3, 100, 1_292_000), ("Central Emergency Response Fund", 12, 1, 0, 429_022),
      ("United States of America", 1_204, 100, 7, 21_400),
    ].map { (name: String, count: Int64, share: Int, earmarked: Int, amount: Int64) in
      Grid.Row([
        .text(name), .integer(count), .percent(share), .percent(earmarked),
        MaliDocument.dollars(amount), .date(CalendarDate(dayNumber: 17_498)),
      ])
    })
}
