import Foundation
import Testing

/// The worked ledgers, read by bursar itself.
@Suite struct LedgersTests {
  private static let names: [String] = {
    let folder = Stage.package.appending(path: "Ledgers").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  /// What somebody should look at again: rates of January that June was closed by.
  private static let warnings = ["every-directive.bursar": ["rate-stale", "rate-stale"]]

  @Test(arguments: names) func `a worked ledger keeps every rule and gives the figures it asserts`(
    name: String
  ) throws {
    let outcome = try run("bursar -f Ledgers/\(name) check")
    let warnings = outcome.error.matches(of: /warning\[([a-z-]+)\]/).map { String($0.1) }
    #expect(warnings == (Self.warnings[name] ?? []))
    #expect(outcome.output.hasPrefix("ok: "))
    #expect(outcome.status == 0)
  }

  @Test(arguments: names) func `a worked ledger is in canonical form`(name: String) throws {
    let outcome = try run("bursar fmt --check Ledgers/\(name)")
    #expect(outcome == Transcript.Outcome())
  }

  @Test func `there are worked ledgers`() {
    #expect(Self.names.contains("every-directive.bursar"))
    #expect(Self.names.contains("mali-2017.bursar"))
  }

  private func run(_ command: String) throws -> Transcript.Outcome {
    try Stage().run(
      Transcript.Step(command: command, isShell: false, outcome: Transcript.Outcome()))
  }
}
