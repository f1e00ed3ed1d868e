import Operations
import Reporting

/// `show A0309`: everything about one agreement, pledge or entry.
struct ShowCommand: Command {
  static let name = "show"
  static let abstract = "Show everything about an agreement, a pledge or an entry"

  @Required var reference: String
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "its reference, or the identifier that the journal shows",
      completion: .dynamic("agreements"))
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let request = ShowReference(reference, asOf: context.today)
    let dossier = try request.dossier(of: context.open(ledger))
    try context.show(dossier.document(), records: dossier.records, as: output, of: ledger)
  }
}
