import Foundation
import Funding
import Operations

@testable import TestSupport

/// The program as it was built, and a folder of its own to run it in.
struct Program {
  let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// A ledger with an agreement and a receipt that can be reversed.
  static let text = """
    ledger "Small"
      currency: USD
      rates: UNORE

    2017-01-01 scope mali "Mali"

    2017-01-01 donor japan "Japan"

    2017-02-14 agreement A1 japan 250,000 USD

    2017-03-01 receipt A1 100,000 USD
      id: R1

    """

  /// How many facts the text has.
  static let factCount = 5

  /// Writes the text, makes a store of it, and says where the store is.
  func makeStore() throws -> String {
    let (text, store) = (folder.file("small.bursar"), folder.file("small.ledger"))
    try WriteFile.replace(text, with: Array(Self.text.utf8))
    _ = try InitialiseLedger(at: store, by: "ada", on: Self.now).make(from: text)
    return store
  }

  static let now = instant("2018-01-01T09:00:00Z")

  /// Runs the program; the system ends it at the first write beyond `mostBlocks` of 512 bytes of a file.
  func run(
    _ arguments: [String], by author: String = "ada", mostBlocks: Int? = nil
  ) throws -> ChildProcess.Outcome {
    // Tests run on threads that block signals, which children would inherit.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGXFSZ)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return try runShell(
      (mostBlocks.map { "ulimit -c 0; ulimit -f \($0); " } ?? "") + "exec bursar \"$@\"",
      arguments, by: author)
  }

  /// Runs a script of the shell in which `bursar` is the program.
  func runShell(
    _ script: String, _ arguments: [String] = [], by author: String = "ada"
  ) throws -> ChildProcess.Outcome {
    try ChildProcess(
      "/bin/sh", ["-c", script, "sh"] + arguments, in: folder.path,
      environment: [
        "PATH": "\(ChildProcess.products):/usr/bin:/bin", "HOME": folder.path,
        "BURSAR_NOW": Self.now.description, "BURSAR_BY": author, "SWIFT_BACKTRACE": "enable=no",
      ]
    ).run()
  }
}
