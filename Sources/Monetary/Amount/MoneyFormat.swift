/// The signs that a printed number is made with: between groups of three, before the decimals, for minus.
///
/// A format belongs to a language or a file; an amount itself has none.
public struct MoneyFormat: Hashable, Sendable {
  /// Stands between groups of three digits; nil for none.
  public let grouping: Unicode.Scalar?
  /// Stands before the decimals.
  public let decimalSign: Unicode.Scalar
  /// Stands before a negative number.
  public let minus: Unicode.Scalar

  /// A format of the given signs.
  public init(
    grouping: Unicode.Scalar?, decimalSign: Unicode.Scalar, minus: Unicode.Scalar = "-"
  ) {
    self.grouping = grouping
    self.decimalSign = decimalSign
    self.minus = minus
  }

  /// No groups and a point: `-41007531.65`, as files and programs read it.
  public static let plain = MoneyFormat(grouping: nil, decimalSign: ".")
  /// Commas and a point: `-41,007,531.65`, as the text form writes it.
  public static let grouped = MoneyFormat(grouping: ",", decimalSign: ".")
}

extension Money {
  /// Without groups and currency, with a leading `-`: `41007531.65`.
  public var plain: String { formatted(.plain) }

  /// With commas between groups, without currency: `41,007,531.65`.
  public var grouped: String { formatted(.grouped) }

  /// The grouped number and the code: `41,007,531.65 USD`; read back by ``init(parsing:)``.
  public var description: String { "\(grouped) \(currency.code)" }

  /// The number alone, written with the signs of `format` and all decimals of the currency.
  public func formatted(_ format: MoneyFormat) -> String {
    digits(format).string
  }

  /// Puts the number behind `output` without making a text of it; for writers of large files.
  public func append(to output: inout [UInt8], as format: MoneyFormat = .plain) {
    digits(format).append(to: &output)
  }

  private func digits(_ format: MoneyFormat) -> DigitBuffer {
    let decimals = currency.minorDigits
    let unit = PowersOfTen.word[decimals]
    var (whole, fraction) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    var text = DigitBuffer()
    if decimals > 0 {
      text.prepend(fraction, width: decimals)
      text.prepend(format.decimalSign)
    }
    if let grouping = format.grouping {
      while whole >= 1000 {
        (whole, fraction) = whole.quotientAndRemainder(dividingBy: 1000)
        text.prepend(fraction, width: 3)
        text.prepend(grouping)
      }
    }
    text.prepend(whole)
    if isNegative { text.prepend(format.minus) }
    return text
  }
}

extension DigitBuffer {
  /// Puts a sign of any script before what is written.
  fileprivate mutating func prepend(_ sign: Unicode.Scalar) {
    if sign.isASCII {
      prepend(UInt8(truncatingIfNeeded: sign.value))
    } else {
      for byte in UTF8.encode(sign).map({ Array($0) })?.reversed() ?? [] { prepend(byte) }
    }
  }
}
