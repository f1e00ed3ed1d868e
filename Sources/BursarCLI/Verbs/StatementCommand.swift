import Bookkeeping
import Funding
import Monetary
import Operations
import Reporting

/// `statement sdc`: what was owed, received and spent of each of a donor's agreements.
struct StatementCommand: ReportingCommand {
  static let name = "statement"
  static let abstract = "State to a donor what was owed, received and spent of its agreements"
  static let discussion = """
    For each agreement two accounts: what is receivable and what is unspent, each from opening to \
    closing, then what is behind them. Every entry of the agreement in the period is behind one \
    figure; --entries prints them. While the last day's month is open the statement is provisional. \
    The statements of all agreements and of the general fund together are the trial balance. Of what \
    another donor signed and this one co-finances its own share is stated. What was posted late, since its \
    month was closed, is listed with its own day.
    """
  static let examples = [
    Example(
      "bursar -f Ledgers/mali-2017.bursar statement france --to 2017-12-31",
      "what France agreed to in 2017, and what came of it"),
    Example(
      "bursar statement switzerland --agreement A0309 --from 2018-01-01 --currency donor --entries",
      "one agreement in francs too, with every entry behind the figures"),
    Example("bursar statement general --to 2017-12-31", "what the general fund received and spent"),
  ]

  /// In which currency figures are shown.
  enum Display: ArgumentValue {
    case donor
    case book
    case currency(Currency)

    static let completion = Completion.words(["donor", "book"])

    init(argument: String) throws(Expected) {
      switch argument {
      case "donor": self = .donor
      case "book": self = .book
      default:
        guard let currency = try? Currency(code: argument) else {
          throw Expected("'donor', 'book' or the code of an ISO 4217 currency in use, as in USD")
        }
        self = .currency(currency)
      }
    }

    var argument: String {
      switch self {
      case .donor: "donor"
      case .book: "book"
      case .currency(let currency): currency.code
      }
    }
  }

  @Required var donor: String
  var agreement: String?
  var from: CalendarDate?
  var to: CalendarDate?
  var display = Display.book
  var showsEntries = false
  var known: KnownBy?
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$donor, "DONOR",
      help: "its code, its name or an alias; 'general' states the general fund",
      completion: .dynamic("donors"))
    Option(
      \.agreement, "--agreement", value: "REF", help: "state this agreement only",
      completion: .dynamic("agreements"))
    Option(
      \.from, "--from", value: "DATE", help: "the first day; without it, all since the beginning")
    Option(\.to, "--to", value: "DATE", help: "the last day; without it, today")
    Option(
      \.display, "--currency", value: "CURRENCY",
      help: "show figures in another currency, too: 'donor' for that of each agreement, at the "
        + "average of its receipts; a code, at the rate of the last day")
    Flag(\.showsEntries, "--entries", help: "print the entries behind each figure")
    Option(known: \.known)
    Shared(\.output)
    Shared(\.ledger)
  }

  func faults() -> [UsageError] {
    var faults: [UsageError] = []
    if agreement != nil, donor == FundCode.general.text {
      faults.append(.conflicting("DONOR '\(donor)'", "--agreement"))
    }
    if let from, let to, from > to {
      faults.append(
        .badValue("--to", to.argument, expected: "\(from) or a later day, as --from says"))
    }
    return faults
  }

  func dated(_ today: CalendarDate) -> Self {
    var command = self
    command.to = to ?? today
    return command
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = DrawStatement(donor, to: to ?? context.today)
    request.agreement = agreement
    request.from = from
    request.known = try known?.instant(in: ledger)
    request.showsEntries = showsEntries
    request.display =
      switch display {
      case .book: .book
      case .donor: .donor
      case .currency(let currency): .currency(currency)
      }
    let statement = try request.statement(of: ledger)
    try show(statement.document(), records: statement.records(), in: &context)
  }
}
