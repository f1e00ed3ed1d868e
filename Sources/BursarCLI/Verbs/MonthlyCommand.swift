import Bookkeeping
import Monetary
import Operations
import Reporting
import Tabulation

/// `monthly --month 2017-11`: what a month did to what is funded, receivable and unspent.
struct MonthlyCommand: ReportingCommand {
  static let name = "monthly"
  static let abstract = "Show what a month did to funding: new agreements, receipts, spending"
  static let discussion = """
    What is funded for a budget year, and what is receivable and unspent of all years, each from \
    opening to closing by what moved it, beside the month before; what of the month's movements is other \
    years' money is listed by year. What closes as funded is so in 'summary' on the month's last day: \
    at the agreements' rates, with exchange in a line of its own. Facts of closed months that were posted \
    in it are listed with their own days. While the month is open the report is provisional.
    """
  static let examples = [
    Example(
      "bursar -f Ledgers/mali-2017.bursar monthly --month 2017-11 --scope mali",
      "Mali in November 2017"),
    Example(
      "bursar monthly --month 2018-01 --year 2017",
      "what January did to the money of the year before"),
  ]

  var month: AccountingMonth?
  var year: BudgetYear?
  var scope: String?
  var isExact = false
  var known: KnownBy?
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(\.month, "--month", value: "MONTH", help: "the month; without it, that of today")
    Option(
      \.year, "--year", value: "YEAR",
      help: "the budget year whose funding is followed; without it, that of the month")
    Option(area: \.scope)
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Option(known: \.known)
    Shared(\.output)
    Shared(\.ledger)
  }

  func dated(_ today: CalendarDate) -> Self {
    var command = self
    command.month = month ?? AccountingMonth(of: today)
    return command
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let request = FollowMonth(
      month ?? AccountingMonth(of: context.today), year: year, scope: scope,
      known: try known?.instant(in: ledger))
    let report = try request.report(of: ledger)
    let printing = Printing(exact: isExact)
    try show(
      report.document(printing), records: report.records(printing),
      json: report.records(.exact).json, in: &context)
  }
}
