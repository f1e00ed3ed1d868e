public import Bookkeeping

/// What a donor is called in a ledger: a slug such as `united-states`.
public struct DonorID: Code {
  /// The slug.
  public let text: String

  /// Takes `text` if it is `[a-z0-9-]+`.
  public init?(_ text: String) {
    guard Slug(text) != nil else { return nil }
    self.text = text
  }
}
