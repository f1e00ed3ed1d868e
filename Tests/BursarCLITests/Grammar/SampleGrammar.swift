import Monetary

@testable import BursarCLI

/// A small tool that uses everything a grammar can declare; its context notes what was run.
enum Sample {
  typealias Context = [String]

  static var grammar: Grammar<Context> {
    Grammar(
      name: "bursar", version: "0.1.0", released: CalendarDate(dayNumber: 17_498),
      abstract: "the funding and donor ledger of a humanitarian operation",
      discussion: """
        bursar keeps what was requested, who gave what for what, and what is funded. Finance staff
        record contributions in it.

        'Funded' counts what is recorded; see --basis.
        """,
      leading: [LedgerOptions.self],
      sections: [
        .init("Ledgers", [Verb(InitCommand.self), Verb(ShowCommand.self)]),
        .init(
          "Records",
          [
            Verb("donor", "Add and list donors", [Verb(DonorAdd.self), Verb(DonorList.self)]),
            Verb("record", "Record a fact", [Verb(RecordPledge.self)]),
          ]),
        .init("Reports", [Verb(SummaryCommand.self), Verb(CompleteCommand.self)]),
      ],
      topics: [
        .init("Environment", [("BURSAR_FILE", "The ledger where no --file is given.")]),
        .init("Exit status", [("0", "Done."), ("2", "The command line is wrong.")]),
      ])
  }
}

struct LedgerOptions: OptionGroup, Hashable {
  static let title = "Ledger"
  var file: String?

  static var parameters: [Parameter<Self>] {
    Option(
      \.file, "-f", "--file", value: "FILE", help: "the ledger, in either form", completion: .file)
  }
}

struct ReportOptions: OptionGroup, Hashable {
  enum Basis: String, CaseIterable, ArgumentValue { case recorded, signed, received }
  enum Format: String, CaseIterable, ArgumentValue { case text, csv, json, markdown, html }

  static let title = "Report options"
  var asOf: CalendarDate?
  var basis = Basis.recorded
  var format = Format.text
  var output: String?

  static var parameters: [Parameter<Self>] {
    Option(\.asOf, "--as-of", value: "DATE", help: "the ledger as it stood at the end of DATE")
    Option(\.basis, "--basis", value: "BASIS", help: "what counts as funded")
    Option(\.format, "--format", value: "FORMAT", help: "print as FORMAT")
    Option(
      \.output, "-o", "--output", value: "FILE", help: "write to FILE instead of standard output",
      completion: .file)
  }
}

struct SummaryCommand: Command, Hashable {
  static let name = "summary"
  static let abstract = "Print what was requested, what is funded and what is not"
  static let discussion = """
    Money at places above the scope is not funded at it until it is allocated; it is printed as
    flexible money that may reach the scope, outside the percentage.

    Printed figures are whole currency units that add up.
    """
  static let examples = [
    Example("bursar -f mali.bursar summary --scope mali", "what Mali asked for and got, as of now"),
    Example("bursar summary --as-of 2017-11-28 --format json", "the same for a program to read"),
  ]

  var scope = "global"
  var donors: [String] = []
  var isExact = false
  var showsDetail = false
  var report = ReportOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.scope, "-s", "--scope", value: "SCOPE", help: "the scope whose subtree is summed",
      completion: .dynamic("scopes"))
    Option(
      \.donors, "--donor", value: "DONOR", help: "count only what DONOR gave",
      completion: .dynamic("donors"))
    Flag(\.isExact, "-x", "--exact", help: "print minor units instead of whole units")
    Flag(\.showsDetail, "-d", "--detail", help: "name each agreement")
    Shared(\.report)
    Shared(\.ledger)
  }

  func run(in context: inout [String]) { context.append("summary of \(scope)") }
}

struct InitCommand: Command, Hashable {
  static let name = "init"
  static let abstract = "Make a ledger"

  @Required var file: String
  var source: String?
  var currency: Currency?
  var title: String?
  var folders: [String] = []

  static var parameters: [Parameter<Self>] {
    Operand(\.$file, "FILE", help: "the ledger to make", completion: .file)
    Option(
      \.source, "--from", value: "FILE", help: "take in the facts of a text", completion: .file,
      excluding: ["--currency", "--name"])
    Option(\.currency, "--currency", value: "CODE", help: "the book currency")
    Option(\.title, "--name", value: "TEXT", help: "the ledger's name")
    Option(
      \.folders, "--documents", value: "FOLDER", help: "where documents lie",
      completion: .directory, excluding: ["--from"])
  }

  func faults() -> [UsageError] {
    source == nil && currency == nil ? [.missingOneOf(["--from", "--currency"])] : []
  }

  func run(in context: inout [String]) { context.append("init \(file)") }
}

struct ShowCommand: Command, Hashable {
  static let name = "show"
  static let abstract = "Show everything about agreements or entries"

  @Required var references: [String]
  var depth = 3
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$references, "REF", help: "an agreement or an entry", completion: .dynamic("agreements"))
    Option(\.depth, "--depth", value: "N", help: "levels of accounts")
    Shared(\.ledger)
  }

  func run(in context: inout [String]) { context.append("show \(references)") }
}

struct DonorAdd: Command, Hashable {
  enum Kind: String, CaseIterable, ArgumentValue {
    case government, multilateral
    case pooledFund = "pooled-fund"
    case `private`
  }

  static let name = "add"
  static let abstract = "Add a donor"

  @Required var code: String
  var fullName: String?
  @Required var kind: Kind
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$code, "CODE", help: "the short name by which the ledger knows the donor")
    Operand(\.fullName, "NAME", help: "the full name")
    Option(\.$kind, "--kind", value: "KIND", help: "what kind of donor it is")
    Shared(\.ledger)
  }

  func run(in context: inout [String]) { context.append("add \(code)") }
}

struct DonorList: Command, Hashable {
  static let name = "list"
  static let abstract = "List donors"

  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] { Shared(\.ledger) }

  func run(in context: inout [String]) { context.append("list") }
}

struct RecordPledge: Command, Hashable {
  static let name = "pledge"
  static let abstract = "Record a pledge"

  @Required var donor: String
  @Required var amount: Money
  @Required var date: CalendarDate
  var memo: String?
  var isDryRun = false
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.$donor, "--donor", value: "DONOR", help: "who promises", completion: .dynamic("donors"))
    Option(\.$amount, "--amount", value: "AMOUNT", help: "how much, with its currency")
    Option(\.$date, "--date", value: "DATE", help: "when it was promised")
    Option(\.memo, "-m", value: "TEXT", help: "a remark")
    Flag(\.isDryRun, "-n", "--dry-run", help: "show the entry and post nothing")
    Shared(\.ledger)
  }

  func run(in context: inout [String]) { context.append("pledge of \(donor)") }
}

struct CompleteCommand: Command, Hashable {
  static let name = "__complete"
  static let abstract = "List names for a shell"
  static let isHidden = true

  @Required var kind: String
  var prefix: String?
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$kind, "KIND", help: "what kind of names")
    Operand(\.prefix, "PREFIX", help: "how they begin")
    Shared(\.ledger)
  }

  func run(in context: inout [String]) { context.append("complete \(kind)") }
}
