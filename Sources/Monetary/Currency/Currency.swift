/// A currency: the unit in which an amount is counted.
///
/// It is a position in the compiled-in list, so that it costs two bytes beside an amount, and cannot be
/// invented: a code that is not listed has no currency. Currencies are ordered by code.
///
/// Source: ISO 4217:2015, list one (active codes and minor units) and list three (withdrawn codes).
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The position in the list, which is in the order of the codes.
  private let index: UInt8
  private let digits: UInt8

  /// Looks `code` up in the list: three upper-case letters, such as `KES`.
  ///
  /// - Throws: `.unknownCurrency` if the code is not listed. Symbols ("$") are never guessed.
  /// - Complexity: O(1).
  public init(code: String) throws(MoneyError) {
    guard let currency = Currency(ascii: code.utf8Span.span) else { throw .unknownCurrency(code) }
    self = currency
  }

  /// Looks the code up as it stands in a text; nil if it is not listed.
  ///
  /// - Complexity: O(1), without allocation.
  public init?(ascii: Span<UInt8>) {
    guard let key = Self.key(of: ascii) else { return nil }
    let index = Self.indexByKey[key]
    guard index != Self.unlisted else { return nil }
    self.init(at: index)
  }

  private init(at index: UInt8) {
    self.index = index
    self.digits = CurrencyTable.listings[Int(index)].minorDigits
  }

  /// Every active currency, in the order of the codes.
  public static let all: [Currency] = CurrencyTable.listings.indices.map { Currency(at: UInt8($0)) }
    .filter(\.isActive)

  /// The currencies withdrawn since 2005, in the order of the codes: `HRK`, `SLL`, `MRO`.
  ///
  /// Older amounts and rates are in them, so their codes are known; no new amount should be.
  public static let withdrawn: [Currency] =
    CurrencyTable.listings.indices.map { Currency(at: UInt8($0)) }.filter { !$0.isActive }

  /// Three upper-case ASCII letters, such as `KES`.
  public var code: String { CurrencyTable.listings[Int(index)].code }

  /// The name in English, as the list gives it.
  public var name: String { CurrencyTable.listings[Int(index)].name }

  /// Decimal digits of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD; at most 4.
  public var minorDigits: Int { Int(digits) }

  /// Whether it is in use; false for a withdrawn one.
  public var isActive: Bool { CurrencyTable.listings[Int(index)].standing == .active }

  /// The code.
  public var description: String { code }

  /// Feeds the position in the list, which says all.
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }

  /// Orders by code.
  public static func < (left: Currency, right: Currency) -> Bool { left.index < right.index }

  private static let unlisted = UInt8.max

  /// The list's positions by three letters read as a number to base 26.
  private static let indexByKey: [UInt8] = {
    var positions = [UInt8](repeating: unlisted, count: 26 * 26 * 26)
    for (position, listing) in CurrencyTable.listings.enumerated() {
      guard let key = key(of: listing.code.utf8Span.span) else {
        preconditionFailure("a currency's code is three capital letters")
      }
      positions[key] = UInt8(position)
    }
    return positions
  }()

  private static func key(of code: Span<UInt8>) -> Int? {
    guard code.count == 3 else { return nil }
    let letterA = UInt8(ascii: "A")
    let first = code[0] &- letterA
    let second = code[1] &- letterA
    let third = code[2] &- letterA
    guard first < 26, second < 26, third < 26 else { return nil }
    return (Int(first) * 26 + Int(second)) * 26 + Int(third)
  }
}
