import Bookkeeping
import Monetary
import Operations
import Reporting

/// `journal`: entries, filtered, with a running balance where an account is named.
struct JournalCommand: ReportingCommand {
  static let name = "journal"
  static let abstract = "List entries, of an account with its running balance"
  static let discussion = """
    What was posted late, since its month was closed, stands on the day it was posted, with its own day \
    beside it. Unless an account, a donor or an agreement is asked for, months that were closed or opened \
    again stand among the entries, with the reason.
    """
  static let examples = [
    Example("bursar journal --agreement A0309", "every entry of one agreement"),
    Example(
      "bursar journal --account asset:bank --from 2017-11-01 --to 2017-11-30",
      "what the banks received and paid in November"),
  ]

  var from: CalendarDate?
  var to: CalendarDate?
  var account: AccountFamily?
  var donor: String?
  var agreement: String?
  var known: KnownBy?
  var showsAll = false
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(\.from, "--from", value: "DATE", help: "entries on this day or later")
    Option(
      \.to, "--as-of", "--to", value: "DATE",
      help: "entries on this day or earlier; without it, today")
    Option(
      \.account, "--account", value: "ACCOUNT",
      help: "entries that post to it or below it, with "
        + "what it holds after each, in the book currency")
    Option(
      \.donor, "--donor", value: "DONOR",
      help: "entries of agreements that this donor signed or co-finances",
      completion: .dynamic("donors"))
    Option(
      \.agreement, "--agreement", value: "REF", help: "entries of this agreement",
      completion: .dynamic("agreements"))
    Option(known: \.known)
    Flag(
      \.showsAll, "--all",
      help: "also entries of budget and memorandum accounts alone, which move no money")
    Shared(\.output)
    Shared(\.ledger)
  }

  func faults() -> [UsageError] {
    guard let from, let to, from > to else { return [] }
    return [.badValue("--to", to.argument, expected: "\(from) or a later day, as --from says")]
  }

  func dated(_ today: CalendarDate) -> Self {
    var command = self
    command.to = to ?? today
    return command
  }

  func run(in context: inout CommandContext) throws {
    if to == nil, let from, from > context.today {
      throw Misuse(
        [
          .badValue(
            "--from", from.argument, expected: "today or earlier, or --as-of with a later day")
        ],
        of: Self.path)
    }
    let ledger = try context.open(ledger)
    var request = ListJournal(to: to ?? context.today)
    request.from = from
    request.account = account
    request.donor = donor
    request.agreement = agreement
    request.known = try known?.instant(in: ledger)
    request.showsMemorandum = showsAll
    let listing = try request.listing(of: ledger)
    try show(listing.document(), records: listing.records, in: &context)
  }
}
