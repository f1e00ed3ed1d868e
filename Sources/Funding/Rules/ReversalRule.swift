import Bookkeeping
import Diagnostics
import Monetary

// A reversal: the entries of the fact it cancels, on the other sides, on its own date. The position
// rows come back negative; a requirement's lines, what is outstanding of a pledge, what of moved money was
// received and what is conditional are worked out anew, since others may have moved.
extension Book {
  /// What a reversal comes to.
  func consequence(of reversal: Reversal, in fact: Fact) throws(Fault) -> Consequence {
    let target = try target(of: reversal, on: fact)
    if case .requirement(let requirement) = target.fact.event {
      var register = requirements
      let changes = try register.withdraw(
        target.id, of: requirement.key, from: max(target.fact.posted, fact.posted), in: programme)
      return try consequence(of: changes, year: requirement.key.year)
    }
    if target.fact.kind == .obligation {
      return try self.consequence(ofCancelling: target.id, on: fact.posted)
    }
    var consequence = Consequence()
    // What was paid out on an obligation is open again, unless that was reversed.
    let reopened = target.consequence.obligations.filter {
      $0.obligation.map { obligations[$0] != nil } ?? false
    }
    consequence.obligations = reopened.map(\.opposite)
    consequence.unapplied = target.consequence.unapplied.map(\.opposite)
    for entry in target.consequence.entries where entry.occasion != .converted {
      if entry.occasion == .disbursed, reopened.isEmpty { continue }
      consequence.entries.append(entry.reversed(on: max(entry.date, fact.posted)))
    }
    for row in target.consequence.positions where !row.measure.followsFromParts {
      if row.measure == .pledged, target.fact.kind == .agreement { continue }
      if row.measure == .obligated, reopened.isEmpty { continue }
      consequence.positions.append(try row.opposite(on: max(row.day, fact.posted)))
    }
    takeFromWhereItLies(target.consequence.parts, in: &consequence)
    consequence.parts = target.consequence.parts.map { $0.opposite(on: fact.posted) }
    for movement in consequence.parts { consequence.positions += receivedRows(of: movement) }
    if case .agreement(let agreement) = target.fact.event {
      try releasePledge(of: agreement, on: fact.posted, into: &consequence)
    }
    return consequence
  }

  /// Takes back what was received from where it lies: an amendment may have moved it since.
  ///
  /// Of a fact's rows and movements each received amount is one, in the same order.
  private func takeFromWhereItLies(_ movements: [PartMovement], in consequence: inout Consequence) {
    let rows = consequence.positions.indices.filter {
      consequence.positions[$0].measure == .received
    }
    let settling = movements.filter { $0.received != 0 || $0.refunded != 0 }
    for (index, movement) in zip(rows, settling) {
      guard let part = part(of: movement) else { continue }
      consequence.positions[index] = consequence.positions[index].moved(to: part)
    }
  }

  /// Whether money that a movement brought to a line, or back to the part's place, was moved on, so that
  /// too little of it lies there to be taken back, or not all of what the rest is worth.
  private func isTakenOn(_ movement: PartMovement) -> Bool {
    guard var part = part(of: movement) else { return false }
    part.add(movement.opposite(on: .earliest))
    let lying = part.available(at: nil)
    if movement.reachesPlace, lying.amount < 0 || lying.book < 0 { return true }
    return movement.allocated.contains { moved in
      let amount = part.allocated[moved.scope] ?? 0
      let book = part.allocatedBook[moved.scope] ?? 0
      return amount < (part.carried[moved.scope] ?? 0) || amount < 0 || book < 0
        || amount == 0 && book != 0
    }
  }

  /// Whether an amendment moved the part since, and with it what the movement told of its old place.
  private func isMoved(_ movement: PartMovement) -> Bool {
    part(of: movement)?.place != movement.place
  }

  /// Whether others rest on what a movement of a part brought: it would leave less than nothing.
  private func isRestedOn(_ movement: PartMovement) -> Bool {
    guard var part = part(of: movement) else { return false }
    part.add(movement.opposite(on: .earliest))
    return part.open < 0 || part.received < part.refunded
      || part.unmetAmount > part.amount - part.writtenOff - part.refunded
      || part.unmet.values.contains { $0 < 0 }
  }

  private func target(of reversal: Reversal, on fact: Fact) throws(Fault) -> PostedFact {
    if let by = reversals[reversal.target] {
      throw Fault(.reversalDone, reversal.target.text, by.text)
    }
    guard let target = posted[reversal.target] else {
      throw Fault(.factUnknown, reversal.target.text)
    }
    guard target.fact.kind != .reversal else {
      throw Fault(.reversalOfReversal, reversal.target.text)
    }
    guard target.fact.kind.isReversible else {
      throw Fault(.reversalKind, reversal.target.text, target.fact.kind.rawValue)
    }
    guard fact.date >= target.fact.date else {
      throw Fault(
        .reversalEarlier, fact.date.description, reversal.target.text,
        target.fact.date.description)
    }
    let rests =
      switch target.fact.event {
      case .agreement(let agreement): (agreements[agreement.reference]?.dependants ?? 0) > 0
      case .pledge(let pledge): pledges[pledge.reference]?.claims.isEmpty == false
      case .unidentified(let receipt):
        unapplied[receipt.reference]?.amount != receipt.amount.minorUnits
      case .inKind, .reported: !dependants(of: target).isEmpty
      case .allocation: target.consequence.parts.contains { isMoved($0) || isTakenOn($0) }
      case .writeOff, .refund: target.consequence.parts.contains { isMoved($0) || isRestedOn($0) }
      default:
        target.consequence.parts.contains(where: isRestedOn)
          || isGivenBack(overpaymentBy: target)
      }
    guard !rests else {
      throw Fault(
        .reversalDependants, reversal.target.text,
        dependants(of: target).map(\.text).joined(separator: ", "))
    }
    return target
  }

  /// The facts that rest on one, in the order in which they applied: what speaks of an agreement or a
  /// pledge, what took money on from where an allocation brought it, what moved it.
  /// - Complexity: O(*n*) in the facts of the book.
  private func dependants(of target: PostedFact) -> [FactID] {
    func stands(_ fact: PostedFact) -> Bool {
      fact.id != target.id && (fact.fact.kind.isReversible || fact.fact.kind == .amendment)
        && reversals[fact.id] == nil
    }
    let standing = posted.inOrder.drop { $0.id != target.id }.filter(stands)
    func isMoved(by fact: PostedFact) -> Bool {
      guard case .amendment(let amendment) = fact.fact.event, amendment.earmark != nil
      else { return false }
      return target.fact.reference.map(fact.fact.mentions.contains) ?? false
    }
    let resting =
      switch target.fact.event {
      case .allocation:
        standing.filter { fact in
          isMoved(by: fact)
            || fact.consequence.parts.contains { taking in
              target.consequence.parts.contains(where: taking.takes)
            }
        }
      case .agreement, .pledge, .unidentified:
        standing.filter { fact in
          target.fact.reference.map(fact.fact.mentions.contains) ?? false
        }
      case .inKind(let gift):
        standing.filter { fact in
          if case .inKindUsed(let use) = fact.fact.event {
            use.agreement == gift.agreement && use.amount.currency == gift.amount.currency
          } else {
            false
          }
        }
      // Reports that were not delivered gave way to those of an amendment.
      case .reported:
        standing.filter { fact in
          guard case .amendment(let amendment) = fact.fact.event, !amendment.reports.isEmpty
          else { return false }
          return target.fact.reference.map(fact.fact.mentions.contains) ?? false
        }
      case .writeOff, .refund: standing.filter(isMoved)
      // What was received before, and reversed since, may have been refunded.
      default:
        posted.inOrder.filter(stands).filter { fact in
          [.refund, .writeOff].contains(fact.fact.kind)
            && fact.fact.reference == target.fact.reference
        }
      }
    return resting.map(\.id)
  }
}

extension PartMovement {
  /// Whether it brings money back to the part's place.
  fileprivate var reachesPlace: Bool { allocated.reduce(Int128(0)) { $0 + Int128($1.amount) } < 0 }

  /// Whether it takes money away from the part's place: to a line, or out of the records.
  private var leavesPlace: Bool {
    writtenOff > 0 || refunded > 0 || allocated.reduce(Int128(0)) { $0 + Int128($1.amount) } > 0
  }

  /// Whether it takes money from where `other` brought some.
  fileprivate func takes(from other: PartMovement) -> Bool {
    guard (agreement, part) == (other.agreement, other.part) else { return false }
    if other.reachesPlace { return leavesPlace }
    let lines = Set(other.allocated.lazy.filter { $0.amount > 0 }.map(\.scope))
    return allocated.contains { $0.amount < 0 && lines.contains($0.scope) }
      || carried.map { lines.contains($0.scope) } ?? false
  }
}

extension PositionRow.Measure {
  /// Whether its rows are told anew by where the parts of an agreement stand, and not taken back.
  fileprivate var followsFromParts: Bool {
    [.receivedAllocated, .conditional, .signedConditional].contains(self)
  }
}

extension PositionRow {
  /// The row at the place of a part, no earlier than its money lies there.
  fileprivate func moved(to part: PartState) -> PositionRow {
    PositionRow(
      measure, day: max(day, part.placed), scope: part.place, year: year, donor: donor,
      category: part.category, reach: part.reach, reference: reference, count: count,
      amount: amount, book: book)
  }

  /// The row that takes this one back, from `day` on.
  fileprivate func opposite(on day: CalendarDate) throws(Fault) -> PositionRow {
    PositionRow(
      measure, day: day, scope: scope, year: year, donor: donor, category: category,
      reach: reach, reference: reference, count: -count,
      amount: try refusing { () throws(MoneyError) in try amount.negated() },
      book: try refusing { () throws(MoneyError) in try book.negated() })
  }
}
