/// What a contract, a pledge or a payment is called: `A0309`, `C1/1`.
public struct Reference: Code {
  /// One or more of the letters of TEXT-FORM's reference.
  public let text: String

  /// Takes `text` if it is one or more letters of either case, digits, `.`, `_`, `/` or `-`.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy(CodeLetters.isReference) else { return nil }
    self.text = text
  }
}
