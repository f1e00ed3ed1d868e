import Bookkeeping
import Diagnostics
import Monetary

// How money is spread over the parts of an agreement where the fact names none (DESIGN, Parts).
extension AgreementState {
  /// The parts that `selector` names, counted from 0.
  /// - Throws: `part-unknown`.
  func indices(of selector: PartSelector?) throws(Fault) -> [Int] {
    try parts.indices(of: selector, in: agreement.reference)
  }

  /// What is open of the parts that `selector` names.
  /// - Throws: `part-unknown`.
  func open(of selector: PartSelector?) throws(Fault) -> Int64 {
    try indices(of: selector).reduce(0) { $0 + parts[$1].open }
  }

  /// What `amount` settles of each part: the earliest year first, inside a year by open amount.
  ///
  /// - Precondition: It is zero or more, and no more than is open.
  /// - Throws: `part-unknown`.
  /// - Complexity: O(*n* log *n*) in the number of parts.
  func filling(_ amount: Int64, of selector: PartSelector?) throws(Fault) -> [ReceiptShare] {
    var left = amount
    var shares: [ReceiptShare] = []
    let selected = try indices(of: selector).filter { parts[$0].open > 0 }
    let byYear = Dictionary(grouping: selected) { parts[$0].year }
    for (_, inYear) in byYear.sorted(by: { $0.key < $1.key }) where left > 0 {
      let open = inYear.map { parts[$0].open }
      let taken = min(left, open.reduce(0, +))
      let split = Money(minorUnits: taken, of: agreement.amount.currency).allocated(by: open)
      for (index, amount) in zip(inYear, split) where !amount.isZero {
        shares.append(share(amount.minorUnits, ofPart: index))
      }
      left -= taken
    }
    precondition(left == 0, "no more is settled than is open")
    return shares
  }

  private func share(_ amount: Int64, ofPart index: Int) -> ReceiptShare {
    let part = parts[index]
    var settled = part
    settled.received += amount
    settled.open -= amount
    return ReceiptShare(
      index: index, amount: amount,
      carryingBook: Share.of(part.carryingBook, part: amount, whole: part.open),
      frozenBook: settled.receivedAtFrozenRate - part.receivedBook)
  }
}
