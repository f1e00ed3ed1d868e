public import Bookkeeping
import Diagnostics
public import Funding

extension Ledger {
  /// The instant at which a month was closed, by its own close or that of a later month: what was entered
  /// by then is what reports of the closed month told.
  ///
  /// A month that was reopened and closed again was closed the last time.
  /// - Throws: ``Refusal``, `month-unclosed`, where it is open; what reading the ledger throws.
  public func closing(of month: AccountingMonth) throws -> Instant {
    var lock = PeriodLock()
    var closed: Instant?
    for fact in try facts(of: [.close, .reopen]).map(\.fact) {
      lock.follow(fact.event)
      closed = lock.isClosed(month.lastDay) ? closed ?? fact.entered : nil
    }
    guard let closed else { throw Refusal(Fault(.monthUnclosed, month.description)) }
    return closed
  }

  /// How far the books were closed by what was known at an instant; by all, where there is none.
  func lock(known: Instant?) throws -> PeriodLock {
    guard let known else { return lock }
    var lock = PeriodLock()
    for fact in try facts(of: [.close, .reopen]).map(\.fact) where fact.entered <= known {
      lock.follow(fact.event)
    }
    return lock
  }
}

extension PeriodLock {
  /// Closes or opens what a fact closed or opened.
  mutating func follow(_ event: Event) {
    switch event {
    case .close(let month): _ = close(month)
    case .reopen(let reopening): _ = reopen(reopening.month)
    default: break
    }
  }
}
