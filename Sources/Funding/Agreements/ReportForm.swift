public import Bookkeeping

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
}
