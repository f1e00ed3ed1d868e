import Bookkeeping
import Diagnostics
import Funding
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

  var scope: String?
  var year: BudgetYear?
  var basis = FundingBasis.recorded
  var takesFlexible = false
  var showsLadder = false
  var showsLines = false
  var showsCertificate = false
  var isExact = false
  var problem: String?
  var time = TimeOptions()
  var output = OutputOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Option(
      \.scope, "--scope", value: "SCOPE",
      help: "the operation, sector, region or situation; without it, the only scope below global, "
        + "else global",
      completion: .dynamic("scopes"))
    Option(\.year, "--year", value: "YEAR", help: "the budget year; without it, that of the day")
    Option(\.basis, "--basis", value: "BASIS", help: "by when money counts")
    Flag(
      \.takesFlexible, "--with-flexible",
      help: "let money that lies above the scope take part as far as it may reach it")
    Flag(\.showsLadder, "--ladder", help: "show what counting less and more comes to")
    Flag(\.showsLines, "--lines", help: "list every budget line")
    Flag(\.showsCertificate, "--certificate", help: "show the proof of the gap")
    Flag(\.isExact, "--exact", help: "print minor units instead of whole units")
    Option(
      \.problem, "--problem", value: "FILE",
      help: "solve the problem in this file, without a ledger; '-' is standard input",
      completion: .file)
    Shared(\.time)
    Shared(\.output)
    Shared(\.ledger)
  }

  func run(in context: inout CommandContext) throws {
    if let problem { return try solve(problem, in: &context) }
    let ledger = try context.open(ledger)
    var request = MeasureGap(scope: scope, asOf: time.asOf ?? context.today)
    request.year = year
    request.basis = basis
    request.known = try time.known?.instant(in: ledger)
    request.takesFlexible = takesFlexible
    request.showsLadder = showsLadder
    var detail = GapReport.Detail()
    detail.lines = showsLines
    detail.certificates = showsCertificate
    let report = try request.report(of: ledger)
    try show(report.document(Printing(exact: isExact), showing: detail), in: &context)
  }

  func faults() -> [UsageError] {
    guard problem != nil else { return [] }
    let asked: [(name: String, isAsked: Bool)] = [
      ("--scope", scope != nil), ("--year", year != nil), ("--with-flexible", takesFlexible),
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
    if let file = output.output {
      try WriteFile.replace(file, with: Array(text.utf8), madeFrom: path)
    } else {
      try context.write(text)
    }
    if fault != nil { throw UnsoundProblem() }
  }
}

/// A problem that is not sound; the answer said so.
struct UnsoundProblem: Error {}
