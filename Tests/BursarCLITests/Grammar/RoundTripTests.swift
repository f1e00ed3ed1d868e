import Monetary
import SeededRandom
import Testing

@testable import BursarCLI

/// Parsing a printed command line is the identity, whatever the values look like.
@Suite struct RoundTripTests {
  /// Words that a careless reader takes for something else.
  private static let texts = [
    "-", "--", "-x", "--exact", "--scope=a", "=", "a=b", "-5", "-5.00", "help", "summary",
    "two words", "'quoted'", "\"", "\\", "$(rm)", "Côte d'Ivoire", "asset:bank", "Mali/2017", "-m",
  ]

  private func text(_ random: inout Seeded) -> String {
    Self.texts.randomElement(using: &random) ?? ""
  }

  private func date(_ random: inout Seeded) -> CalendarDate {
    CalendarDate(dayNumber: .random(in: 0...30_000, using: &random))
  }

  private func ledger(_ random: inout Seeded) -> LedgerOptions {
    var ledger = LedgerOptions()
    if Bool.random(using: &random) { ledger.file = text(&random) }
    return ledger
  }

  /// Parses the words as they are, by the type and by the whole grammar.
  private func expectIdentity<Run: Command<[String]> & Equatable>(
    _ command: Run, at path: [String], seed: UInt64
  ) throws {
    #expect(try Run(words: command.words) == command, "seed \(seed): \(command.words)")
    guard case .run(let parsed) = try Sample.grammar.parse(path + command.words) else {
      Issue.record("seed \(seed): not a command")
      return
    }
    #expect(parsed as? Run == command, "seed \(seed): \(command.words)")
  }

  @Test(arguments: UInt64(1)...50)
  func `options that repeat, shared groups and flags come back`(seed: UInt64) throws {
    var random = Seeded(seed)
    var summary = SummaryCommand()
    summary.scope = text(&random)
    summary.donors = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    summary.isExact = .random(using: &random)
    summary.showsDetail = .random(using: &random)
    if Bool.random(using: &random) { summary.report.asOf = date(&random) }
    summary.report.basis = ReportOptions.Basis.allCases.randomElement(using: &random) ?? .signed
    summary.report.format = ReportOptions.Format.allCases.randomElement(using: &random) ?? .csv
    if Bool.random(using: &random) { summary.report.output = text(&random) }
    summary.ledger = ledger(&random)
    try expectIdentity(summary, at: ["summary"], seed: seed)
  }

  @Test(arguments: UInt64(1)...50)
  func `required values, short names and amounts come back`(seed: UInt64) throws {
    var random = Seeded(seed)
    var pledge = RecordPledge()
    pledge.donor = text(&random)
    pledge.amount = Money(
      minorUnits: .random(in: -1_000_000...1_000_000, using: &random),
      of: Currency.all.randomElement(using: &random) ?? pledge.amount.currency)
    pledge.date = date(&random)
    if Bool.random(using: &random) { pledge.memo = text(&random) }
    pledge.isDryRun = .random(using: &random)
    pledge.ledger = ledger(&random)
    try expectIdentity(pledge, at: ["record", "pledge"], seed: seed)
  }

  @Test(arguments: UInt64(1)...50)
  func `operands come back, absent ones and repeated ones`(seed: UInt64) throws {
    var random = Seeded(seed)
    var donor = DonorAdd()
    donor.code = text(&random)
    if Bool.random(using: &random) { donor.fullName = text(&random) }
    donor.kind = DonorAdd.Kind.allCases.randomElement(using: &random) ?? .private
    donor.ledger = ledger(&random)
    try expectIdentity(donor, at: ["donor", "add"], seed: seed)

    var show = ShowCommand()
    show.references = (0...Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    show.depth = .random(in: -9...9, using: &random)
    try expectIdentity(show, at: ["show"], seed: seed)
  }

  @Test(arguments: UInt64(1)...50)
  func `no words whatever make the parser trap`(seed: UInt64) {
    var random = Seeded(seed)
    let pieces =
      Self.texts + [
        "donor", "add", "show", "--donor", "--f", "-f", "-xd", "-n-n", "--as-of=", "--help=1",
        "init",
      ]
    for _ in 0..<50 {
      let words = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      do {
        _ = try Sample.grammar.parse(words)
      } catch {
        #expect(!error.errors.isEmpty, "seed \(seed): \(words)")
      }
    }
  }
}
