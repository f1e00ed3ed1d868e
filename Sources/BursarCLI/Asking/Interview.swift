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

  /// The words that were typed, with an answer for each of `missing`.
  /// - Throws: ``Misuse`` where one is left unanswered; what reading the ledger throws.
  func words(answering missing: [Declaration]) throws -> [String] {
    var check = AnswerCheck(
      verb: path.last ?? "", in: context, ledger: LedgerOptions(in: words))
    var words = words
    for declaration in missing {
      words = try Self.words(words, with: answer(to: declaration, &check), for: declaration)
    }
    return words
  }

  private func answer(to declaration: Declaration, _ check: inout AnswerCheck) throws -> String {
    while true {
      let line = try context.ask("\(declaration.value), \(declaration.help): ")
      // The question stands on a line that nobody ended.
      if line == nil { try context.tell("\n") }
      let answer = line.map(Self.trimmed) ?? ""
      guard !answer.isEmpty else { throw Misuse([.unanswered(declaration)], of: path) }
      if let error = unreadable(answer, for: declaration) {
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
  private func unreadable(_ answer: String, for declaration: Declaration) -> UsageError? {
    do {
      _ = try grammar.parse(Self.words(words, with: answer, for: declaration))
      return nil
    } catch {
      return error.errors.first { error in
        if case .badValue(declaration.name, _, _) = error { true } else { false }
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
