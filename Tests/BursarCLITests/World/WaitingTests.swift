import Foundation
import Funding
import Testing

@testable import BursarCLI

/// Long work, by a clock that each look at it moves on by half a second.
@Suite struct WaitingTests {
  private static let wiped = "\r\u{1B}[K"
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// What a command writes to each stream.
  private struct Written {
    var output = ""
    var error = ""
  }

  private func run(
    _ arguments: String..., onTerminal: Bool = true, environment: [String: String] = [:]
  ) -> Written {
    var written = Written()
    var world = World(
      arguments: arguments, environment: environment, now: Instant(microseconds: 0), author: "ann"
    ) { text, stream in
      if stream == .output { written.output += text } else { written.error += text }
    }
    var looks = 0
    world.elapsed = {
      looks += 1
      return .milliseconds(500 * looks)
    }
    world.errorIsTerminal = onTerminal
    #expect(CommandLineTool.run(in: world) == 0)
    return written
  }

  /// A text of more facts than are checked between two looks at the clock, five times over.
  private func text() throws -> String {
    let notes = (1...2600).map { "2017-01-01 note global \"\($0)\"" }
    try stage.write(
      "./long.bursar", lines: ["ledger \"Long\"", "  currency: USD", "  rates: UNORE"] + notes)
    return "\(stage.folder)/long.bursar"
  }

  @Test func `on a terminal long work is shown on the error stream, and wiped off`() throws {
    let text = try text()
    let store = "\(stage.folder)/long.ledger"
    let copy = "\(stage.folder)/copy.ledger"
    for (written, steps) in [
      (run("-f", text, "check"), ["checking"]),
      (run("init", store, "--from", text), ["checking", "writing  ", "finishing"]),
      (run("-f", store, "verify"), ["verifying"]),
      (run("-f", store, "backup", copy), ["verifying"]),
    ] {
      #expect(written.error.hasSuffix(Self.wiped))
      let drawn = written.error.dropLast(Self.wiped.count).split(separator: "\r")
      for step in steps { #expect(drawn.contains { $0.hasPrefix(step) }) }
      #expect(drawn.allSatisfy { $0.hasSuffix(" %") && $0.count == 48 })
      #expect(drawn.count > 3)
      #expect(!written.output.contains("\r"))
      #expect(written.output.hasSuffix("\n"))
    }
  }

  @Test(arguments: [(false, "xterm"), (true, "dumb")])
  func `without a terminal, or on one that cannot wipe, nothing is drawn`(
    isTerminal: Bool, kind: String
  ) throws {
    let written = try run(
      "-f", text(), "check", onTerminal: isTerminal, environment: ["TERM": kind])
    #expect(written.error == "")
  }

  @Test func `short work is not shown`() {
    #expect(run("-f", "\(stage.folder)/Samples/small.bursar", "check").error == "")
  }
}
