import Bookkeeping
import Funding
import Operations
import Reporting

/// `summary --scope mali`: what was requested, who gave, what is missing.
struct SummaryCommand: DatedCommand {
  static let name = "summary"
  static let abstract = "Show what is requested, funded and unfunded, and who gave"
  static let discussion = """
    Funded is what lies where its donors put it, inside the scope, and what was allocated to it. Money \
    that lies above the scope and may still reach it is shown beside the total.
    """
  static let examples = [
    Example(
      "bursar -f Ledgers/mali-2017.bursar summary --scope mali --as-of 2017-11-28",
      "Mali on 28 November 2017"),
    Example("bursar summary --scope mali --basis signed --detail", "every agreement, once signed"),
  ]

  var scope: String?
  var year: BudgetYear?
  var basis = FundingBasis.recorded
  var isExact = false
  var showsDetail = false
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(area: \.scope)
    Option(year: \.year)
    Option(\.basis, "--basis", value: "BASIS", help: "by when money counts as funded")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Flag(\.showsDetail, "--detail", help: "list every agreement, and what is remarked on it")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let request = SummariseFunding(
      scope: scope, asOf: time.asOf ?? context.today, year: year, basis: basis,
      known: try time.known?.instant(in: ledger), showsAgreements: showsDetail)
    let summary = try request.summary(of: ledger)
    let printing = Printing(exact: isExact)
    try show(
      summary.document(printing), records: summary.records(printing), json: summary.json,
      in: &context)
  }
}
