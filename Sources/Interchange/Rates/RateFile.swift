public import Diagnostics
public import Monetary

/// What a file of rates says: each rate once, and everything that is wrong with it.
public struct RateFile: Sendable {
  /// A rate as the file states it.
  public struct Row: Hashable, Sendable {
    /// The currency that is counted.
    public let quote: Currency
    /// The currency of which it buys one.
    public let base: Currency
    /// How many units of `quote` buy one unit of `base`.
    public let units: ExactDecimal
    /// The first day it is used on.
    public let date: CalendarDate
    /// Where it stands: the line, and from which of its bytes on, both counted from 1.
    public let line: Int32
    /// The first byte of it on the line, counted from 1.
    public let column: Int32
  }

  /// What the file is called.
  public let name: String
  /// The table that publishes in this form; nil where the form tells nothing of that.
  public let table: RateTableName?
  /// The rates in the order in which they first stand there.
  public let rows: [Row]
  /// What is wrong, in order; where one is an error the file is refused.
  public let diagnostics: [Diagnostic]

  /// Whether there is an error among the diagnostics.
  public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }
}
