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
}
