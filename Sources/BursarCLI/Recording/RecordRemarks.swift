import Bookkeeping
import Funding
import Operations

/// `record acknowledgement DONOR SCOPE`: a donor thanked.
struct RecordAcknowledgement: RecordingCommand {
  static let name = "acknowledgement"
  static let abstract = "Record that a donor is thanked with a rounded figure"
  static let discussion = """
    The summary of the scope prints it; it is counted nowhere.
    """
  static let examples = [
    Example(
      "bursar record acknowledgement sweden global --amount '76,000,000 USD'",
      "thanks for unrestricted money")
  ]

  @Required var donor: String
  @Required var scope: String
  @Required var amount: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$donor, "DONOR", help: "who is thanked: a code, a name or an alias",
      completion: .dynamic("donors"))
    Operand(
      \.$scope, "SCOPE", help: "what for: a scope or a situation", completion: .dynamic("scopes"))
    Option(\.$amount, "--amount", value: "AMOUNT", help: "the rounded figure")
    Shared(\.recording)
    Shared(\.ledger)
  }

  static var donors: [PropertyPath<Self, String>] { [\.donor] }

  var draft: DirectiveDraft { DirectiveDraft(.acknowledgement, donor, scope, amount) }
}

/// `record note SCOPE TEXT`: a remark that reports show.
struct RecordNote: RecordingCommand {
  static let name = "note"
  static let abstract = "Record a remark that a scope's reports show"

  @Required var scope: String
  @Required var text: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$scope, "SCOPE", help: "what it is about", completion: .dynamic("scopes"))
    Operand(\.$text, "TEXT", help: "the remark")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    DirectiveDraft(.note, scope, DirectiveDraft.quoted(text))
  }
}

/// `record assert FIGURE SUBJECT`: a published figure that the ledger must give.
struct RecordAssertion: RecordingCommand {
  static let name = "assert"
  static let abstract = "Record a published figure that the ledger must give"
  static let discussion = """
    'bursar check' compares it with the ledger's own, at the decimals written; a month is not closed while \
    one up to its end does not hold.
    """
  static let examples = [
    Example(
      "bursar record assert funded mali --amount '3,242,377 USD' --date 2017-11-28",
      "what was published as funded"),
    Example(
      "bursar record assert balance asset:bank --amount '175,000.00 CHF'",
      "what the bank's statement says"),
  ]

  /// The figures that can be asserted: a scope's, or an account's balance.
  struct Figure: ArgumentValue {
    static let choices = Assertion.Figure.allCases.map(\.rawValue) + ["balance"]

    let argument: String

    init(argument: String) throws(Expected) {
      guard Self.choices.contains(argument) else {
        throw Expected("one of " + Self.choices.asChoice)
      }
      self.argument = argument
    }

    static var completion: Completion { .words(choices) }
  }

  @Required var figure: Figure
  @Required var subject: String
  @Required var amount: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$figure, "FIGURE", help: "which figure it is; 'balance' is an account's")
    Operand(
      \.$subject, "SUBJECT", help: "the scope or the situation; of a balance, the account",
      completion: .dynamic("subjects"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "the figure with the decimals that count, as in '3,242,377 USD'")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.assert, figure.argument, subject, amount) }
}
