import Bookkeeping
import Funding
import Operations

/// `reverse ENTRY --reason TEXT`: a mistake corrected by its opposite.
struct ReverseCommand: RecordingCommand {
  static let name = "reverse"
  static let abstract = "Correct a mistake by its opposite; nothing is ever edited"
  static let discussion = """
    What posts entries is undone by their opposites, on the day of the reversal. A merge of donors, a \
    note and thanks count no more in reports as of that day and later; earlier reports print as they did. \
    A rate is revised, an amendment amended, a closing reopened.
    """

  @Required var target: String
  @Required var reason: String
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$target, "ENTRY", help: "the identifier that the journal shows",
      completion: .dynamic("facts"))
    Option(\.$reason, "--reason", value: "TEXT", help: "why it was wrong")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.reversal, target)
    draft.add("reason", quoting: reason)
    return draft
  }
}

/// `close MONTH`: locks a month and those before it.
struct CloseCommand: RecordingCommand {
  static let name = "close"
  static let abstract = "Close a month and all before it, so that nothing is posted there any more"

  @Required var month: AccountingMonth
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$month, "MONTH", help: "the month, as in 2017-11")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.close, month.description) }
}

/// `reopen MONTH --reason TEXT`: opens the latest closed month again.
struct ReopenCommand: RecordingCommand {
  static let name = "reopen"
  static let abstract = "Open the latest closed month again"

  @Required var month: AccountingMonth
  @Required var reason: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$month, "MONTH", help: "the latest closed month")
    Option(\.$reason, "--reason", value: "TEXT", help: "why; it stays in the journal")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.reopen, month.description)
    draft.add("reason", quoting: reason)
    return draft
  }
}
