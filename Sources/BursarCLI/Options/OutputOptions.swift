import Monetary
import Operations
import Persistence
import Tabulation

/// How and where a report is printed.
struct OutputOptions: OptionGroup {
  static let title = "Output"

  /// The formats that a report can be printed in.
  enum Format: String, CaseIterable, ArgumentValue { case text, csv, json, markdown, html }

  var format = Format.text
  /// The file to write; nil and `-` write to standard output.
  var output: String?
  /// The file to write, if it is one.
  var file: String? { output == "-" ? nil : output }

  static var parameters: [Parameter<Self>] {
    Option(\.format, "--format", value: "FORMAT", help: "how to print it")
    Option(
      \.output, "-o", "--output", value: "FILE",
      help: "write to FILE instead of standard output, which '-' is, too",
      completion: .file)
  }
}

extension CommandContext {
  /// Prints a report.
  ///
  /// Programs get `records` instead where the document is laid out for people, and `json` instead of
  /// the generic form where the report has its own. A file is never a ledger.
  func show(
    _ document: Document, records: Document? = nil, json: JSONValue? = nil,
    as options: OutputOptions, of ledger: LedgerOptions
  ) throws {
    let text =
      switch options.format {
      case .text where options.file != nil:
        TextRenderer(width: 80).render(document)
      case .text: textRenderer.render(document)
      case .csv: CSVRenderer().render(records ?? document)
      case .json: (json ?? (records ?? document).json).text() + "\n"
      case .markdown: MarkdownRenderer().render(document)
      case .html: HTMLRenderer().render(document)
      }
    try put(text, of: ledger, into: options.file)
  }

  /// Writes a text made from a ledger to a file, replaced in one step, or to standard output, which `-`
  /// is too.
  ///
  /// Where that is a ledger itself, as `isLedger` tells, it may take the place of an earlier one.
  func put(
    _ text: String, of ledger: LedgerOptions, into path: String?, isLedger: Bool = false
  ) throws {
    guard let path, path != "-" else { return try write(text) }
    let (bytes, source) = (Array(text.utf8), try ledgerPath(ledger.file))
    do {
      if isLedger {
        try WriteFile.renew(path, with: bytes, madeFrom: source)
      } else {
        try WriteFile.replace(path, with: bytes, madeFrom: source)
      }
    } catch let error as FileError {
      throw OutputFailure(cause: error)
    }
  }
}
