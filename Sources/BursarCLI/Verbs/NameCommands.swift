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

/// `donor show DONOR`: the journal of a donor's agreements.
struct DonorShow: Command {
  static let name = "show"
  static let abstract = "Show what a donor agreed to, and every entry of it"

  @Required var donor: String
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$donor, "DONOR", help: "its code", completion: .dynamic("donors"))
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    var request = ListJournal()
    request.donor = donor
    let listing = try request.listing(of: context.open(ledger), today: context.today)
    try context.show(try listing.document(), records: listing.records, as: output)
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
    try show(listing.document(), records: listing.document(records: true), as: output)
  }
}
