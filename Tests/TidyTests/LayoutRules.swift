extension Rule {
  /// Where files lie, what they are called and how long they are.
  static let layout = [
    topLevel, depth, spaces, catchAllNames, length, documentationPages, generatedFiles,
  ]

  private static let allowedAtTopLevel: Set<Substring> = [
    "Package.swift", "Sources", "Tests", "Ledgers", "Reports", "README.md", "Makefile",
  ]

  static let topLevel = Rule(
    "The top level holds the package, its sources, tests, ledgers and reports, and hidden files",
    path: { path in
      let top = path.prefix { $0 != "/" }
      return allowedAtTopLevel.contains(top) || top.hasPrefix(".")
        ? nil : "'\(top)' does not belong at the top level"
    })

  static let depth = Rule(
    "No folder is deeper than Sources/Target/Concept/File.swift",
    path: { path in
      let limited =
        path.hasPrefix("Sources/") || path.hasPrefix("Tests/") && path.hasSuffix(".swift")
      return limited && path.split(separator: "/").count > 4
        ? "too deep; at most Target/Concept/File.swift" : nil
    })

  static let spaces = Rule(
    "No path holds a blank",
    path: { $0.contains(where: \.isWhitespace) ? "a blank in the path" : nil })

  static let catchAllNames = Rule(
    "A file is named for its concept, not for a kind of code",
    path: { path in
      let stem = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
      let catchAll = [
        "Types", "Utils", "Utilities", "Helper", "Helpers", "Extensions", "Misc", "Manager",
        "Service",
      ]
      return path.hasSuffix(".swift") && catchAll.contains(where: stem.hasSuffix)
        ? "split it by concept and name it for one" : nil
    })

  static let length = Rule(
    "A Swift file has at most 400 lines, one of tests 600",
    file: { file in
      let limit = file.path.hasPrefix("Tests/") ? 600 : 400
      return file.isSwift && file.lines.count > limit
        ? [file.violation(limit + 1, "\(file.lines.count) lines; at most \(limit)")] : []
    })

  static let documentationPages = Rule(
    "Each library target has a page that says what it knows and what it must never know",
    tree: { tree in
      let sources = tree.files.filter { $0.isSwift && $0.path.hasPrefix("Sources/") }
      return Set(sources.compactMap(\.target)).subtracting(["bursar"]).sorted()
        .map { "Sources/\($0)/\($0).docc/\($0).md" }
        .filter { !tree.paths.contains($0) }
        .map { Violation(path: $0, line: 1, reason: "the target's page is missing") }
    })

  static let generatedFiles = Rule(
    "What is generated is not kept",
    path: { path in
      let name = path.split(separator: "/").last ?? ""
      let generated = [
        ".o", ".a", ".so", ".dylib", ".swiftmodule", ".swiftdoc", ".profraw", ".profdata", ".pyc",
        ".orig", ".rej", ".bak", ".log", ".tmp", "-wal", "-shm", "-journal", "Package.resolved",
        "~",
      ]
      return generated.contains(where: name.hasSuffix) ? "generated or left over; remove it" : nil
    })
}
