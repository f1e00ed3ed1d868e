import Foundation

/// A fault as the sources make one: its code's case, and how many values it is given.
struct ThrownFault: Hashable, CustomStringConvertible {
  let code: String
  let values: Int
  /// Whether the one value is a place's text, which a code without values leaves unsaid.
  var isText = false
  let place: String

  var description: String { "\(place): \(code) with \(values)" }

  /// Every `Fault(.code, …)` in the sources, and every `fault(.code, place)` of the readers, which
  /// gives its code the text at that place.
  static let all = Result { try find() }

  private static func find() throws -> [ThrownFault] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap {
      file -> [ThrownFault] in
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      guard text.contains("ault(") || file.hasSuffix("Fault+Errors.swift") else { return [] }
      return made(in: text, of: file) + read(in: text, of: file)
    }
  }

  static func made(in text: String, of file: String) -> [ThrownFault] {
    let calls = file.hasSuffix("Fault+Errors.swift") ? #/\b(?:Fault|self\.init)\(/# : #/\bFault\(/#
    return text.matches(of: calls).flatMap { match in
      let arguments = arguments(in: text[match.range.upperBound...])
      guard let first = arguments.first else { return [ThrownFault]() }
      return first.matches(of: /(?:^|[?:] )\.(\w+)/).map {
        ThrownFault(code: String($0.1), values: arguments.count - 1, place: file)
      }
    }
  }

  /// Beyond the limit of errors nothing is shown, so that nothing needs to be found out.
  private static func read(in text: String, of file: String) -> [ThrownFault] {
    text.split(separator: "\n").filter { !$0.contains("isFull") }.flatMap { line in
      line.matches(of: #/\bfault\(\.(\w+), /#).map {
        ThrownFault(code: String($0.1), values: 1, isText: true, place: file)
      }
    }
  }

  /// The arguments of a call, up to its closing parenthesis.
  private static func arguments(in text: Substring) -> [String] {
    var arguments: [String] = []
    var current = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if depth < 0 { break }
        if character == ",", depth == 0 {
          arguments.append(current)
          current = ""
          continue
        }
      }
      if !current.isEmpty || !character.isWhitespace { current.append(character) }
    }
    return current.isEmpty ? arguments : arguments + [current]
  }
}
