/// All accounts of a type, or an account with those below it: `expense`, `asset:bank`.
public struct AccountFamily: Hashable, Sendable, CustomStringConvertible {
  /// A type's name or an account's code.
  public let text: String

  /// Takes a type's name or an account's code.
  public init?(_ text: String) {
    guard AccountType(rawValue: text) != nil || AccountCode(text) != nil else { return nil }
    self.text = text
  }

  /// The type's name or the account's code.
  public var description: String { text }

  /// Whether `account` is of the type, is the account, or lies below it.
  public func contains(_ account: AccountCode) -> Bool {
    account.isWithin(text)
  }
}
