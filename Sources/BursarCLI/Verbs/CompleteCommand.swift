import Bookkeeping
import Funding
import Operations

/// `__complete KIND PREFIX`: the ledger's names, for the shell's completion scripts.
struct CompleteCommand: Command {
  static let name = "__complete"
  static let abstract = "Print the names of a kind that begin with a prefix"
  static let isHidden = true

  /// What the completion scripts ask for.
  enum Kind: String, CaseIterable, ArgumentValue {
    case scopes, donors, agreements, accounts, subjects, facts, unidentified, obligations
  }

  /// The beginning of a word: before the first letter it is nothing.
  struct Prefix: ArgumentValue {
    let argument: String

    init(argument: String) { self.argument = argument }
  }

  @Required var kind: Kind
  var prefix = Prefix(argument: "")
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$kind, "KIND", help: "what to name")
    Operand(\.prefix, "PREFIX", help: "what is typed so far")
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    // A ledger that cannot be read has nothing to propose; the shell shows no errors.
    guard let ledger = try? context.open(ledger), let names = try? names(of: ledger) else { return }
    for name in names where name.hasPrefix(prefix.argument) { try context.write(name + "\n") }
  }

  private func names(of ledger: any Ledger) throws -> [String] {
    switch kind {
    case .scopes: scopes(of: ledger)
    case .donors: ledger.names.donors.all.map(\.id.text)
    case .agreements: try ledger.references().map(\.text)
    case .accounts: try ledger.accounts().map(\.text)
    case .subjects: try scopes(of: ledger) + ledger.accounts().map(\.text)
    case .facts: try ledger.reversibleFacts().map(\.text)
    case .unidentified: try ledger.unidentified().map(\.text)
    case .obligations: try ledger.reversibleFacts(of: [.obligation]).map(\.text)
    }
  }

  private func scopes(of ledger: any Ledger) -> [String] {
    ledger.names.programme.allNames.map(\.text)
  }
}
