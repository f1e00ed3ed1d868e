import Foundation
import Testing

/// The reports kept in `Reports`, printed again by the commands on its page.
///
/// `UPDATE_GOLDEN=1` keeps what comes out, and fails.
@Suite struct ReportsTests {
  private static let folder = Stage.package.appending(path: "Reports")

  @Test func `every report kept is what its command prints`() throws {
    let stage = try Stage()
    let printed = URL(filePath: stage.folder).appending(path: "Reports")
    try FileManager.default.createDirectory(at: printed, withIntermediateDirectories: false)
    for command in try Self.commands() {
      if let (_, name, value) = command.wholeMatch(of: #/export (\w+)=(.*)/#)?.output {
        stage.export(String(name), String(value))
        continue
      }
      let step = Transcript.Step(command: command, isShell: true, outcome: Transcript.Outcome())
      #expect(try stage.run(step) == Transcript.Outcome(), "\(command)")
    }

    let made = try Self.files(in: printed)
    let kept = try Self.files(in: Self.folder).filter { $0.key != "README.md" }
    guard made != kept else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      for name in kept.keys where made[name] == nil {
        try FileManager.default.removeItem(at: Self.folder.appending(path: name))
      }
      for (name, report) in made { try report.write(to: Self.folder.appending(path: name)) }
      Issue.record("recorded Reports: read the difference, then run without UPDATE_GOLDEN")
    } else {
      for name in Set(made.keys).union(kept.keys).sorted() where made[name] != kept[name] {
        Issue.record("Reports/\(name) is not what its command on Reports/README.md prints")
      }
    }
  }

  /// The commands on the page, in order.
  private static func commands() throws -> [String] {
    let page = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }

  /// The bytes of every file in a folder, by name.
  private static func files(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: folder.appending(path: $1))
    }
  }
}
