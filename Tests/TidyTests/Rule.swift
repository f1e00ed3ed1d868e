import Testing

/// A rule of the tree that no compiler keeps.
struct Rule: Sendable, CustomTestStringConvertible {
  /// What holds where the rule is kept, as a sentence.
  let name: String
  /// Every place where a tree breaks the rule.
  let violations: @Sendable (Tree) -> [Violation]

  var testDescription: String { name }

  /// All rules, in the order in which a reader meets what they are about.
  static let all = layout + texts + code + catalogue

  /// A rule about the whole tree.
  init(_ name: String, tree violations: @escaping @Sendable (Tree) -> [Violation]) {
    self.name = name
    self.violations = violations
  }

  /// A rule about each file by itself.
  init(_ name: String, file violations: @escaping @Sendable (SourceFile) -> [Violation]) {
    self.init(name, tree: { $0.files.flatMap(violations) })
  }

  /// A rule about each path by itself; `fault` tells what is wrong with one, nil where nothing is.
  init(_ name: String, path fault: @escaping @Sendable (String) -> String?) {
    self.init(
      name,
      tree: { tree in
        tree.paths.compactMap { path in
          fault(path).map { Violation(path: path, line: 1, reason: $0) }
        }
      })
  }

  /// A rule about each word of Swift code by itself.
  init(_ name: String, word fault: @escaping @Sendable (SourceFile, Word) -> String?) {
    self.init(
      name,
      file: { file in
        file.words.compactMap { word in fault(file, word).map { file.violation(word.line, $0) } }
      })
  }
}
