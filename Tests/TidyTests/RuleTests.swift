import Testing

/// Each rule on small trees: it is silent where it is kept, and names the line where it is broken.
struct RuleTests {
  /// A tree of one file, and the lines of it where the rule is broken.
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let path: String
    let text: String
    let lines: [Int]

    init(_ rule: Rule, _ path: String, _ text: String = "\n", breaks lines: [Int] = []) {
      self.rule = rule
      self.path = path
      self.text = text
      self.lines = lines
    }

    var testDescription: String { "\(path): \(rule.name)" }
  }

  @Test(arguments: examples) func `a rule names the lines that break it`(example: Example) {
    let tree = Tree([SourceFile(example.path, example.text)])

    let violations = example.rule.violations(tree)

    #expect(violations.map(\.line) == example.lines, "\(violations)")
  }

  @Test(arguments: Rule.all) func `a rule is shown both kept and broken`(rule: Rule) {
    let shown = Self.examples.filter { $0.rule.name == rule.name }

    #expect(shown.contains { $0.lines.isEmpty })
    #expect(shown.contains { !$0.lines.isEmpty })
  }

  static let examples = layout + texts + code + catalogue

  private static let layout = [
    Example(.topLevel, "README.md"),
    Example(.topLevel, ".ci/run"),
    Example(.topLevel, "scripts/build.sh", breaks: [1]),

    Example(.depth, "Sources/Funding/Rules/Pledge.swift"),
    Example(.depth, "Sources/Funding/Rules/Money/Pledge.swift", breaks: [1]),
    Example(.depth, "Tests/BursarCLITests/Transcripts/Commands/summary.txt"),
    Example(.depth, "Tests/BursarCLITests/Transcripts/Commands/Summary.swift", breaks: [1]),

    Example(.spaces, "Ledgers/mali-2017.bursar"),
    Example(.spaces, "Ledgers/mali 2017.bursar", breaks: [1]),

    Example(.catchAllNames, "Sources/Monetary/Money+Parsing.swift"),
    Example(.catchAllNames, "Sources/Monetary/Utils.swift", breaks: [1]),
    Example(.catchAllNames, "Sources/Monetary/Money+Extensions.swift", breaks: [1]),
    Example(.catchAllNames, "Tests/MonetaryTests/MoneyHelpers.swift", breaks: [1]),

    Example(.length, "Sources/Monetary/Money.swift", lines(400)),
    Example(.length, "Sources/Monetary/Money.swift", lines(401), breaks: [401]),
    Example(.length, "Tests/MonetaryTests/MoneyTests.swift", lines(600)),
    Example(.length, "Tests/MonetaryTests/MoneyTests.swift", lines(601), breaks: [601]),
    Example(.length, "Ledgers/mali-2017.bursar", lines(601)),

    Example(.documentationPages, "Sources/bursar/main.swift"),
    Example(.documentationPages, "Sources/Monetary/Money.swift", breaks: [1]),

    Example(.generatedFiles, "Sources/Monetary/Money.swift"),
    Example(.generatedFiles, "Package.resolved", breaks: [1]),
    Example(.generatedFiles, "Ledgers/mali.sqlite-wal", breaks: [1]),
  ]

  private static let texts = [
    Example(.lineEnds, "README.md", "One.\nTwo.\n"),
    Example(.lineEnds, "README.md", "One.\nTwo.", breaks: [2]),
    Example(.lineEnds, "README.md", "", breaks: [1]),
    Example(.lineEnds, "README.md", "One.\nTwo.\r\n", breaks: [2]),
    Example(.lineEnds, "Tests/TabulationTests/Golden/mali.csv", "One,Two\r\n"),
    Example(.lineEnds, "Tests/InterchangeTests/Fixtures/crlf.bursar", "One.\r\nTwo."),

    Example(.blanks, "Makefile", "all:\n\tswift build\n"),
    Example(.blanks, "README.md", "One.\n\tTwo.\n", breaks: [2]),
    Example(.blanks, "README.md", "One. \nTwo.\n", breaks: [1]),
    Example(.blanks, "Tests/InterchangeTests/Fixtures/tab.bursar", "One.\t\n"),

    Example(.unfinished, "README.md", "All is done.\n"),
    Example(.unfinished, "README.md", "All is done.\n" + "TO" + "DO: the rest\n", breaks: [2]),
    Example(.unfinished, "Sources/Funding/Pledge.swift", "// FIX" + "ME\n", breaks: [1]),

    Example(.machinePaths, "README.md", "See ../shared/data, a/tmp, https://example.org/work.\n"),
    Example(
      .machinePaths, "README.md", "One.\nSee '\("/" + "home")/mariam/ledger'.\n", breaks: [2]),
    Example(.machinePaths, ".ci/run", "\("/" + "tmp")/x\n", breaks: [1]),
  ]

  private static let code = [
    Example(.pureImports, "Sources/Funding/Pledge.swift", "public import Monetary\n"),
    Example(.pureImports, "Sources/Funding/Pledge.swift", "import Foundation\n", breaks: [1]),
    Example(
      .pureImports, "Sources/Monetary/Money.swift", "\nimport func Glibc.exit\n", breaks: [2]),
    Example(.pureImports, "Sources/Operations/Ledger.swift", "import Persistence\n"),

    Example(.systemImports, "Sources/Persistence/Files/File.swift", "import Glibc\n"),
    Example(.systemImports, "Sources/Operations/Ledger.swift", "import Glibc\n", breaks: [1]),
    Example(.systemImports, "Sources/bursar/main.swift", "\nimport Foundation\n", breaks: [2]),
    Example(.systemImports, "Tests/MonetaryTests/MoneyTests.swift", "import Foundation\n"),

    Example(.unsafeCode, "Sources/Persistence/SQLite/Row.swift", "unsafe read()\n"),
    Example(.unsafeCode, "Sources/Monetary/Money.swift", "// unsafe\nlet a = \"unsafe\"\n"),
    Example(.unsafeCode, "Sources/Monetary/Money.swift", "let a = unsafe b\n", breaks: [1]),

    Example(.uncheckedCode, "Sources/Persistence/SQLite/Row.swift", "(unsafe read())\n"),
    Example(
      .uncheckedCode, "Sources/Funding/A.swift", "class A: @unchecked Sendable {}\n", breaks: [1]),
    Example(.uncheckedCode, "Tests/A/A.swift", "\nnonisolated(unsafe) var a = 1\n", breaks: [2]),

    Example(.concurrency, "Sources/Operations/A.swift", "await a()\n"),
    Example(.concurrency, "Sources/Persistence/A.swift", "actor A {}\n", breaks: [1]),

    Example(.forceTry, "Sources/Funding/A.swift", "try? a() // try! b()\n"),
    Example(.forceTry, "Tests/A/A.swift", "\"\\(try! a())\"\n", breaks: [1]),

    Example(.printing, "Sources/bursar/main.swift", "print(1)\n"),
    Example(
      .printing, "Sources/Funding/A.swift", "a.print(1)\nfunc print(a: B) {}\ntry print(b)\n"),
    Example(.printing, "Sources/Funding/A.swift", "\nprint(1)\n", breaks: [2]),

    Example(.floatingPoint, "Sources/Tabulation/Bar.swift", "let width: Double\n"),
    Example(.floatingPoint, "Sources/Monetary/Money.swift", "func `no Double`() {} // Double\n"),
    Example(.floatingPoint, "Sources/Monetary/Money.swift", "let a: Double\n", breaks: [1]),

    Example(.functionLength, "Sources/Funding/A.swift", function(50)),
    Example(.functionLength, "Sources/Funding/A.swift", function(51), breaks: [2]),
    Example(
      .functionLength, "Sources/Funding/A.swift", "protocol A {\n  func a()\n" + lines(60) + "}\n"),
    Example(.functionLength, "Sources/Funding/A.swift", "func a() { b() }\n" + lines(60) + "}\n"),
  ]

  private static let catalogue = [
    Example(
      .faultCodes, "Sources/Diagnostics/FaultCode.swift", "  case a = \"a-b\"\n  case b = \"b\"\n"),
    Example(.faultCodes, "Sources/Diagnostics/FaultCode.swift", "case a = \"aB\"\n", breaks: [1]),
    Example(
      .faultCodes, "Sources/Diagnostics/FaultCode.swift", "case a = \"a\"\ncase b = \"a\"\n",
      breaks: [2]),
  ]

  /// A function of `count` lines, two of them its first and last, inside a type.
  private static func function(_ count: Int) -> String {
    "struct A {\n  func a(\n    b: Int\n  ) {\n" + lines(count - 4) + "  }\n}\n"
  }

  private static func lines(_ count: Int) -> String {
    String(repeating: "//\n", count: count)
  }
}
