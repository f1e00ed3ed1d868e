/// Files, and standard input, as they are read.
public enum InputFile {
  /// The whole content of the file at `path`; of standard input where that is `-`.
  ///
  /// - Throws: `.missing`, `.directory`, `.permission`, `.failed`.
  /// - Complexity: O(*n*), one copy.
  public static func bytes(at path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try Descriptor.standardInput.read() }
    // Some systems open a directory and only then refuse to read it.
    if case .directory = try Descriptor.kind(of: path) { throw .directory(path: path) }
    return try Descriptor(opening: path, for: .reading).read()
  }

  /// Gives the content of the file at `path` to `body` chunk by chunk, each of 64 KiB but the last.
  ///
  /// It ends where the file does, or where `body` says that it wants no more.
  /// - Throws: `.missing`, `.directory`, `.permission`, `.failed`.
  public static func chunks(
    at path: String, _ body: ([UInt8]) -> Bool
  ) throws(FileError) {
    if path == "-" { return try chunks(of: .standardInput, body) }
    if case .directory = try Descriptor.kind(of: path) { throw .directory(path: path) }
    try chunks(of: Descriptor(opening: path, for: .reading), body)
  }

  private static func chunks(
    of descriptor: consuming Descriptor, _ body: ([UInt8]) -> Bool
  ) throws(FileError) {
    while true {
      let chunk = try descriptor.read(upTo: 1 << 16)
      guard !chunk.isEmpty, body(chunk) else { return }
    }
  }
}
