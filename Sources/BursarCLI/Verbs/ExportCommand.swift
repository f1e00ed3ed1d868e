import Operations

/// `export`: takes everything out again as text.
struct ExportCommand: Command {
  static let name = "export"
  static let abstract = "Write every fact as a text ledger or as JSON Lines"

  /// The formats that lose no fact.
  enum Format: String, CaseIterable, ArgumentValue { case bursar, jsonl }

  var format = Format.bursar
  var output: String?
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(\.format, "--format", value: "FORMAT", help: "a text ledger, or one JSON object a fact")
    Option(
      \.output, "-o", "--output", value: "FILE",
      help: "write to FILE instead of standard output, which '-' is, too",
      completion: .file)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let opened = try context.open(ledger)
    let bytes =
      switch format {
      case .bursar: try ExportLedger.text(of: opened)
      case .jsonl: try ExportLedger.jsonLines(of: opened)
      }
    try context.put(
      String(decoding: bytes, as: UTF8.self), of: ledger, into: output, isLedger: format == .bursar)
  }
}
