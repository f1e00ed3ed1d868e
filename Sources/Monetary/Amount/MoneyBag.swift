/// Amounts in several currencies, added up apart, exactly.
///
/// Totals are kept in 128 bits, so that no sum of amounts overflows on the way; only taking an amount
/// out is checked. A currency whose total is zero is not in the bag, so that equal bags are equal.
public struct MoneyBag: Hashable, Sendable {
  /// The total of one currency.
  public struct Total: Hashable, Sendable {
    /// What is counted.
    public let currency: Currency
    /// Signed count of minor units, never zero.
    public fileprivate(set) var minorUnits: Int128
  }

  /// The totals that are not zero, in the order of the codes.
  public private(set) var totals: [Total] = []

  /// An empty bag.
  public init() {}

  /// A bag of one amount.
  public init(_ amount: Money) {
    add(amount)
  }

  /// A bag of many amounts.
  public init(_ amounts: some Sequence<Money>) {
    for amount in amounts { add(amount) }
  }

  /// Whether every total is zero.
  public var isZero: Bool { totals.isEmpty }

  /// The currencies in the bag, in the order of the codes.
  public var currencies: [Currency] { totals.map(\.currency) }

  /// The total of `currency` in minor units; zero where it is not in the bag.
  public func minorUnits(in currency: Currency) -> Int128 {
    position(of: currency).map { totals[$0].minorUnits } ?? 0
  }

  /// The total of `currency` as an amount; zero where it is not in the bag.
  ///
  /// - Throws: `.sumOverflow` beyond ±9.2 × 10¹⁸ minor units.
  public func amount(in currency: Currency) throws(MoneyError) -> Money {
    let total = minorUnits(in: currency)
    guard let units = Int64(exactly: total) else {
      throw .sumOverflow("\(total) minor units of \(currency)")
    }
    return Money(minorUnits: units, of: currency)
  }

  /// Adds an amount.
  /// - Complexity: O(*n*) in the number of currencies.
  public mutating func add(_ amount: Money) {
    add(Int128(amount.minorUnits), of: amount.currency)
  }

  /// Takes an amount off.
  /// - Complexity: O(*n*) in the number of currencies.
  public mutating func subtract(_ amount: Money) {
    add(-Int128(amount.minorUnits), of: amount.currency)
  }

  /// Adds every total of another bag.
  /// - Precondition: No total exceeds 128 bits, as no sum of fewer than 2⁶⁴ amounts does.
  public mutating func add(_ other: MoneyBag) {
    for total in other.totals { add(total.minorUnits, of: total.currency) }
  }

  /// Takes every total of another bag off.
  /// - Precondition: No total exceeds 128 bits, as no sum of fewer than 2⁶⁴ amounts does.
  public mutating func subtract(_ other: MoneyBag) {
    for total in other.totals { add(-total.minorUnits, of: total.currency) }
  }

  /// The bag with an amount added.
  public func adding(_ amount: Money) -> MoneyBag {
    var sum = self
    sum.add(amount)
    return sum
  }

  /// The bag with an amount taken off.
  public func subtracting(_ amount: Money) -> MoneyBag {
    var difference = self
    difference.subtract(amount)
    return difference
  }

  /// The sum of two bags, currency by currency.
  public func adding(_ other: MoneyBag) -> MoneyBag {
    var sum = self
    sum.add(other)
    return sum
  }

  /// The difference of two bags, currency by currency.
  public func subtracting(_ other: MoneyBag) -> MoneyBag {
    var difference = self
    difference.subtract(other)
    return difference
  }

  private func position(of currency: Currency) -> Int? {
    totals.firstIndex { $0.currency == currency }
  }

  private mutating func add(_ units: Int128, of currency: Currency) {
    if let position = position(of: currency) {
      totals[position].minorUnits += units
      if totals[position].minorUnits == 0 { totals.remove(at: position) }
    } else if units != 0 {
      let position = totals.firstIndex { currency < $0.currency } ?? totals.endIndex
      totals.insert(Total(currency: currency, minorUnits: units), at: position)
    }
  }
}
