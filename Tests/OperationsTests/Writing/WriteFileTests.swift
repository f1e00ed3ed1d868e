import Diagnostics
import Interchange
import Operations
import Persistence
import Testing

@testable import TestSupport

@Suite struct WriteFileTests {
  private static let head = "ledger \"One\"\n  currency: USD\n  rates: UNORE\n"
  private static let scope = "\n2017-01-01 scope mali \"Mali\"\n"

  private let folder: TemporaryDirectory
  private var path: String { folder.file("there") }

  init() throws { folder = try TemporaryDirectory() }

  private func lay(_ text: String) throws { try OutputFile.write(Array(text.utf8), to: path) }

  private func there() throws -> String {
    String(decoding: try InputFile.bytes(at: path), as: UTF8.self)
  }

  @Test(arguments: [
    head, "\u{FEFF}; A comment\n\n  ; more\n" + head, "ledger\r\n", "2017-13-01 note mali\n",
    "2017-01-01 scope",
  ])
  func `a text ledger is not written over, right or wrong`(text: String) throws {
    try lay(text)
    #expect(throws: WriteFileTests.refused(.outputLedger, path)) {
      try WriteFile.replace(path, with: [1])
    }
    #expect(try there() == text)
  }

  @Test(arguments: [
    "", "; Only a comment\n", "Journal of Mali\n2017-01-01 note mali \"x\"\n",
    "date,kind\n2017-01-01,note\n", "  note: \"x\"\n2017-01-01 note mali \"x\"\n",
    "{\"date\":\"2017-01-01\"}\n", "ledgers\n", "2017-01-01 Mali\n",
  ])
  func `what does not begin with a directive is no ledger`(text: String) throws {
    try lay(text)
    try WriteFile.replace(path, with: Array("new".utf8))
    #expect(try there() == "new")
  }

  @Test func `an export renews one of which it loses nothing`() throws {
    try lay(Self.head)
    let text = Array((Self.head + Self.scope).utf8)
    try WriteFile.renew(path, with: text, madeFrom: folder.file("source"))
    #expect(try there() == Self.head + Self.scope)
    try WriteFile.renew(path, with: text, madeFrom: folder.file("source"))
  }

  @Test(arguments: [
    "; A comment\n" + head, head + scope.replacing("Mali", with: "Niger"),
    head.replacing("USD", with: "EUR"), head + "\n2017-01-01 scope", head + "\n",
  ])
  func `an export is not written over what it would lose`(text: String) throws {
    try lay(text)
    #expect(throws: WriteFileTests.refused(.outputLoses, path)) {
      try WriteFile.renew(
        path, with: Array((Self.head + Self.scope).utf8), madeFrom: folder.file("source"))
    }
    #expect(try there() == text)
  }

  @Test func `an export is never written over its own source`() throws {
    try lay(Self.head)
    #expect(throws: WriteFileTests.refused(.outputLedger, path)) {
      try WriteFile.renew(path, with: Array(Self.head.utf8), madeFrom: path)
    }
  }

  private static func refused(_ code: FaultCode, _ path: String) -> Refusal {
    Refusal(Fault(code, path))
  }
}
