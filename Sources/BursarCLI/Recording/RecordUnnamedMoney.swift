import Bookkeeping
import Funding
import Monetary
import Operations

/// `record unidentified REF`: money that nobody can name yet.
struct RecordUnidentified: RecordingCommand {
  static let name = "unidentified"
  static let abstract = "Record money received that nobody can name yet"
  static let discussion = """
    It waits in the general fund until 'record matched' says whose it is.
    """
  static let examples = [
    Example(
      "bursar record unidentified U-01 --amount '25,000 USD' --to asset:bank:main",
      "25,000 dollars from nobody knows whom")
  ]

  @Required var reference: String
  @Required var amount: String
  var account: AccountCode?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "what to call it")
    Option(\.$amount, "--amount", value: "AMOUNT", help: "how much, in the currency that arrived")
    Option(\.account, "--to", value: "ACCOUNT", help: "the bank's account; else asset:bank")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.unidentified, reference, amount)
    draft.add("to", account?.text)
    return draft
  }
}

/// `record matched UNIDENTIFIED REF`: unidentified money found to be a donor's.
struct RecordMatch: RecordingCommand {
  static let name = "matched"
  static let abstract = "Record that unidentified money settles an agreement"
  static let discussion = """
    In the agreement's own currency it takes as much of the money as it settles, and the rest waits on. In \
    another one it takes what --bank says or, without it, all that is left; what that is worth beyond the \
    claim is a gain on exchange.
    """
  static let examples = [
    Example(
      "bursar record matched U-01 A-08 --amount '15,000 USD'",
      "15,000 of what came in as U-01 are paid under A-08"),
    Example(
      "bursar record matched U-01 A-07 --amount '9,000 EUR' --bank '9,600 USD'",
      "9,600 of its dollars settle 9,000 euros"),
  ]

  @Required var unidentified: String
  @Required var reference: String
  @Required var amount: String
  var bank: String?
  var isConfirmed = false
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$unidentified, "UNIDENTIFIED", help: "what the money was called",
      completion: .dynamic("unidentified"))
    Operand(
      \.$reference, "REF", help: "the agreement it settles", completion: .dynamic("agreements"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "how much of the agreement it settles, in the agreement's currency")
    Option(
      \.bank, "--bank", value: "AMOUNT",
      help: "how much of the money is used, in the currency it came in")
    Flag(
      \.isConfirmed, "--confirm-rate",
      help: "say that both amounts are right, though they are a tenth or more off the rates of "
        + "the day")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.matched, unidentified, reference, amount)
    draft.add("bank", bank)
    draft.add("confirmed", isConfirmed ? "yes" : nil)
    return draft
  }
}

/// `record obligation REF SCOPE`: money committed to a partner.
struct RecordObligation: RecordingCommand {
  static let name = "obligation"
  static let abstract = "Record money committed to a partner and not yet paid out"
  static let discussion = """
    It is kept back until an expenditure pays it out: 'record expenditure --obligation' with what this \
    is called.
    """
  static let examples = [
    Example(
      "bursar record obligation A-08 brisa --amount '12,000 USD' --id O-01",
      "12,000 dollars kept for a partner")
  ]

  @Required var reference: String
  @Required var scope: String
  @Required var amount: String
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "the agreement that pays", completion: .dynamic("agreements"))
    Operand(\.$scope, "SCOPE", help: "the budget line", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT", help: "how much, in the currency it will be paid in")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.obligation, reference, scope, amount) }
}
