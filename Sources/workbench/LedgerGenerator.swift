/// Writes a ledger of a given size; the same size gives the same ledger.
struct LedgerGenerator {
  private static let currencies = ["USD", "CHF", "EUR", "GBP", "SEK", "NOK", "JPY", "CAD"]
  private static let rates = [
    "CHF": 990, "EUR": 850, "GBP": 760, "SEK": 8_900, "NOK": 8_400, "JPY": 112_000, "CAD": 1_300,
  ]
  private static let years = 2015...2024

  private let agreements: Int
  private var random = SplitMix64(state: 42)

  /// Will write a ledger of so many agreements, each with a receipt.
  init(agreements: Int) {
    self.agreements = agreements
  }

  /// The whole text.
  mutating func text() -> [UInt8] {
    var text = Array(head().utf8)
    for number in 0..<agreements { text += Array(agreement(number).utf8) }
    return text
  }

  private mutating func head() -> String {
    var text = "ledger \"Generated\"\n  currency: USD\n  rates: UNORE\n\n"
    for donor in 1...200 { text += "2015-01-01 donor d\(donor) \"Donor \(donor)\"\n\n" }
    for operation in 1...50 {
      text += "2015-01-01 scope op\(operation) \"Operation \(operation)\"\n  kind: operation\n\n"
      for sector in 1...5 {
        text += "2015-01-01 scope op\(operation)/s\(sector) \"Sector \(sector)\"\n"
        text += "  kind: sector\n\n"
      }
      for year in Self.years {
        text += "\(year)-01-01 requirement op\(operation) \(year)000.00 USD\n  year: \(year)\n\n"
      }
    }
    for year in Self.years {
      for month in 1...12 {
        for (currency, rate) in Self.rates.sorted(by: { $0.key < $1.key }) {
          let moved = rate + random.number(below: rate / 10)
          text += "\(year)-\(padded(month))-01 rate \(currency) \(decimal(moved)) per USD\n\n"
        }
      }
    }
    return text
  }

  private mutating func agreement(_ number: Int) -> String {
    let year = Self.years.lowerBound + number * Self.years.count / agreements
    let month = padded(1 + random.number(below: 11))
    let day = "\(year)-\(month)-\(padded(1 + random.number(below: 28)))"
    let currency = Self.currencies[random.number(below: Self.currencies.count)]
    let units = 1_000 + random.number(below: 999_000)
    let amount =
      currency == "JPY" ? "\(units)" : "\(units).\(padded(random.number(below: 100)))"
    let operation = 1 + random.number(below: 50)
    let earmark =
      switch random.number(below: 10) {
      case 0: "unearmarked"
      case 1...2: "softly op\(operation)"
      case 3...6: "earmarked op\(operation)"
      default: "tightly op\(operation)/s\(1 + random.number(below: 5))"
      }
    return """
      \(day) agreement G\(number) d\(1 + random.number(below: 200)) \(amount) \(currency)
        earmark: \(earmark)
        year: \(year)

      \(year)-12-\(padded(1 + random.number(below: 31))) receipt G\(number) \(amount) \(currency)
        to: asset:bank:\(currency.lowercased())


      """
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func decimal(_ thousandths: Int) -> String {
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }
}

/// A small generator of random numbers, the same on every machine.
///
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014).
struct SplitMix64 {
  private var state: UInt64

  /// Starts from `state`.
  init(state: UInt64) {
    self.state = state
  }

  /// A number from 0, below `limit`.
  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
