/// A command line worth copying, with what it does.
struct Example: Hashable, Sendable {
  /// What to type, beginning with the tool's name.
  let line: String
  /// What it does, in one line.
  let meaning: String

  /// Makes an example.
  init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}

/// A verb as a value: what it is called and what it takes. Its properties are what was given.
protocol Invocable: ParameterList {
  /// The word that calls it.
  static var name: String { get }
  /// What it does, in one line without a full stop.
  static var abstract: String { get }
  /// What else a reader should know; paragraphs are parted by an empty line.
  static var discussion: String { get }
  /// Command lines to learn from.
  static var examples: [Example] { get }
  /// Whether help, manual and completion leave it out.
  static var isHidden: Bool { get }

  /// What is wrong between values that are each right: all of it, not the first.
  func faults() -> [UsageError]
}

/// A verb that does something in the world it is given.
///
/// It is parsed completely before it runs. The world (streams, clock, author) is its context; what
/// can go wrong with the words is a ``Misuse`` and has happened before, so `run` throws other errors.
protocol Command<Context>: Invocable {
  /// The world the command runs in.
  associatedtype Context

  /// Does what was asked.
  func run(in context: inout Context) throws
}

/// A verb that asks the grammar about itself and gets a text: `help`, `completions`.
protocol Question: Invocable {
  /// Answers from the declarations.
  /// - Throws: A misuse found only by looking at the whole grammar, such as an unknown verb.
  func answer<Context>(from grammar: Grammar<Context>) throws(Misuse) -> String
}

extension Invocable {
  static var discussion: String { "" }
  static var examples: [Example] { [] }
  static var isHidden: Bool { false }
  func faults() -> [UsageError] { [] }

  /// Reads the words that follow the verb.
  init(words: [String]) throws(Misuse) { self = try Draft(words: words).completed(at: [Self.name]) }

  /// The words that parse to this value: options that differ from their defaults, then operands.
  var words: [String] {
    var options: [String] = []
    var operands: [String] = []
    for (parameter, declaration) in zip(Self.parameters, Self.declarations) {
      let values = parameter.spell(self)
      switch declaration.form {
      case .operand: operands += values
      case _ where values == declaration.defaults: continue
      case .flag: options.append(declaration.name)
      case .option where declaration.longNames.isEmpty:
        options += values.flatMap { $0.isEmpty ? [declaration.name, $0] : [declaration.name + $0] }
      case .option: options += values.map { "\(declaration.name)=\($0)" }
      }
    }
    return options + (operands.isEmpty ? [] : ["--"]) + operands
  }
}
