import Bookkeeping
import Diagnostics
import Monetary

// What was received counts at the frozen rate of its part as it is now: where an amendment changed that rate, or
// nothing more is to come, the funding records tell the difference. What came and what was given up are then
// worth what was recorded, to the last minor unit.
extension Book {
  /// Adds to a decided fact the rows and movements by which what was received keeps to the frozen rate.
  ///
  /// They bear the day from which the funding records tell what the fact changes, and no amount: that stays.
  /// - Throws: `part-unknown` and others of an agreement that no rule would have let in.
  func addReceivedAtFrozenRate(
    to consequence: inout Consequence, of fact: Fact
  ) throws(Fault) {
    let movements = consequence.parts
    for reference in Set(movements.map(\.agreement)).sorted() {
      guard let state = try state(of: reference, after: consequence, of: fact) else { continue }
      let own = movements.filter { $0.agreement == reference }
      for index in Set(own.map { $0.part - 1 }).sorted() {
        let part = state.parts[index]
        let change = part.receivedAtFrozenRate - part.receivedBook
        guard change != 0 else { continue }
        let recorded = own.filter { $0.part == index + 1 }.compactMap(\.recorded).max()
        consequence.positions.append(
          row(
            .received, on: max(recorded ?? fact.posted, part.placed), part, of: state, 0,
            worth: change))
        consequence.parts.append(
          PartMovement(agreement: reference, part: index + 1, receivedBook: change))
      }
    }
  }
}

extension PartState {
  /// What was settled, at the frozen rate; all that is left of what was recorded where nothing is open.
  var receivedAtFrozenRate: Int64 {
    guard received > 0 else { return 0 }
    return open == 0
      ? recordedBook - writtenOffBook
      : Share.of(recordedBook, part: min(received, amount), whole: amount)
  }
}
