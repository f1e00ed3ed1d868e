// What the completion scripts of all shells have in common.

/// A point of the command line at which a shell proposes: after a path of verbs.
struct CompletionLevel {
  /// The verbs typed, outermost first; empty at the start.
  let path: [String]
  /// The verbs that may follow, with what they do.
  let verbs: [HelpPage.Row]
  /// The options that may be given.
  let options: [Declaration]
  /// The operands that may be given, in order.
  let operands: [Declaration]

  /// The options that take a value.
  var valued: [Declaration] { options.filter { $0.form == .option } }
}

extension Grammar {
  /// The hidden verb that a completion script asks for names of the ledger: `__complete KIND PREFIX`.
  static var completionVerb: String { "__complete" }

  /// The start, every family and every command that is not hidden.
  var completionLevels: [CompletionLevel] {
    let start = level([], below: verbs, leadingDeclarations + [.help, .version])
    return [start]
      + everyVerb.filter { !$0.verb.isHidden }.map { path, verb in
        let isFamily = !verb.verbs.isEmpty
        return level(
          path, below: verb.verbs, (isFamily ? leadingDeclarations : verb.declarations) + [.help])
      }
  }

  /// The options that are handed on to ``completionVerb``, such as the ledger to look in.
  var forwardedOptions: [Declaration] {
    let asked = verbs.first { $0.name == Self.completionVerb }
    return (asked?.declarations ?? []).filter { $0.form == .option }
  }

  private func level(
    _ path: [String], below verbs: [Verb<Context>], _ declarations: [Declaration]
  ) -> CompletionLevel {
    let declarations = declarations.map { declaration in
      guard declaration.completion == .verbs else { return declaration }
      var resolved = declaration
      resolved.completion = .words(self.verbs.visible().map(\.label))
      return resolved
    }
    return CompletionLevel(
      path: path, verbs: verbs.visible(),
      options: declarations.filter { $0.form != .operand },
      operands: declarations.filter { $0.form == .operand })
  }
}

extension Array {
  /// The verbs that are not hidden, with what they do.
  fileprivate func visible<Context>() -> [HelpPage.Row] where Element == Verb<Context> {
    filter { !$0.isHidden }.map { ($0.name, $0.abstract) }
  }
}

extension String {
  /// The text as one word of bash or zsh.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The text with a backslash before each of `characters`.
  func escaping(_ characters: String) -> String {
    var escaped = ""
    for character in self {
      if characters.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
