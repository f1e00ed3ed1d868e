import Foundation
import Testing

/// Every transcript, played and compared; `UPDATE_GOLDEN=1` records what comes of it, and fails.
@Suite struct TranscriptTests {
  /// Where transcripts lie.
  static let folder = Stage.package.appending(path: "Tests/BursarCLITests/Transcripts")

  /// Every transcript, as `Commands/summary.transcript`.
  static let files: [String] = ["Commands", "Errors", "Regressions"].flatMap { kind in
    // A kind without transcripts has no folder.
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: kind).path)
    return (names ?? []).filter { $0.hasSuffix(".transcript") }.sorted().map { "\(kind)/\($0)" }
  }

  /// The text of the transcript in `file`.
  static func text(of file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  @Test(arguments: files)
  func `bursar answers as recorded`(file: String) throws {
    let text = try Self.text(of: file)
    let recorded = try Transcript(text)
    var played = recorded
    let stage = try Stage()
    for (index, element) in recorded.elements.enumerated() {
      switch element {
      case .remark: break
      case .file(let name, let lines): try stage.write(name, lines: lines)
      case .export(let name, let value): stage.export(name, value)
      case .step(var step):
        let before = try stage.content()
        step.outcome = try stage.run(step)
        played.elements[index] = .step(step)
        if step.outcome.status != 0, !step.isShell {
          #expect(try stage.content() == before, "\(step.command) failed and changed something")
        }
      }
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      guard played.text != text else { return }
      try Data(played.text.utf8).write(to: Self.folder.appending(path: file))
      Issue.record("recorded \(file): read the difference, then run without UPDATE_GOLDEN")
    } else {
      for (was, step) in zip(recorded.steps, played.steps) {
        #expect(step.outcome == was.outcome, "\(step.command)")
      }
    }
  }

  @Test(arguments: files)
  func `a transcript is written as it is read`(file: String) throws {
    let text = try Self.text(of: file)
    #expect(try Transcript(text).text == text)
  }
}
