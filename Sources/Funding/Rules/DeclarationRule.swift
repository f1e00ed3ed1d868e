import Bookkeeping
import Diagnostics

// A declaration posts nothing: the book takes it in, and others may speak of it.
extension Book {
  /// Takes in what a fact declares, where nothing was found wrong with it before.
  /// - Throws: Everything that is wrong with it.
  mutating func declare(_ fact: Fact, passing checks: Checks) throws(Faults) {
    guard !checks.passed else { return try declare(fact) }
    // It is refused already; what else is wrong with it is seen on a copy.
    var copy = self
    var checks = checks
    do {
      try copy.declare(fact)
    } catch {
      for fault in error.all { checks.note(fault) }
    }
    try checks.conclude()
  }

  private mutating func declare(_ fact: Fact) throws(Faults) {
    switch fact.event {
    case .scope(let scope): try programme.add(scope, learnt: fact.entered)
    case .situation(let situation): try programme.add(situation, learnt: fact.entered)
    case .donor(let donor): try donors.add(donor, learnt: fact.entered)
    case .account(let account):
      guard accounts.declare(account) else { throw Faults(Fault(.accountDuplicate, account.text)) }
    case .ledger(let other):
      // The book is made with its head, which the first directive says.
      guard other == head, !posted.inOrder.contains(where: { $0.fact.kind == .ledger }) else {
        throw Faults(Fault(.ledgerDuplicate, other.name))
      }
    default: preconditionFailure("\(fact.kind) declares nothing")
    }
  }
}
