import Monetary

/// In which currency those quote who publish tables of rates.
enum RatePublisher {
  /// The United Nations Treasury quotes so many of a currency for one dollar.
  static let dollar = currency("USD")
  /// The European Central Bank quotes so many of a currency for one euro.
  static let euro = currency("EUR")

  private static func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code: code) else {
      preconditionFailure("\(code) is a listed currency")
    }
    return currency
  }
}
