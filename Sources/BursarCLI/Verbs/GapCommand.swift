import Diagnostics
import Monetary
import Operations
import Reporting
import Tabulation

/// `gap --scope sahel`: what no current money can fill, what cannot be used, and why.
struct GapCommand: DatedCommand {
  static let name = "gap"
  static let abstract = "Show what no current money can fill, and what cannot be used"
  static let discussion = """
    The net gap is what was requested less what was given: it lets money that only one line may have hide \
    what another lacks. The gross gap is what each line lacks as money lies now. The gap itself is what is \
    missing when all money is placed as well as its donors allow, and is exact.

    What is posted stays where it is. Lines may ask for goods in kind by a tag 'in-kind yes', and come \
    before others by a tag such as 'tier 1'.

    With --problem no ledger is read: the file is one problem in JSON, and the answer is printed in JSON, \
    amounts in minor units. A problem that is not sound is answered by an object 'error' with its code.
    """
  static let examples = [
    Example("bursar gap --scope sahel --lines", "the gap of an operation, line by line"),
    Example("bursar gap --scope sahel --certificate", "with the proof, in two columns to add"),
    Example("bursar gap --problem problem.json --format json", "a problem without a ledger"),
  ]

  var gap = GapOptions()
  var showsLadder = false
  var showsLines = false
  var showsCertificate = false
  var isExact = false
  var explained: String?
  var problem: String?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Flag(\.showsLadder, "--ladder", help: "show what counting less and more comes to")
    Flag(\.showsLines, "--lines", help: "list every budget line")
    Flag(\.showsCertificate, "--certificate", help: "show the proof of the gap")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Option(
      \.explained, "--explain", value: "NAME",
      help: "say why a budget line cannot be filled, or a contribution cannot be used")
    Option(
      \.problem, "--problem", value: "FILE",
      help: "solve the problem in this file, without a ledger; '-' is standard input",
      completion: .file)
    Shared(\.gap)
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    if let problem { return try solve(problem, in: &context) }
    let ledger = try context.open(ledger)
    var request = try gap.request(time, in: ledger, context)
    let printing = Printing(exact: isExact)
    if let explained {
      let explanation = try request.explanation(of: explained, in: ledger)
      return try show(
        explanation.document(printing), records: explanation.document(.exact), in: &context)
    }
    request.showsLadder = showsLadder
    var detail = GapReport.Detail()
    detail.lines = showsLines
    detail.certificates = showsCertificate
    let report = try request.report(of: ledger)
    try show(
      report.document(printing, showing: detail),
      records: report.document(.exact, showing: detail), in: &context)
  }

  func faults() -> [UsageError] {
    guard problem != nil else { return [] }
    let asked: [(name: String, isAsked: Bool)] = [
      ("--scope", gap.scope != nil), ("--year", gap.year != nil),
      ("--with-flexible", gap.takesFlexible), ("--explain", explained != nil),
      ("--ladder", showsLadder), ("--lines", showsLines), ("--certificate", showsCertificate),
      ("--exact", isExact), ("--as-of", time.asOf != nil), ("--known", time.known != nil),
      ("--format \(output.format.rawValue)", ![.text, .json].contains(output.format)),
    ]
    return asked.filter(\.isAsked).map { .conflicting("--problem", $0.name) }
  }

  /// Answers in JSON, whether or not the problem is sound.
  private func solve(_ path: String, in context: inout CommandContext) throws {
    var fault: Fault?
    var answer: JSONValue
    do {
      answer = try SolveProblem.solution(ofFileAt: path).json
    } catch let found as Fault {
      fault = found
      answer = [
        "error": [
          "code": .string(found.code.rawValue), "message": .string(found.english.message),
        ]
      ]
    }
    let text = answer.text() + "\n"
    if let file = output.file {
      try WriteFile.replace(file, with: Array(text.utf8), madeFrom: path)
    } else {
      try context.write(text)
    }
    if fault != nil { throw UnsoundProblem() }
  }
}

/// A problem that is not sound; the answer said so.
struct UnsoundProblem: Error {}

/// `grid --scope sahel`: lines by contributions, as it is kept in a spreadsheet elsewhere.
struct GridCommand: DatedCommand {
  static let name = "grid"
  static let abstract = "Show the funding grid: lines by contributions, with what is proposed"
  static let discussion = """
    A row a budget line, a column a contribution: the most narrowly directed first, flexible money last. What \
    is posted stays; the rest is proposed, so that as much as can be is used, and every line has its fair \
    share of what is free. As CSV it is that matrix to the minor unit; as JSON the lines, the contributions, \
    and what each gives to each.

    Many placings give the same shares. With --against it is one that changes least of what the plan of an \
    earlier day has left to do.
    """
  static let examples = [
    Example("bursar grid --scope sahel --format csv -o grid.csv", "for a spreadsheet"),
    Example(
      "bursar grid --scope sahel --against 2026-06-30",
      "the same, changing least of the plan of June"),
  ]

  var earlier: CalendarDate?
  var isExact = false
  var gap = GapOptions()
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.earlier, "--against", value: "DATE",
      help: "change as little as can be of the plan of this day")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Shared(\.gap)
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    var request = try gap.request(time, in: ledger, context)
    request.earlier = earlier
    let grid = try request.grid(of: ledger)
    let printing = Printing(exact: isExact)
    let records = output.format == .csv ? grid.sheet() : grid.records()
    try show(grid.document(printing), records: records, in: &context)
  }
}

/// `ask --scope sahel`: the list for the next meeting with donors.
struct AskCommand: DatedCommand {
  static let name = "ask"
  static let abstract = "List what to ask donors for: restrictions to lift, and new money"
  static let discussion = """
    For each contribution of which something cannot be used, how much of the gap would close if its donor \
    lifted one restriction: its earmark, one limit, one scope that it excludes, one thing that it is for; for \
    each scope and line, up to how much new money for it would help.
    """
  static let examples = [
    Example("bursar ask --scope sahel", "what to bring to a meeting with donors")
  ]

  var isExact = false
  var gap = GapOptions()
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Shared(\.gap)
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    let ledger = try context.open(ledger)
    let asks = try gap.request(time, in: ledger, context).asks(of: ledger)
    try show(
      asks.document(Printing(exact: isExact)), records: asks.document(.exact), in: &context)
  }
}

/// `allocate --plan`: free money by fair share, proposed or posted.
struct AllocateCommand: DatedCommand {
  static let name = "allocate"
  static let abstract = "Propose or post allocations that give every line its fair share"
  static let discussion = """
    Money of agreements that may go to several lines, and lies at none of them, is spread so that the least \
    covered line is covered as well as can be, then the next; as much as can be is used. With --plan it is \
    only shown. With --post each allocation is posted on the day, all in one transaction; each can be undone \
    by 'reverse'.

    Many plans give the same shares. With --against it is one that changes least of what the plan of an \
    earlier day has left to do, and what it changes is listed.
    """
  static let examples = [
    Example("bursar allocate --plan --scope sahel", "what fair share would move"),
    Example("bursar allocate --post --scope sahel --as-of 2026-09-30", "move it on that day"),
    Example(
      "bursar allocate --plan --scope sahel --against 2026-06-30",
      "the same, changing least of the plan of June"),
  ]

  var plans = false
  var posts = false
  var earlier: CalendarDate?
  var isExact = false
  var gap = GapOptions()
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Flag(\.plans, "--plan", help: "show what would be posted", excluding: ["--post"])
    Flag(\.posts, "--post", help: "post it in the store")
    Option(
      \.earlier, "--against", value: "DATE",
      help: "change as little as can be of the plan of this day")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Shared(\.gap)
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func faults() -> [UsageError] { plans || posts ? [] : [.missingOneOf(["--plan", "--post"])] }

  func run(in context: inout CommandContext) throws {
    let path = try context.ledgerPath(ledger.file)
    if posts { try OpenLedger.requireStore(path) }
    let ledger = try context.open(ledger)
    var measure = try gap.request(time, in: ledger, context)
    measure.earlier = earlier
    let request = AllocateFunds(
      measure, command: Self.name, by: context.author, at: context.now)
    let proposal = posts ? try request.post(in: path) : try request.proposal(of: ledger)
    let document = proposal.document(Printing(exact: isExact))
    let records = proposal.document(.exact)
    if posts {
      try context.show(document, records: records, as: output, of: self.ledger)
    } else {
      try show(document, records: records, in: &context)
    }
  }
}
