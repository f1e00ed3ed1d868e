import Diagnostics
import Funding
import Monetary

/// What is wrong with one line, and where in the input.
struct LineFault: Error {
  let fault: Fault
  /// The bytes that are at fault; empty at the end of a line where something is missing.
  let place: Range<Int>
}

/// A line of the input and what the reader knows of it.
struct ValueLine {
  /// Counted from 1.
  let number: Int
  /// The line's bytes, without its line end.
  let bounds: Range<Int>
  /// Where the value, or the directive's arguments, begin.
  let value: Int
  /// The key of an indented line; nil on a directive's own.
  let key: Key?
}
