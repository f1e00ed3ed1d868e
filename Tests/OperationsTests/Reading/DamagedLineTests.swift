import Diagnostics
import Foundation
import Operations
import Testing

@testable import TestSupport

/// A ledger with one line that cannot be read: that is told, and nothing that only follows from it.
@Suite struct DamagedLineTests {
  enum Damage: CaseIterable {
    case date, amount, key, value, quote
    /// The first word behind the keyword, the second, the last of a line; in letters nobody reads.
    case first, second, last
    /// The first word behind the keyword is left out.
    case missing
    /// The first word behind the keyword of what declares nothing is a name that is not known.
    case unknown
  }

  @Test(arguments: Damage.allCases)
  func `a line that cannot be read gives one diagnostic, whatever speaks of it`(
    damage: Damage
  ) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Ledgers/every-directive.bursar").standardized
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let folder = try TemporaryDirectory()
    var count = 0
    for (number, line) in lines.enumerated() where !line.hasPrefix(";") {
      let damaged = Self.damaged(line, damage)
      guard damaged != line else { continue }
      var text = lines
      text[number] = damaged
      let path = folder.file("\(number).bursar")
      try WriteFile.replace(path, with: Array(text.joined(separator: "\n").utf8))
      let told = try refusals { try OpenLedger.reading(path) }
      #expect(told.count == 1, "\(number + 1): \(damaged): \(told)")
      count += 1
    }
    #expect(count > 20)
  }

  /// The line with something in it that nobody can read; the line itself where it has no such thing.
  private static func damaged(_ line: String, _ damage: Damage) -> String {
    switch damage {
    case .date: line.replacing(/^\d{4}-\d\d-\d\d/, with: "2017-02-30")
    // Two amounts at fault are two mistakes.
    case .amount:
      line.replacing(/[-+]?[\d,]+(\.\d+)? (?=[A-Z]{3}\b)/, with: "x ", maxReplacements: 1)
    case .key: line.replacing(/^  [a-z-]+:/, with: "  zzzz:")
    case .value:
      takesAnyWord(line)
        ? line : line.replacing(/^(?<key>  [a-z-]+: ).*/) { "\($0.key)?" }
    case .quote:
      line.firstIndex(of: "\"").map { line[..<$0] + line[line.index(after: $0)...] }.map(
        String.init) ?? line
    case .first: replacing(0, of: line, by: ["?"])
    case .second: replacing(1, of: line, by: ["?"])
    case .last:
      takesAnyWord(line) || line.hasSuffix("\"") ? line : line.replacing(/[^ ]+$/, with: "?")
    case .missing: replacing(0, of: line, by: [])
    case .unknown: isUse(line) ? replacing(0, of: line, by: ["zzzz"]) : line
    }
  }

  /// The line of a directive with other words for the one at `index` behind its keyword; texts stay.
  private static func replacing(_ index: Int, of line: String, by others: [String]) -> String {
    var words = line.components(separatedBy: " ")
    let place = index + 2
    guard line.contains(/^\d{4}-/), words.indices.contains(place),
      !words[2...place].contains(where: { $0.contains("\"") })
    else { return line }
    words.replaceSubrange(place...place, with: others)
    return words.joined(separator: " ")
  }

  private static func takesAnyWord(_ line: String) -> Bool { line.contains(/^  (iati|by):/) }

  /// Whether a directive begins on the line that speaks of what others declare.
  private static func isUse(_ line: String) -> Bool {
    let declaring: Set = [
      "scope", "account", "donor", "situation", "rate", "pledge", "agreement", "unidentified",
      "assert", "close", "reopen", "revaluation",
    ]
    let words = line.split(separator: " ").map(String.init)
    return words.count > 2 && !declaring.contains(words[1])
  }
}
