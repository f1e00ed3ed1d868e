/// A command line taken apart as a shell does: words, quotes, and assignments before the first word.
struct CommandWords: Hashable {
  /// Variables that hold for this command.
  private(set) var assignments: [String: String] = [:]
  /// The words, the program's name first.
  private(set) var words: [String] = []

  /// Takes `line` apart.
  init(_ line: String) {
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        word.map { add($0) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    word.map { add($0) }
  }

  private mutating func add(_ word: String) {
    let name = word.prefix { $0.isUppercase || $0 == "_" }
    if words.isEmpty, !name.isEmpty, word.dropFirst(name.count).first == "=" {
      assignments[String(name)] = String(word.dropFirst(name.count + 1))
    } else {
      words.append(word)
    }
  }
}
