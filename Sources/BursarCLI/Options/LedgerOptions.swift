import Operations

/// Which ledger a verb reads or writes.
struct LedgerOptions: OptionGroup {
  static let title = "Ledger"

  /// The ledger's file; nil takes `BURSAR_FILE`.
  var file: String?

  static var parameters: [Parameter<Self>] {
    Option(
      \.file, "-f", "--file", value: "FILE",
      help: "the ledger: a text or a store; without it, the variable BURSAR_FILE", completion: .file
    )
  }
}

extension CommandContext {
  /// Opens the ledger that the options or the environment name.
  func open(_ options: LedgerOptions) throws -> any Ledger {
    try OpenLedger.reading(try ledgerPath(options.file), for: watcher)
  }
}
