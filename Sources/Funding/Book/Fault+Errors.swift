public import Bookkeeping
public import Diagnostics
public import Monetary

extension Fault {
  /// The fault that an error of the monetary floor is told as.
  public init(_ error: MoneyError) {
    switch error {
    case .unknownCurrency(let code): self.init(.currencyUnknown, code)
    case .mixedCurrencies(let expected, let found):
      self.init(.currencyMismatch, found.code, expected.code)
    case .overflow(let text): self.init(.amountOverflow, text)
    case .amountSyntax(let text): self.init(.amountSyntax, text)
    case .amountGrouping(let text): self.init(.amountGrouping, text)
    case .amountDecimals(let text, let currency):
      self.init(.amountDecimals, text, currency.code, String(currency.minorDigits))
    case .amountSign(let text): self.init(.amountSign, text)
    case .amountUnit(let text, let word): self.init(.amountUnit, text, word)
    case .rateSyntax(let text): self.init(.rateSyntax, text)
    case .missingRate(let from, let to, let table, let date):
      self.init(.rateMissing, from.code, to.code, table.text, date.description)
    }
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
        .entryUnbalanced, imbalances.map(Self.describe).joined(separator: "; "))
    }
  }

  /// The fund and by how much its debits exceed its credits; worth stands in brackets.
  private static func describe(_ imbalance: Imbalance) -> String {
    let size = Money(
      minorUnits: Int64(clamping: imbalance.difference), of: imbalance.currency)
    switch imbalance.kind {
    case .currency: return "\(imbalance.fund) \(size)"
    case .book: return "\(imbalance.fund) [\(size)]"
    case .exchange: return "\(imbalance.fund) \(AccountCode.exchange) [\(size)]"
    }
  }
}
