import Testing

@testable import TestSupport

@Suite struct RebuildTests {
  @Test func `a wrong sum is told with what mends it, and that does`() throws {
    let stage = try Stage()
    try stage.expect("bursar init ./small.ledger --from Samples/small.bursar", status: 0)
    try AnySQL(stage.folder + "/small.ledger").run(
      "UPDATE balance_by_month SET debits_minor = debits_minor + 1")
    let told = try stage.expect("bursar -f ./small.ledger verify", status: 1)
    #expect(told.error.hasPrefix("bursar: error[unsound-balance]: the sum kept for "))
    #expect(told.error.hasSuffix("\n  = 'bursar verify --rebuild' adds it anew\n"))
    let mended = try stage.expect("bursar -f ./small.ledger verify --rebuild", status: 0)
    #expect(mended.output.hasPrefix("./small.ledger: 29 facts verified, head 29:"))
    #expect(try stage.expect("bursar -f ./small.ledger verify", status: 0) == mended)
  }
}

extension Stage {
  /// Runs a command, which must end with `status`.
  @discardableResult
  fileprivate func expect(_ command: String, status: Int32) throws -> Transcript.Outcome {
    let outcome = try run(
      Transcript.Step(command: command, isShell: false, outcome: Transcript.Outcome()))
    #expect(outcome.status == status, "\(command): \(outcome.error)")
    return outcome
  }
}
