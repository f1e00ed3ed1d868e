import Diagnostics
import Funding
import Monetary

/// Up to when a report counts.
struct TimeOptions: OptionGroup {
  static let title = "Time"

  /// The day up to which facts count; nil means today.
  var asOf: CalendarDate?
  /// Up to when what was entered counts; nil means all.
  var known: KnownBy?

  static var parameters: [Parameter<Self>] {
    Option(\.asOf, "--as-of", value: "DATE", help: "count facts up to this day; without it, today")
    Option(
      \.known, "--known", value: "INSTANT",
      help: "count only what was entered by then, so that a past report comes out again")
  }
}

/// A day, which counts whole, or an instant.
struct KnownBy: ArgumentValue {
  /// The last instant that counts.
  let instant: Instant

  init(argument: String) throws(Expected) {
    if let instant = Instant(argument) {
      self.instant = instant
    } else if let date = CalendarDate(argument) {
      instant = Instant(endOf: date)
    } else {
      let expected = "a date or an instant in UTC, as in 2017-11-30 or 2017-11-30T17:00:00Z"
      throw CalendarDate.isForm(of: argument)
        ? Expected(expected, but: Fault(.dateImpossible, argument)) : Expected(expected)
    }
  }

  var argument: String { instant.description }
}
