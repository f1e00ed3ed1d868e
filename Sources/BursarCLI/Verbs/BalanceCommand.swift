import Operations
import Reporting

/// `balance`: the trial balance by account, fund or currency.
struct BalanceCommand: DatedCommand {
  static let name = "balance"
  static let abstract = "Show the trial balance"
  static let examples = [
    Example("bursar balance --depth 2", "one line for each account directly below a type"),
    Example("bursar balance --by fund --monthly", "each fund, month by month"),
  ]

  /// What has lines of its own: accounts always have.
  enum Division: String, CaseIterable, ArgumentValue { case account, fund, currency }

  var divisions: [Division] = []
  var depth: Int?
  var isMonthly = false
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.divisions, "--by", value: "WHAT",
      help:
        "tell accounts apart, as without it, and funds too, or currencies in their own units; may be "
        + "given for each")
    Option(\.depth, "--depth", value: "N", help: "keep the first N parts of an account's name")
    Flag(\.isMonthly, "--monthly", help: "a column for each month's movement")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func faults() -> [UsageError] {
    guard let depth, depth < 1 else { return [] }
    return [.badValue("--depth", String(depth), expected: "a number from 1")]
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let request = BalanceAccounts(
      asOf: time.asOf ?? context.today, known: try time.known?.instant(in: ledger),
      grouping: TrialBalance.Grouping(
        byFund: divisions.contains(.fund), byCurrency: divisions.contains(.currency), depth: depth,
        byMonth: isMonthly))
    let balance = try request.balance(of: ledger)
    try show(balance.document(), in: &context)
  }
}
