import Operations

/// `check`: whether a ledger keeps the rules, and gives the figures it asserts.
struct CheckCommand: Command {
  static let name = "check"
  static let abstract = "Check every rule and every asserted figure"

  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] { Shared(\.ledger) }

  func run(in context: inout CommandContext) throws {
    let outcome = try CheckLedger.outcome(of: context.open(ledger))
    guard outcome.failures.isEmpty else { throw Refusal(outcome.failures) }
    let count = outcome.assertions
    try context.write("ok: every rule is kept, \(count) assertion\(count == 1 ? "" : "s") hold\n")
  }
}
