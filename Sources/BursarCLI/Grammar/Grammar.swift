import Diagnostics
import Monetary

/// All that may be typed after a tool's name, declared once.
///
/// Parsing, help, the manual and the completions of three shells are made from it.
struct Grammar<Context>: Sendable {
  /// Verbs that help lists under one heading.
  struct Section: Sendable {
    /// The heading.
    let title: String
    /// The verbs, in the order in which help lists them.
    let verbs: [Verb<Context>]

    /// Makes a section.
    init(_ title: String, _ verbs: [Verb<Context>]) {
      self.title = title
      self.verbs = verbs
    }
  }

  /// A chapter of the manual that no declaration gives, such as exit status: terms and their meaning.
  struct Topic: Sendable {
    /// The heading.
    let title: String
    /// What is explained, and how.
    let entries: [(term: String, meaning: String)]

    /// Makes a topic.
    init(_ title: String, _ entries: [(term: String, meaning: String)]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The tool's name, as it is typed.
  let name: String
  /// Its version, such as `0.1.0`.
  let version: String
  /// The day of that version; the manual bears it.
  let released: CalendarDate
  /// What it is, in one line without a full stop.
  let abstract: String
  /// What else a reader of the manual should know.
  let discussion: String
  /// Groups whose options may also stand before the verb.
  let leading: [any OptionGroup.Type]
  /// The verbs, by heading; the last section holds the questions the grammar answers by itself.
  let sections: [Section]
  /// Further chapters of the manual.
  let topics: [Topic]

  /// Makes a grammar, with the verbs `help`, `version` and `completions` added to `sections`.
  init(
    name: String, version: String, released: CalendarDate, abstract: String,
    discussion: String = "", leading: [any OptionGroup.Type] = [], sections: [Section],
    topics: [Topic] = []
  ) {
    self.name = name
    self.version = version
    self.released = released
    self.abstract = abstract
    self.discussion = discussion
    self.leading = leading
    self.topics = topics
    self.sections =
      sections + [
        Section(
          "Help",
          [
            Verb(asking: HelpVerb.self), Verb(asking: CompletionsVerb.self),
            Verb(asking: ManualVerb.self), Verb(asking: VersionVerb.self),
          ])
      ]
    assert(flaws.isEmpty, flaws.joined(separator: "\n"))
  }

  /// The verbs of all sections.
  var verbs: [Verb<Context>] { sections.flatMap(\.verbs) }

  /// The options that may stand before the verb.
  var leadingDeclarations: [Declaration] { leading.flatMap { $0.declarations } }

  /// Every verb and subverb, each with the words that lead to it.
  var everyVerb: [(path: [String], verb: Verb<Context>)] { verbs.flatMap { $0.descendants() } }

  /// Finds the verb that `path` leads to; nil for the empty path.
  /// - Throws: A misuse for the first word that is no verb.
  func verb(at path: [String]) throws(Misuse) -> Verb<Context>? {
    var found: Verb<Context>?
    for (depth, word) in path.enumerated() {
      found = try verb(named: word, below: found, at: Array(path.prefix(depth)))
    }
    return found
  }

  /// Finds `word` among the verbs of `parent`, or among the first verbs.
  func verb(
    named word: String, below parent: Verb<Context>?, at path: [String]
  ) throws(Misuse) -> Verb<Context> {
    let verbs = parent?.verbs ?? verbs
    if let verb = verbs.first(where: { $0.name == word }) { return verb }
    let names = verbs.filter { !$0.isHidden }.map(\.name)
    guard parent == nil || !names.isEmpty else {
      throw Misuse([.unexpectedOperand(word)], of: path)
    }
    let nearest = Suggestion.nearest(to: word, among: names) ?? lowerVerb(word, below: verbs)
    throw Misuse([.unknownVerb(word, nearest: nearest)], of: path)
  }

  /// The words that lead to a verb further down, for those who leave out the family: `record pledge`.
  private func lowerVerb(_ word: String, below verbs: [Verb<Context>]) -> String? {
    verbs.flatMap { $0.descendants() }.first { $0.verb.name == word }?.path.joined(separator: " ")
  }
}
