public import Bookkeeping
public import Monetary

/// What a fact is called: a reference its author gave, or a kind and a number made from its content.
public struct FactID: Code {
  /// `R17` as given, or `receipt:5f0c…` as made.
  public let text: String

  /// Takes a reference, or what has the form of a made identifier: two references and a colon between.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Reference(String($0)) != nil }) else { return nil }
    self.text = text
  }

  /// The identifier that is `reference` itself.
  public init(of reference: Reference) {
    text = reference.text
  }

  /// The name by which remarks on a scope are found: `scope:mali/health`; no fact bears it.
  /// - Precondition: `scope` is declared, and so no remainder.
  public init(remarkedOn scope: ScopePath) {
    self.init(made: .scope, number: scope.text)
  }

  /// The name by which a year's rates of a pair of currencies are found: `rate:UNORE/CHF/USD/2017`; no fact
  /// bears it.
  public init(ratesOf quote: Currency, per base: Currency, in table: RateTableName, year: Int) {
    self.init(ratesOf: quote, in: table, pair: "\(base)", year: year)
  }

  /// The first and the last name by which rates of a currency in a table may be found, whatever their base.
  public static func names(
    ofRatesOf quote: Currency, in table: RateTableName
  ) -> (first: FactID, last: FactID) {
    (
      FactID(ratesOf: quote, in: table, pair: "AAA", year: 1),
      FactID(ratesOf: quote, in: table, pair: "ZZZ", year: 9999)
    )
  }

  /// Of a name by which rates are found the year, and what stands before it: table and currencies; of any
  /// other, nothing that means anything.
  public var ratesOfYear: (pair: Substring, year: Int) {
    (text.dropLast(4), Int(text.suffix(4)) ?? 0)
  }

  private init(ratesOf quote: Currency, in table: RateTableName, pair base: String, year: Int) {
    let digits = String(year)
    let sorted = String(repeating: "0", count: 4 - digits.count) + digits
    self.init(made: .rate, number: "\(table)/\(quote)/\(base)/\(sorted)")
  }

  /// The identifier that a fact of `kind` gets from what it says: `receipt:5f0c…`.
  ///
  /// - Precondition: `number` is written in the letters of a reference.
  public init(made kind: FactKind, number: String) {
    precondition(Reference(number) != nil, "a made identifier is a kind and a reference")
    text = "\(kind.rawValue):\(number)"
  }
}
