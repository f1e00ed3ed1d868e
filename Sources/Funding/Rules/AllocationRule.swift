import Bookkeeping
import Diagnostics
import Monetary

// An allocation: at the source Dr budget:funded, Cr budget:unfunded; at the line
// Dr budget:unfunded, Cr budget:funded, at the frozen rate of the part the money is taken from. Money
// moves from the day on which it is in the funding records, not before.
extension Book {
  /// What an allocation comes to.
  func consequence(
    of allocation: Allocation, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let isPlaced = checks.run(try programme.require(allocation.scope))
    var isSourced = true
    if let source = allocation.source { isSourced = checks.run(try programme.require(source)) }
    guard let state = checks.value(try agreement(allocation.agreement)) else { return nil }
    let isCounted = checks.run(
      try require(allocation.amount.currency, is: state.agreement.amount.currency))
    guard let selected = checks.value(try state.indices(of: allocation.part)), isPlaced
    else { return nil }
    let year = allocation.year ?? allocation.part?.year ?? BudgetYear(of: fact.date)
    let indices = checks.value(try reaching(allocation, among: selected, of: year, in: state))
    guard isSourced, isCounted else { return nil }
    var shares: [AllocationShare] = []
    if let indices {
      shares = checks.value(try self.shares(of: allocation, among: indices, in: state)) ?? []
    }
    checkLimits(of: state, for: allocation, on: fact.date, passing: &checks)
    guard checks.passed else { return nil }
    return checks.value(try consequence(of: allocation, moving: shares, in: state, on: fact))
  }

  private func consequence(
    of allocation: Allocation, moving shares: [AllocationShare], in state: AgreementState,
    on fact: Fact
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    var draft = DraftEntry(
      date: max(fact.posted, state.recorded(ofParts: shares.map(\.index))),
      occasion: .allocated, bookCurrency: head.currency)
    for share in shares {
      try add(share, to: allocation.scope, in: state, draft: &draft, consequence: &consequence)
    }
    try consequence.append(draft)
    return consequence
  }

  /// What of a part moves, and from where.
  private struct AllocationShare {
    let index: Int
    let source: ScopePath
    /// Whether the source is a line that money was moved to before.
    let isFromLine: Bool
    let amount: Int64
    let book: Int64
  }

  /// Those of the parts `selected` that reach the line and do not lie there.
  /// - Throws: `allocation-reach`, `allocation-place`.
  private func reaching(
    _ allocation: Allocation, among selected: [Int], of year: BudgetYear, in state: AgreementState
  ) throws(Fault) -> [Int] {
    let permitted = selected.filter { index in
      let part = state.parts[index]
      return part.year == year
        && (programme.permits(part.earmark, at: allocation.scope) || part.place == allocation.scope)
    }
    guard !permitted.isEmpty else {
      throw Fault(
        .allocationReach, allocation.agreement.text, year.description, allocation.scope.text)
    }
    let reaching = permitted.filter {
      (allocation.source ?? state.parts[$0].place) != allocation.scope
    }
    guard !reaching.isEmpty else {
      throw Fault(.allocationPlace, allocation.agreement.text, allocation.scope.text)
    }
    return reaching
  }

  /// What of each of the parts `reaching` the line moves.
  /// - Throws: `allocation-exceeds`.
  private func shares(
    of allocation: Allocation, among reaching: [Int], in state: AgreementState
  ) throws(Fault) -> [AllocationShare] {
    let available = reaching.map { state.parts[$0].available(at: allocation.source).amount }
    let sum = available.reduce(0, +)
    guard allocation.amount.minorUnits <= sum else {
      throw Fault(
        .allocationExceeds, allocation.amount.description,
        Money(minorUnits: sum, of: allocation.amount.currency).description,
        allocation.agreement.text, allocation.scope.text)
    }
    let split = allocation.amount.allocated(by: available)
    return zip(reaching, split).compactMap { index, amount in
      guard amount.isPositive else { return nil }
      let part = state.parts[index]
      let there = part.available(at: allocation.source)
      return AllocationShare(
        index: index, source: allocation.source ?? part.place,
        isFromLine: allocation.source.map { $0 != part.place } ?? false,
        amount: amount.minorUnits,
        book: Share.of(there.book, part: amount.minorUnits, whole: there.amount))
    }
  }

  private func add(
    _ share: AllocationShare, to line: ScopePath, in state: AgreementState,
    draft: inout DraftEntry, consequence: inout Consequence
  ) throws(Fault) {
    let part = state.parts[share.index]
    let book = Money(minorUnits: share.book, of: head.currency)
    let legs: [(Side, AccountCode, ScopePath)] = [
      (.debit, .funded, share.source), (.credit, .unfunded, share.source),
      (.debit, .unfunded, line), (.credit, .funded, line),
    ]
    for (side, account, scope) in legs {
      let tags = Posting.Tags(
        agreement: state.agreement.reference, part: share.index + 1, scope: scope, year: part.year)
      try draft.leg(side, account, fund: .memorandum, book, tags: tags)
    }
    for (scope, sign) in [(share.source, Int64(-1)), (line, 1)] {
      consequence.positions.append(
        PositionRow(
          .allocated, day: draft.date, scope: scope, year: part.year,
          donor: part.donor, category: part.category, reach: part.reach,
          reference: state.agreement.reference,
          amount: Money(minorUnits: sign * share.amount, of: state.agreement.amount.currency),
          book: Money(minorUnits: sign * share.book, of: head.currency)))
    }
    var movement = PartMovement(agreement: state.agreement.reference, part: share.index + 1)
    if line != part.place {
      movement.allocated.append(.init(scope: line, amount: share.amount, book: share.book))
    }
    if share.isFromLine {
      movement.allocated.append(
        .init(scope: share.source, amount: -share.amount, book: -share.book))
    }
    movement.event = .moved(
      PartFlow.Move(
        number: part.flow.nextNumber, day: draft.date, source: share.source, line: line,
        amount: share.amount, book: share.book))
    consequence.parts.append(movement)
    consequence.positions += receivedRows(of: movement)
  }

  /// What a movement changes of what counts as moved on basis received.
  func receivedRows(of movement: PartMovement) -> [PositionRow] {
    guard let event = movement.event, let state = agreements[movement.agreement] else { return [] }
    let part = state.parts[movement.part - 1]
    let changes = part.flow.changes(
      by: event, of: PartFlow.Part(place: part.place, amount: part.amount))
    return changes.map { change in
      PositionRow(
        .receivedAllocated, day: max(change.day, part.placed), scope: change.scope, year: part.year,
        donor: part.donor, category: part.category, reach: part.reach,
        reference: state.agreement.reference,
        amount: Money(minorUnits: change.amount, of: state.agreement.amount.currency),
        book: Money(minorUnits: change.book, of: head.currency))
    }
  }
}

extension PartState {
  /// What lies at a line, or with nil at the part's own place, and may be moved away or given up: it was not
  /// taken into a later year.
  func available(at source: ScopePath?) -> (amount: Int64, book: Int64) {
    let line = source ?? place
    let (taken, takenBook) = (carried[line] ?? 0, carriedBook[line] ?? 0)
    if line != place {
      return ((allocated[line] ?? 0) - taken, (allocatedBook[line] ?? 0) - takenBook)
    }
    return (
      amount - writtenOff - refunded - allocated.values.reduce(0, +) - taken,
      recordedBook - writtenOffBook - refundedBook - allocatedBook.values.reduce(0, +) - takenBook
    )
  }
}
