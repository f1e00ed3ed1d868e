import Diagnostics
import Operations

/// Asks somebody at a terminal for what a command line leaves out.
///
/// An answer that cannot be is refused at once, with what would be right, and asked for again. No
/// answer, or the end of the input, ends it.
struct Interview {
  /// What may be typed.
  let grammar: Grammar<CommandContext>
  /// Who asks.
  let context: CommandContext
  /// The words that were typed.
  let words: [String]
  /// The verb among them, and the one below it.
  let path: [String]

  /// The words that were typed, with an answer for each of `missing`; with one or more for what may
  /// be given several times.
  /// - Throws: ``Misuse`` where one is left unanswered; what reading the ledger throws.
  func words(answering missing: [Declaration]) throws -> [String] {
    var check = AnswerCheck(
      verb: path.last ?? "", in: context, ledger: LedgerOptions(in: words))
    try check.require(given: Array(words.dropFirst(path.count)))
    var words = words
    for declaration in missing {
      let question = "\(declaration.value), \(declaration.help): "
      guard let first = try answer(question, to: declaration, after: words, &check) else {
        throw Misuse([.unanswered(declaration)], of: path)
      }
      words = Self.words(words, with: first, for: declaration)
      while declaration.isRepeating,
        let next = try answer(
          "\(declaration.value), one more or nothing: ", to: declaration, after: words, &check)
      {
        words = Self.words(words, with: next, for: declaration)
      }
    }
    return words
  }

  /// An answer that can be, behind `words`, which hold what was answered before; nil where there is none.
  private func answer(
    _ question: String, to declaration: Declaration, after words: [String],
    _ check: inout AnswerCheck
  ) throws -> String? {
    while true {
      let line = try context.ask(question)
      let answer = line.map(Self.trimmed) ?? ""
      guard !answer.isEmpty else { return nil }
      if let error = unreadable(answer, for: declaration, after: words) {
        try context.tell(error.line(of: grammar.name))
        continue
      }
      do {
        try check.require(answer, for: declaration)
        return answer
      } catch let fault as Fault {
        try context.tell(DiagnosticText.text(of: Diagnostic(fault)))
      }
    }
  }

  /// What the parser would say of the answer by itself.
  private func unreadable(
    _ answer: String, for declaration: Declaration, after words: [String]
  ) -> UsageError? {
    do {
      _ = try grammar.parse(Self.words(words, with: answer, for: declaration))
      return nil
    } catch {
      return error.errors.first { error in
        if case .badValue(declaration.name, _, _, _) = error { true } else { false }
      }
    }
  }

  /// Adds an option before a `--`, an operand behind one.
  private static func words(
    _ words: [String], with answer: String, for declaration: Declaration
  ) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    guard declaration.form == .operand else {
      return words[..<end] + ["\(declaration.name)=\(answer)"] + words[end...]
    }
    return words + (end == words.endIndex ? ["--"] : []) + [answer]
  }

  private static func trimmed(_ line: String) -> String {
    let start = line.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex
    return String(start[..<end])
  }
}

extension LedgerOptions {
  /// The options as they stand among words of which some are missing.
  fileprivate init(in words: [String]) {
    file = Scan(words, for: Self.declarations).given[0].last
  }
}
