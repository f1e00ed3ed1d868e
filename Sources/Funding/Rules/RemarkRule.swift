import Bookkeeping
import Diagnostics
import Monetary

// What posts nothing, but must speak of what there is: merges of donors, thanks, remarks, published
// figures.
extension Book {
  /// Nothing, if the two donors are declared, and not one already.
  func consequence(
    of merge: DonorMerge, on date: CalendarDate, passing checks: inout Checks
  ) -> Consequence? {
    let isKnown = checks.run(try donors.require(merge.duplicate))
    if checks.run(try donors.require(merge.donor)), isKnown {
      checks.run(try donors.require(merge, on: date))
    }
    return Consequence()
  }

  /// Nothing, if the donor and the scope are declared.
  func consequence(
    of acknowledgement: Acknowledgement, passing checks: inout Checks
  ) -> Consequence? {
    checks.run(try donors.require(acknowledgement.donor))
    checks.run(try programme.requireDeclared(acknowledgement.scope))
    return Consequence()
  }

  /// Nothing, if the scope is declared.
  func consequence(of note: ScopeNote, passing checks: inout Checks) -> Consequence? {
    checks.run(try programme.requireDeclared(note.scope))
    return Consequence()
  }

  /// Nothing, if the scope or situation is declared and the amount is in the book currency.
  func consequence(of assertion: Assertion, passing checks: inout Checks) -> Consequence? {
    if case .position(_, let scope) = assertion.subject {
      checks.run(try programme.requireDeclared(scope))
      checks.run(try require(assertion.amount.currency, is: head.currency))
    }
    return Consequence()
  }
}
