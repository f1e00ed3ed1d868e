import Bookkeeping
import Diagnostics
import Monetary

// A requirement: Dr budget:requirements, Cr budget:unfunded by the change it makes to each line, on each
// day on which it changes one.
extension Book {
  /// What a requirement comes to.
  func consequence(
    of requirement: Requirement, in fact: Fact, id: FactID, passing checks: inout Checks
  ) -> Consequence? {
    let isCounted = checks.run(try require(requirement.amount.currency, is: head.currency))
    guard checks.run(try programme.require(requirement.key.scope)),
      checks.run(
        try requirements.requireTurn(of: requirement, dated: fact.date)), isCounted
    else { return nil }
    return checks.value(try consequence(of: requirement, in: fact, id: id))
  }

  private func consequence(
    of requirement: Requirement, in fact: Fact, id: FactID
  ) throws(Fault) -> Consequence {
    var register = requirements
    let changes = try register.add(
      requirement, by: id, dated: fact.date, from: fact.posted, in: programme)
    return try consequence(of: changes, year: requirement.key.year)
  }

  /// What changes of lines come to: one entry a day, and a row a change.
  func consequence(
    of changes: [RequirementRegister.Change], year: BudgetYear
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    let days = Dictionary(grouping: changes, by: \.day).sorted { $0.key < $1.key }
    for (day, changes) in days {
      var draft = DraftEntry(date: day, occasion: .requested, bookCurrency: head.currency)
      for change in changes {
        let size = Money(minorUnits: abs(change.amount), of: head.currency)
        let tags = Posting.Tags(scope: change.line, year: year)
        let side: Side = change.amount > 0 ? .debit : .credit
        try draft.leg(side, .requirements, fund: .memorandum, size, tags: tags)
        try draft.leg(side.opposite, .unfunded, fund: .memorandum, size, tags: tags)
        let amount = Money(minorUnits: change.amount, of: head.currency)
        consequence.positions.append(
          PositionRow(
            .requested, day: day, scope: change.line, year: year, amount: amount, book: amount))
      }
      try consequence.append(draft)
    }
    return consequence
  }
}
