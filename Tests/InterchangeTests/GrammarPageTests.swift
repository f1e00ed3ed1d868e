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
