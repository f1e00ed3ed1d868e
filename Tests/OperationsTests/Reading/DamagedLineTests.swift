import Diagnostics
import Foundation
import Operations
import Testing

@testable import TestSupport

/// A ledger with one line that cannot be read: that is told, and nothing that only follows from it.
@Suite struct DamagedLineTests {
  enum Damage: CaseIterable { case date, amount, key, value, quote }

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
    case .amount: line.replacing(/[-+]?[\d,]+(\.\d+)? (?=[A-Z]{3}\b)/, with: "x ")
    case .key: line.replacing(/^  [a-z-]+:/, with: "  zzzz:")
    // Any word may be one of these.
    case .value:
      line.contains(/^  (iati|by):/)
        ? line : line.replacing(/^(?<key>  [a-z-]+: ).*/) { "\($0.key)?,?" }
    case .quote:
      line.firstIndex(of: "\"").map { line[..<$0] + line[line.index(after: $0)...] }.map(
        String.init) ?? line
    }
  }
}
