import Diagnostics
import Persistence

/// Results written to files.
public enum WriteFile {
  /// Writes `bytes` to `path`, so that a reader sees what was there before or all of this; they were
  /// made from the ledger at `ledger`, or from none.
  /// - Throws: ``Refusal`` where `path` is that ledger, by any link, or a store; `FileError`.
  public static func replace(
    _ path: String, with bytes: [UInt8], madeFrom ledger: String? = nil
  ) throws {
    if try OutputFile.isLedger(path, reading: ledger) {
      throw Refusal(Fault(.outputLedger, path))
    }
    try OutputFile.write(bytes, to: path)
  }
}
