import Bookkeeping
import Diagnostics
import Monetary

// What posts nothing, but must speak of what there is.
extension Book {
  /// Nothing, if the donor and the scope are declared.
  func consequence(of acknowledgement: Acknowledgement) throws(Fault) -> Consequence {
    try donors.require(acknowledgement.donor)
    try requireNamed(acknowledgement.scope)
    return Consequence()
  }

  /// Nothing, if the scope is declared.
  func consequence(of note: ScopeNote) throws(Fault) -> Consequence {
    try requireNamed(note.scope)
    return Consequence()
  }

  /// Nothing, if the scope or situation is declared and the amount is in the book currency.
  func consequence(of assertion: Assertion) throws(Fault) -> Consequence {
    if case .position(_, let scope) = assertion.subject {
      try requireNamed(scope)
      try require(assertion.amount.currency, is: head.currency)
    }
    return Consequence()
  }

  private func requireNamed(_ scope: ScopePath) throws(Fault) {
    guard programme.isDeclared(scope) else { throw Fault(.scopeUnknown, scope.text) }
  }
}
