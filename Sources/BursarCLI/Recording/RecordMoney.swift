import Bookkeeping
import Funding
import Monetary
import Operations

/// `record receipt REF`: money received.
struct RecordReceipt: RecordingCommand {
  static let name = "receipt"
  static let abstract = "Record money received against an agreement"
  static let examples = [
    Example(
      "bursar record receipt A0309 --amount '400,000 CHF' --bank '405,022.28 USD'",
      "francs owed, dollars received")
  ]

  @Required var reference: String
  @Required var amount: String
  var bank: String?
  var account: AccountCode?
  var charge: String?
  var part: String?
  var allowsOverpayment = false
  var isConfirmed = false
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "the agreement it settles", completion: .dynamic("agreements"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "how much of the agreement it settles, in the agreement's currency")
    Option(
      \.bank, "--bank", value: "AMOUNT",
      help: "what the bank booked, net of its charge; without it, the settled amount")
    Option(\.account, "--to", value: "ACCOUNT", help: "the bank's account; else asset:bank")
    Option(\.charge, "--charge", value: "AMOUNT", help: "what the bank kept")
    Option(
      \.part, "--part", value: "PART",
      help: "the part it pays, as in '2018 mali by norway' or '2018 as tightly mali'; without it, "
        + "the earliest year first")
    Flag(
      \.allowsOverpayment, "--overpayment", help: "take more than is owed; the surplus is owed back"
    )
    Flag(
      \.isConfirmed, "--confirm-rate",
      help: "say that what arrived is right, though it is a tenth or more off the rates of the day")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.receipt, reference, amount)
    draft.add("bank", bank)
    draft.add("to", account?.text)
    draft.add("charge", charge)
    draft.add("part", part)
    draft.add("overpayment", allowsOverpayment ? "yes" : nil)
    draft.add("confirmed", isConfirmed ? "yes" : nil)
    return draft
  }
}

/// `record allocation REF SCOPE`: money moved to a budget line.
struct RecordAllocation: RecordingCommand {
  static let name = "allocation"
  static let abstract = "Record money moved to a budget line"

  @Required var reference: String
  @Required var scope: String
  @Required var amount: String
  var source: String?
  var year: BudgetYear?
  var part: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "whose money moves", completion: .dynamic("agreements"))
    Operand(\.$scope, "SCOPE", help: "the line it moves to", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT", help: "how much, in the agreement's currency")
    Option(
      \.source, "--from", value: "SCOPE",
      help: "the place it is taken from; without it, where its donor put it",
      completion: .dynamic("scopes"))
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(
      \.part, "--part", value: "PART",
      help: "the part it is taken from, as in '2018 mali by norway' or '2018 as tightly mali'")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.allocation, reference, scope, amount)
    draft.add("from", source)
    draft.add("year", year?.description)
    draft.add("part", part)
    return draft
  }
}

/// `record carry-over REF SCOPE`: money taken into a later year.
struct RecordCarryOver: RecordingCommand {
  static let name = "carry-over"
  static let abstract = "Record money of a line taken into the budget of a later year"
  static let discussion = """
    It is funded there as carried in. The year that it comes from stays as it was.
    """
  static let examples = [
    Example(
      "bursar record carry-over A-03 arden/shelter --amount '50,000 USD' --date 2024-12-31",
      "50,000 dollars for shelter in 2025")
  ]

  @Required var reference: String
  @Required var scope: String
  @Required var amount: String
  var year: BudgetYear?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF", help: "whose money is taken", completion: .dynamic("agreements"))
    Operand(
      \.$scope, "SCOPE", help: "the budget line where it lies", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT", help: "how much, in the agreement's currency")
    Option(
      \.year, "--to-year", value: "YEAR",
      help: "the year it is taken into; without it, the one after that of the date")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.carryOver, reference, scope, amount)
    draft.add("to-year", year?.description)
    return draft
  }
}

/// `record expenditure SCOPE`: money spent.
struct RecordExpenditure: RecordingCommand {
  static let name = "expenditure"
  static let abstract = "Record money spent on a budget line"

  @Required var scope: String
  @Required var amount: String
  var agreement = FundCode.general.text
  var source: AccountCode?
  var account: AccountCode?
  var year: BudgetYear?
  var purpose: String?
  var obligation: String?
  var overspend: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$scope, "SCOPE", help: "the budget line", completion: .dynamic("scopes"))
    Option(\.$amount, "--amount", value: "AMOUNT", help: "how much, in the currency it was paid in")
    Option(
      \.agreement, "--agreement", value: "REF", help: "the agreement charged, or the general fund",
      completion: .dynamic("agreements"))
    Option(\.source, "--from", value: "ACCOUNT", help: "the bank or payable; else asset:bank")
    Option(\.account, "--account", value: "ACCOUNT", help: "the expense; else expense:programme")
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(\.purpose, "--purpose", value: "TEXT", help: "what for")
    Option(
      \.obligation, "--obligation", value: "ID",
      help: "the obligation to a partner that it pays out", completion: .dynamic("obligations"))
    Option(\.overspend, "--overspend", value: "REASON", help: "why more may be spent than is there")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.expenditure, agreement, scope, amount)
    draft.add("from", source?.text)
    draft.add("account", account?.text)
    draft.add("year", year?.description)
    draft.add("purpose", quoting: purpose)
    draft.add("obligation", obligation)
    draft.add("overspend", quoting: overspend)
    return draft
  }
}
