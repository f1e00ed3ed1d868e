public import Bookkeeping
public import Diagnostics
public import Monetary

extension Fault {
  /// The fault that an error of the monetary floor is told as.
  public init(_ error: MoneyError) {
    switch error {
    case .unknownCurrency(let code): self.init(.currencyUnknown, code)
    case .mixedCurrencies(let one, let other):
      self.init(.currencyMismatch, one.code, other.code)
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
      self.init(.entryUnbalanced, "\(amount) is booked as \(book)")
    case .tooFewPostings: self.init(.entryUnbalanced, "it has one leg")
    case .mixedBookCurrencies(let one, let other):
      self.init(.currencyMismatch, one.code, other.code)
    case .unbalanced(let imbalances):
      self.init(
        .entryUnbalanced, imbalances.map(Self.describe).joined(separator: "; "))
    }
  }

  private static func describe(_ imbalance: Imbalance) -> String {
    let size = Int64(clamping: imbalance.difference.magnitude)
    let side = imbalance.difference > 0 ? "debits" : "credits"
    let place: String =
      switch imbalance.kind {
      case .currency: "fund \(imbalance.fund)"
      case .book: "fund \(imbalance.fund), in the book currency"
      case .exchange: "fund \(imbalance.fund), on \(AccountCode.exchange)"
      }
    return "\(side) exceed by \(Money(minorUnits: size, of: imbalance.currency)) in \(place)"
  }
}
