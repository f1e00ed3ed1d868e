import Bookkeeping
import Funding
import Operations

/// `record in-kind REF`: goods delivered.
struct RecordGift: RecordingCommand {
  static let name = "in-kind"
  static let abstract = "Record goods delivered under an agreement, at their stated value"
  static let discussion = """
    They lie in store until 'record in-kind-used' says where they went, and are no money: neither funded nor \
    left to spend.
    """
  static let examples = [
    Example(
      "bursar record in-kind A-04 --amount '60,000 USD' --note '200 tents, at list price'",
      "tents worth 60,000 dollars")
  ]

  @Required var reference: String
  @Required var amount: String
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "the agreement", completion: .dynamic("agreements"))
    Option(\.$amount, "--amount", value: "AMOUNT", help: "what they are worth")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.inKind, reference, amount) }
}

/// `record in-kind-used REF SCOPE`: goods used.
struct RecordGoodsUsed: RecordingCommand {
  static let name = "in-kind-used"
  static let abstract = "Record goods of an agreement used on a budget line"
  static let examples = [
    Example(
      "bursar record in-kind-used A-04 arden/shelter --amount '45,000 USD'",
      "three tents in four are put up")
  ]

  @Required var reference: String
  @Required var scope: String
  @Required var amount: String
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "the agreement they came under", completion: .dynamic("agreements")
    )
    Operand(\.$scope, "SCOPE", help: "the budget line", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "what they were worth, in the currency they were valued in")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.inKindUsed, reference, scope, amount) }
}
