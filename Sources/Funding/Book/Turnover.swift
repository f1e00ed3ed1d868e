import Bookkeeping
import Diagnostics
public import Monetary

/// What all entries of a ledger debit, currency by currency.
///
/// As long as it can be counted in 64 bits, so can the sum of any of their postings: no report and no
/// store of the ledger will meet an amount beyond. What facts come to may fill half of that; the other
/// half is left to their reversals, so that a mistake can always be corrected.
public struct Turnover: Hashable, Sendable {
  /// In minor units of each currency; in the book's, what all debits are worth.
  private var debits: [Currency: Int64] = [:]

  /// Nothing.
  public init() {}

  /// Adds debits in a currency; in the book's, what debits are worth.
  /// - Throws: `.sumOverflow`, naming the currency.
  public mutating func add(_ minorUnits: Int64, of currency: Currency) throws(MoneyError) {
    let (sum, overflow) = (debits[currency] ?? 0).addingReportingOverflow(minorUnits)
    guard !overflow else { throw .sumOverflow(Self.sum(of: currency)) }
    debits[currency] = sum
  }

  /// The first currency of which more than `limit` minor units are debited.
  fileprivate func currency(beyond limit: Int64) -> Currency? {
    debits.filter { $0.value > limit }.keys.min()
  }

  /// How the sum of a currency is named in a fault.
  fileprivate static func sum(of currency: Currency) -> String {
    "the sum of all postings in \(currency)"
  }
}

extension Book {
  /// The turnover with what a fact of `kind` comes to.
  /// - Throws: `sum-overflow`.
  func turnover(
    after consequence: Consequence, ofFactOf kind: FactKind
  ) throws(Fault) -> Turnover {
    var turnover = turnover
    for entry in consequence.entries {
      for posting in entry.postings where posting.side == .debit {
        try refusing { () throws(MoneyError) in
          try turnover.add(posting.book.minorUnits, of: head.currency)
          if posting.amount.currency != head.currency {
            try turnover.add(posting.amount.minorUnits, of: posting.amount.currency)
          }
        }
      }
    }
    let limit = kind == .reversal ? Int64.max : .max / 2
    if let currency = turnover.currency(beyond: limit) {
      throw Fault(MoneyError.sumOverflow(Turnover.sum(of: currency)))
    }
    return turnover
  }

  /// Takes the turnover of a whole ledger on trust, of which this book holds only a part.
  public mutating func assume(_ turnover: Turnover) {
    self.turnover = turnover
  }
}
