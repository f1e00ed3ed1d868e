import Foundation
import Testing

/// Files with more mistakes, or longer lines, than anybody would read: what is told is capped and counted.
@Suite struct BulkErrorTests {
  private static let head = ["ledger \"Bulk\"", "  currency: USD", "  rates: UNORE"]

  private func check(_ lines: [String]) throws -> Transcript.Outcome {
    let stage = try Stage()
    try stage.write("./bulk.bursar", lines: Self.head + lines)
    return try stage.run(
      Transcript.Step(
        command: "bursar -f ./bulk.bursar check", isShell: false, outcome: Transcript.Outcome()))
  }

  @Test(arguments: [
    "2017-01-01 pledge P1 japan five USD", "2017-01-01 requirement nowhere 5 USD",
  ])
  func `of ten thousand errors a thousand are told and all are counted`(line: String) throws {
    let outcome = try check(
      ["2017-01-01 donor japan \"Japan\""] + Array(repeating: line, count: 10_000))
    let lines = outcome.error.split(separator: "\n")
    #expect(outcome.output == "")
    #expect(outcome.status == 1)
    #expect(lines.count { $0.hasPrefix("./bulk.bursar:") } == 1001)
    #expect(
      lines.contains { $0.hasSuffix("error[text-too-many-errors]: 9000 more errors are not shown") }
    )
    #expect(lines.last == "10000 errors")
  }

  @Test func `errors of the reader and of the rules are capped together`() throws {
    let outcome = try check(
      (1...1200).flatMap { _ in
        ["2017-01-01 requirement nowhere 5 USD", "2017-01-01 requirement global five USD"]
      })
    let lines = outcome.error.split(separator: "\n")
    #expect(lines[0].hasPrefix("./bulk.bursar:4:24: error[scope-unknown]"))
    #expect(lines[3].hasPrefix("./bulk.bursar:5:31: error[amount-syntax]"))
    #expect(lines.contains { $0.contains(":1004:") && $0.contains("1400 more errors") })
    #expect(lines.last == "2400 errors")
  }

  @Test func `of lines that both the reader and the rules refuse, all errors are counted`() throws {
    let line = "2017-01-01 pledge P1 nobody 1 FRF"
    let outcome = try check(Array(repeating: line, count: 10_000))
    #expect(outcome.error.split(separator: "\n").last == "20000 errors")
  }

  @Test func `what a directive beyond the cap would have named is missed by no other`() throws {
    let outcome = try check(
      ["2017-01-01 donor japan \"Japan\""]
        + Array(repeating: "2017-01-01 pledge P1 japan five USD", count: 1200)
        + ["2017-01-01 agreement A1 japan five USD", "2017-01-02 receipt A1 5 USD"])
    #expect(outcome.error.split(separator: "\n").last == "1201 errors")
  }

  @Test func `the errors of one directive are capped, too, and told from its first line on`() throws
  {
    let outcome = try check(
      ["2017-01-01 entry \"x\""] + (1...1500).map { "  debit asset:bank 1 USD fund A\($0)" })
    let lines = outcome.error.split(separator: "\n")
    #expect(lines[0].hasPrefix("./bulk.bursar:5:31: error[fund-unknown]: no fund 'A1'"))
    #expect(lines.contains { $0.hasPrefix("./bulk.bursar:1004:31:") && $0.contains("'A1000'") })
    #expect(lines.contains { $0.contains(":1005:") && $0.contains("500 more errors") })
    #expect(lines.last == "1500 errors")
  }

  @Test func `a line beyond all measure is refused by its length, and not shown whole`() throws {
    let outcome = try check(["2017-01-01 note global \"\(String(repeating: "x", count: 1 << 20))\""]
    )
    #expect(outcome.status == 1)
    #expect(
      outcome.error.hasPrefix(
        "./bulk.bursar:4:1: error[text-line-too-long]: a line of more than 1048576 bytes"
      ))
    #expect(outcome.error.utf8.count < 1000)
  }

  /// What is told of a file that begins with `beginning` and has a gibibyte, of which nothing else is written:
  /// the system reads zeros there.
  private func check(gibibyteOf beginning: String) throws -> Transcript.Outcome {
    let stage = try Stage()
    let path = stage.folder + "/bulk.bursar"
    try Data(beginning.utf8).write(to: URL(filePath: path))
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    return try stage.run(
      Transcript.Step(
        command: "bursar -f ./bulk.bursar check", isShell: false, outcome: Transcript.Outcome()))
  }

  @Test func `a line of a gibibyte is refused by its length, or as no text where it is none`()
    throws
  {
    let note = "2017-01-01 note global \"\(String(repeating: "x", count: 1 << 16))"
    let text = try check(gibibyteOf: (Self.head + [note]).joined(separator: "\n"))
    #expect(text.status == 1)
    #expect(text.error.hasPrefix("./bulk.bursar:4:1: error[text-line-too-long]"))
    #expect(text.error.utf8.count < 1000)
    let zeros = try check(gibibyteOf: "")
    #expect(zeros.status == 1)
    #expect(zeros.error.hasPrefix("bursar: error[store-unknown]: ./bulk.bursar: neither a text"))
  }
}
