import Monetary
import Operations
import Reporting

/// `donor list`: every donor.
struct DonorList: Command {
  static let name = "list"
  static let abstract = "List donors"

  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    try context.list(.donors, of: ledger, as: output)
  }
}

/// `scope list`: every scope and situation.
struct ScopeList: Command {
  static let name = "list"
  static let abstract = "List scopes and situations"

  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    try context.list(.scopes, of: ledger, as: output)
  }
}

/// `scope tree`: the programme tree.
struct ScopeTree: Command {
  static let name = "tree"
  static let abstract = "Show the programme tree"

  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    try context.list(.tree, of: ledger, as: output)
  }
}

/// `donor show DONOR`: who a donor is, what it promised and agreed to, what came of that.
struct DonorShow: ReportingCommand {
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

  func dated(_ today: CalendarDate) -> Self {
    var command = self
    command.time.asOf = time.asOf ?? today
    return command
  }

  func run(in context: inout CommandContext) throws {
    let request = ShowDonor(
      donor, asOf: time.asOf ?? context.today, known: time.known?.instant)
    let dossier = try request.dossier(of: context.open(ledger, known: time.known))
    try show(dossier.document(), records: dossier.records, in: &context)
  }
}

extension CommandContext {
  /// Prints the names of a ledger.
  fileprivate func list(
    _ subject: NameListing.Subject, of options: LedgerOptions, as output: OutputOptions
  ) throws {
    let ledger = try open(options)
    let listing = NameListing(
      subject, names: ledger.names, stamp: try ledger.stamp(asOf: today, known: nil))
    try show(listing.document(), records: listing.document(records: true), as: output,
      of: options)
  }
}
