import Diagnostics

/// One thing wrong with the words of a command line; no ledger has been touched when it is found.
///
/// Options are named in full, whatever the user shortened; words are as they were typed.
enum UsageError: Error, Hashable, Sendable {
  /// Nothing says what to do; one of these words would.
  case missingVerb(choices: [String])
  /// No verb is called so where one is expected; `nearest` may be several words.
  case unknownVerb(String, nearest: String?)
  /// The verb has no such option.
  case unknownOption(String, nearest: String?)
  /// The verb has no such option, and these others have.
  case optionOfOthers(String, verbs: [String])
  /// The option is one of the whole tool, and this verb does without it.
  case optionNotOfVerb(String, verb: String)
  /// The option belongs to a verb and stands before it.
  case optionBeforeVerb(String)
  /// The shortened name fits several options.
  case ambiguousOption(String, candidates: [String])
  /// No value follows the option; `next` is the option or `--` that follows instead.
  case missingValue(of: String, String, next: String?)
  /// A flag was given a value.
  case unexpectedValue(String, String)
  /// A required option or operand is absent.
  case missing(Declaration)
  /// It was asked for, and nobody answered.
  case unanswered(Declaration)
  /// None of these options is given, and one is needed.
  case missingOneOf([String])
  /// A word is left over when every operand has its own.
  case unexpectedOperand(String)
  /// The value of an option or operand cannot be read; `expected` is a noun, `nearest`
  /// what was probably meant.
  case badValue(String, String, expected: String, nearest: String? = nil)
  /// The value of an option or operand has the right form and cannot be.
  case refused(String, Fault)
  /// An option that takes one value was given several.
  case givenTwice(String)
  /// These two exclude each other.
  case conflicting(String, String)

  /// Whether the error says already what is wrong with `declaration`.
  func concerns(_ declaration: Declaration) -> Bool {
    switch self {
    case .missingValue(let name, _, _): name == declaration.name
    case .ambiguousOption(_, let candidates): candidates.contains(declaration.name)
    default: false
    }
  }

  /// Whether an option was not understood, so that its value may pass for an operand.
  var hidesOperands: Bool {
    switch self {
    case .unknownOption, .optionOfOthers, .ambiguousOption: true
    default: false
    }
  }
}

/// A command line that cannot be understood, with everything that is wrong with it.
struct Misuse: Error, Hashable, Sendable {
  /// The verbs that were recognised, outermost first: whose help would help.
  let path: [String]
  /// What is wrong, in the order in which it was found; never empty.
  let errors: [UsageError]

  /// What is wrong, where all of it is values that cannot be: the command line itself is right.
  var faults: [Fault]? {
    let faults = errors.compactMap { error in
      if case .refused(_, let fault) = error { fault } else { nil }
    }
    return faults.count == errors.count ? faults : nil
  }

  /// Makes a misuse of the verb at `path`.
  init(_ errors: [UsageError], of path: [String] = []) {
    precondition(!errors.isEmpty, "a misuse needs an error")
    self.errors = errors
    self.path = path
  }
}
