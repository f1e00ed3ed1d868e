import Persistence

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The developers' own tool: makes ledgers of any size, and measures. It is not installed.
enum Workbench {
  private static let usage = """
    Usage: workbench generate AGREEMENTS FILE
           workbench bench gap FILE

    Writes a ledger in the text form: so many agreements, each with a receipt, of 200 donors for 50
    operations of 5 sectors over 10 years. The same number gives the same ledger.
    Or measures the gap calculator in process, and writes what came out.

    """

  /// Does what the process's arguments ask for, and ends it.
  static func run() -> Never {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 3 else { end(usage, status: 2) }
    let bytes: [UInt8]
    if words[0] == "bench", words[1] == "gap" {
      bytes = Array(GapBench.report().utf8)
    } else if words[0] == "generate", let agreements = Int(words[1]), agreements >= 0 {
      var generator = LedgerGenerator(agreements: agreements)
      bytes = generator.text()
    } else {
      end(usage, status: 2)
    }
    do {
      try OutputFile.write(bytes, to: words[2])
    } catch {
      end("workbench: \(error)\n", status: 3)
    }
    exit(0)
  }

  private static func end(_ message: String, status: Int32) -> Never {
    // Where the error stream takes nothing either, the status is all that is left to tell.
    try? OutputFile.write(Array(message.utf8), to: "/dev/stderr")
    exit(status)
  }
}
