import Bookkeeping
import Diagnostics
import Monetary

// What an agreement's money may be used for: where its earmark reaches, while its period lasts, up to
// its sub-limits, and no more than there is.
extension Book {
  /// - Throws: `use-reach` outside the earmarks of the agreement.
  func requireReach(of state: AgreementState, to scope: ScopePath) throws(Fault) {
    guard state.parts.contains(where: { programme.permits($0.earmark, at: scope) })
    else { throw Fault(.useReach, state.agreement.reference.text, scope.text) }
  }

  /// The donor whose money is used at a line: the only one whose parts reach it, else the one that signed.
  ///
  /// Cash knows no parts: what of a line's spending each of several donors bore cannot be told.
  func donor(of state: AgreementState, at scope: ScopePath) -> DonorID {
    let reaching = Set(
      state.parts.lazy.filter { programme.permits($0.earmark, at: scope) }.map(\.donor))
    guard reaching.count == 1, let only = reaching.first else { return state.agreement.donor }
    return only
  }

  /// - Throws: `use-period` outside the period of the agreement.
  func requirePeriod(of state: AgreementState, on date: CalendarDate) throws(Fault) {
    guard let period = state.schedule.period, date < period.first || date > period.last
    else { return }
    throw Fault(
      .usePeriod, state.agreement.reference.text, period.first.description,
      period.last.description, date.description)
  }

  /// - Throws: `use-exceeds` where `book` is beyond what is available, and what an obligation `released`;
  ///   `use-unspent` of what may not be more even where it says why.
  func requireAvailable(
    of state: AgreementState, worth book: Money, releasing released: Int64 = 0,
    on date: CalendarDate, orReason takesReason: Bool = false
  ) throws(Fault) {
    let available = state.available(from: date) + Int128(released)
    guard Int128(book.minorUnits) > available else { return }
    let left = Money(minorUnits: Int64(clamping: max(available, 0)), of: head.currency).description
    let agreement = state.agreement.reference.text
    throw takesReason
      ? Fault(.useExceeds, book.description, left, agreement)
      : Fault(.useUnspent, book.description, left, agreement)
  }

  /// Notes each sub-limit of `date` or a later day that lets less through to a line than is moved there.
  func checkLimits(
    of state: AgreementState, for allocation: Allocation, on date: CalendarDate,
    passing checks: inout Checks
  ) {
    for limit in state.lowestLimits(from: date)
    where programme.contains(allocation.scope, in: limit.scope)
      && !(allocation.source.map { programme.contains($0, in: limit.scope) } ?? false)
    {
      check(
        allocation.amount, within: limit.amount, beside: moved(to: limit.scope, of: state), limit,
        of: state, &checks)
    }
  }

  /// Notes each sub-limit of `date` or a later day that lets less be used at a line than `book`, with its support
  /// cost, and what an obligation `released`; at the agreement's frozen rate.
  func checkLimits(
    of state: AgreementState, at line: ScopePath, worth book: Money, releasing released: Int64 = 0,
    on date: CalendarDate, passing checks: inout Checks
  ) {
    for limit in state.lowestLimits(from: date)
    where programme.contains(line, in: limit.scope) {
      let ceiling = Money(minorUnits: state.frozenBook(of: limit.amount), of: head.currency)
      check(
        book, within: ceiling, beside: used(in: limit.scope, of: state) - Int128(released), limit,
        of: state, &checks)
    }
  }

  /// Sees that what was moved to a scope and used there stays below the ceiling that an amendment sets.
  /// - Throws: `limit-used`.
  func requireRoom(for limit: LimitChange, of state: AgreementState) throws(Fault) {
    guard let amount = limit.amount, amount.currency == state.agreement.amount.currency
    else { return }
    let moved = moved(to: limit.scope, of: state)
    let used = used(in: limit.scope, of: state)
    guard max(moved - Int128(amount.minorUnits), used - Int128(state.frozenBook(of: amount))) > 0
    else { return }
    let there =
      moved > Int128(amount.minorUnits)
      ? Money(minorUnits: Int64(clamping: moved), of: amount.currency)
      : Money(minorUnits: Int64(clamping: used), of: head.currency)
    throw Fault(
      .limitUsed, amount.description, limit.scope.text, there.description,
      state.agreement.reference.text)
  }

  /// What of an agreement was moved to a scope and below, in its currency.
  private func moved(to scope: ScopePath, of state: AgreementState) -> Int128 {
    state.parts.reduce(0) { sum, part in
      part.allocated.reduce(sum) {
        programme.contains($1.key, in: scope) ? $0 + Int128($1.value) : $0
      }
    }
  }

  /// What of an agreement was spent at a scope and below, and is owed to partners there, in the book currency.
  private func used(in scope: ScopePath, of state: AgreementState) -> Int128 {
    state.usedBookByLine.reduce(0) { programme.contains($1.key, in: scope) ? $0 + $1.value : $0 }
  }

  /// Notes a sub-limit where `amount` is more than `ceiling` less what is `inside` already.
  private func check(
    _ amount: Money, within ceiling: Money, beside inside: Int128, _ limit: SubLimit,
    of state: AgreementState, _ checks: inout Checks
  ) {
    let left = Int128(ceiling.minorUnits) - inside
    guard Int128(amount.minorUnits) > left else { return }
    checks.note(
      Fault(
        .useLimit, amount.description,
        Money(minorUnits: Int64(clamping: max(left, 0)), of: ceiling.currency).description,
        state.agreement.reference.text, limit.scope.text))
  }
}

extension AgreementState {
  /// What an amount in its currency is worth at the frozen rate of all its parts together, in minor units
  /// of the book currency: no more than they are.
  fileprivate func frozenBook(of amount: Money) -> Int64 {
    let whole = parts.reduce(0) { $0 + $1.amount }
    let book = parts.reduce(0) { $0 + $1.recordedBook }
    guard whole > 0 else { return 0 }
    return Share.of(book, part: min(amount.minorUnits, whole), whole: whole)
  }
}
