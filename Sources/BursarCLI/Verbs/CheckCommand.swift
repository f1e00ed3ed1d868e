import Operations

/// `check`: whether a ledger keeps the rules, and gives the figures it asserts.
struct CheckCommand: Command {
  static let name = "check"
  static let abstract = "Check every rule and every asserted figure"

  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] { Shared(\.ledger) }

  func run(in context: inout CommandContext) throws {
    let outcome = try CheckLedger.outcome(of: context.open(ledger))
    guard outcome.failures.isEmpty else { throw Refusal(outcome.cautions + outcome.failures) }
    let figures =
      switch outcome.assertions {
      case 0: "no figure is asserted"
      case 1: "the asserted figure holds"
      case let count: "all \(count) asserted figures hold"
      }
    try context.write("ok: every rule is kept, \(figures)\n")
    try context.tell(outcome.cautions)
  }
}
