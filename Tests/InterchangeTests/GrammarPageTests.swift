import Diagnostics
import Foundation
import Testing

@testable import Interchange

/// The page that documents the text form says what the reader's table says.
struct GrammarPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Interchange/Interchange.docc/Grammar.md")

  @Test func `the page lists each directive with all its keys, as the reader's table has them`()
    throws
  {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let blocks = page.split(separator: "```", omittingEmptySubsequences: false)
    let block = try #require(blocks.first { $0.contains("ledger TEXT") })
    let listed = block.split(separator: "\n").filter { !$0.hasPrefix(";") }.map(words)
    let expected =
      DirectiveTable.rules.flatMap { [words($0.line)] + $0.keys.map(line) }
      + DirectiveTable.ofEveryFact.map(line)

    #expect(listed == expected)
  }

  @Test func `every name of a value in the table is explained`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let forms =
      DirectiveTable.rules.flatMap { [$0.form] + $0.keys.map(\.form) }
      + DirectiveTable.ofEveryFact.map(\.form)
    let names = Set(forms.flatMap { $0.matches(of: #/[A-Z]{4,}[0-9]*/#).map { String($0.output) } })

    for name in names.sorted() {
      #expect(text.contains(try Regex("(?m)^\(name) +=")), "\(name)")
    }
  }

  @Test(arguments: [
    "2017-01-01  note   global  \"x\"  ", "2017-01-01 note global \"a\tb \\u{1F33E}\" ;x",
    "2017-01-01 pledge P1 sdc 0005.10 USD\n year:2017", "9999-12-31 close 0001-01",
    "2017-01-01 donor sdc \"S\"\n  alias:\"a\" ,\"b\" , \"c\"\n  iati: a;b",
    "2017-01-01 agreement A1 s 5 USD\n  support: 0% on  direct\n  earmark:softly a ,b,  c except  d",
    "2017-01-01 agreement A1 s 5 USD\n  support: 99.9 % of gross\n  period: 2017-01-01..2017-01-01",
    "2017-01-01 rate CHF 0.000000000000000001 per USD", "2017-01-01 requirement mali/* 0 USD",
    "2017-01-01 amendment A1/1\n  amount: 0 USD", "2017-01-01 assert funded mali 0 USD",
    "2017-01-01 note global \"x\"\n  by: a\n  entered: 2017-01-01T10:00:00.123456Z\n\t \n \t; x",
    "2017-01-01 receipt A1 5 USD\n  part: 2017 mali by sdc\n  charge: 0.01 USD",
  ])
  func `what the page allows is read`(directive: String) {
    #expect(read(directive + "\n").diagnostics == [])
  }

  @Test(
    arguments: [
      ("2017-01-01 agreement A1 s 5 USD\n  limit: 0 USD on mali", .amountSign),
      ("2017-01-01 receipt A1 5 USD\n  bank: 0.00 USD", .amountSign),
      ("2017-01-01 receipt A1 5 USD\n  charge: 0 USD", .amountSign),
      ("2017-01-01 matched U1 A1 5 USD\n  bank: 0 USD", .amountSign),
      ("2017-01-01 opening asset:bank 0 USD", .amountSign),
      ("2017-01-01 assert funded mali -1 USD", .amountSign),
      ("2017-01-01 note global \"x\"\t; x", .directiveSyntax),
      ("2017-01-01 rate CHF 00.5 per USD", .rateSyntax),
      ("2017-01-01 rate CHF 0.0000000000000000001 per USD", .rateSyntax),
      ("0000-01-01 note global \"x\"", .dateImpossible), ("2017-01-01 close 0000-01", .monthSyntax),
      ("2017-01-01 note global \"\\u{1234567}\"", .textEscape),
      ("2017-01-01 scope mali/*", .scopeRemainder), ("2017-01-01 scope mali//north", .scopeSyntax),
      ("2017-01-01 account asset:", .accountSyntax),
      ("2017-01-01 account assets:x", .accountSyntax),
      ("2017-01-01 reversal a:b:c\n  reason: \"x\"", .identifierSyntax),
      ("2017-01-01 note global \"x\"\n  entered: 2017-01-01T10:00:00.1234567Z", .instantSyntax),
    ] as [(String, FaultCode)])
  func `what the page does not allow is refused`(directive: String, code: FaultCode) {
    #expect(read(directive + "\n").diagnostics.map(\.fault.code) == [code])
  }

  /// A key's line and the mark behind it.
  private func line(_ rule: KeyRule) -> [Substring] {
    let mark =
      switch rule.occurrence {
      case .optional: ""
      case .required: " !"
      case .repeated: " *"
      }
    return words(rule.line + mark)
  }

  private func words(_ line: some StringProtocol) -> [Substring] {
    Substring(line).split(separator: " ")
  }
}
