extension ExchangeRate {
  /// Why a rate is not believed at once.
  public enum Doubt: Hashable, Sendable {
    /// It is ten times another one or more, or a tenth of it or less.
    case farOff
    /// One divided by it is much nearer to another one than it is itself.
    case inverted
  }

  /// Why it is not believed beside another rate of the same two currencies, whichever of the two either
  /// counts; nil where it is.
  ///
  /// It looks inverted where it is more than a tenth off, while one divided by it is less than half or
  /// twice off and five times nearer: where somebody wrote 1.165 euros a dollar for 1.165 dollars a euro.
  /// - Precondition: Both are of the same two currencies.
  public func doubt(beside other: ExchangeRate) -> Doubt? {
    precondition(isOfCurrencies(of: other), "rates of two pairs are not compared")
    let (ratio, product) = (
      Divergence(units.aligned, other.units.aligned),
      Divergence(
        Int128(units.coefficient) * Int128(other.units.coefficient),
        Int128(PowersOfTen.wide(Int(units.scale) + Int(other.units.scale))))
    )
    let (stated, inverse) = quote == other.quote ? (ratio, product) : (product, ratio)
    if stated.isMoreThanATenth, !inverse.isDouble, inverse.isFiveTimesNearer(than: stated) {
      return .inverted
    }
    return stated.isTenfold ? .farOff : nil
  }

  /// Whether both are of the same two currencies, whichever either counts.
  public func isOfCurrencies(of other: ExchangeRate) -> Bool {
    quote == other.quote && base == other.base || quote == other.base && base == other.quote
  }
}

/// How far two positive numbers of at most 126 bits lie apart: the larger one divided by the smaller one.
private struct Divergence {
  private let larger: UInt128
  /// At most 123 bits, since one of the two is.
  private let smaller: UInt128

  init(_ one: Int128, _ other: Int128) {
    larger = max(one, other).magnitude
    smaller = min(one, other).magnitude
  }

  /// What the larger one is more.
  private var excess: UInt128 { larger - smaller }

  var isMoreThanATenth: Bool { excess > smaller / 10 }
  var isDouble: Bool { larger >= smaller * 2 }
  var isTenfold: Bool { larger >= smaller * 10 }

  /// Whether the numbers of this one lie five times nearer to each other, in parts of the smaller one.
  /// - Precondition: It is not double.
  func isFiveTimesNearer(than other: Divergence) -> Bool {
    let own = (excess * 5).multipliedFullWidth(by: other.smaller)
    return (own.high, own.low) < Self.pair(other.excess.multipliedFullWidth(by: smaller))
  }

  private static func pair(_ wide: (high: UInt128, low: UInt128)) -> (UInt128, UInt128) {
    (wide.high, wide.low)
  }
}

extension RateTableName {
  /// The United Nations' operational rates of exchange, in force for a month.
  public static let operational = RateTableName(known: "UNORE")
  /// The European Central Bank's reference rates of each working day.
  public static let europeanCentralBank = RateTableName(known: "ECB")

  /// The currency that the table's rates are per; nil where it has no such custom.
  public var base: Currency? {
    // Both are listed: no error is lost.
    switch self {
    case .operational: try? Currency(code: "USD")
    case .europeanCentralBank: try? Currency(code: "EUR")
    default: nil
    }
  }

  /// How old a rate of the table is at most where the table is kept; nil where it has no rhythm.
  ///
  /// A month and its mid-month delay for the United Nations, a week with holidays for the central bank.
  public var longestAgeInDays: Int? {
    switch self {
    case .operational: 35
    case .europeanCentralBank: 7
    default: nil
    }
  }
}

extension ExchangeRate {
  /// How many days before `date` it took effect.
  public func ageInDays(on date: CalendarDate) -> Int {
    Int(date.dayNumber) - Int(effective.dayNumber)
  }

  /// Whether it is older on `date` than its table lets a rate become.
  public func isStale(on date: CalendarDate) -> Bool {
    table.longestAgeInDays.map { ageInDays(on: date) > $0 } ?? false
  }
}
