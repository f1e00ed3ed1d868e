import Foundation
import Funding
import Operations
import Persistence

@testable import BursarCLI
@testable import TestSupport

/// A folder of its own in which a transcript's commands run; removed with it.
final class Stage {
  /// The folder's path.
  let folder: String
  private var environment = [
    "BURSAR_NOW": "2017-12-01T09:00:00Z", "BURSAR_BY": "ann", "LC_ALL": "C.UTF-8",
  ]

  /// The package that these tests were built from.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Makes the folder, with `Ledgers` and `Samples` in it.
  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "bursar-transcript-\(UUID().uuidString)").resolvingSymlinksInPath()
    folder = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    for (name, target) in [
      ("Ledgers", "Ledgers"), ("Samples", "Tests/BursarCLITests/Transcripts/Samples"),
    ] {
      try FileManager.default.createSymbolicLink(
        at: url.appending(path: name), withDestinationURL: Self.package.appending(path: target))
    }
  }

  deinit {
    // What stays behind in a temporary folder changes no other test.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Sets a variable for the commands to come.
  func export(_ name: String, _ value: String) { environment[name] = value }

  /// Writes a file; its lines may hold `\t`, `\r`, `\\`, `\xHH`, and `\z` where the file ends.
  func write(_ name: String, lines: [String]) throws {
    let text = lines.map { $0 + "\n" }.joined()
    try Data(Escapes.bytes(of: text)).write(to: URL(filePath: inside(name)))
  }

  /// Runs a step and says what came of it.
  func run(_ step: Transcript.Step) throws -> Transcript.Outcome {
    let outcome = step.isShell ? try runShell(step) : runHere(step)
    return Transcript.Outcome(
      output: shown(outcome.output), error: shown(outcome.error), status: outcome.status)
  }

  /// What the folder's ledgers hold, and its other files: a refused command changes none of it.
  func content() throws -> [String: [UInt8]] {
    var content: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "Ledgers" && name != "Samples" {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".ledger"), let ledger = try? OpenLedger.reading(path) {
        content[name] = try ExportLedger.text(of: ledger)
      } else if !name.hasSuffix("-wal"), !name.hasSuffix("-shm") {
        // A folder has no bytes.
        content[name] = (try? Data(contentsOf: URL(filePath: path))).map(Array.init) ?? []
      }
    }
    return content
  }
}

extension Stage {
  /// Runs bursar in this process.
  private func runHere(_ step: Transcript.Step) -> Transcript.Outcome {
    let line = CommandWords(step.command)
    precondition(line.words.first == "bursar", "'\(step.command)' is not bursar: use $$")
    var environment = environment.merging(line.assignments) { _, new in new }
    environment["BURSAR_FILE"] = environment["BURSAR_FILE"].map(inside)
    let written = Written()
    var world = World(
      arguments: line.words.dropFirst().map(inside), environment: environment,
      now: Instant(microseconds: 0), author: "nobody", write: written.add)
    if let columns = environment["TERMINAL"].flatMap(Int.init) {
      world.outputIsTerminal = true
      world.columns = columns
    }
    if let input = step.input {
      var answers = input.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      world.canAsk = true
      world.readLine = { answers.popFirst().map(String.init) }
    }
    written.outcome.status = CommandLineTool.run(in: world)
    return written.outcome
  }

  /// Runs a shell in the folder.
  private func runShell(_ step: Transcript.Step) throws -> Transcript.Outcome {
    let shell = ChildProcess(
      "/bin/sh", ["-c", step.command], in: folder,
      environment: environment.merging([
        "PATH": "\(ChildProcess.products):/usr/bin:/bin", "HOME": folder,
      ]) { $1 })
    let outcome = try shell.run(input: step.input ?? "")
    return Transcript.Outcome(
      output: outcome.output, error: outcome.error, status: outcome.status)
  }

  /// A word with the folder put before the path in it.
  private func inside(_ word: String) -> String {
    let start = word.hasPrefix("-") ? word.firstIndex(of: "=").map(word.index(after:)) : nil
    let path = word[(start ?? word.startIndex)...]
    let prefix = word[..<(start ?? word.startIndex)]
    if path.hasPrefix("./") { return "\(prefix)\(folder)/\(path.dropFirst(2))" }
    if path.hasPrefix("Ledgers/") || path.hasPrefix("Samples/") {
      return "\(prefix)\(folder)/\(path)"
    }
    return word
  }

  /// What was written, with nothing in it that differs from one run to another, or cannot be seen.
  private func shown(_ text: String) -> String {
    let named = text.replacing("\(folder)/Ledgers/", with: "Ledgers/")
      .replacing("\(folder)/Samples/", with: "Samples/").replacing("\(folder)/", with: "./")
      .replacing(#/\b[0-9a-f]{64}\b/#, with: "<SHA-256>")
    let visible = named.unicodeScalars.map { scalar in
      switch scalar {
      case "\u{1B}": "␛"
      case "\t": "␉"
      case "\r": "␍"
      default: String(scalar)
      }
    }.joined()
    let whole = visible.isEmpty || visible.hasSuffix("\n") ? visible : visible + "␄\n"
    return whole.replacing(#/ +\n/#) { "\($0.output.dropLast().map { _ in "␠" }.joined())\n" }
  }

  /// What a command in this process writes.
  private final class Written {
    var outcome = Transcript.Outcome()

    func add(_ text: String, to stream: World.Stream) {
      switch stream {
      case .output: outcome.output += text
      case .error: outcome.error += text
      }
    }
  }
}
