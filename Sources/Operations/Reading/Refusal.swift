public import Diagnostics

/// A ledger or an input refused, with everything that is wrong with it.
public struct Refusal: Error, Hashable, Sendable {
  /// What is wrong, in the order of the input; never empty.
  public let diagnostics: [Diagnostic]

  /// Makes a refusal of what `diagnostics` tell.
  /// - Precondition: There is at least one.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "a refusal needs a reason")
    self.diagnostics = diagnostics
  }

  /// A refusal for one fault that belongs to no line.
  public init(_ fault: Fault) {
    diagnostics = [Diagnostic(fault)]
  }
}

/// A name that the ledger does not know, with those it knows, so that the nearest can be proposed.
public struct UnknownName: Error, Hashable, Sendable {
  /// What was named.
  public enum Kind: String, Hashable, Sendable {
    /// A scope or situation.
    case scope
    /// A donor.
    case donor
    /// An agreement, a pledge or an entry.
    case reference
    /// An account.
    case account
  }

  /// What was named.
  public let kind: Kind
  /// The name as typed.
  public let name: String
  /// The names that the ledger knows.
  public let candidates: [String]

  /// Makes it.
  public init(_ kind: Kind, _ name: String, candidates: [String]) {
    self.kind = kind
    self.name = name
    self.candidates = candidates
  }
}
