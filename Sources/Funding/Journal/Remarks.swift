public import Bookkeeping
public import Monetary

/// A donor thanked with a rounded figure; printed, never an entry.
public struct Acknowledgement: Hashable, Sendable {
  /// Who is thanked.
  public let donor: DonorID
  /// What for: usually global, or a region.
  public let scope: ScopePath
  /// The rounded figure.
  public let amount: Money

  /// Makes an acknowledgement.
  public init(_ donor: DonorID, scope: ScopePath, amount: Money) {
    self.donor = donor
    self.scope = scope
    self.amount = amount
  }
}

/// A remark about a scope that its reports show.
public struct ScopeNote: Hashable, Sendable {
  /// The scope.
  public let scope: ScopePath
  /// The remark.
  public let text: String

  /// Makes a note.
  public init(_ scope: ScopePath, text: String) {
    self.scope = scope
    self.text = text
  }
}

/// A published figure that the ledger must give on the assertion's date.
public struct Assertion: Hashable, Sendable {
  /// What is asserted.
  public enum Subject: Hashable, Sendable {
    /// A figure of a scope's funding, for the year of the assertion's date.
    case position(Figure, ScopePath)
    /// An account's balance on its normal side, all funds together.
    case balance(AccountCode)
  }

  /// The figures of a scope that can be asserted.
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    case requested
    case funded
    case unfunded
    case pledged
    case signed
    case received
    case spent
  }

  /// What is asserted.
  public let subject: Subject
  /// How much, as published.
  public let amount: Money
  /// How many decimals were written: the figure is compared at those.
  public let digitsWritten: Int

  /// Makes an assertion.
  public init(_ subject: Subject, amount: Money, digitsWritten: Int) {
    self.subject = subject
    self.amount = amount
    self.digitsWritten = digitsWritten
  }
}

/// The latest closed month opened again.
public struct Reopening: Hashable, Sendable {
  /// The month.
  public let month: AccountingMonth
  /// Why, in words; it stays in the journal.
  public let reason: String

  /// Makes a reopening.
  public init(_ month: AccountingMonth, reason: String) {
    self.month = month
    self.reason = reason
  }
}
