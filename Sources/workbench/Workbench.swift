#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The developers' own tool: makes ledgers of any size, and measures. It is not installed.
enum Workbench {
  private static let usage = """
    Usage: workbench generate AGREEMENTS

    Writes a ledger in the text form to standard output: so many agreements, each with a receipt, of 200
    donors for 50 operations of 5 sectors over 10 years. The same number gives the same ledger.

    """

  /// Does what the process's arguments ask for, and ends it.
  static func run() -> Never {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, words.first == "generate", let text = words.last,
      let agreements = Int(text), agreements >= 0
    else {
      write(Array(usage.utf8), to: STDERR_FILENO)
      exit(2)
    }
    var generator = LedgerGenerator(agreements: agreements)
    while let bytes = generator.next() { write(bytes, to: STDOUT_FILENO) }
    exit(0)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0) }
      guard written > 0 else { exit(3) }
      rest = rest.dropFirst(written)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
  #else
    unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  #endif
}
