public import Bookkeeping
import Diagnostics

/// What kind of report: `financial`, `final`, `8+3 narrative`.
public struct ReportForm: Code {
  /// Words of `a`–`z`, `0`–`9`, `-` and `+`, with a blank between each two.
  public let text: String

  /// Takes a form; nil if it has no word, or another character or blank.
  public init?(_ text: String) {
    let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let isForm = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { CodeLetters.isSlug($0) || $0 == UInt8(ascii: "+") }
    }
    guard isForm else { return nil }
    self.text = text
  }

  /// What donors mostly ask for: the harmonised 8+3 template, and what goes by the word alone.
  ///
  /// Source: Grand Bargain, harmonised reporting (8+3 template).
  static let known = [
    "8+3 narrative", "8+3 financial", "narrative", "financial", "interim", "final",
  ]

  /// That donors do not ask for it by that name, with the one that may be meant; nil where they do.
  var caution: Fault? {
    guard !Self.known.contains(text) else { return nil }
    return Fault(.reportForm, text, Self.known.joined(separator: ", ")).suggesting(
      among: Self.known)
  }
}
