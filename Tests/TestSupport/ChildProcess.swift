import Foundation
import Synchronization

/// A program run as a process of its own.
struct ChildProcess {
  /// What a program wrote, and its exit status.
  struct Outcome: Hashable, Sendable {
    var output = ""
    var error = ""
    var status: Int32 = 0
  }

  private let path: String
  private let arguments: [String]
  private let folder: String
  private let environment: [String: String]

  /// The folder of what was built beside these tests, the program `bursar` among it.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path

  /// Prepares a process that runs in `folder` and knows only `environment`.
  init(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) {
    self.path = path
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
  }

  /// Runs it to its end: both outputs are drained before it is waited for, so that neither can block.
  func run(input: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let error = Mutex(Data())
    let others = DispatchGroup()
    DispatchQueue.global().async(group: others) {
      // A program that does not read its input may be gone already.
      if !input.isEmpty { try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
      try? stdin.fileHandleForWriting.close()
    }
    DispatchQueue.global().async(group: others) {
      // What cannot be read is missed in the outcome.
      let data = (try? stderr.fileHandleForReading.readToEnd()) ?? Data()
      error.withLock { $0 = data }
    }
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    others.wait()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: output, as: UTF8.self),
      error: error.withLock { String(decoding: $0, as: UTF8.self) },
      status: process.terminationStatus)
  }
}
