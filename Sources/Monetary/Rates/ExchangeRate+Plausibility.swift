extension ExchangeRate {
  /// Whether it is ten times another rate of the same currencies or more, or a tenth of it or less.
  public func isFarOff(_ other: ExchangeRate) -> Bool {
    !units.isLess(thanTenfoldOf: other.units) || !other.units.isLess(thanTenfoldOf: units)
  }

  /// Whether one divided by it is between half and twice another rate of the same currencies.
  ///
  /// So it is where somebody wrote 1.001 dollars a franc for 0.999 francs a dollar.
  public func isInverse(near other: ExchangeRate) -> Bool {
    // Two numbers of 63 bits multiply to 126; ten to the power of 36 has 120.
    let product = Int128(units.coefficient) * Int128(other.units.coefficient)
    let one = Int128(PowersOfTen.wide(Int(units.scale) + Int(other.units.scale)))
    return product < one * 2 && product * 2 > one
  }
}

extension RateTableName {
  /// The United Nations' operational rates of exchange, in force for a month.
  public static let operational = RateTableName(known: "UNORE")
  /// The European Central Bank's reference rates of each working day.
  public static let europeanCentralBank = RateTableName(known: "ECB")

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
