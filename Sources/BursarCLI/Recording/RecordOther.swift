import Bookkeeping
import Funding
import Monetary
import Operations

/// `record rate CHF 0.999 --per USD`: a rate of exchange.
struct RecordRate: RecordingCommand {
  static let name = "rate"
  static let abstract = "Record a rate of exchange"
  static let examples = [
    Example(
      "bursar record rate CHF 0.999 --per USD --date 2017-11-01", "0.999 francs buy one dollar")
  ]

  @Required var currency: Currency
  @Required var units: String
  @Required var base: Currency
  var table: RateTableName?
  var reason: String?
  var isConfirmed = false
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$currency, "CURRENCY", help: "the currency that is counted")
    Operand(\.$units, "UNITS", help: "how many of it buy one unit of the base")
    Option(\.$base, "--per", value: "BASE", help: "the currency of which they buy one unit")
    Option(\.table, "--table", value: "TABLE", help: "the table; without it, the ledger's own")
    Option(
      \.reason, "--revise", value: "REASON",
      help: "why it takes the place of another rate of the same day")
    Flag(
      \.isConfirmed, "--confirm-rate",
      help: "take it though it is ten times off the nearest one or looks inverted")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.rate, currency.code, units, "per", base.code)
    draft.add("table", table?.text)
    draft.add("revises", quoting: reason)
    draft.add("confirmed", isConfirmed ? "yes" : nil)
    return draft
  }
}

/// `record opening ACCOUNT`: what an account held before.
struct RecordOpening: RecordingCommand {
  static let name = "opening"
  static let abstract = "Record what an account held before the ledger began"
  static let discussion = """
    Assets and liabilities are opened, each on its own side. What donors owe follows from agreements.
    """
  static let examples = [
    Example(
      "bursar record opening asset:bank:main --amount '12,000 USD' --fund A-00 --date 2024-01-01",
      "what was left of a grant that goes on")
  ]

  @Required var account: AccountCode
  @Required var amount: String
  var fund: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$account, "ACCOUNT", help: "the asset or the liability, as in asset:bank:citi")
    Option(\.$amount, "--amount", value: "AMOUNT", help: "how much, in the account's currency")
    Option(
      \.fund, "--fund", value: "FUND",
      help: "the agreement whose money it is; without it, the general fund",
      completion: .dynamic("agreements"))
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.opening, account.text, amount)
    draft.add("fund", fund)
    return draft
  }
}

/// `record entry TITLE`: an entry written leg by leg.
struct RecordEntry: RecordingCommand {
  static let name = "entry"
  static let abstract = "Record an entry leg by leg, for what no other fact says"
  static let examples = [
    Example(
      "bursar record entry 'Bank charges' --debit 'expense:bank-charges 25.00 USD' "
        + "--credit 'asset:bank 25.00 USD'",
      "two legs; debits equal credits in each fund and currency")
  ]

  @Required var title: String
  @Required var debits: [String]
  @Required var credits: [String]
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$title, "TITLE", help: "what it is for")
    Option(
      \.$debits, "--debit", value: "LEG",
      help: "what is debited: an account, an amount, and 'fund REF' where it is not the general "
        + "fund")
    Option(\.$credits, "--credit", value: "LEG", help: "what is credited, in the same way")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.entry, DirectiveDraft.quoted(title))
    for leg in debits { draft.add(line: "debit \(leg)") }
    for leg in credits { draft.add(line: "credit \(leg)") }
    return draft
  }
}
