/// The characters that lines and bars are drawn with.
struct Glyphs: Sendable {
  /// Whether characters beyond ASCII are used.
  let unicode: Bool

  var rule: Character { unicode ? "─" : "-" }
  var bullet: String { unicode ? "• " : "* " }
  var separator: String { unicode ? " · " : " - " }

  /// One column of a bar; each tone has a density of its own, so that colour is not needed.
  func fill(_ tone: Tone) -> Character {
    switch tone {
    case .funded: unicode ? "█" : "#"
    case .unfunded: unicode ? "░" : "."
    case .flexible: unicode ? "▒" : "="
    case .pending: unicode ? "▓" : "+"
    }
  }

  /// A bar in at most `width` columns, to an eighth of a column where the characters allow it.
  func bar(_ proportion: Proportion, tone: Tone, width: Int) -> String {
    guard unicode, tone == .funded else {
      return String(repeating: fill(tone), count: proportion.steps(of: width))
    }
    let (whole, rest) = proportion.steps(of: width * 8).quotientAndRemainder(dividingBy: 8)
    let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let bar = String(repeating: "█", count: whole)
    return rest == 0 ? bar : bar + String(eighths[rest - 1])
  }

  /// Words of the report in one line that the terminal can show: without Unicode, typographic signs
  /// become their ASCII likeness and letters stay.
  func words(_ text: String) -> String {
    let line = text.plainLine
    guard !unicode, line.utf8.contains(where: { $0 >= 0x80 }) else { return line }
    var plain = ""
    for scalar in line.unicodeScalars {
      if let likeness = Self.likenesses[scalar] {
        plain += likeness
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  private static let likenesses: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "·": "-", "•": "*", "×": "x", "÷": "/",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "«": "\"", "»": "\"", "…": "...", "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≠": "!=",
  ]
}
