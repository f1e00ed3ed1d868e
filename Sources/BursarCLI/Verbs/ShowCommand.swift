import Operations
import Reporting

/// `show A0309`: everything about one agreement, pledge or entry on a day.
struct ShowCommand: DatedCommand {
  static let name = "show"
  static let abstract = "Show everything about an agreement, a pledge or an entry"
  static let examples = [
    Example("bursar show A0309", "an agreement as it stands today"),
    Example(
      "bursar show A0309 --as-of 2017-11-30 --known 2017-11",
      "the same as it stood, and was known, when November was closed"),
  ]

  @Required var reference: String
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "its reference, or the identifier that the journal shows",
      completion: .dynamic("agreements"))
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let request = ShowReference(
      reference, asOf: time.asOf ?? context.today, known: try time.known?.instant(in: ledger))
    let dossier = try request.dossier(of: ledger)
    try show(dossier.document(), records: dossier.records, in: &context)
  }
}
