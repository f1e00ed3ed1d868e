import Diagnostics

extension UsageError {
  /// The error in English words.
  var english: Wording {
    switch self {
    case .missingVerb(let choices):
      Wording("a verb is missing", "one of \(choices.asChoice)")
    case .unknownVerb(let word, let nearest):
      Wording("'\(word)' is not a verb", nearest.asSuggestion)
    case .unknownOption(let name, let nearest):
      Wording("unknown option \(name)", nearest.asSuggestion)
    case .optionOfOthers(let name, let verbs):
      Wording(
        "unknown option \(name)",
        "it is an option of " + verbs.map { "'\($0)'" }.asList)
    case .optionNotOfVerb(let name, let verb):
      Wording("'\(verb)' takes no \(name)")
    case .optionBeforeVerb(let name):
      Wording("\(name) stands before the verb", "write it after")
    case .ambiguousOption(let name, let candidates):
      Wording("\(name) is ambiguous", "\(candidates.asChoice)?")
    case .missingValue(let name, let value, nil):
      Wording("\(name) needs a value", "write \(name) \(value)")
    case .missingValue(let name, _, let next?):
      Wording(
        "\(name) needs a value, and \(next) is an option",
        "if it is the value, write \(name.attaching(next))")
    case .unexpectedValue(let name, let value):
      Wording("\(name) takes no value, and '\(value)' is given")
    case .missing(let declaration):
      Wording("\(declaration.spelling) is missing", declaration.help)
    case .unanswered(let declaration):
      Wording("\(declaration.spelling) was not answered", "nothing is done")
    case .missingOneOf(let names):
      Wording("\(names.asChoice) is missing")
    case .unexpectedOperand(let word):
      Wording("'\(word)' is one word too many", "quote a value that contains blanks")
    case .badValue(let name, let value, let expected, nil):
      Wording("\(name) cannot be '\(value)'", "write \(expected)")
    case .badValue(let name, let value, _, let nearest):
      Wording("\(name) cannot be '\(value)'", nearest.asSuggestion)
    case .refused(let name, let fault):
      Wording("\(name): \(fault.english.message)", fault.english.remedy)
    case .givenTwice(let name):
      Wording("\(name) is given twice")
    case .conflicting(let name, let other):
      Wording("\(name) cannot stand beside \(other)", "leave one of them out")
    }
  }
}

extension UsageError {
  /// The error on a line of its own.
  func line(of tool: String) -> String {
    let words = english
    return "\(tool): " + words.message + (words.remedy.isEmpty ? "" : "; \(words.remedy)") + "\n"
  }
}

extension Misuse {
  /// Every error on a line of its own, then where to read on.
  func english(of tool: String) -> String {
    errors.map { $0.line(of: tool) }.joined()
      + "see '\(([tool] + path).joined(separator: " ")) --help'\n"
  }
}

extension [String] {
  /// The words as alternatives: `a, b or c`.
  var asChoice: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or \(self[count - 1])"
  }
}

extension [String] {
  /// The words together: `a, b and c`.
  fileprivate var asList: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and \(self[count - 1])"
  }
}

extension String? {
  fileprivate var asSuggestion: String { map { "did you mean \($0)?" } ?? "" }
}

extension String {
  /// The option `self` with its value in the same word.
  fileprivate func attaching(_ value: String) -> String {
    hasPrefix("--") ? "\(self)=\(value)" : self + value
  }
}
