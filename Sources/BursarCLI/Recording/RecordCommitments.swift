import Bookkeeping
import Funding
import Monetary
import Operations

/// `record requirement SCOPE`: money asked for.
struct RecordRequirement: RecordingCommand {
  static let name = "requirement"
  static let abstract = "Record money requested for a scope and a year"
  static let examples = [
    Example(
      "bursar record requirement mali --amount '41,007,531.65 USD' --year 2017",
      "what Mali asks for in 2017")
  ]

  @Required var scope: String
  @Required var amount: String
  var year: BudgetYear?
  var kind = Requirement.Kind.original
  var tags: [String] = []
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$scope, "SCOPE", help: "what it is for", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "the new total, or with --kind supplementary what is added, as in '1,250.00 USD'")
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(\.kind, "--kind", value: "KIND", help: "how it relates to the version before")
    Option(
      \.tags, "--tag", value: "TAG", help: "what the line is for, as in 'population refugees'")
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.requirement, scope, amount)
    draft.add("year", year?.description)
    draft.add("kind", kind == .original ? nil : kind.rawValue)
    draft.add("tags", tags.isEmpty ? nil : tags.joined(separator: ", "))
    return draft
  }
}

/// `record spending-plan SCOPE`: what will be spent.
struct RecordSpendingPlan: RecordingCommand {
  static let name = "spending-plan"
  static let abstract = "Record what will be spent on a scope in a year, month by month"
  static let discussion = """
    It posts nothing; 'bursar forecast' holds it against the money there is and the money that will come. One \
    of a later day takes the place of the one before.
    """
  static let examples = [
    Example(
      "bursar record spending-plan mali --amount '12,000,000 USD' --year 2026",
      "a million a month"),
    Example(
      "bursar record spending-plan mali --amount '900,000 USD' --month '2026-11 500,000 USD' "
        + "--month '2026-12 400,000 USD'",
      "what is left to be spent in two months"),
  ]

  @Required var scope: String
  @Required var amount: String
  var year: BudgetYear?
  var months: [String] = []
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$scope, "SCOPE", help: "what it is spent on", completion: .dynamic("scopes"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "how much in all, support cost included, as in '1,250.00 USD'")
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(
      \.months, "--month", value: "MONTH",
      help:
        "what is spent in a month, as in '2026-11 500,000 USD'; without any, it is spread evenly")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.spendingPlan, scope, amount)
    draft.add("year", year?.description)
    for month in months { draft.add("month", month) }
    return draft
  }
}

/// `record pledge REF`: a promise.
struct RecordPledge: RecordingCommand {
  static let name = "pledge"
  static let abstract = "Record a promise"

  @Required var reference: String
  @Required var donor: String
  @Required var amount: String
  var earmark: String?
  var year: BudgetYear?
  var probability: String?
  var expected: StatedDate?
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "what to call it")
    Option(
      \.$donor, "--donor", value: "DONOR", help: "who promises: a code, a name or an alias",
      completion: .dynamic("donors"))
    Option(\.$amount, "--amount", value: "AMOUNT", help: "how much, as in '500,000 CHF'")
    Option(
      \.earmark, "--earmark", value: "EARMARK",
      help: "where it may be used, as in 'softly west-africa'")
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(
      \.probability, "--probability", value: "PERCENT",
      help: "how likely it is kept, as in '60 %'; without it, a forecast expects nothing of it")
    Option(
      \.expected, "--expected", value: "DATE", help: "the day on which its money is thought to come"
    )
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  static var donors: [PropertyPath<Self, String>] { [\.donor] }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.pledge, reference, donor, amount)
    draft.add("earmark", earmark)
    draft.add("year", year?.description)
    draft.add("probability", probability)
    draft.add("expected", expected?.text)
    return draft
  }
}

/// `record agreement REF`: a signed contribution.
struct RecordAgreement: RecordingCommand {
  static let name = "agreement"
  static let abstract = "Record a signed contribution or grant agreement"
  static let examples = [
    Example(
      "bursar record agreement A0309 --donor sdc --amount '400,000 CHF' "
        + "--earmark 'tightly mali/protection' --date 2017-11-02",
      "what the Swiss signed on 2 November"),
    Example(
      "bursar record agreement C2 --donor sweden --amount '900,000 USD' --part '2018 600,000 USD' "
        + "--part '2018 300,000 USD tightly niger by norway'",
      "Sweden signs, and Norway finances a part"),
  ]

  @Required var reference: String
  @Required var donor: String
  @Required var amount: String
  var earmark: String?
  var modality: EarmarkModality?
  var year: BudgetYear?
  var recorded: StatedDate?
  var starts: StatedDate?
  var ends: StatedDate?
  var purpose: String?
  var pledge: String?
  var more = AgreementOptions()
  var recording = RecordingOptions()
  var late = LateOption()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$reference, "REF", help: "what to call it")
    Option(
      \.$donor, "--donor", value: "DONOR", help: "who gives: a code, a name or an alias",
      completion: .dynamic("donors"))
    Option(
      \.$amount, "--amount", value: "AMOUNT",
      help: "how much, in the agreement's currency, as in '400,000 CHF'")
    Option(
      \.earmark, "--earmark", value: "EARMARK",
      help: "where it may be used, as in 'tightly mali/protection'")
    Option(\.modality, "--modality", value: "LETTER", help: "the Grand Bargain's modality")
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the date")
    Option(
      \.recorded, "--recorded", value: "DATE",
      help: "the day it entered the funding records; without it, its own date")
    Option(\.starts, "--starts", value: "DATE", help: "the first day of the work it pays for")
    Option(\.ends, "--ends", value: "DATE", help: "the last day of the work it pays for")
    Option(\.purpose, "--purpose", value: "TEXT", help: "what it is for")
    Option(
      \.pledge, "--pledge", value: "REF", help: "the pledge it takes up",
      completion: .dynamic("agreements"))
    Shared(\.more)
    Shared(\.recording)
    Shared(\.late)
    Shared(\.ledger)
  }

  static var donors: [PropertyPath<Self, String>] { [\.donor] }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.agreement, reference, donor, amount)
    draft.add("earmark", earmark)
    draft.add("modality", modality?.rawValue)
    draft.add("year", year?.description)
    draft.add("recorded", recorded?.text)
    draft.add("starts", starts?.text)
    draft.add("ends", ends?.text)
    draft.add("purpose", quoting: purpose)
    draft.add("pledge", pledge)
    more.add(to: &draft)
    return draft
  }
}

/// Terms that few agreements have.
struct AgreementOptions: OptionGroup {
  static let title = "Terms"

  var parts: [String] = []
  var limits: [String] = []
  var required: [String] = []
  var period: String?
  var instalments: [String] = []
  var conditions: [String] = []
  var laterYears: Deferral?
  var support: String?
  var reports: [String] = []

  static var parameters: [Parameter<Self>] {
    Option(
      \.parts, "--part", value: "PART",
      help:
        "a share for a year, as in '2018 151,457.38 CHF earmarked mali', and 'by norway' behind it "
        + "where another donor gives it")
    Option(
      \.limits, "--limit", value: "LIMIT", help: "a ceiling, as in '35,000 CHF on mali/health'")
    Option(
      \.required, "--require", value: "TAGS",
      help: "what a line must be for, as in 'population refugees, idps'")
    Option(
      \.period, "--period", value: "DATES",
      help: "the only days on which it may be spent, as in '2017-01-01..2017-12-31'")
    Option(
      \.instalments, "--instalment", value: "INSTALMENT",
      help: "a payment due, as in '2017-04-01 250,000 CHF'")
    Option(
      \.conditions, "--condition", value: "CONDITION",
      help: "what must be met first, as in '\"audit\" 100,000 CHF'")
    Option(
      \.laterYears, "--later-years", value: "WHEN", help: "when later years' parts are revenue")
    Option(\.support, "--support", value: "RATE", help: "support cost, as in '7 % on direct'")
    Option(
      \.reports, "--report", value: "REPORT",
      help: "a report owed, as in '2018-03-31 financial' or '2018-12-01 8+3 narrative'")
  }

  /// Adds the terms to a directive.
  func add(to draft: inout DirectiveDraft) {
    for part in parts { draft.add("part", part) }
    for limit in limits { draft.add("limit", limit) }
    for tags in required { draft.add("require", tags) }
    draft.add("period", period)
    for instalment in instalments { draft.add("instalment", instalment) }
    for condition in conditions { draft.add("condition", condition) }
    draft.add("later-years", laterYears?.rawValue)
    draft.add("support", support)
    for report in reports { draft.add("report", report) }
  }
}

extension Requirement.Kind: ArgumentValue {}
extension EarmarkModality: ArgumentValue {}
extension Deferral: ArgumentValue {}
