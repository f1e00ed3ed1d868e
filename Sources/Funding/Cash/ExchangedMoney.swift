public import Bookkeeping
import Diagnostics
public import Monetary

/// Money that settled an agreement of another currency.
public struct ExchangedMoney: Hashable, Sendable {
  /// What arrived, the bank's charge with it; of unidentified money, what was used.
  public let arrived: Money
  /// What it settled, with what was too much, in the agreement's currency.
  public let settled: Money
  /// The fact's own day.
  public let date: CalendarDate

  /// What a receipt or a match exchanged; nil where it is in one currency, and of every other fact.
  /// `entries` are what the fact came to.
  public init?(of fact: Fact, in entries: [JournalEntry]) {
    switch fact.event {
    case .receipt(let receipt):
      guard let bank = receipt.bank else { return nil }
      // A sum too great was refused when the fact was posted.
      arrived = receipt.charge.flatMap { try? bank.adding($0) } ?? bank
      settled = receipt.settled
    case .matched(let match):
      let used = entries.lazy.flatMap(\.postings).first { $0.account == .unapplied }
      guard let used else { return nil }
      arrived = used.amount
      settled = match.settled
    default: return nil
    }
    guard arrived.currency != settled.currency else { return nil }
    date = fact.date
  }

  /// That what arrived is more than a tenth more or less than what was settled comes to by the rates of a
  /// table, rounded half to even; nil where it is not, or where there is no way from one currency to the
  /// other by `conversion`.
  func caution(by conversion: (Currency, Currency) -> Conversion?) -> Fault? {
    guard let conversion = conversion(settled.currency, arrived.currency),
      let table = conversion.rates.first?.table,
      let expected = try? conversion.converting(settled)
    else { return nil }
    let difference = Int128(arrived.minorUnits) - Int128(expected.minorUnits)
    guard difference.magnitude * 10 > expected.minorUnits.magnitude else { return nil }
    return Fault(
      .exchangeFarOff, arrived.description, settled.description, table.text,
      expected.description, date.description)
  }
}
