import Bookkeeping
import Funding
import Monetary
import Operations

/// `record amendment REF/N`: an agreement changed.
struct RecordAmendment: RecordingCommand {
  static let name = "amendment"
  static let abstract = "Record a change of an agreement: more, less, longer, or for something else"
  static let discussion = """
    It is called by the agreement's reference, a slash and more. An amount of an agreement with several \
    parts is told apart by --part. An amendment is undone by another one.

    --instalment takes the place of every instalment that was not received in full by now: with those that \
    were, they sum to the agreement as amended. --report takes the place of every report that was not \
    delivered. Where none is given, all stay as they were.
    """
  static let examples = [
    Example(
      "bursar record amendment A0309/1 --amount '+50,000 CHF' --ends 2018-12-31",
      "50,000 francs more, and until the end of the year"),
    Example(
      "bursar record amendment C1/2 --amount '-10,000 CHF' --part '2018 -10,000 CHF'",
      "a cut of one part of several"),
    Example(
      "bursar record amendment A0309/2 --ends 2019-03-31 --report '2019-06-30 final' "
        + "--instalment '2019-01-31 200,000 CHF'",
      "three months longer without cost: the last instalment and the final report move"),
  ]

  @Required var reference: String
  var parts: [String] = []
  var earmark: String?
  var ends: StatedDate?
  var recorded: StatedDate?
  var instalments: [String] = []
  var period: String?
  var limits: [String] = []
  var support: String?
  var reports: [String] = []
  var amount: String?
  var reason: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$reference, "REF/N", help: "the agreement, a slash, and what to call its change",
      completion: .dynamic("agreements"))
    Option(
      \.amount, "--amount", value: "AMOUNT",
      help: "what the agreement gains or, with a minus, loses, as in '+50,000 CHF'")
    Option(
      \.parts, "--part", value: "PART",
      help:
        "what a part gains or loses, as in '2018 +50,000 CHF earmarked mali', and 'by norway' behind "
        + "it where several donors give")
    Option(
      \.earmark, "--earmark", value: "EARMARK",
      help: "where the money may be used from now on, as in 'tightly mali/protection'")
    Option(
      \.period, "--period", value: "DATES",
      help: "the only days on which it may be spent from now on, as in '2017-01-01..2018-06-30'")
    Option(
      \.limits, "--limit", value: "LIMIT",
      help:
        "another ceiling from now on, as in '35,000 CHF on mali/health' or 'none on mali/health'"
    )
    Option(\.ends, "--ends", value: "DATE", help: "the new last day of the work it pays for")
    Option(
      \.recorded, "--recorded", value: "DATE",
      help: "the day it entered the funding records; without it, its own date")
    Option(
      \.support, "--support", value: "RATE",
      help: "support cost from its date on, as in '7 % on direct'")
    Option(
      \.instalments, "--instalment", value: "INSTALMENT",
      help: "a payment due instead of those not received, as in '2019-01-31 200,000 CHF'")
    Option(
      \.reports, "--report", value: "REPORT",
      help: "a report owed instead of those not delivered, as in '2019-06-30 final'")
    Option(\.reason, "--reason", value: "TEXT", help: "why")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  func faults() -> [UsageError] {
    let changes = [
      reports.first, instalments.first, support, ends?.text, limits.first, period, earmark,
      parts.first, amount,
    ]
    guard changes.allSatisfy({ $0 == nil }) else { return [] }
    return [
      .missingOneOf([
        "--report", "--instalment", "--support", "--ends", "--limit", "--period", "--earmark",
        "--part", "--amount",
      ])
    ]
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.amendment, reference)
    draft.add("amount", amount)
    for part in parts { draft.add("part", part) }
    draft.add("earmark", earmark)
    draft.add("period", period)
    for limit in limits { draft.add("limit", limit) }
    draft.add("ends", ends?.text)
    draft.add("recorded", recorded?.text)
    for instalment in instalments { draft.add("instalment", instalment) }
    draft.add("support", support)
    for report in reports { draft.add("report", report) }
    draft.add("reason", quoting: reason)
    return draft
  }
}

/// `record fulfilled REF CONDITION`: a condition met.
struct RecordFulfilment: RecordingCommand {
  static let name = "fulfilled"
  static let abstract =
    "Record that a condition of an agreement is met, so that its money is revenue"
  static let examples = [
    Example("bursar record fulfilled C1 audit", "all that waited for the audit is revenue"),
    Example(
      "bursar record fulfilled C1 audit --amount '15,000 CHF'",
      "15,000 francs of it, and the rest waits on"),
  ]

  @Required var reference: String
  @Required var condition: String
  var amount: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "the agreement", completion: .dynamic("agreements"))
    Operand(\.$condition, "CONDITION", help: "what was to be met, in the agreement's words")
    Option(
      \.amount, "--amount", value: "AMOUNT",
      help: "how much waits no longer, in the agreement's currency; without it, all")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    let condition = DirectiveDraft.quoted(condition)
    guard let amount else { return DirectiveDraft(.fulfilled, reference, condition) }
    return DirectiveDraft(.fulfilled, reference, condition, amount)
  }
}

/// `record reported REF DATE FORM`: a report delivered to the donor.
struct RecordDelivery: RecordingCommand {
  static let name = "reported"
  static let abstract = "Record that a report an agreement owes was delivered to its donor"
  static let discussion = """
    The report is named as the agreement names it: by the day it was due and its form. The day it was \
    delivered is the fact's own, --date.
    """
  static let examples = [
    Example(
      "bursar record reported C1 2018-03-31 financial --date 2018-03-28",
      "the financial report, three days early")
  ]

  @Required var reference: String
  @Required var due: StatedDate
  @Required var form: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "the agreement", completion: .dynamic("agreements"))
    Operand(\.$due, "DATE", help: "the day the report was due")
    Operand(\.$form, "FORM", help: "what kind of report, as in financial, final or '8+3 narrative'")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.reported, reference, due.text, form) }
}

/// `record write-off REF`: a claim given up.
struct RecordWriteOff: RecordingCommand {
  static let name = "write-off"
  static let abstract = "Record that what an agreement still owes is given up"
  static let examples = [
    Example(
      "bursar record write-off A0309 --amount '10 CHF' --reason 'lost to bank charges'",
      "ten francs that nobody will pay")
  ]

  @Required var reference: String
  @Required var amount: String
  var part: String?
  var reason: String?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "the agreement", completion: .dynamic("agreements"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "how much is given up, in the agreement's currency")
    Option(
      \.part, "--part", value: "PART",
      help: "the part it is of, as in '2018 mali by norway' or '2018 as tightly mali'; without it, "
        + "the latest year first")
    Option(\.reason, "--reason", value: "TEXT", help: "why")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.writeOff, reference, amount)
    draft.add("part", part)
    draft.add("reason", quoting: reason)
    return draft
  }
}

/// `record refund REF`: money owed back to a donor.
struct RecordRefund: RecordingCommand {
  static let name = "refund"
  static let abstract = "Record money of an agreement that is owed back to its donor"
  static let discussion = """
    Its date is the day it is due. Its payments are part of the same fact: to add one later, reverse the \
    refund and record it again with all of them.
    """
  static let examples = [
    Example(
      "bursar record refund C1 --amount '1,000 CHF' --paid '2018-02-05 1,016.26 USD from asset:bank'",
      "francs owed back, dollars paid"),
    Example(
      "bursar record refund C1 --amount '1,000 CHF' "
        + "--paid '2018-02-05 500 USD from asset:bank settles 492 CHF' "
        + "--paid '2018-02-12 516.26 USD from asset:bank'",
      "the same in two payments, of which the second settles the rest"),
    Example(
      "bursar record refund C1 --amount '10 USD' --overpayment --paid '2018-02-05 10 USD from asset:bank'",
      "dollars given back that were paid too much"),
  ]

  @Required var reference: String
  @Required var amount: String
  var part: String?
  var isOfOverpayment = false
  var payments: [String] = []
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "the agreement", completion: .dynamic("agreements"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help:
        "how much is owed back, in the agreement's currency or, of an overpayment, in that which came"
    )
    Option(
      \.part, "--part", value: "PART",
      help: "the part it is of, as in '2018 mali by norway' or '2018 as tightly mali'; without it, "
        + "the latest year first")
    Flag(
      \.isOfOverpayment, "--overpayment",
      help: "give back what was paid beyond what was owed, not the agreement's own money")
    Option(
      \.payments, "--paid", value: "PAYMENT",
      help:
        "when, how much and from where it was paid, as in '2018-02-05 1,000 CHF from asset:bank', and behind "
        + "it 'settles 980 CHF' where one of several payments is in another currency")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.refund, reference, amount)
    draft.add("part", part)
    draft.add("overpayment", isOfOverpayment ? "yes" : nil)
    for payment in payments { draft.add("paid", payment) }
    return draft
  }
}
