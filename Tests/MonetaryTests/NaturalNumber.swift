/// A whole number of any length, by school methods only: the judge of what the library computes fast.
struct NaturalNumber: Comparable {
  /// Decimal digits, the lowest first, without leading zeros.
  private var digits: [UInt8]

  init(_ value: UInt128) {
    digits = String(value).utf8.reversed().map { $0 - UInt8(ascii: "0") }
    trim()
  }

  static func < (left: NaturalNumber, right: NaturalNumber) -> Bool {
    guard left.digits.count == right.digits.count else {
      return left.digits.count < right.digits.count
    }
    return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
  }

  static func * (left: NaturalNumber, right: NaturalNumber) -> NaturalNumber {
    var columns = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (place, digit) in left.digits.enumerated() {
      for (shift, other) in right.digits.enumerated() {
        columns[place + shift] += Int(digit) * Int(other)
      }
    }
    return NaturalNumber(carrying: columns)
  }

  static func + (left: NaturalNumber, right: NaturalNumber) -> NaturalNumber {
    var columns = [Int](repeating: 0, count: max(left.digits.count, right.digits.count) + 1)
    for (place, digit) in left.digits.enumerated() { columns[place] += Int(digit) }
    for (place, digit) in right.digits.enumerated() { columns[place] += Int(digit) }
    return NaturalNumber(carrying: columns)
  }

  /// Ten to the power of `exponent`.
  static func ten(to exponent: Int) -> NaturalNumber {
    (0..<exponent).reduce(NaturalNumber(1)) { power, _ in power * NaturalNumber(10) }
  }

  private init(carrying columns: [Int]) {
    var carry = 0
    digits = columns.map { column in
      let sum = column + carry
      carry = sum / 10
      return UInt8(sum % 10)
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }
}
