/// A day of the proleptic Gregorian calendar, of the years 1 to 9999, without time or zone.
///
/// Source: ISO 8601-1:2019, 5.2.2.1 (calendar date, extended format).
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int32

  /// The first day of year 1 and the last of year 9999.
  private static let days: ClosedRange<Int32> = -719_162...2_932_896

  /// The first day that there is: 0001-01-01.
  public static let earliest = CalendarDate(dayNumber: days.lowerBound)
  /// The last day that there is: 9999-12-31.
  public static let latest = CalendarDate(dayNumber: days.upperBound)

  /// The day that a calendar names so; nil if no month has it.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    dayNumber = Self.dayNumber(year: Int32(year), month: Int32(month), day: Int32(day))
  }

  /// The day so many days after 1970-01-01.
  ///
  /// - Precondition: The day lies in the years 1 to 9999.
  public init(dayNumber: Int32) {
    precondition(Self.days.contains(dayNumber), "a day outside the years 1 to 9999")
    self.dayNumber = dayNumber
  }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }
  /// The month, 1 to 12.
  public var month: Int { components.month }
  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// Year, month and day at once.
  ///
  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  public var components: (year: Int, month: Int, day: Int) {
    // Counted from 0000-03-01, so that the leap day ends its year; an era is 400 years.
    let shifted = Int(dayNumber) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day so many days later, or earlier where `days` is negative.
  ///
  /// - Precondition: The day lies in the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    guard let number = Int32(exactly: Int(dayNumber) + days) else {
      preconditionFailure("a day outside the years 1 to 9999")
    }
    return CalendarDate(dayNumber: number)
  }

  /// The day before; nil on the first day that there is.
  public var previous: CalendarDate? { self == .earliest ? nil : adding(days: -1) }

  /// The first day of this month.
  public var monthStart: CalendarDate { CalendarDate(dayNumber: dayNumber - Int32(day - 1)) }

  /// The last day of this month.
  public var monthEnd: CalendarDate {
    let (year, month, day) = components
    let left = Self.length(ofMonth: month, year: year) - day
    return CalendarDate(dayNumber: dayNumber + Int32(left))
  }

  /// The first day of the next month.
  ///
  /// - Precondition: The month is not December 9999.
  public var nextMonthStart: CalendarDate { monthEnd.adding(days: 1) }

  /// Days of a month, 28 to 31.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year & 3 == 0 && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  private static func dayNumber(year: Int32, month: Int32, day: Int32) -> Int32 {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch / 400
    let yearOfEra = yearFromMarch - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
