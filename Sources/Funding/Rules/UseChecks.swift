import Bookkeeping
import Diagnostics
import Monetary

// What an agreement's money may be used for: where its earmark reaches, while its period lasts, up to
// its sub-limits, and no more than there is.
extension Book {
  /// Refuses spending that the agreement does not allow.
  ///
  /// - Throws: `use-reach` outside its earmarks, `use-period` outside its period, `use-exceeds` beyond
  ///   what is available unless the expenditure says why.
  func checkUse(
    of state: AgreementState, by expenditure: Expenditure, worth book: Money, in fact: Fact
  ) throws(Fault) {
    let reference = state.agreement.reference.text
    guard state.parts.contains(where: { programme.permits($0.earmark, at: expenditure.scope) })
    else { throw Fault(.useReach, reference, expenditure.scope.text) }
    if let period = state.agreement.terms.period,
      fact.date < period.first || fact.date > period.last
    {
      throw Fault(
        .usePeriod, reference, period.first.description, period.last.description,
        fact.date.description)
    }
    guard expenditure.overspend == nil else { return }
    let available = state.available(on: fact.posted)
    guard Int128(book.minorUnits) <= available else {
      let shown = Money(minorUnits: Int64(clamping: max(available, 0)), of: head.currency)
      throw Fault(.useExceeds, book.description, shown.description, reference)
    }
  }

  /// Refuses to move more to a line than a sub-limit lets through.
  /// - Throws: `use-limit`.
  func checkLimits(of state: AgreementState, for allocation: Allocation) throws(Fault) {
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
        throw Fault(
          .useLimit, allocation.amount.description,
          Money(minorUnits: left, of: limit.amount.currency).description,
          state.agreement.reference.text, limit.scope.text)
      }
    }
  }
}

extension AgreementState {
  /// What may still be spent, in minor units of the book currency: what is in the funding records by
  /// `day`, with realised exchange, less what was spent.
  ///
  /// Source: DESIGN section 3, available for spending.
  func available(on day: CalendarDate) -> Int128 {
    guard recorded <= day else { return -spentBook }
    return parts.reduce(realisedBook - spentBook) {
      $0 + Int128($1.recordedBook)
    }
  }
}
