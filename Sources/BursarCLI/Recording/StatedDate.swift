import Monetary

/// A day of a fact as somebody wrote it, of the calendar or not: the reader of the fact tells, with all
/// else that is wrong with it.
struct StatedDate: ArgumentValue {
  /// As it is written, `2017-11-28`.
  let text: String

  init(argument: String) throws(Expected) {
    guard CalendarDate.isForm(of: argument) else { throw .date }
    text = argument
  }

  var argument: String { text }
}
