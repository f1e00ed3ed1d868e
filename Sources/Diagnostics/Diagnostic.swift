/// One thing wrong with an input, told to the person who must mend it.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The input is refused.
    case error
    /// The input is taken, and the person is told.
    case warning
  }

  /// Whether the input is refused for it.
  public let severity: Severity
  /// What is wrong, with a stable code.
  public let fault: Fault
  /// Where it is; nil where the fault belongs to no line of an input.
  public let location: SourceLocation?
  /// The line as it stood in the input, never a re-rendering of it; empty without a location.
  public let excerpt: String

  /// Makes a diagnostic; `excerpt` is the input's own line.
  public init(
    _ fault: Fault, severity: Severity = .error, at location: SourceLocation? = nil,
    excerpt: String = ""
  ) {
    self.severity = severity
    self.fault = fault
    self.location = location
    self.excerpt = excerpt
  }

  /// The same with its fault as `change` has it, such as with a name that was probably meant.
  public func with<Failure: Error>(
    _ change: (Fault) throws(Failure) -> Fault
  ) throws(Failure) -> Diagnostic {
    Diagnostic(try change(fault), severity: severity, at: location, excerpt: excerpt)
  }
}
