/// What a command line turns out to ask for.
enum Invocation<Context> {
  /// A command, ready to run.
  case run(any Command<Context>)
  /// Text for standard output: help, the version, a completion script.
  case answer(String)
}

extension Grammar {
  /// Understands a command line, the tool's own name left out.
  ///
  /// Options of the verb and those of ``leading`` groups may be mixed with its words; the latter may
  /// also stand before it. A wish for help or for the version comes before every error after the verb.
  /// - Throws: Everything that is wrong with the words. A verb that is not known hides the rest.
  func parse(_ arguments: [String]) throws(Misuse) -> Invocation<Context> {
    var reader = WordReader(arguments, for: leadingDeclarations + [.help, .version])
    var words = arguments
    var path: [String] = []
    var found: Verb<Context>?
    var errors: [UsageError] = []
    while let token = reader.next() {
      switch token {
      case .option: continue
      case .fault(let error): errors.append(explained(error))
      case .operand(let word):
        guard errors.isEmpty else { throw Misuse(errors, of: path) }
        let verb = try verb(named: word, below: found, at: path)
        words.remove(at: reader.position - 1 - path.count)
        path.append(word)
        if verb.verbs.isEmpty { return try invocation(of: verb, at: path, words) }
        found = verb
      }
    }
    return try invocationWithoutVerb(below: found, at: path, words, errors)
  }

  private func invocation(
    of verb: Verb<Context>, at path: [String], _ words: [String]
  ) throws(Misuse) -> Invocation<Context> {
    try refuseStrangers(to: verb, at: path, in: words)
    do throws(Misuse) {
      return switch try verb.read(words, at: path, in: self) {
      case .run(let command): .run(command)
      case .answer(let text): .answer(text)
      case .help: .answer(help(for: verb, at: path))
      case .version: .answer(versionLine)
      }
    } catch {
      throw Misuse(error.errors.map(sought), of: error.path)
    }
  }

  /// Refuses the options of the whole tool that the verb does not take, their values with them.
  private func refuseStrangers(
    to verb: Verb<Context>, at path: [String], in words: [String]
  ) throws(Misuse) {
    let own = verb.declarations
    let strangers = leadingDeclarations.filter { !own.map(\.name).contains($0.name) }
    let scan = Scan(words, for: own + strangers)
    let given = zip(strangers, scan.given.dropFirst(own.count)).filter { !$0.1.isEmpty }
    guard !given.isEmpty, !scan.asksForHelp else { return }
    let verb = path.joined(separator: " ")
    throw Misuse(given.map { .optionNotOfVerb($0.0.name, verb: verb) } + scan.errors, of: path)
  }

  /// Names the verbs that take an option which this one does not, unless they are many.
  private func sought(_ error: UsageError) -> UsageError {
    guard case .unknownOption(let name, _) = error else { return error }
    let takers = everyVerb.filter { _, verb in
      !verb.isHidden && verb.declarations.contains { $0.names.contains(name) }
    }
    return (1...Self.mostTakers).contains(takers.count)
      ? .optionOfOthers(name, verbs: takers.map { $0.path.joined(separator: " ") }) : error
  }

  /// So many verbs that take an option are named at most.
  private static var mostTakers: Int { 3 }

  private func invocationWithoutVerb(
    below family: Verb<Context>?, at path: [String], _ words: [String], _ errors: [UsageError]
  ) throws(Misuse) -> Invocation<Context> {
    let scan = Scan(words, for: leadingDeclarations)
    if scan.asksForHelp { return .answer(help(for: family, at: path)) }
    if scan.asksForVersion { return .answer(versionLine) }
    let choices = (family?.verbs ?? verbs).filter { !$0.isHidden }.map(\.name)
    throw Misuse(errors + [.missingVerb(choices: choices)], of: path)
  }

  /// Tells an option that is unknown from one that only stands in the wrong place.
  private func explained(_ error: UsageError) -> UsageError {
    guard case .unknownOption(let name, _) = error else { return error }
    let isKnown = everyVerb.contains { $0.verb.declarations.contains { $0.names.contains(name) } }
    return isKnown ? .optionBeforeVerb(name) : error
  }
}
