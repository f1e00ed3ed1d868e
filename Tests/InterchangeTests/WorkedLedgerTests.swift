import Foundation
import Funding
import Testing

@testable import Interchange

/// The worked ledgers show all that the text form can say.
struct WorkedLedgerTests {
  /// What canonical ledgers cannot say, since it is what they mean where they say nothing.
  private static let defaults: Set = ["original", "on-signing"]

  @Test func `every directive and key stands in a worked ledger`() throws {
    let rules = DirectiveTable.rules
    let keys = rules.flatMap { rule in rule.keys.map { "\(rule.kind.rawValue) \($0.key.word)" } }
    let words =
      rules.map(\.kind.rawValue) + keys + DirectiveTable.ofEveryFact.map(\.key.word)

    let shown = try Self.lines().reduce(into: Set<String>()) { shown, line in
      shown.formUnion([line.keyword, line.key, "\(line.keyword) \(line.key)"])
    }
    #expect(words.filter { !shown.contains($0) } == [])
  }

  @Test func `every choice that a key gives stands in a worked ledger`() throws {
    let lines = try Self.lines()
    for rule in DirectiveTable.rules {
      for key in rule.keys {
        guard key.form.wholeMatch(of: #/[a-z-]+(\|[a-z-]+)+/#) != nil else { continue }
        let values = lines.filter { $0.keyword == rule.kind.rawValue && $0.key == key.key.word }
        let missing = Set(key.form.split(separator: "|").map(String.init))
          .subtracting(Self.defaults).subtracting(values.map(\.value))
        #expect(missing == [], "\(rule.kind.rawValue), \(key.key.word)")
      }
    }
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
