import Bookkeeping
import Diagnostics
import Monetary

// What of the funding records waits for conditions: rows that follow from how a fact leaves the parts of an
// agreement. It lies at the place of its part; an allocation moves what waits for nothing first, so that
// what lies at the lines waits only as far as the place no longer holds it.
extension Book {
  /// The rows by which a decided fact changes what is conditional, in what is recorded and what is signed.
  ///
  /// The amounts are those that wait, at what is carried for them: the rate at which they were agreed.
  /// - Throws: `part-unknown` and others of an agreement that no rule would have let in.
  func conditionalRows(
    by consequence: Consequence, of fact: Fact
  ) throws(Fault) -> [PositionRow] {
    var rows: [PositionRow] = []
    for reference in agreementsChanged(by: consequence, of: fact) {
      let before = agreements[reference]
      let after = try state(of: reference, after: consequence, of: fact)
      guard let state = after ?? before else { continue }
      var changes = ConditionalSums()
      for part in before?.parts ?? [] { part.addConditional(to: &changes, sign: -1) }
      for part in after?.parts ?? [] { part.addConditional(to: &changes, sign: 1) }
      let own = consequence.positions.filter { $0.reference == reference }
      func day(_ measure: PositionRow.Measure, else day: CalendarDate) -> CalendarDate {
        own.lazy.filter { $0.measure == measure }.map(\.day).max() ?? day
      }
      let days: [(PositionRow.Measure, CalendarDate)] = [
        (.signedConditional, day(.signed, else: max(fact.date, state.signed))),
        (.conditional, day(.recorded, else: max(fact.posted, state.recorded))),
      ]
      for (lie, sum) in changes.inOrder {
        for (measure, day) in days {
          rows.append(
            PositionRow(
              measure, day: day, scope: lie.scope, year: lie.year, donor: lie.donor,
              category: lie.category, reach: lie.reach, reference: reference,
              amount: Money(minorUnits: sum.amount, of: state.agreement.amount.currency),
              book: Money(minorUnits: sum.book, of: head.currency)))
        }
      }
    }
    return rows
  }

  private func agreementsChanged(by consequence: Consequence, of fact: Fact) -> [Reference] {
    var changed = Set(consequence.parts.map(\.agreement))
    if let amendment = consequence.amendment { changed.insert(amendment.agreement) }
    if case .agreement(let agreement) = fact.event, !agreement.conditions.isEmpty {
      changed.insert(agreement.reference)
    }
    if let undone = agreementUndone(by: fact) { changed.insert(undone) }
    return changed.filter { agreements[$0]?.agreement.conditions.isEmpty != true }.sorted()
  }

  /// The agreement that a reversal undoes.
  private func agreementUndone(by fact: Fact) -> Reference? {
    guard case .reversal(let reversal) = fact.event,
      case .agreement(let agreement) = posted[reversal.target]?.fact.event
    else { return nil }
    return agreement.reference
  }

  /// The agreement as the fact leaves it; nil where it is undone.
  func state(
    of reference: Reference, after consequence: Consequence, of fact: Fact
  ) throws(Fault) -> AgreementState? {
    if case .agreement(let agreement) = fact.event {
      return try state(of: agreement, worth: try worth(agreement.amount, on: fact.date), in: fact)
    }
    guard var state = agreements[reference], agreementUndone(by: fact) == nil else { return nil }
    if let amendment = consequence.amendment, amendment.agreement == reference {
      state.parts = amendment.parts
    }
    return state.after(consequence.parts)
  }
}

/// What is conditional, by where it lies and whose it is, in the order in which that was met.
private struct ConditionalSums {
  struct Lie: Hashable {
    let scope: ScopePath
    let year: BudgetYear
    let donor: DonorID
    let category: EarmarkCategory
    let reach: Reach?
  }

  /// In minor units of the agreement's currency, and of the book currency.
  private var sums: [Lie: (amount: Int64, book: Int64)] = [:]
  private var order: [Lie] = []

  /// Those that come to something.
  var inOrder: [(lie: Lie, sum: (amount: Int64, book: Int64))] {
    order.compactMap { lie in
      guard let sum = sums[lie], sum != (0, 0) else { return nil }
      return (lie, sum)
    }
  }

  mutating func add(_ amount: Int64, worth book: Int64, at lie: Lie) {
    if sums[lie] == nil { order.append(lie) }
    let sum = sums[lie] ?? (0, 0)
    sums[lie] = (sum.amount + amount, sum.book + book)
  }
}

extension PartState {
  /// Adds or, with a sign of -1, takes away what of the part is conditional, where it lies.
  fileprivate func addConditional(to sums: inout ConditionalSums, sign: Int64) {
    var (left, leftBook) = (unmetAmount, unmetBook)
    for (scope, amount) in conditionalShares {
      let book = Share.of(leftBook, part: amount, whole: left)
      left -= amount
      leftBook -= book
      sums.add(
        sign * amount, worth: sign * book,
        at: ConditionalSums.Lie(
          scope: scope, year: year, donor: donor, category: category, reach: reach))
    }
  }

  /// How much of what is conditional lies at the place, and at the lines that money was moved to, by name.
  private var conditionalShares: [(scope: ScopePath, amount: Int64)] {
    var left = unmetAmount
    guard left > 0 else { return [] }
    let lines = allocated.keys.filter { $0 != place }.sorted()
    let there = [(place, available(at: nil).amount)] + lines.map { ($0, allocated[$0] ?? 0) }
    var shares: [(scope: ScopePath, amount: Int64)] = []
    for (scope, amount) in there {
      let taken = min(left, max(amount, 0))
      left -= taken
      if taken > 0 { shares.append((scope, taken)) }
    }
    // What was agreed covers what waits for it; what was carried over lies at its place still.
    if left > 0 { shares.append((place, left)) }
    return shares
  }
}
