/// A currency replaced by another that counts the same money in larger units.
///
/// Both may be used for a while: from ``start`` to ``end``.
public struct Redenomination: Hashable, Sendable {
  /// The currency that ended: SLL.
  public let old: Currency
  /// The one that took its place: SLE.
  public let new: Currency
  /// How many units of ``old`` became one of ``new``; a power of ten.
  public let factor: Int
  /// By how many digits the point moves: 3 where ``factor`` is 1,000.
  let digits: Int
  /// The first day of ``new``.
  public let start: CalendarDate
  /// The last day on which ``old`` was legal tender.
  public let end: CalendarDate

  /// How a day stands to a currency that was redenominated.
  public enum Standing: Hashable, Sendable {
    /// The currency did not exist yet; the other one did.
    case notYet(Redenomination)
    /// The currency had ended; the other one had taken its place.
    case ended(Redenomination)
  }

  /// The redenominations since 2016, by the code of the old currency.
  ///
  /// Source: ISO 4217 amendments 161, 164, 165, 168 and 171, and list three; the public notices of the
  /// central banks of Belarus, Mauritania, Sierra Leone, São Tomé and Príncipe, and Venezuela.
  public static let all = [
    Redenomination("BYR", "BYN", 10_000, from: "2016-07-01", "2016-12-31"),
    Redenomination("MRO", "MRU", 10, from: "2018-01-01", "2018-06-30"),
    Redenomination("SLL", "SLE", 1_000, from: "2022-07-01", "2023-12-31"),
    Redenomination("STD", "STN", 1_000, from: "2018-01-01", "2018-06-30"),
    Redenomination("VEF", "VES", 100_000, from: "2018-08-20", "2018-12-05"),
  ]

  private init(_ old: String, _ new: String, _ factor: Int, from start: String, _ end: String) {
    guard let old = try? Currency(code: old), let new = try? Currency(code: new),
      let start = CalendarDate(start), let end = CalendarDate(end),
      let digits = PowersOfTen.word.firstIndex(of: UInt64(factor))
    else {
      preconditionFailure("a redenomination is of two listed currencies, two days, a power of ten")
    }
    self.old = old
    self.new = new
    self.factor = factor
    self.digits = digits
    self.start = start
    self.end = end
  }
}

extension Redenomination: CustomStringConvertible {
  /// What one unit of the new currency is: `SLL 1000 per SLE`.
  public var description: String { "\(old) \(factor) per \(new)" }

  /// ``factor`` as a rate is counted.
  var units: ExactDecimal { ExactDecimal(coefficient: Int64(factor), scale: 0) }
}

extension Currency {
  /// The redenomination by which it ended or began; nil for most.
  ///
  /// - Complexity: O(1).
  public var redenomination: Redenomination? {
    Redenomination.all.first { $0.old == self || $0.new == self }
  }

  /// The currency itself, then the one that took its place or whose place it took: SLE, SLL.
  public var denominations: [Currency] {
    redenomination.map { [self, $0.old == self ? $0.new : $0.old] } ?? [self]
  }

  /// What is wrong with the currency on `date`; nil where it was in use, or was never redenominated.
  ///
  /// - Complexity: O(1).
  public func standing(on date: CalendarDate) -> Redenomination.Standing? {
    for change in Redenomination.all {
      if change.new == self, date < change.start { return .notYet(change) }
      if change.old == self, date > change.end { return .ended(change) }
    }
    return nil
  }
}
