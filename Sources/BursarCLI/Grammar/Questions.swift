import Monetary

/// `help [VERB [SUBVERB]]`: the same text as `--help` after the verb.
struct HelpVerb: Question {
  static let name = "help"
  static let abstract = "Show what a verb does and takes"

  /// The words that lead to the verb; none for the tool as a whole.
  var path: [String] = []

  static var parameters: [Parameter<Self>] {
    Operand(\.path, "VERB", help: "the verb, and the one below it", completion: .verbs)
  }

  func answer<Context>(from grammar: Grammar<Context>) throws(Misuse) -> String {
    grammar.help(for: try grammar.verb(at: path), at: path)
  }
}

/// `version`: the same line as `--version`.
struct VersionVerb: Question {
  static let name = "version"
  static let abstract = "Show the version"

  func answer<Context>(from grammar: Grammar<Context>) -> String { grammar.versionLine }
}

/// `completions bash|zsh|fish`: a script for the shell to read.
struct CompletionsVerb: Question {
  static let name = "completions"
  static let abstract = "Print a script that completes what you type in a shell"
  static let examples = [
    Example("source <(bursar completions bash)", "complete in this bash session"),
    Example(
      "bursar completions fish > ~/.config/fish/completions/bursar.fish", "complete in every fish"),
  ]

  /// The shells for which scripts are made.
  enum Shell: String, CaseIterable, ArgumentValue { case bash, zsh, fish }

  /// The shell to make it for.
  @Required var shell: Shell

  static var parameters: [Parameter<Self>] {
    Operand(\.$shell, "SHELL", help: "the shell that reads the script")
  }

  func answer<Context>(from grammar: Grammar<Context>) -> String {
    switch shell {
    case .bash: grammar.bashCompletion
    case .zsh: grammar.zshCompletion
    case .fish: grammar.fishCompletion
    }
  }
}

/// `__man [DATE]`: the manual page, for those who install or package the tool.
struct ManualVerb: Question {
  static let name = "__man"
  static let abstract = "Print the manual page"
  static let isHidden = true

  /// The date on the page; that of the release without it.
  var date: CalendarDate?

  static var parameters: [Parameter<Self>] {
    Operand(\.date, "DATE", help: "the date of the page")
  }

  func answer<Context>(from grammar: Grammar<Context>) -> String {
    grammar.manual(date: date ?? grammar.released)
  }
}

extension Grammar {
  /// The tool's name and version, as `version` prints them.
  var versionLine: String { "\(name) \(version)\n" }
}
