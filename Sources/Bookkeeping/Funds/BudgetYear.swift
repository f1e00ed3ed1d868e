/// The year whose budget money is for; a calendar year.
public struct BudgetYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1900 to 2999.
  public let number: Int16

  /// Takes a year from 1900 to 2999.
  public init?(_ number: Int) {
    guard (1900...2999).contains(number) else { return nil }
    self.number = Int16(number)
  }

  /// The year in four digits.
  public var description: String { String(number) }

  /// Orders years by time.
  public static func < (left: BudgetYear, right: BudgetYear) -> Bool { left.number < right.number }
}
