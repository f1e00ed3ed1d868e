public import Monetary

/// The year whose budget money is for; a calendar year.
public struct BudgetYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 to 9999.
  public let number: Int16

  /// Takes a year from 1 to 9999, as the calendar has them.
  public init?(_ number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.number = Int16(number)
  }

  /// The year in four digits.
  public var description: String {
    let digits = String(number)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// Orders years by time.
  public static func < (left: BudgetYear, right: BudgetYear) -> Bool { left.number < right.number }
}

extension BudgetYear {
  /// The year that `date` lies in.
  public init(of date: CalendarDate) {
    number = Int16(date.year)
  }

  /// The next year; of the last one, that year itself.
  public var following: BudgetYear { BudgetYear(Int(number) + 1) ?? self }
}
