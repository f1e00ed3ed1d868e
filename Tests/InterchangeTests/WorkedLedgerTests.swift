import Diagnostics
import Foundation
import Funding
import Testing

@testable import Interchange

/// The worked ledgers show all that the text form can say and the rules accept.
struct WorkedLedgerTests {
  /// What is read and no rule posts yet: a keyword, or a keyword and a key; each with a directive.
  private static let notYet = [
    "carry-over": "carry-over A mali 5 USD",
    "in-kind": "in-kind A 5 USD",
    "in-kind-used": "in-kind-used A mali 5 USD",
    "revaluation": "revaluation all",
  ]

  /// What canonical ledgers cannot say, since it is what they mean where they say nothing.
  private static let defaults: Set = ["original", "on-signing"]

  @Test func `every directive and key that is accepted stands in a worked ledger`() throws {
    let accepted = DirectiveTable.rules.filter { Self.notYet[$0.kind.rawValue] == nil }
    let keys = accepted.flatMap { rule in rule.keys.map { "\(rule.kind.rawValue) \($0.key.word)" } }
    let words =
      accepted.map(\.kind.rawValue) + keys.filter { Self.notYet[$0] == nil }
      + DirectiveTable.ofEveryFact.map(\.key.word)

    let shown = try Self.lines().reduce(into: Set<String>()) { shown, line in
      shown.formUnion([line.keyword, line.key, "\(line.keyword) \(line.key)"])
    }
    #expect(words.filter { !shown.contains($0) } == [])
  }

  @Test func `every choice that a key gives stands in a worked ledger`() throws {
    let lines = try Self.lines()
    for rule in DirectiveTable.rules {
      for key in rule.keys where Self.notYet["\(rule.kind.rawValue) \(key.key.word)"] == nil {
        guard key.form.wholeMatch(of: #/[a-z-]+(\|[a-z-]+)+/#) != nil else { continue }
        let values = lines.filter { $0.keyword == rule.kind.rawValue && $0.key == key.key.word }
        let missing = Set(key.form.split(separator: "|").map(String.init))
          .subtracting(Self.defaults).subtracting(values.map(\.value))
        #expect(missing == [], "\(rule.kind.rawValue), \(key.key.word)")
      }
    }
  }

  @Test(arguments: notYet.sorted { $0.key < $1.key })
  func `what no worked ledger shows is still refused`(name: String, directive: String) throws {
    let text = """
      ledger "Test"
        currency: USD
        rates: UNORE
      2024-01-01 scope mali
      2024-01-01 donor ann "Ann"
      2024-01-02 \(directive)
      """
    let ledger = LedgerTextReader().read(Array((text + "\n").utf8), named: "test")
    #expect(ledger.diagnostics == [])

    guard case .ledger(let head) = ledger.facts[0].fact.event else {
      Issue.record("no ledger")
      return
    }
    var book = Book(head: head)
    for fact in ledger.facts.dropFirst().dropLast().map(\.fact) {
      _ = try book.post(fact, id: try #require(FactID("f\(fact.kind.rank)")))
    }
    let faults = #expect(throws: Faults.self) {
      try book.post(ledger.facts[3].fact, id: try #require(FactID("last")))
    }
    #expect(faults?.all.map(\.code) == [.notYet])
  }

  /// A line of a ledger that states something: the keyword, the key below it if there is one, its value.
  private struct Line {
    let keyword: String
    let key: String
    let value: String
  }

  /// The lines of every worked ledger, without comments.
  private static func lines() throws -> [Line] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Ledgers")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.flatMap { file in
      var keyword = ""
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.split(separator: "\n").filter { !$0.hasPrefix(";") }.map { line in
        let words = line.split(separator: " ").map(String.init)
        let isBelow = line.hasPrefix(" ")
        if !isBelow { keyword = words[0] == "ledger" ? words[0] : words[1] }
        return Line(
          keyword: keyword, key: isBelow ? words[0].replacing(":", with: "") : "",
          value: words[words.count - 1])
      }
    }
  }
}
