import Monetary
import Testing

@testable import BursarCLI

@Suite struct ParsingTests {
  private func parsed<Parsed: Command>(_ words: [String], as type: Parsed.Type) throws -> Parsed {
    guard case .run(let command) = try Sample.grammar.parse(words) else {
      throw Expected("a command")
    }
    return try #require(command as? Parsed)
  }

  private func parsed<Parsed: Command>(_ line: String, as type: Parsed.Type) throws -> Parsed {
    try parsed(line.words, as: type)
  }

  private func answer(_ line: String) throws -> String? {
    guard case .answer(let text) = try Sample.grammar.parse(line.words) else { return nil }
    return text
  }

  static let summaries: [(String, SummaryCommand)] = {
    var mali = SummaryCommand()
    mali.scope = "mali"
    mali.ledger.file = "x"
    var flags = SummaryCommand()
    flags.isExact = true
    flags.showsDetail = true
    var donors = SummaryCommand()
    donors.donors = ["Japan", "Sweden"]
    var dated = SummaryCommand()
    dated.report.asOf = CalendarDate("2017-11-28")
    dated.report.format = .json
    var negative = SummaryCommand()
    negative.scope = "-5"
    return [
      ("summary", SummaryCommand()),
      ("-f x summary --scope mali", mali),
      ("summary --scope mali -f x", mali),
      ("--file x summary -s mali", mali),
      ("--file=x summary -smali", mali),
      ("-fx summary --scope=mali", mali),
      ("--fi x summary --sc mali", mali),
      ("summary -x -d", flags),
      ("summary -xd", flags),
      ("summary --exact --det --exact", flags),
      ("summary --donor Japan --donor=Sweden", donors),
      ("summary --as-of 2017-11-28 --format json", dated),
      ("summary --as 2017-11-28 --fo=json", dated),
      ("summary -s -5", negative),
      ("summary --scope=global", SummaryCommand()),
    ]
  }()

  @Test(arguments: summaries)
  func `an option may be written in every manner of GNU`(line: String, expected: SummaryCommand)
    throws
  {
    #expect(try parsed(line, as: SummaryCommand.self) == expected)
  }

  @Test func `a value attached may look like an option, and one apart may look like any other`()
    throws
  {
    let start = ["record", "pledge", "--donor", "-unknown", "--date", "2017-11-28"]
    let pledge = try parsed(
      start + ["--amount", "-5.00 USD", "-m--dry-run"], as: RecordPledge.self)
    #expect(pledge.donor == "-unknown")
    #expect(pledge.amount.minorUnits == -500)
    #expect(pledge.memo == "--dry-run")
    #expect(!pledge.isDryRun)
  }

  @Test func `two dashes end the options`() throws {
    let show = try parsed("show --depth 2 -- -f --help --", as: ShowCommand.self)
    #expect(show.references == ["-f", "--help", "--"])
    #expect(show.depth == 2)
    #expect(show.ledger.file == nil)
  }

  @Test func `operands and options may be mixed, and a dash alone or a number is an operand`()
    throws
  {
    let show = try parsed("show A1 --depth -2 - -f x -3", as: ShowCommand.self)
    #expect(show.references == ["A1", "-", "-3"])
    #expect(show.depth == -2)
  }

  @Test func `an operand that may be absent takes a word if there is one`() throws {
    #expect(try parsed("donor add --kind private X", as: DonorAdd.self).fullName == nil)
    let named = try parsed(
      ["donor", "add", "SE", "Sweden", "--kind=government"], as: DonorAdd.self)
    #expect(named.fullName == "Sweden")
    #expect(named.kind == .government)
  }

  @Test func `leading options may stand at every place`() throws {
    for line in ["-f x donor list", "donor -f x list", "donor list -f x"] {
      #expect(try parsed(line, as: DonorList.self).ledger.file == "x")
    }
  }

  @Test func `a command runs in the context it is given`() throws {
    guard case .run(let command) = try Sample.grammar.parse(["show", "A1"]) else {
      Issue.record("no command")
      return
    }
    var context: [String] = []
    try command.run(in: &context)
    #expect(context == ["show [\"A1\"]"])
  }

  @Test(arguments: ["help", "--help", "-h", "-f x --help", "help --version --help", "--hel"])
  func `help of the tool is asked for in several ways`(line: String) throws {
    let text = try #require(try answer(line))
    #expect(text.hasPrefix(line.hasPrefix("help -") ? "Show what" : "bursar:") || line == "help")
  }

  @Test(arguments: [
    "help donor add", "donor add --help", "--help donor add", "donor -h add --kind --nonsense",
    "donor add A B C -h",
  ])
  func `help comes before every error after the verb`(line: String) throws {
    #expect(try answer(line)?.hasPrefix("Add a donor.") == true)
  }

  @Test func `help of a family lists its verbs`() throws {
    #expect(try answer("donor --help") == answer("help donor"))
    #expect(try answer("donor --help")?.contains("  list  List donors\n") == true)
  }

  @Test(arguments: ["version", "--version", "summary --version", "donor --vers"])
  func `the version is asked for in several ways`(line: String) throws {
    #expect(try answer(line) == "bursar 0.1.0\n")
  }
}

extension String {
  /// The words of a line, parted by blanks.
  var words: [String] { split(separator: " ").map(String.init) }
}
