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
