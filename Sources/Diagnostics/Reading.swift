/// All that could be read of an input, and all that could not: a reader never stops at the first
/// mistake.
public struct Reading<Record: Sendable>: Sendable {
  /// What was read, in the order of the input.
  public var records: [Record]
  /// What was wrong, in the order of the input.
  public var diagnostics: [Diagnostic]

  /// Makes a reading; an empty one by default.
  public init(records: [Record] = [], diagnostics: [Diagnostic] = []) {
    self.records = records
    self.diagnostics = diagnostics
  }
}
