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
    var closed: Instant?
    for fact in try facts(of: [.close, .reopen]).map(\.fact) {
      switch fact.event {
      case .close(let latest) where month <= latest: closed = closed ?? fact.entered
      case .reopen(let reopening) where reopening.month <= month: closed = nil
      default: break
      }
    }
    guard let closed else { throw Refusal(Fault(.monthUnclosed, month.description)) }
    return closed
  }
}
