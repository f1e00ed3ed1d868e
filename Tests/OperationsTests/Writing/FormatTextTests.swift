import Diagnostics
import Foundation
import Operations
import Persistence
import Testing

@testable import TestSupport

@Suite struct FormatTextTests {
  @Test func `a text gets its canonical form, its comments kept, and keeps it`() throws {
    let ledger = try WorkedLedger()
    let path = try ledger.write(
      "2017-01-01   donor japan  \"Japan\"  ; a friend\nledger \"L\"\n  rates: UNORE\n  currency: USD\n",
      to: "wild.bursar")
    let formatted = try FormatText.format(path)
    #expect(formatted.isChanged)
    try FormatText.replace(path, with: formatted)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("ledger \"L\"\n") && text.contains("; a friend"))
    let again = try FormatText.format(path)
    #expect(!again.isChanged && again.bytes == formatted.bytes)
  }

  @Test func `a text with faults is told all of them, and stays as it was`() throws {
    let ledger = try WorkedLedger()
    let path = try ledger.write(
      "ledger \"L\"\n  currency: USD\n  rates: UNORE\n2017-13-01 close 2017-01\n2017-01-01 doner x \"X\"\n",
      to: "faulty.bursar")
    #expect(
      try refusals { try FormatText.format(path) } == [.dateImpossible, .directiveMisspelt])
  }

  @Test func `what is not there is not formatted`() throws {
    let folder = try TemporaryDirectory()
    #expect(throws: FileError.missing(path: folder.file("none"))) {
      try FormatText.format(folder.file("none"))
    }
  }
}
