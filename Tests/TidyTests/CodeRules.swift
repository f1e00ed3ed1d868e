extension Rule {
  /// What Swift code keeps beyond what the compiler checks.
  static let code = [
    pureImports, systemImports, unsafeCode, uncheckedCode, concurrency, forceTry, printing,
    floatingPoint,
    functionLength,
  ]

  /// What each pure floor may import: values only, nothing that could reach the world. libxml2 and
  /// json-c are given bytes.
  private static let floorsBelow: [Substring: Set<String>] = [
    "Diagnostics": [],
    "Monetary": [],
    "Tabulation": ["Monetary"],
    "Bookkeeping": ["Monetary"],
    "Funding": ["Diagnostics", "Monetary", "Bookkeeping"],
    "Interchange": ["CXML2", "CJSON", "Diagnostics", "Monetary", "Bookkeeping", "Funding"],
    "Reporting": ["Monetary", "Tabulation", "Bookkeeping", "Funding"],
  ]

  static let pureImports = Rule(
    "A pure floor imports the pure floors below it and nothing else",
    file: { file in
      guard file.path.hasPrefix("Sources/"), let allowed = floorsBelow[file.target ?? ""] else {
        return []
      }
      return file.imports.filter { !allowed.contains($0.text) }
        .map { file.violation($0.line, "this floor may not import \($0.text)") }
    })

  private static let systems: Set = ["Glibc", "Musl", "Darwin"]
  private static let worldly: Set<Substring> = ["Persistence", "bursar", "workbench"]

  static let systemImports = Rule(
    "Only Persistence and the programs import the system, and nothing imports Foundation",
    tree: { tree in
      let targets = Set(tree.files.filter { $0.path.hasPrefix("Sources/") }.compactMap(\.target))
      return tree.files.filter { targets.contains($0.target ?? "") }.flatMap { file in
        file.imports.filter { word in
          let system = systems.contains(word.text) && worldly.contains(file.target ?? "")
          return !system && !targets.contains(word.text[...])
        }
        .map { file.violation($0.line, "\(file.target ?? "") may not import \($0.text)") }
      }
    })

  /// The only places that speak to C by pointers, and why each has to.
  private static let unsafePlaces: KeyValuePairs = [
    "Sources/Persistence/SQLite/": "SQLite's handles and columns are pointers",
    "Sources/Persistence/Hashing/": "libcrypto reads and writes through pointers",
    "Sources/Persistence/Files/": "a file is mapped, read and synced through pointers",
    "Sources/Interchange/XML/": "libxml2's parser tells what it finds through pointers",
    "Sources/Interchange/JSON/": "json-c's values are pointers",
    "Sources/bursar/": "the process's streams, clock and environment are C's",
  ]

  private static let unsafeWords: Set = ["unsafe", "@unsafe", "@safe"]

  static let unsafeCode = Rule(
    "Unsafe code stands only where C is spoken to",
    word: { file, word in
      unsafeWords.contains(word.text) && file.path.hasPrefix("Sources/")
        && !unsafePlaces.contains { file.path.hasPrefix($0.key) }
        ? "'\(word.text)' outside of \(unsafePlaces.map(\.key).joined(separator: ", "))" : nil
    })

  static let uncheckedCode = Rule(
    "No check of concurrency is switched off",
    word: { _, word in
      word.text == "@unchecked"
        || word.text == "unsafe" && word.before == "("
          && word.after == ")"
        ? "the compiler's check is switched off" : nil
    })

  private static let concurrent: Set = ["async", "await", "actor", "Task", "Mutex", "Atomic"]

  static let concurrency = Rule(
    "The four lower floors know nothing of concurrency",
    word: { file, word in
      concurrent.contains(word.text) && file.path.hasPrefix("Sources/")
        && !["Operations", "BursarCLI", "bursar"].contains(file.target)
        ? "'\(word.text)' below Operations" : nil
    })

  static let forceTry = Rule(
    "No error is turned into a crash",
    word: { _, word in
      word.text == "try" && word.after == "!" ? "handle the error, or let it be thrown" : nil
    })

  private static let printers: Set = ["print", "debugPrint", "dump", "NSLog"]

  /// A method that prints into a report is declared with `func` or called with `try`; Swift's is not.
  static let printing = Rule(
    "Only the program itself prints",
    file: { file in
      guard !file.path.hasPrefix("Sources/bursar/") else { return [] }
      return file.words.indices.filter { index in
        let word = file.words[index]
        return printers.contains(word.text) && word.after == "(" && word.before != "."
          && (index == 0 || !["func", "try"].contains(file.words[index - 1].text))
      }
      .map {
        file.violation(file.words[$0].line, "'\(file.words[$0].text)' outside of the program")
      }
    })

  private static let approximate: Set = [
    "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "Decimal",
  ]
  private static let moneyFloors: Set<Substring> = [
    "Monetary", "Bookkeeping", "Funding", "Interchange", "Reporting", "Persistence", "Operations",
  ]

  static let floatingPoint = Rule(
    "Money is never counted in floating point",
    word: { file, word in
      approximate.contains(word.text) && file.path.hasPrefix("Sources/")
        && moneyFloors.contains(file.target ?? "")
        ? "'\(word.text)' on a floor that counts money" : nil
    })

  static let functionLength = Rule(
    "A function fits a screen of 50 lines",
    file: { file in
      guard file.isSwift else { return [] }
      let starts = Set(file.words.filter { ["func", "init"].contains($0.text) }.map(\.line))
      return starts.sorted().compactMap { start in
        let count = lengthOfFunction(in: file.lines, from: start - 1)
        return count > 50 ? file.violation(start, "a function of \(count) lines; at most 50") : nil
      }
    })

  /// The lines from a function's first to its closing brace, told by indentation as the formatter
  /// sets it; 1 where it has no body of its own.
  private static func lengthOfFunction(in lines: [Substring], from start: Int) -> Int {
    let indentation = lines[start].prefix { $0 == " " }
    let body = lines[start...].firstIndex { $0.hasSuffix("{") || $0.hasSuffix("}") || $0.isEmpty }
    guard let body, lines[body].hasSuffix("{"),
      let end = lines[(body + 1)...].firstIndex(where: { $0.hasPrefix(indentation + "}") })
    else { return 1 }
    return end - start + 1
  }
}
