/// A self-balancing set of accounts: one agreement's money, the general fund, or the memorandum.
public struct FundCode: Code {
  /// An agreement's reference, `general` or `memorandum`.
  public let text: String

  /// Money that no donor tied to anything, and what it pays for.
  public static let general = FundCode(unchecked: "general")
  /// Budgets, promises and states of recording: no money.
  public static let memorandum = FundCode(unchecked: "memorandum")

  /// Takes `text` if it is a reference, `general` or `memorandum`.
  public init?(_ text: String) {
    guard Reference(text) != nil else { return nil }
    self.text = text
  }

  /// The fund of the agreement `reference`.
  public init(of reference: Reference) {
    self.text = reference.text
  }

  /// The agreement whose fund it is; nil for the general fund and the memorandum.
  public var agreement: Reference? {
    self == .general || self == .memorandum ? nil : Reference(text)
  }

  private init(unchecked text: String) {
    self.text = text
  }
}
