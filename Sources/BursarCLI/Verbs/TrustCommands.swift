import Operations

/// `verify`: whether a store is what was once written.
struct VerifyCommand: Command {
  static let name = "verify"
  static let abstract = "Prove that a store is whole: hash chain, entries by rule, balances, pages"

  var ledger = LedgerOptions()
  var head: String?
  var rebuildsSums = false

  static var parameters: [Parameter<Self>] {
    Option(
      \.head, "--head", value: "HEAD",
      help: "a head printed on an earlier report, which the chain must contain")
    Flag(
      \.rebuildsSums, "--rebuild",
      help: "add the sums that are kept anew, where they alone are wrong")
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let path = try context.ledgerPath(ledger.file)
    let prove = rebuildsSums ? RebuildSums.run : VerifyLedger.prove
    let proof = try prove(path, head, context.watcher)
    try context.write("\(path): \(proof.facts) facts verified, head \(proof.head)\n")
  }
}

/// `backup FILE`: a copy of a store that is in use.
struct BackupCommand: Command {
  static let name = "backup"
  static let abstract = "Copy a store to a new file while it is in use, and verify the copy"

  @Required var path: String
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$path, "FILE", help: "the file to make; nothing is ever overwritten", completion: .file)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let proof = try BackUpLedger.copy(
      try context.ledgerPath(ledger.file), to: path, for: context.watcher)
    try context.write("\(path): \(proof.facts) facts copied and verified, head \(proof.head)\n")
  }
}
