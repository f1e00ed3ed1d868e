import Bookkeeping
import Funding
import Monetary
import Operations
import Reporting
import Tabulation

/// `forecast --scope niger`: what money there will be, against what will be spent.
struct ForecastCommand: DatedCommand {
  static let name = "forecast"
  static let abstract = "Show what money there will be, month by month, against the spending plan"
  static let discussion = """
    From what was received and not spent, instalments due and pledges are added month by month, and what is \
    planned is taken off: what is overdue in the first month, and of its plan what is left. A pledge counts \
    by how likely it is; one of which nobody said that is expected to bring nothing, and counts in full where \
    all come. What has no day is listed, and counted in no month. Beside it, what of the request will be \
    funded. Without a spending plan nothing is taken off.
    """
  static let examples = [
    Example("bursar forecast --scope sahel", "to the end of the budget year"),
    Example("bursar forecast --scope sahel --months 18", "a year and a half ahead"),
  ]

  var scope: String?
  var year: BudgetYear?
  var basis = FundingBasis.recorded
  var months: MonthCount?
  var through: AccountingMonth?
  var isExact = false
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(area: \.scope)
    Option(year: \.year)
    Option(\.basis, "--basis", value: "BASIS", help: "by when money counts as funded")
    Option(
      \.months, "--months", value: "COUNT",
      help:
        "how many months to look ahead, this one among them; without it, to the end of the year",
      excluding: ["--to"])
    Option(\.through, "--to", value: "MONTH", help: "the last month to look at")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = ForecastFunding(
      scope: scope, asOf: time.asOf ?? context.today, year: year, basis: basis,
      known: try time.known?.instant(in: ledger))
    if let months { request.horizon = .months(months.count) }
    if let through { request.horizon = .month(through) }
    let report = try request.report(of: ledger)
    let printing = Printing(exact: isExact)
    try show(
      report.document(printing), records: report.records(printing),
      json: report.records(.exact).json, in: &context)
  }
}

/// How many months to look ahead.
struct MonthCount: ArgumentValue {
  /// At least one, and at most ten years.
  let count: Int

  init(argument: String) throws(Expected) {
    guard let count = Int(argument), String(count) == argument, 1...120 ~= count else {
      throw Expected("a number of months from 1 to 120, as in 12")
    }
    self.count = count
  }

  var argument: String { String(count) }
}
