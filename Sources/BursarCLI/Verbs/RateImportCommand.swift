import Diagnostics
import Monetary
import Operations
import Reporting

/// `rates import FILE...`: records the rates that others publish.
struct RatesImport: Command {
  static let name = "import"
  static let abstract = "Record the rates of files: all of them, or none"
  static let discussion = """
    The form is told from the content: the UN Treasury's XML (table UNORE), the European Central Bank's \
    XML and CSV (table ECB), and CSV with a header that names currency, date and units_per_USD. A rate \
    that the ledger has already, in use or revised since, changes nothing; with --revise another file may bring \
    it back. A text may lack the rates that it needs: --dry-run --format \
    bursar prints the directives to append.
    """
  static let examples = [
    Example("bursar rates import unore-2017-11.xml --dry-run", "what would be recorded"),
    Example(
      "bursar rates import eurofxref-hist.csv --since 2017-01-01 --currency USD --currency CHF",
      "two of the ECB's currencies, from 2017 on; every command reads all rates of a ledger"),
    Example(
      "bursar rates import unore-2017-11.xml --revise 'corrected by the Treasury'",
      "rates that differ take the place of those before; both stay"),
  ]

  /// How the result is printed.
  enum Format: String, CaseIterable, ArgumentValue {
    case text, csv, json, markdown, html, bursar
  }

  @Required var paths: [String]
  var table: RateTableName?
  var since: CalendarDate?
  var currencies: [Currency] = []
  var reason: String?
  var confirms = false
  var isDryRun = false
  var format = Format.text
  var output: String?
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$paths, "FILE", help: "files of rates; '-' is standard input", completion: .file)
    Option(
      \.table, "--table", value: "TABLE",
      help:
        "the table; without it, the one that publishes in the file's form, else the ledger's own")
    Option(\.since, "--since", value: "DATE", help: "leave out rates of earlier days")
    Option(
      \.currencies, "--currency", value: "CODE",
      help: "leave out rates of other currencies; may be given for several")
    Option(
      \.reason, "--revise", value: "REASON",
      help: "let a rate that differs take the place of the one of its day, for this reason")
    Flag(
      \.confirms, "--confirm-rate",
      help: "take rates that are ten times off the nearest ones or look inverted, too")
    Flag(\.isDryRun, "-n", "--dry-run", help: "show what would be recorded, and record nothing")
    Option(
      \.format, "--format", value: "FORMAT",
      help: "how to print it; 'bursar' prints the directives to paste into a text")
    Option(
      \.output, "-o", "--output", value: "FILE",
      help: "write to FILE instead of standard output, which '-' is, too",
      completion: .file)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    var request = ImportRates(paths, by: context.author, at: context.now)
    request.table = table
    request.since = since
    request.currencies = currencies
    request.reason = reason
    request.confirms = confirms
    let path = try context.ledgerPath(ledger.file)
    let outcome =
      try isDryRun
      ? request.preview(in: path, for: context.watcher) : request.record(in: path)
    if let shown = OutputOptions.Format(rawValue: format.rawValue) {
      try context.show(
        outcome.report.document(), as: OutputOptions(format: shown, output: output), of: ledger)
    } else {
      try context.put(String(decoding: outcome.directives, as: UTF8.self), of: ledger, into: output)
    }
    try context.tell(outcome.cautions)
    guard outcome.refusals.isEmpty else { throw Refusal(outcome.refusals) }
  }
}

extension CommandContext {
  /// Tells what somebody should look at again.
  func tell(_ cautions: [Diagnostic]) throws {
    if !cautions.isEmpty { try tell(DiagnosticText.text(of: cautions)) }
  }
}
