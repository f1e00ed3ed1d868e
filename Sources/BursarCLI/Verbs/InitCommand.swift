import Funding
import Monetary
import Operations
import Persistence

/// `init FILE`: makes a store, empty or from a text.
struct InitCommand: Command {
  static let name = "init"
  static let abstract = "Make a ledger of record, empty or from a text"
  static let examples = [
    Example(
      "bursar init mali.ledger --from Ledgers/mali-2017.bursar", "a store of the text's facts"),
    Example(
      "bursar init new.ledger --name 'UNHCR Mali' --currency USD --rates UNORE", "an empty store"),
  ]

  @Required var path: String
  var source: String?
  var title: String?
  var currency: Currency?
  var rates: RateTableName?
  var accountsMustBeDeclared = false

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$path, "FILE", help: "the file to make; nothing is ever overwritten", completion: .file)
    Option(
      \.source, "--from", value: "TEXT", help: "the text whose facts it begins with",
      completion: .file, excluding: ["--name", "--currency", "--rates", "--declared-accounts"])
    Option(\.title, "--name", value: "NAME", help: "the ledger's name, as reports print it")
    Option(\.currency, "--currency", value: "CODE", help: "the currency it counts in")
    Option(\.rates, "--rates", value: "TABLE", help: "the rate table it converts by, as in UNORE")
    Flag(
      \.accountsMustBeDeclared, "--declared-accounts",
      help: "refuse postings by hand to accounts that are not declared")
  }

  func faults() -> [UsageError] {
    guard source == nil else { return [] }
    return [("--name", title == nil), ("--currency", currency == nil), ("--rates", rates == nil)]
      .filter(\.1).map { .missingOneOf(["--from", $0.0]) }
  }

  func run(in context: inout CommandContext) throws {
    do {
      let made = try make(in: context)
      try context.write(
        "\(path): made with \(made.facts) fact\(made.facts == 1 ? "" : "s"), head \(made.head)\n")
    } catch StoreError.missing(let path) {
      // What is missing of a file that is to be made is its folder.
      throw OutputFailure(cause: .missing(path: path))
    }
  }

  private func make(in context: CommandContext) throws -> InitialiseLedger.Result {
    let request = InitialiseLedger(at: path, by: context.author, on: context.now)
    if let source {
      if context.hasAsked { try confirm(request, showing: "the facts of \(source)\n", in: context) }
      return try request.make(from: source, for: context.watcher)
    } else if let title, let currency, let rates {
      let head = LedgerHead(
        name: title, currency: currency, rates: rates,
        accountsMustBeDeclared: accountsMustBeDeclared)
      if context.hasAsked {
        try confirm(request, showing: request.directive(of: head), in: context)
      }
      return try request.make(head)
    } else {
      preconditionFailure("a command without a source was refused")
    }
  }

  /// Shows what answers to questions come to, and asks whether it is meant.
  /// - Throws: ``Declined`` where it is not; `StoreError` where something is there already.
  private func confirm(
    _ request: InitialiseLedger, showing beginning: String, in context: CommandContext
  ) throws {
    try request.requireNothingThere()
    try context.tell("\n\(path) would begin with this\n\n\(beginning)")
    guard try context.agrees(to: "\nMake this ledger?") else {
      throw Declined(outcome: "nothing is made")
    }
  }
}
