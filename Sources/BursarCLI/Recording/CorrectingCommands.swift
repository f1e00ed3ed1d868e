import Bookkeeping
import Funding
import Monetary
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

/// `revalue MONTH`: takes what is open in foreign currencies at the rates of the month's end.
struct RevalueCommand: RecordingCommand {
  static let name = "revalue"
  static let abstract = "Take what is open in foreign currencies at the rates of a month's end"
  static let discussion = """
    What donors owe, what is owed and cash are taken at the rates of the month's last day, on accounts of \
    their own; all of it is reversed on the first of the next month. Repeated, it posts only what came \
    since. --dry-run lists what is open, line by line: what is carried, the rate and since when it holds, \
    what it is worth and the difference, nothing being one too. A rate older than its table's rhythm is used with a warning. 'close' does it by itself.
    """
  static let examples = [
    Example("bursar revalue 2017-12 --dry-run", "what each item is worth, gains or loses"),
    Example("bursar revalue 2017-12 --dry-run --format csv", "the same for a spreadsheet"),
  ]

  @Required var month: AccountingMonth
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$month, "MONTH", help: "the month, as in 2017-11")
    Shared(
      \.recording,
      saying: ["--date": "the month's last day, which it is without it; any other is refused"])
    Shared(\.ledger)
  }

  var day: CalendarDate? { month.lastDay }
  var draft: DirectiveDraft { DirectiveDraft(.revaluation, "all") }
}

/// `close MONTH`: revalues a month and locks it and those before it.
struct CloseCommand: RecordingCommand {
  static let name = "close"
  static let abstract = "Revalue a month, and close it and all before it to any more entries"
  static let discussion = """
    What is open in foreign currencies is taken at the rates of the month's end first, as 'revalue' does; \
    rates older than their table's rhythm are used with a warning. Where months before it are open, from \
    that of the first entry on, they are closed with it: each is revalued at its own end, and they are named. \
    A month is not closed while a figure that was asserted up to its end does not hold. Closed months that are \
    not carried at the rates of their ends are warned of.
    """

  @Required var month: AccountingMonth
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$month, "MONTH", help: "the month, as in 2017-11")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.close, month.description) }
  var revaluesMonths: Bool { true }

  func check(in context: CommandContext) throws {
    let path = try context.ledgerPath(ledger.file)
    if !recording.isDryRun { try OpenLedger.requireStore(path) }
    let failures = try CheckLedger.failures(of: context.open(ledger), through: month.lastDay)
    guard failures.isEmpty else { throw Refusal(failures) }
  }
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
