public import Bookkeeping

/// What a fact is called: a reference its author gave, or a kind and a number made from its content.
public struct FactID: Code {
  /// `R17` as given, or `receipt:5f0c…` as made.
  public let text: String

  /// Takes a reference, or what has the form of a made identifier: two references and a colon between.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Reference(String($0)) != nil }) else { return nil }
    self.text = text
  }

  /// The identifier that is `reference` itself.
  public init(of reference: Reference) {
    text = reference.text
  }

  /// The name by which remarks on a scope are found: `scope:mali/health`; no fact bears it.
  /// - Precondition: `scope` is declared, and so no remainder.
  public init(remarkedOn scope: ScopePath) {
    self.init(made: .scope, number: scope.text)
  }

  /// The identifier that a fact of `kind` gets from what it says: `receipt:5f0c…`.
  ///
  /// - Precondition: `number` is written in the letters of a reference.
  public init(made kind: FactKind, number: String) {
    precondition(Reference(number) != nil, "a made identifier is a kind and a reference")
    text = "\(kind.rawValue):\(number)"
  }
}
