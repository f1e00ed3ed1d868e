import Bookkeeping
import Diagnostics
import Monetary

// A write-off: Dr expense:write-off (what is not revenue yet: liability:deferred), Cr asset:receivable at
// what is carried; B- at the frozen rate.
extension Book {
  /// What a write-off comes to.
  func consequence(
    of writeOff: WriteOff, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    guard let state = checks.value(try agreement(writeOff.agreement)) else { return nil }
    checks.run(try require(fact, notBeforeSigning: state))
    let isCounted = checks.run(
      try require(writeOff.amount.currency, is: state.agreement.amount.currency))
    guard checks.value(try state.indices(of: writeOff.part)) != nil, isCounted,
      let taken = checks.value(try taken(by: writeOff, of: state)), checks.passed
    else { return nil }
    return checks.value(try consequence(of: writeOff, taking: taken, of: state, in: fact))
  }

  /// What each part gives up of what it has open.
  /// - Throws: `part-unknown`, `write-off-exceeds`, `write-off-exceeds-part`.
  private func taken(
    by writeOff: WriteOff, of state: AgreementState
  ) throws(Fault) -> [(index: Int, amount: Int64)] {
    guard
      let taken = try state.taking(
        writeOff.amount.minorUnits, of: writeOff.part, available: \.open)
    else {
      let amount = writeOff.amount.description
      let open = Money(minorUnits: try state.open(of: writeOff.part), of: writeOff.amount.currency)
        .description
      let agreement = writeOff.agreement.text
      throw writeOff.part.map {
        Fault(.writeOffExceedsPart, amount, open, agreement, $0.description)
      } ?? Fault(.writeOffExceeds, amount, open, agreement)
    }
    return taken
  }

  private func consequence(
    of writeOff: WriteOff, taking taken: [(index: Int, amount: Int64)], of state: AgreementState,
    in fact: Fact
  ) throws(Fault) -> Consequence {
    let shares = taken.map { index, amount in
      let part = state.parts[index]
      let carrying = Share.of(part.carryingBook, part: amount, whole: part.open)
      return GivenUp(
        index: index, amount: amount, creditBook: carrying, recognisedBook: carrying,
        frozenBook: part.frozenGivenUp(amount))
    }
    var movements = shares.map { share in
      PartMovement(
        agreement: writeOff.agreement, part: share.index + 1, open: -share.amount,
        carryingBook: -share.creditBook, writtenOff: share.amount,
        writtenOffBook: share.frozenBook)
    }
    var consequence = Consequence()
    try giveUp(
      shares, GivingUpAccounts(recognised: .writeOffs, credited: .receivable), of: state,
      on: fact.posted, as: .writtenOff, movements: &movements, into: &consequence)
    try takeFromRecords(shares, of: state, in: fact, into: &consequence)
    consequence.parts = movements
    return consequence
  }
}
