import Diagnostics
import Monetary

/// How far to look ahead: so many days or weeks, or up to a day.
struct Horizon: ArgumentValue {
  private enum Reach {
    case days(Int)
    case day(CalendarDate)
  }

  /// As it was written: `60d`, `8w`, `2018-03-31`.
  let argument: String
  private let reach: Reach

  init(argument: String) throws(Expected) {
    if let days = Self.days(argument) {
      reach = .days(days)
    } else if let date = CalendarDate(argument) {
      reach = .day(date)
    } else {
      let expected = "days, weeks or a date, as in 60d, 8w or 2018-03-31"
      throw CalendarDate.isForm(of: argument)
        ? Expected(expected, but: Fault(.dateImpossible, argument)) : Expected(expected)
    }
    self.argument = argument
  }

  /// The last day that is looked at from `day` on.
  func lastDay(from day: CalendarDate) -> CalendarDate {
    switch reach {
    case .day(let last): last
    case .days(let days):
      day.adding(days: min(days, Int(CalendarDate.latest.dayNumber) - Int(day.dayNumber)))
    }
  }

  /// `60d` and `8w` in days; nil for anything else. Numbers have seven digits at most.
  private static func days(_ text: String) -> Int? {
    let lengths: [Character: Int] = ["d": 1, "w": 7]
    let digits = text.dropLast()
    guard let length = text.last.flatMap({ lengths[$0] }), 1...7 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(digits).map { $0 * length }
  }
}
