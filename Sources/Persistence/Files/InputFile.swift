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

  /// The content of the file at `path`, or of standard input where that is `-`, without what of a line
  /// lies beyond `limit` bytes and one more: a file is not held for one line of it. Of one that `isWanted` does
  /// not want, as its first 64 KiB tell, only these are read.
  ///
  /// - Throws: `.missing`, `.directory`, `.permission`, `.failed`.
  /// - Complexity: O(*n*).
  public static func bytes(
    at path: String, ofLinesUpTo limit: Int, where isWanted: ([UInt8]) -> Bool = { _ in true }
  ) throws(FileError) -> [UInt8] {
    var cut = LineCut(limit: limit)
    var count = 0
    if path != "-", case .file(let size) = try Descriptor.kind(of: path) { count = size }
    try chunks(at: path) { chunk in
      let isRefused = cut.bytes.isEmpty && !isWanted(chunk)
      if cut.bytes.isEmpty, !isRefused { cut.reserve(count) }
      cut.take(chunk)
      return !isRefused
    }
    return cut.bytes
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

/// A text that is gathered chunk by chunk, without what is too much of a line.
private struct LineCut {
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  /// How long the line is that the chunks so far have not ended.
  private var begun = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a chunk; what begins in it is kept to its end, however long.
  mutating func take(_ chunk: [UInt8]) {
    let ending = chunk.place(of: UInt8(ascii: "\n"))
    let end = ending ?? chunk.count
    let room = min(end, max(0, limit + 1 - begun))
    if room == end {
      bytes += chunk
    } else {
      bytes += chunk[..<room]
      bytes += chunk[end...]
    }
    let last = ending == nil ? nil : chunk.lastIndex(of: UInt8(ascii: "\n"))
    begun = last.map { chunk.count - 1 - $0 } ?? begun + chunk.count
  }
}
