import Operations
import Reporting

/// `donor list`, `scope list`, `scope tree`, `account list`: the names of a ledger.
struct ListCommand<Names: ListedNames>: Command {
  static var name: String { Names.verb }
  static var abstract: String { Names.abstract }

  /// Up to when what was entered counts; nil means all.
  var known: KnownBy?
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(known: \.known)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let opened = try context.open(ledger)
    let listing = try ListNames.listing(
      of: Names.subject, in: opened, today: context.today,
      known: try known?.instant(in: opened))
    try context.show(
      listing.document(), records: listing.document(records: true), as: output, of: ledger)
  }
}

/// Names that a verb lists.
protocol ListedNames: Sendable {
  /// The word that lists them.
  static var verb: String { get }
  /// What the verb does, in one line without a full stop.
  static var abstract: String { get }
  /// Which they are.
  static var subject: ListNames.Subject { get }
}

/// Every donor.
enum DonorNames: ListedNames {
  static let verb = "list"
  static let abstract = "List donors"
  static let subject = ListNames.Subject.donors
}

/// Every scope and situation.
enum ScopeNames: ListedNames {
  static let verb = "list"
  static let abstract = "List scopes and situations"
  static let subject = ListNames.Subject.scopes
}

/// The programme tree.
enum ProgrammeNames: ListedNames {
  static let verb = "tree"
  static let abstract = "Show the programme tree"
  static let subject = ListNames.Subject.tree
}

/// Every account.
enum AccountNames: ListedNames {
  static let verb = "list"
  static let abstract = "List accounts that were declared or posted to"
  static let subject = ListNames.Subject.accounts
}

/// `donor show DONOR`: who a donor is, what it promised and agreed to, what came of that.
struct DonorShow: DatedCommand {
  static let name = "show"
  static let path = ["donor", name]
  static let abstract = "Show a donor's particulars, pledges, agreements and entries"

  @Required var donor: String
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$donor, "DONOR", help: "its code, its name or an alias", completion: .dynamic("donors"))
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let request = ShowDonor(
      donor, asOf: time.asOf ?? context.today, known: try time.known?.instant(in: ledger))
    let dossier = try request.dossier(of: ledger)
    try show(dossier.document(), records: dossier.records, in: &context)
  }
}
