import Diagnostics
import Funding
import Monetary
import Operations
import Reporting

/// `rates list`: every rate, with who recorded it and where it was read.
struct RatesList: DatedCommand {
  static let name = "list"
  static let path = ["rates", name]
  static let abstract = "List rates of exchange, revised ones too"
  static let examples = [
    Example("bursar rates list --table UNORE --currency CHF", "every rate of the franc")
  ]

  var table: RateTableName?
  var currency: Currency?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(\.table, "--table", value: "TABLE", help: "the only table to list")
    Option(\.currency, "--currency", value: "CODE", help: "the only currency to list")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = try time.rates(of: ledger, today: context.today)
    request.table = table
    request.currency = currency
    let listing = try request.listing(of: ledger)
    try show(listing.document(), records: listing.document(records: true), in: &context)
  }
}

/// `rates show CHF --on DATE`: the rate of a day, and how it is found.
struct RatesShow: DatedCommand {
  static let name = "show"
  static let path = ["rates", name]
  static let abstract = "Show the rate of a currency on a day, its age and how it is found"
  static let examples = [
    Example("bursar rates show CHF --on 2017-11-02", "francs in the book currency"),
    Example("bursar rates show CHF --on 2017-11-02 --in SEK --table ECB", "a cross of two rates"),
  ]

  @Required var currency: Currency
  var date: CalendarDate?
  var other: Currency?
  var table: RateTableName?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$currency, "CURRENCY", help: "the currency to convert from")
    Option(\.date, "--on", value: "DATE", help: "the day; without it, that of --as-of")
    Option(
      \.other, "--in", value: "CODE", help: "the currency to convert to; without it, the book's")
    Option(\.table, "--table", value: "TABLE", help: "the table; without it, the ledger's own")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = try time.rates(of: ledger, today: context.today)
    request.table = table
    let finding = try request.finding(
      from: currency, to: other, on: date ?? request.asOf,
      of: ledger)
    try show(finding.document(), in: &context)
  }
}

/// `rates check`: gaps, tables that ended, rates that jump.
struct RatesCheck: DatedCommand {
  static let name = "check"
  static let path = ["rates", name]
  static let abstract = "Check rates for gaps, stale tables, outliers and inverted rates"
  static let discussion = """
    A table has a gap, or is stale, where it has no rate for longer than its rhythm: 35 days for UNORE, 7 \
    for ECB; other tables have none. A rate is an outlier where it is ten times off the one before, \
    whichever of the two currencies that counts, and inverted where one divided by it fits much better; \
    confirmed rates are neither. Exit status 1 where anything is found.
    """

  var table: RateTableName?
  var currency: Currency?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(\.table, "--table", value: "TABLE", help: "the only table to check")
    Option(\.currency, "--currency", value: "CODE", help: "the only currency to check")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = try time.rates(of: ledger, today: context.today)
    request.table = table
    request.currency = currency
    let check = try request.check(of: ledger)
    try show(check.document(), in: &context)
    let count = check.findings.count
    guard count == 0 else {
      throw Refusal(Fault(.ratesQuestioned, count == 1 ? "1 thing" : "\(count) things"))
    }
  }
}

extension TimeOptions {
  /// Asks for the rates of that time.
  fileprivate func rates(of ledger: some Ledger, today: CalendarDate) throws -> ListRates {
    ListRates(asOf: asOf ?? today, known: try known?.instant(in: ledger))
  }
}
