import Monetary
import Tabulation

/// How a report prints exact sums: to the minor unit, or in whole currency units.
public struct Printing: Hashable, Sendable {
  /// Whether minor units are printed.
  public let isExact: Bool

  /// Prints minor units, as programs need them.
  public static let exact = Printing(exact: true)

  /// Prints whole units unless `exact`.
  public init(exact: Bool = false) {
    isExact = exact
  }

  /// The amount as printed, in whole units a half to the even neighbour.
  func amount(_ money: Money) -> PrintedAmount {
    isExact
      ? .exact(money) : .whole(money.wholeUnits(rounding: .halfEven), money.currency)
  }

  /// The cell of an amount.
  func cell(_ money: Money) -> Cell { .amount(amount(money)) }

  /// The cell of a difference: what is printed is the printed total less the printed part.
  func cell(_ difference: Money, as total: Money, less part: Money) -> Cell {
    guard !isExact else { return cell(difference) }
    let whole = total.wholeUnits(rounding: .halfEven) - part.wholeUnits(rounding: .halfEven)
    return .wholeMoney(whole, difference.currency)
  }

  /// What the printed `parts` lack to make the printed `total`; nil where the list adds up.
  func rounding(of parts: [Money], total: Money) -> Cell? {
    guard !isExact else { return nil }
    let printed = parts.reduce(0) { $0 + $1.wholeUnits(rounding: .halfEven) }
    let missing = total.wholeUnits(rounding: .halfEven) - printed
    return missing == 0 ? nil : .wholeMoney(missing, total.currency)
  }
}

extension Money {
  /// An exact sum as an amount.
  /// - Throws: `.sumOverflow` beyond ±9.2 × 10¹⁸ minor units.
  init(sum: Int128, of currency: Currency) throws(MoneyError) {
    guard let minorUnits = Int64(exactly: sum) else {
      throw .sumOverflow("\(sum) minor units of \(currency)")
    }
    self.init(minorUnits: minorUnits, of: currency)
  }
}
