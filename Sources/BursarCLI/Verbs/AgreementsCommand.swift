import Operations
import Reporting

/// `agreements`: every agreement, how far it has come, and what is due under it.
struct AgreementsCommand: DatedCommand {
  static let name = "agreements"
  static let abstract = "List agreements: how far each has come, what is open, what falls due"
  static let discussion = """
    An agreement is signed until it is in the funding records, recorded until the work it pays for begins, \
    active until its last day, ended while something is open, a report owed or money to be paid back after \
    that, and closed when none is. What is unspent then is owed back, as is what was paid too much. Without a first day it begins, without a last day it never ends.

    Money settles instalments in the order of the days on which they are due. With --due, what is overdue \
    comes first: instalments that were not received, reports that were not delivered, money to be paid back; then these and the \
    ends of agreements, and of the periods in which their money may be spent, with what is unspent, as they fall \
    due. Once its period is over nothing of an agreement is available: what is left of it is unspent.
    """
  static let examples = [
    Example("bursar agreements --donor Switzerland", "what the Swiss have agreed to"),
    Example("bursar agreements --due 60d", "what is overdue, or falls due within 60 days"),
  ]

  var donor: String?
  var scope: String?
  var due: Horizon?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.donor, "--donor", value: "DONOR",
      help: "those that this donor signed or co-finances: a code, a name or an alias",
      completion: .dynamic("donors"))
    Option(
      \.scope, "--scope", value: "SCOPE",
      help: "those whose money lies in this scope or situation, or was moved there",
      completion: .dynamic("scopes"))
    Option(
      \.due, "--due", value: "WHEN",
      help: "list instead what falls due within so many days or weeks, or by a date, as in 60d, 8w "
        + "or 2018-03-31")
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let day = time.asOf ?? context.today
    let ledger = try context.open(ledger)
    let request = ListAgreements(
      donor: donor, scope: scope, asOf: day, known: try time.known?.instant(in: ledger))
    if let due {
      let listing = try request.due(through: due.lastDay(from: day), of: ledger)
      try show(listing.document(), records: listing.records, in: &context)
    } else {
      let listing = try request.listing(of: ledger)
      try show(listing.document(), records: listing.document(records: true), in: &context)
    }
  }
}
