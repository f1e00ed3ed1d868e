/// A node in the tree of verbs: a command, a question, or a family of further verbs.
struct Verb<Context>: Sendable {
  /// The word that calls it.
  let name: String
  /// What it does, in one line.
  let abstract: String
  /// The verbs of a family; empty for a command or a question.
  let verbs: [Verb]
  /// The type behind a command or a question; nil for a family.
  private let type: (any Invocable.Type)?
  private let request:
    @Sendable ([String], _ path: [String], Grammar<Context>) throws(Misuse) -> Request

  /// What the words after a verb turn out to ask for.
  enum Request {
    /// A command, complete.
    case run(any Command<Context>)
    /// The answer to a question.
    case answer(String)
    /// Help with the verb.
    case help
    /// The version of the tool.
    case version
  }

  /// A command.
  init<Run: Command<Context>>(_ command: Run.Type) {
    self.init(type: command) { (command, _) in .run(command) }
  }

  /// A question about the grammar.
  init<Asked: Question>(asking question: Asked.Type) {
    self.init(type: question) { (question, grammar) throws(Misuse) in
      .answer(try question.answer(from: grammar))
    }
  }

  /// A family: `donor add`, `donor list`.
  init(_ name: String, _ abstract: String, _ verbs: [Verb]) {
    self.name = name
    self.abstract = abstract
    self.verbs = verbs
    type = nil
    request = { _, _, _ in .help }
  }

  private init<Called: Invocable>(
    type: Called.Type,
    finish: @escaping @Sendable (Called, Grammar<Context>) throws(Misuse) -> Request
  ) {
    name = type.name
    abstract = type.abstract
    verbs = []
    self.type = type
    request = { (words, path, grammar) throws(Misuse) in
      let draft = Draft<Called>(words: words)
      if draft.scan.asksForHelp { return .help }
      if draft.scan.asksForVersion { return .version }
      return try finish(try draft.completed(at: path), grammar)
    }
  }

  /// Reads the words that follow the verb at `path`.
  func read(
    _ words: [String], at path: [String], in grammar: Grammar<Context>
  ) throws(Misuse) -> Request {
    try request(words, path, grammar)
  }

  /// What else a reader should know.
  var discussion: String { type?.discussion ?? "" }
  /// Command lines to learn from.
  var examples: [Example] { type?.examples ?? [] }
  /// Whether help, manual and completion leave it out.
  var isHidden: Bool { type?.isHidden ?? false }
  /// What it takes; nothing for a family.
  var declarations: [Declaration] { type?.declarations ?? [] }
}

extension Verb {
  /// The verb and all below it, each with the words that lead to it.
  func descendants(below path: [String] = []) -> [(path: [String], verb: Verb)] {
    let path = path + [name]
    return [(path, self)] + verbs.flatMap { $0.descendants(below: path) }
  }
}
