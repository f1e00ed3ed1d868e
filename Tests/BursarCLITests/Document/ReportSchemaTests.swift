import Foundation
import Schemas
import Testing

/// The JSON of reports is what their schema says, on every worked ledger, as a text and as a store.
@Suite struct ReportSchemaTests {
  /// Every report, in all its shapes; `DONOR` and `REFERENCE` stand for each of the ledger's.
  private static let commands = [
    "summary", "summary --scope global --detail --as-of 2017-11-28", "summary --as-of 2024-12-31",
    "summary --basis received --detail --as-of 2024-12-31 --known 2024-12-31",
    "summary --scope global --year 1999", "balance", "balance --by fund --by currency --depth 2",
    "balance --monthly --by fund", "balance --as-of 1999-12-31", "journal",
    "journal --all --as-of 2026-12-31",
    "journal --account asset --from 2024-06-01 --to 2024-06-30 --known 2025-01-01T00:00:00Z",
    "journal --to 1999-12-31", "show REFERENCE --as-of 2026-12-31",
    "show REFERENCE --as-of 2025-12-31 --known 2025-12-31", "donor list",
    "donor show DONOR --as-of 2024-12-31", "statement DONOR --to 2025-12-31 --entries",
    "statement DONOR --from 2024-07-01 --to 2024-12-31 --currency donor",
    "monthly --month 2024-12", "monthly --month 2024-07 --scope global",
    "monthly --month 2017-11 --scope global --exact",
    "statement general --to 2025-12-31 --currency EUR", "statement DONOR --to 1999-12-31",
    "statement DONOR --to 2025-12-31 --currency EUR",
    "agreements", "agreements --as-of 1999-12-31",
    "agreements --as-of 2024-12-31 --donor DONOR", "agreements --due 52w --as-of 2024-12-31",
    "agreements --due 0d --as-of 1999-12-31", "scope list", "rates list",
    "rates list --currency KES",
    "rates show EUR --in EUR", "rates check --as-of 2000-01-01",
    "scope tree", "account list",
    "record expenditure global --amount '5 USD' --date 2026-01-01 --dry-run",
    "record agreement NEW --donor DONOR --amount '5 USD' --earmark unearmarked --date 2026-01-01 --dry-run",
  ]

  /// What is said of the gap, and of what is to come, in all its shapes.
  private static let gapCommands = [
    "gap --ladder --lines --certificate --as-of 2026-09-30",
    "gap --scope global --with-flexible --lines --as-of 2024-12-31", "gap --as-of 1999-12-31",
    "gap --as-of 2026-09-30 --known 2026-12-31",
    "grid --as-of 2026-09-30", "grid --scope global --as-of 2024-12-31",
    "forecast --as-of 2026-09-30 --months 9",
    "forecast --scope global --as-of 2024-09-30 --to 2025-06",
    "forecast --as-of 1999-12-31 --basis received", "ask --as-of 2026-09-30",
    "ask --scope global --as-of 2024-12-31",
    "allocate --plan --as-of 2026-09-30", "allocate --plan --as-of 2026-09-30 --against 2026-03-31",
    "allocate --plan --scope global --as-of 2024-12-31",
  ]

  @Test func `every report on the worked ledgers is as the schema says, which says nothing else`()
    throws
  {
    let schema = try Schema("Reports", of: "Reporting")
    let stage = try Stage()
    for name in ["mali-2017", "every-directive", "sahel-2026"] {
      _ = try lines("bursar init \(name).ledger --from Ledgers/\(name).bursar", on: stage)
      for file in ["Ledgers/\(name).bursar", "\(name).ledger"] {
        let commands = Self.gapCommands + (name == "sahel-2026" ? [] : Self.commands)
        for command in try commands.flatMap({ try all($0, of: file, on: stage) }) {
          let faults = try schema.faults(of: json("bursar -f \(file) \(command)", on: stage))
          #expect(faults == [], "\(file): \(command)")
        }
      }
      let closing = "bursar -f \(name).ledger close 2025-12 --date 2026-01-01 --dry-run"
      #expect(try schema.faults(of: json(closing, on: stage, mayFail: true)) == [])
      let recorded = "bursar -f \(name).ledger record note global 'Read' --date 2026-01-01"
      #expect(try schema.faults(of: json(recorded, on: stage)) == [])
    }
    for name in ["mali/food", "niger/protection", "D-1", "'G-1 goods'"] {
      let explaining = "gap --scope sahel --as-of 2026-09-30 --explain \(name)"
      let faults = try schema.faults(
        of: json("bursar -f Ledgers/sahel-2026.bursar \(explaining)", on: stage))
      #expect(faults == [], "\(explaining)")
    }
    #expect(try schema.faults(of: json(Self.tieredCommand(on: stage), on: stage)) == [])
    let posting = "bursar -f sahel-2026.ledger allocate --post --as-of 2026-09-30"
    #expect(try schema.faults(of: json(posting, on: stage)) == [])
    for command in try Self.rateCommands(on: stage) {
      let faults = try schema.faults(of: json(command, on: stage, mayFail: true))
      #expect(faults == [], "\(command)")
    }
    #expect(schema.unused == [])
  }

  /// The gap of a ledger with a line that comes after others.
  private static func tieredCommand(on stage: Stage) throws -> String {
    try stage.write(
      "./tiers.bursar",
      lines: [
        "ledger \"Tiers\"", "  currency: USD", "  rates: UNORE",
        "2026-01-01 requirement global 5 USD", "  tags: tier 2",
      ])
    return "bursar -f tiers.bursar gap --scope global --lines --as-of 2026-09-30"
  }

  /// What imports and checks rates of a ledger; a check that finds something fails.
  private static func rateCommands(on stage: Stage) throws -> [String] {
    try stage.write(
      "./rates.csv",
      lines: ["currency,date,units_per_usd", "CHF,2024-01-01,0.5", "KES,2024-01-01,129"])
    let ledger = "bursar -f every-directive.ledger rates"
    let importing = "\(ledger) import rates.csv --table UNORE"
    return [
      "\(importing) --dry-run", "\(importing) --revise misprint", importing, "\(ledger) list",
      "\(ledger) check --as-of 2024-12-31", "\(ledger) show EUR --on 2024-07-02 --as-of 2024-12-31",
    ]
  }

  @Test(arguments: [
    "{}", "[]", #"{"report": "budget"}"#,
    #"{"report": "journal", "title": "", "subtitle": "", "figures": {}, "tables": {}, "notes": [], "stamp": {"ledger": "", "asOf": "2024-01-01", "rates": ""}}"#,
  ]) func `what is no report is refused`(text: String) throws {
    #expect(try Schema("Reports", of: "Reporting").faults(of: text) != [])
  }

  /// The command once for each donor or reference of the ledger that it speaks of.
  private func all(_ command: String, of file: String, on stage: Stage) throws -> [String] {
    for (word, kind) in [("DONOR", "donors"), ("REFERENCE", "agreements")]
    where command.contains(word) {
      let names = try lines("bursar -f \(file) __complete \(kind)", on: stage)
      return names.map { command.replacing(word, with: $0) }
    }
    return [command]
  }

  /// What a command prints with `--format json`, byte for byte: no checksum in it is left out.
  private func json(
    _ command: String, on stage: Stage, mayFail: Bool = false
  ) throws -> String {
    let tolerance = mayFail ? " 2> errors.txt || true" : ""
    _ = try lines("\(command) --format json > report.json\(tolerance)", on: stage)
    return try String(
      contentsOf: URL(filePath: stage.folder).appending(path: "report.json"), encoding: .utf8)
  }

  private func lines(_ command: String, on stage: Stage) throws -> [String] {
    let outcome = try stage.run(
      Transcript.Step(command: command, isShell: true, outcome: Transcript.Outcome()))
    #expect(outcome.error == "", "\(command)")
    #expect(outcome.status == 0, "\(command)")
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
