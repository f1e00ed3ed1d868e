public import Funding
public import Monetary

/// What came of one instalment of an agreement by a day, in the agreement's currency.
///
/// The instalment is what was received of it, is open, was cut and was written off together.
public struct InstalmentStanding: Hashable, Sendable {
  /// The day it is due, and how much it is.
  public let instalment: Instalment
  /// What was received of it; what was refunded since makes none of it due again.
  public let received: Money
  /// What is left to be received of it.
  public let open: Money
  /// What an amendment gave up of it without stating other instalments.
  public let cut: Money
  /// What was written off of it.
  public let writtenOff: Money
}

extension AgreementSchedule {
  /// What came of each instalment, in their order: the one rule of what is still open of them.
  ///
  /// What is received fills the earliest first; what is given up is taken from the latest, cuts before write-offs.
  /// A raise without instalments is due on no day.
  ///
  /// - Parameters:
  ///   - settled: What was settled of the agreement, refunds not taken off, in its currency.
  ///   - writtenOff: What was written off of it.
  /// - Returns: One an instalment.
  func standings(settled: Money, writtenOff: Money) -> [InstalmentStanding] {
    let currency = amount.currency
    func money(_ minorUnits: Int128) -> Money {
      // It is part of an instalment, which was counted.
      Money(minorUnits: Int64(minorUnits), of: currency)
    }
    var settledLeft = max(Int128(settled.minorUnits), 0)
    let whole = instalments.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits) }
    var openLeft = max(
      min(Int128(amount.minorUnits), whole) - Int128(settled.minorUnits)
        - Int128(writtenOff.minorUnits), 0)
    var cutLeft = max(whole - Int128(amount.minorUnits), 0)
    var parts: [(instalment: Instalment, received: Int128, open: Int128)] = []
    for instalment in instalments {
      let size = Int128(instalment.amount.minorUnits)
      let received = min(settledLeft, size)
      let open = min(openLeft, size - received)
      settledLeft -= received
      openLeft -= open
      parts.append((instalment, received, open))
    }
    let standings = parts.reversed().map { instalment, received, open in
      let givenUp = Int128(instalment.amount.minorUnits) - received - open
      let cut = min(cutLeft, givenUp)
      cutLeft -= cut
      return InstalmentStanding(
        instalment: instalment, received: money(received), open: money(open), cut: money(cut),
        writtenOff: money(givenUp - cut))
    }
    return standings.reversed()
  }
}
