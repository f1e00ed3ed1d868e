import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations

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
      help: "count only what was entered by then, so that a past report comes out again; a month "
        + "means its closing")
  }
}

extension Option {
  /// Declares `--known` for a report that names its days by options of its own.
  init(known path: PropertyPath<Root, KnownBy?>) {
    self.init(
      path, "--known", value: "INSTANT",
      help: "count only what was entered by then; a month means its closing")
  }
}

/// A day, which counts whole, an instant, or a month that was closed.
enum KnownBy: ArgumentValue {
  /// What was entered by then counts.
  case instant(Instant)
  /// What was entered when that month was closed counts.
  case closing(AccountingMonth)

  init(argument: String) throws(Expected) {
    if let instant = Instant(argument) {
      self = .instant(instant)
    } else if let date = CalendarDate(argument) {
      self = .instant(Instant(endOf: date))
    } else if let month = AccountingMonth(argument) {
      self = .closing(month)
    } else {
      let expected =
        "a date, an instant in UTC or a closed month, as in 2017-11-30, 2017-11-30T17:00:00Z or "
        + "2017-11"
      throw CalendarDate.isForm(of: argument)
        ? Expected(expected, but: Fault(.dateImpossible, argument)) : Expected(expected)
    }
  }

  var argument: String {
    switch self {
    case .instant(let instant): instant.description
    case .closing(let month): month.description
    }
  }

  /// The last instant that counts.
  /// - Throws: `Refusal` for a month that is not closed.
  func instant(in ledger: some Ledger) throws -> Instant {
    switch self {
    case .instant(let instant): instant
    case .closing(let month): try ledger.closing(of: month)
    }
  }
}
