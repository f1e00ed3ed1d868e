import Bookkeeping
import Funding
import Operations

/// Which gap is meant.
struct GapOptions: OptionGroup {
  static let title = "Gap"

  var scope: String?
  var year: BudgetYear?
  var basis = FundingBasis.recorded
  var takesFlexible = false

  static var parameters: [Parameter<Self>] {
    Option(area: \.scope)
    Option(year: \.year)
    Option(\.basis, "--basis", value: "BASIS", help: "by when money counts")
    Flag(
      \.takesFlexible, "--with-flexible",
      help: "let money that lies above the scope take part as far as it may reach it")
  }

  /// What is to be measured.
  func request(_ time: TimeOptions, in ledger: some Ledger, _ context: CommandContext) throws
    -> MeasureGap
  {
    var request = MeasureGap(scope: scope, asOf: time.asOf ?? context.today)
    request.year = year
    request.basis = basis
    request.known = try time.known?.instant(in: ledger)
    request.takesFlexible = takesFlexible
    return request
  }
}
