import Bookkeeping
import Diagnostics
public import Monetary

// What an agreement's money may be used for: where its earmark reaches, while its period lasts, up to
// its sub-limits, and no more than there is.
extension Book {
  /// - Throws: `use-reach` outside the earmarks of the agreement.
  func requireReach(of state: AgreementState, to scope: ScopePath) throws(Fault) {
    guard state.parts.contains(where: { programme.permits($0.earmark, at: scope) })
    else { throw Fault(.useReach, state.agreement.reference.text, scope.text) }
  }

  /// - Throws: `use-period` outside the period of the agreement.
  func requirePeriod(of state: AgreementState, on date: CalendarDate) throws(Fault) {
    guard let period = state.agreement.terms.period, date < period.first || date > period.last
    else { return }
    throw Fault(
      .usePeriod, state.agreement.reference.text, period.first.description,
      period.last.description, date.description)
  }

  /// - Throws: `use-exceeds` where `book` is beyond what is available, and what an obligation `released`.
  func requireAvailable(
    of state: AgreementState, worth book: Money, releasing released: Int64 = 0,
    on date: CalendarDate
  ) throws(Fault) {
    let available = state.available(on: date) + Int128(released)
    guard Int128(book.minorUnits) <= available else {
      let shown = Money(minorUnits: Int64(clamping: max(available, 0)), of: head.currency)
      throw Fault(
        .useExceeds, book.description, shown.description, state.agreement.reference.text)
    }
  }

  /// Notes each sub-limit that lets less through to a line than is moved there.
  func checkLimits(
    of state: AgreementState, for allocation: Allocation, passing checks: inout Checks
  ) {
    for limit in state.agreement.terms.limits
    where programme.contains(allocation.scope, in: limit.scope)
      && !(allocation.source.map { programme.contains($0, in: limit.scope) } ?? false)
    {
      var inside: Int128 = 0
      for part in state.parts {
        for (scope, amount) in part.allocated where programme.contains(scope, in: limit.scope) {
          inside += Int128(amount)
        }
      }
      guard inside + Int128(allocation.amount.minorUnits) <= Int128(limit.amount.minorUnits) else {
        let left = Int64(clamping: max(Int128(limit.amount.minorUnits) - inside, 0))
        checks.note(
          Fault(
            .useLimit, allocation.amount.description,
            Money(minorUnits: left, of: limit.amount.currency).description,
            state.agreement.reference.text, limit.scope.text))
        continue
      }
    }
  }
}

extension AgreementState {
  /// What may still be spent, in minor units of the book currency: what is in the funding records by
  /// `day` and bound to no condition, with realised exchange, less what was spent with its support cost, is
  /// owed to partners, was refunded or written off.
  ///
  /// Source: DESIGN section 3, available for spending.
  public func available(on day: CalendarDate) -> Int128 {
    let used = spentBook + obligatedBook
    guard recorded <= day else { return -used }
    return parts.reduce(realisedBook - used - withheldBook) {
      $0 + $1.recordedBook(by: day)
    }
  }
}

extension PartState {
  /// What of it is in the funding records by `day`, at the frozen rate.
  fileprivate func recordedBook(by day: CalendarDate) -> Int128 {
    records.reduce(0) { $1.key <= day ? $0 + Int128($1.value) : $0 }
  }
}
