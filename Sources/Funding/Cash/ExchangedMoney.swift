public import Bookkeeping
import Diagnostics
public import Monetary

/// Money that settled what was agreed in another currency: a claim, or what is owed back of it.
public struct ExchangedMoney: Hashable, Sendable {
  /// What arrived, the bank's charge with it; of unidentified money, what was used; of a refund, what left.
  public let moved: Money
  /// What it settled, with what was too much, in the agreement's currency.
  public let settled: Money
  /// The day whose rate it is compared with: the fact's own, or that of the payment.
  public let date: CalendarDate
  /// Whether somebody looked at it again.
  public let isConfirmed: Bool
  private let isMatch: Bool

  private init(
    moved: Money, settled: Money, date: CalendarDate, isConfirmed: Bool = false,
    isMatch: Bool = false
  ) {
    self.moved = moved
    self.settled = settled
    self.date = date
    self.isConfirmed = isConfirmed
    self.isMatch = isMatch
  }

  /// What a receipt, a match or the payments of a refund exchanged; nothing where it is in one currency, and
  /// of every other fact. `entries` are what the fact came to.
  public static func all(of fact: Fact, in entries: [JournalEntry]) -> [ExchangedMoney] {
    let all: [ExchangedMoney]
    switch fact.event {
    case .receipt(let receipt):
      guard let bank = receipt.bank else { return [] }
      // A sum too great was refused when the fact was posted.
      let arrived = receipt.charge.flatMap { try? bank.adding($0) } ?? bank
      all = [
        ExchangedMoney(
          moved: arrived, settled: receipt.settled, date: fact.date,
          isConfirmed: receipt.isConfirmed)
      ]
    case .matched(let match):
      let used = entries.lazy.flatMap(\.postings).first { $0.account == .unapplied }
      guard let used else { return [] }
      all = [
        ExchangedMoney(
          moved: used.amount, settled: match.settled, date: fact.date,
          isConfirmed: match.isConfirmed, isMatch: true)
      ]
    case .refund(let refund):
      // Payments that do not fit were refused when the fact was posted.
      let settlements = (try? refund.settlements()) ?? []
      all = settlements.map {
        ExchangedMoney(moved: $0.payment.amount, settled: $0.settled, date: $0.payment.date)
      }
    default: all = []
    }
    return all.filter { $0.moved.currency != $0.settled.currency }
  }

  /// That what moved is more than a tenth more or less than what was settled comes to by the rates of a
  /// table on its day, or by a redenomination, rounded half to even; nil where it is not, where somebody
  /// confirmed it, or where there is no way from one currency to the other by `conversion`.
  func caution(by conversion: (Currency, Currency, CalendarDate) -> Conversion?) -> Fault? {
    guard !isConfirmed, let conversion = conversion(settled.currency, moved.currency, date),
      let source = conversion.rates.first?.table.text ?? conversion.redenomination?.description,
      let expected = try? conversion.converting(settled)
    else { return nil }
    let difference = Int128(moved.minorUnits) - Int128(expected.minorUnits)
    guard difference.magnitude * 10 > expected.minorUnits.magnitude else { return nil }
    return Fault(
      isMatch ? .matchFarOff : .exchangeFarOff, moved.description, settled.description, source,
      expected.description, date.description)
  }
}
