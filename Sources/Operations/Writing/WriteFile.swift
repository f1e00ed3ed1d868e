import Persistence

/// Results written to files.
public enum WriteFile {
  /// Writes `bytes` to `path`, so that a reader sees what was there before or all of this.
  /// - Throws: `FileError`.
  public static func replace(_ path: String, with bytes: [UInt8]) throws {
    try OutputFile.write(bytes, to: path)
  }
}
