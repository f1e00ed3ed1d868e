import Diagnostics
import Testing

@testable import BursarCLI

@Suite struct UsageErrorTests {
  private func misuse(_ words: [String]) -> Misuse? {
    do {
      _ = try Sample.grammar.parse(words)
      return nil
    } catch {
      return error
    }
  }

  private static func declaration(_ name: String, of type: any Invocable.Type) -> Declaration {
    type.declarations.first { $0.name == name } ?? .help
  }

  static let refusals: [(String, [UsageError])] = [
    ("sumary", [.unknownVerb("sumary", nearest: "summary")]),
    ("donor ad", [.unknownVerb("ad", nearest: "add")]),
    ("pledge", [.unknownVerb("pledge", nearest: "record pledge")]),
    ("help donr", [.unknownVerb("donr", nearest: "donor")]),
    ("help summary x", [.unexpectedOperand("x")]),
    ("__compete", [.unknownVerb("__compete", nearest: nil)]),
    ("donor", [.missingVerb(choices: ["add", "list"])]),
    ("summary --as-off", [.unknownOption("--as-off", nearest: "--as-of")]),
    (
      "summary --zzz x -q",
      [.unknownOption("--zzz", nearest: nil), .unknownOption("-q", nearest: nil)]
    ),
    ("summary --bases x", [.unknownOption("--bases", nearest: "--basis")]),
    ("init x --dade 1", [.unknownOption("--dade", nearest: nil)]),
    ("summary --currency USD", [.optionOfOthers("--currency", verbs: ["init"])]),
    ("summary -m x", [.optionOfOthers("-m", verbs: ["record pledge"])]),
    ("summary -xqd", [.unknownOption("-q", nearest: nil)]),
    ("--basis signed summary", [.optionBeforeVerb("--basis")]),
    ("-f x init y --currency USD", [.optionNotOfVerb("--file", verb: "init")]),
    ("completions bash -f x.bursar", [.optionNotOfVerb("--file", verb: "completions")]),
    (
      "init y -f x --from z --currency",
      [
        .optionNotOfVerb("--file", verb: "init"),
        .missingValue(of: "--currency", "CODE", next: nil),
      ]
    ),
    ("--filed x summary", [.unknownOption("--filed", nearest: "--file")]),
    ("summary --f x", [.ambiguousOption("--f", candidates: ["--format", "--file"])]),
    ("summary --scope", [.missingValue(of: "--scope", "SCOPE", next: nil)]),
    ("summary -s -x", [.missingValue(of: "--scope", "SCOPE", next: "-x")]),
    (
      "summary --scope --as-of=2017-11-28",
      [.missingValue(of: "--scope", "SCOPE", next: "--as-of=2017-11-28")]
    ),
    ("summary --exact=yes", [.unexpectedValue("--exact", "yes")]),
    ("show", [.missing(declaration("REF", of: ShowCommand.self))]),
    ("donor add X", [.missing(declaration("--kind", of: DonorAdd.self))]),
    ("donor add X --kind", [.missingValue(of: "--kind", "KIND", next: nil)]),
    ("init x", [.missingOneOf(["--from", "--currency"])]),
    ("summary mali", [.unexpectedOperand("mali")]),
    (
      "summary --basis guessed",
      [.badValue("--basis", "guessed", expected: "one of recorded, signed or received")]
    ),
    ("show A --depth=", [.badValue("--depth", "", expected: "a whole number, as in 12")]),
    ("summary -s a --scope b -s c", [.givenTwice("--scope")]),
    ("init x --currency USD --from y", [.conflicting("--from", "--currency")]),
    (
      "-f",
      [
        .missingValue(of: "--file", "FILE", next: nil),
        .missingVerb(choices: [
          "init", "show", "donor", "record", "summary", "help", "completions", "version",
        ]),
      ]
    ),
  ]

  @Test(arguments: refusals)
  func `each mistake has its own error`(line: String, expected: [UsageError]) {
    #expect(misuse(line.words)?.errors == expected)
  }

  @Test func `all mistakes of a command line are reported together`() {
    let errors = misuse(
      "record pledge --amount 1.234,56 --date 2017-13-01 --dry-run=no extra".words)?.errors
    #expect(
      errors == [
        .unexpectedValue("--dry-run", "no"),
        .unexpectedOperand("extra"),
        .missing(Self.declaration("--donor", of: RecordPledge.self)),
        .badValue(
          "--amount", "1.234,56", expected: "an amount with its currency, as in 1,250.00 USD"),
        .refused("--date", Fault(.dateImpossible, "2017-13-01")),
      ])
  }

  @Test func `faults between values are looked for once every value is right`() {
    #expect(misuse("init x --name a --name b".words)?.errors == [.givenTwice("--name")])
  }

  @Test func `after an option that is not understood no word is called too many`() {
    #expect(misuse("summary --scop-e x --bas signed".words)?.errors.count == 1)
  }

  @Test(arguments: [
    ("summary --x", ["summary"]), ("donor add", ["donor", "add"]), ("donor ad", ["donor"]),
    ("nothing", []), ("help nothing", []), ("help donor nothing", ["donor"]),
  ])
  func `a misuse knows whose help would help`(line: String, path: [String]) {
    #expect(misuse(line.words)?.path == path)
  }
}
