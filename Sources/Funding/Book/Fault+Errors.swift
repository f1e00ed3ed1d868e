public import Bookkeeping
public import Diagnostics
public import Monetary

extension Fault {
  /// The fault that an error of the monetary floor is told as.
  public init(_ error: MoneyError) {
    switch error {
    case .unknownCurrency(let code): self.init(unknownCurrency: code)
    case .mixedCurrencies(let expected, let found):
      self.init(.currencyMismatch, found.code, expected.code)
    case .overflow(let text): self.init(.amountOverflow, text)
    case .sumOverflow(let text): self.init(.sumOverflow, text)
    case .amountSyntax(let text): self.init(.amountSyntax, text)
    case .amountGrouping(let text): self.init(.amountGrouping, text)
    case .amountDecimals(let text, let currency):
      self.init(.amountDecimals, text, currency.code, String(currency.minorDigits))
    case .amountSign(let text): self.init(.amountSign, text)
    case .amountUnit(let text, let word): self.init(.amountUnit, text, word)
    case .rateSyntax(let text): self.init(.rateSyntax, text)
    case .missingRate(let from, let to, let table, let date):
      // A table quotes in its base; where neither currency is that, a rate between the two does.
      let isInBase = from == table.base
      self.init(
        .rateMissing, from.code, to.code, table.text, date.description,
        isInBase ? to.code : from.code, isInBase ? from.code : to.code)
    }
  }

  /// No currency has that code; the one that was probably meant has no letter that was not written.
  ///
  /// One letter in three makes another currency of most: which of those is meant, a ledger may know.
  public init(unknownCurrency code: String) {
    let letters = code.uppercased()
    let written = Currency.all.lazy.map(\.code).filter { known in
      var left = letters
      return known.allSatisfy { letter in
        left.firstIndex(of: letter).map { left.remove(at: $0) } != nil
      }
    }
    self = Fault(.currencyUnknown, code).suggesting(among: written)
  }

  /// The fault that an error of the bookkeeping floor is told as.
  public init(_ error: EntryError) {
    switch error {
    case .amountNotPositive(_, let amount): self.init(.amountSign, amount.description)
    case .bookNegative(_, let amount): self.init(.amountSign, amount.description)
    case .bookDiffers(_, let amount, let book):
      self.init(.entryWorth, amount.description, book.description)
    case .tooFewPostings(let count): self.init(.entryLegs, String(count))
    case .mixedBookCurrencies(let expected, let found):
      self.init(.currencyMismatch, found.code, expected.code)
    case .unbalanced(let imbalances):
      self.init(
        .entryUnbalanced,
        imbalances.filter { !$0.follows(from: imbalances) }.map(\.words).joined(separator: "; "))
    }
  }
}

extension Imbalance {
  /// Whether it only says of the same fund again what another says of the same currency.
  fileprivate func follows(from others: [Imbalance]) -> Bool {
    kind == .book
      && others.contains { $0.kind == .currency && $0.fund == fund && $0.currency == currency }
  }

  /// The fund, and which of its sides is more by how much.
  fileprivate var words: String {
    let size = Money(minorUnits: Int64(clamping: difference.magnitude), of: currency)
    let sides = difference > 0 ? ("debits", "credits") : ("credits", "debits")
    return switch kind {
    case .currency: "the \(sides.0) of fund \(fund) are \(size) more than its \(sides.1)"
    case .book: "the \(sides.0) of fund \(fund) are worth \(size) more than its \(sides.1)"
    case .exchange: "what fund \(fund) has in \(AccountCode.exchange) is worth \(size), not nothing"
    }
  }
}
