import Foundation
import Monetary
import Testing

@testable import BursarCLI

/// All texts that are made from declarations, compared with what was recorded and read by eye.
///
/// `UPDATE_GOLDEN=1` records what is made now, and fails.
@Suite struct GrammarGoldenTests {
  private static func help(_ path: String, width: Int = 80) -> String {
    let path = path.words
    let verb = try? Sample.grammar.verb(at: path)
    return Sample.grammar.help(for: verb, at: path, width: width)
  }

  static let texts: [(file: String, text: @Sendable () -> String)] = [
    ("help.txt", { help("") }),
    ("help-60.txt", { help("", width: 60) }),
    ("help-donor.txt", { help("donor") }),
    ("help-donor-add.txt", { help("donor add") }),
    ("help-init.txt", { help("init") }),
    ("help-record-pledge.txt", { help("record pledge") }),
    ("help-show.txt", { help("show") }),
    ("help-summary.txt", { help("summary") }),
    ("help-summary-40.txt", { help("summary", width: 40) }),
    ("help-completions.txt", { help("completions") }),
    ("bursar.1", { Sample.grammar.manual(date: Sample.grammar.released) }),
    ("bursar.bash", { Sample.grammar.bashCompletion }),
    ("bursar.zsh", { Sample.grammar.zshCompletion }),
    ("bursar.fish", { Sample.grammar.fishCompletion }),
  ]

  @Test(arguments: texts.map(\.file))
  func `a text is made as recorded`(file: String) throws {
    let text = try #require(Self.texts.first { $0.file == file }).text()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let golden = folder.appending(path: "Golden/Grammar").appending(path: file)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(file): read the difference, then run without UPDATE_GOLDEN")
    } else {
      #expect(try String(decoding: Data(contentsOf: golden), as: UTF8.self) == text)
    }
  }

  @Test(arguments: texts.filter { $0.file.hasPrefix("help") }.map(\.file))
  func `help keeps its width`(file: String) throws {
    let text = try #require(Self.texts.first { $0.file == file }).text()
    let width = file.contains("60") ? 60 : file.contains("40") ? 40 : 80
    let lines = text.split(separator: "\n")
    // A line to be copied is never broken.
    #expect(lines.allSatisfy { $0.count <= width || $0.hasPrefix("  bursar ") })
  }

  @Test func `each verb that is not hidden stands in the manual and in every script`() {
    let grammar = Sample.grammar
    for (path, verb) in grammar.everyVerb where verb.verbs.isEmpty {
      let title = ".Ss bursar \(path.joined(separator: " "))\n"
      let manual = grammar.manual(date: grammar.released)
      #expect(manual.contains(title) == !verb.isHidden, "\(title)")
    }
  }

  @Test func `the manual bears the date it is asked for, that of the release without one`() throws {
    for (line, date) in [("__man", "November 28, 2017"), ("__man 2018-01-02", "January 2, 2018")] {
      guard case .answer(let text) = try Sample.grammar.parse(line.words) else {
        Issue.record("no answer")
        return
      }
      #expect(text.hasPrefix(".Dd \(date)\n.Dt BURSAR 1\n"))
    }
  }
}
