/// A place in an input, as an editor shows it.
public struct SourceLocation: Hashable, Sendable {
  /// The input's name as the user gave it; `-` for standard input.
  public let input: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes of UTF-8.
  public let column: Int

  /// Makes a location; `line` and `column` count from 1.
  public init(input: String, line: Int, column: Int) {
    self.input = input
    self.line = line
    self.column = column
  }
}
