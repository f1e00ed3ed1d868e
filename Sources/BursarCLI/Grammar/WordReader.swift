import Diagnostics

/// Reads words one after the other in the manner of GNU `getopt_long`.
///
/// Long options may be shortened while they stay unambiguous; `--name=value`, `--name value`,
/// `-nvalue` and `-n value` are the same; `-abc` is `-a -b -c`; `--` ends the options; options and
/// operands may be mixed. A negative number is never taken for an option. In one thing it is stricter:
/// a value may look like an option of the verb only if it is attached, since `--memo --dry-run` is
/// a value forgotten.
struct WordReader {
  /// What the next word, or the next letter of a cluster, turned out to be.
  enum Token: Hashable {
    /// The declaration at this index, with its value unless it is a flag.
    case option(Int, value: String)
    /// A word that belongs to no option.
    case operand(String)
    /// A word that cannot be understood.
    case fault(UsageError)
  }

  private let declarations: [Declaration]
  private var words: ArraySlice<String>
  private var cluster: Substring = ""
  private var optionsHaveEnded = false

  /// Prepares to read `words` by the options among `declarations`.
  init(_ words: [String], for declarations: [Declaration]) {
    self.words = words[...]
    self.declarations = declarations
  }

  /// The index of the first word not yet read.
  var position: Int { words.startIndex }

  /// Reads on; nil at the end.
  mutating func next() -> Token? {
    if let letter = cluster.popFirst() { return short("-" + String(letter)) }
    guard let word = words.popFirst() else { return nil }
    guard !optionsHaveEnded, isOption(word) else { return .operand(word) }
    guard word.hasPrefix("--") else {
      cluster = word.dropFirst()
      return next()
    }
    guard word != "--" else {
      optionsHaveEnded = true
      return next()
    }
    return long(word)
  }

  private func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.utf8.dropFirst().first else { return false }
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= second else { return true }
    return index(of: String(word.prefix(2))) != nil
  }

  private func index(of name: some StringProtocol) -> Int? {
    declarations.firstIndex { $0.names.contains { $0 == name } }
  }

  private mutating func short(_ name: String) -> Token {
    let attached = cluster
    guard let index = index(of: name) else {
      cluster = ""
      return .fault(.unknownOption(name, nearest: nil))
    }
    guard declarations[index].form == .option else { return .option(index, value: "") }
    cluster = ""
    return attached.isEmpty ? value(of: index) : .option(index, value: String(attached))
  }

  private mutating func long(_ word: String) -> Token {
    let name = word.prefix { $0 != "=" }
    let attached = name.endIndex < word.endIndex ? word[name.endIndex...].dropFirst() : nil
    switch resolve(name) {
    case .fault(let error): return .fault(error)
    case .found(let index):
      let declaration = declarations[index]
      guard declaration.form == .flag else {
        return attached.map { .option(index, value: String($0)) } ?? value(of: index)
      }
      guard let attached else { return .option(index, value: "") }
      return .fault(.unexpectedValue(declaration.name, String(attached)))
    }
  }

  private enum Resolution {
    case found(Int)
    case fault(UsageError)
  }

  /// Finds the declaration that `name` spells, in full or shortened.
  private func resolve(_ name: Substring) -> Resolution {
    if let index = index(of: name) { return .found(index) }
    var indices: [Int] = []
    var candidates: [String] = []
    for (index, declaration) in declarations.enumerated() {
      let matching = declaration.longNames.filter { $0.hasPrefix(name) }
      guard !matching.isEmpty else { continue }
      indices.append(index)
      candidates += matching
    }
    if indices.count == 1 { return .found(indices[0]) }
    if indices.isEmpty {
      // The dashes are no letters that were typed rightly; of short words only the first tells much.
      let word = String(name.dropFirst(2))
      let known = declarations.flatMap(\.longNames).map { String($0.dropFirst(2)) }
      let nearest = Suggestion.nearest(
        to: word, among: known.filter { $0.first == word.lowercased().first })
      return .fault(.unknownOption(String(name), nearest: nearest.map { "--" + $0 }))
    }
    return .fault(.ambiguousOption(String(name), candidates: candidates))
  }

  /// Takes the next word as the value of the option at `index`.
  private mutating func value(of index: Int) -> Token {
    let declaration = declarations[index]
    guard let next = words.first, next != "--", self.index(of: next.prefix { $0 != "=" }) == nil
    else {
      return .fault(.missingValue(of: declaration.name, declaration.value, next: words.first))
    }
    words.removeFirst()
    return .option(index, value: next)
  }
}
