import Foundation
import Testing

/// Every command that README shows, run in order, and its output compared.
///
/// `UPDATE_GOLDEN=1` writes what comes out into README, and fails.
@Suite struct ReadmeTests {
  private static let path = Stage.package.appending(path: "README.md")

  @Test func `README shows what really comes out`() throws {
    let text = try String(contentsOf: Self.path, encoding: .utf8)
    let stage = try Stage()
    var played: [String] = []
    var isConsole = false
    var isOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        isOutput = false
      } else if isConsole, line.hasPrefix("$ ") {
        played.append(line)
        let step = Transcript.Step(
          command: String(line.dropFirst(2)), isShell: false, input: nil, outcome: .init())
        let outcome = try stage.run(step)
        let shown = (outcome.output + outcome.error).split(
          separator: "\n", omittingEmptySubsequences: false)
        played += shown.dropLast().map(String.init)
        isOutput = true
        continue
      }
      if !isOutput { played.append(line) }
    }
    let expected = played.joined(separator: "\n")
    guard expected != text else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(expected.utf8).write(to: Self.path)
      Issue.record("recorded README.md: read the difference, then run without UPDATE_GOLDEN")
    } else {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let first = zip(lines, played).first { $0 != $1 }
      Issue.record("README.md says '\(first?.0 ?? "")', and what comes out is '\(first?.1 ?? "")'")
    }
  }
}
