/// One text file of the package, with what the rules ask of it.
struct SourceFile: Sendable {
  /// The path from the package's root, with `/` between its parts, such as `Sources/bursar/main.swift`.
  let path: String
  /// The target or suite of tests the file belongs to, such as `Monetary`; nil above them.
  let target: Substring?
  /// The whole content.
  let text: String
  /// The lines as they stand, without their ends; nothing after the last line end.
  let lines: [Substring]
  /// The words of the code: no comment, no literal, no raw name. Empty for what is not Swift.
  let words: [Word]

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
    let parts = path.split(separator: "/")
    target = parts.count > 2 ? parts[1] : nil
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    words = path.hasSuffix(".swift") ? SwiftCode(text).words : []
  }

  /// The parts of the path: folders first, the file's own name last.
  var parts: [Substring] { path.split(separator: "/") }

  /// The file's own name, such as `Money+Allocation.swift`.
  var name: Substring { parts.last ?? "" }

  var isSwift: Bool { path.hasSuffix(".swift") && path != "Package.swift" }

  /// Whether the file is another's work, kept as it was found: an input that once broke a reader.
  var isFixture: Bool { parts.contains("Fixtures") }

  /// The modules that the file imports.
  var imports: [Word] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return words.indices.filter { words[$0].text == "import" }
      .compactMap { index in words[(index + 1)...].first { !kinds.contains($0.text) } }
  }

  /// A violation at `line` of this file, counted from 1.
  func violation(_ line: Int, _ reason: String) -> Violation {
    Violation(path: path, line: line, reason: reason)
  }
}

/// One place where the tree breaks a rule.
struct Violation: Hashable, Sendable, CustomStringConvertible {
  let path: String
  /// Counted from 1; 1 as well where the whole file is meant.
  let line: Int
  let reason: String

  var description: String { "\(path):\(line): \(reason)" }
}
