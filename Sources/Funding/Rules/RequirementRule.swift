import Bookkeeping
import Diagnostics
import Monetary

// A requirement: Dr budget:requirements, Cr budget:unfunded by the change it makes to each line.
extension Book {
  /// What a requirement comes to.
  func consequence(
    of requirement: Requirement, in fact: Fact, id: FactID, passing checks: inout Checks
  ) -> Consequence? {
    let isCounted = checks.run(try require(requirement.amount.currency, is: head.currency))
    guard checks.run(try programme.require(requirement.key.scope)),
      checks.run(try requirements.requireTurn(of: requirement)), isCounted
    else { return nil }
    return checks.value(try consequence(of: requirement, in: fact, id: id))
  }

  private func consequence(
    of requirement: Requirement, in fact: Fact, id: FactID
  ) throws(Fault) -> Consequence {
    let change = try requirements.change(by: requirement)
    var register = requirements
    let lines = try register.apply(change, to: requirement.key, by: id, in: programme)
    return try consequence(of: lines, year: requirement.key.year, on: fact.posted) {
      $0.requirement = RequirementMovement(key: requirement.key, change: change)
    }
  }

  /// What changes of lines come to: one entry on `date`, and a row a line.
  func consequence(
    of lines: [ScopePath: Int64], year: BudgetYear, on date: CalendarDate,
    completing complete: (inout Consequence) -> Void
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    var draft = DraftEntry(date: date, occasion: .requested, bookCurrency: head.currency)
    for (line, change) in lines.sorted(by: { $0.key < $1.key }) {
      let size = Money(minorUnits: abs(change), of: head.currency)
      let tags = Posting.Tags(scope: line, year: year)
      let side: Side = change > 0 ? .debit : .credit
      try draft.leg(side, .requirements, fund: .memorandum, size, tags: tags)
      try draft.leg(side.opposite, .unfunded, fund: .memorandum, size, tags: tags)
      let amount = Money(minorUnits: change, of: head.currency)
      consequence.positions.append(
        PositionRow(.requested, day: date, scope: line, year: year, amount: amount, book: amount))
    }
    try consequence.append(draft)
    complete(&consequence)
    return consequence
  }
}
