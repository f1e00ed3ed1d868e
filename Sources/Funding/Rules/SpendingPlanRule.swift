import Bookkeeping
import Diagnostics
import Monetary

// A spending plan posts nothing: what is planned is neither money nor a claim to it.
extension Book {
  /// The day on which a plan of a scope and a year begins to count, by which plans are told apart.
  struct PlanDay: Hashable, Sendable {
    let scope: ScopePath
    let year: BudgetYear
    let day: CalendarDate

    init(of plan: SpendingPlan, in fact: Fact) {
      scope = plan.scope
      year = plan.year
      day = fact.date
    }
  }

  /// Nothing, if the plan is of a declared scope and in the book currency, its months are the year's, each
  /// once, and sum to it, and no other begins on its day.
  func consequence(
    of plan: SpendingPlan, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    checks.run(try programme.require(plan.scope))
    checks.run(try require(plan.amount.currency, is: head.currency))
    let months = plan.months.map(\.amount)
    if !months.isEmpty, let sum = sum(of: months, dividing: plan.amount, passing: &checks) {
      checks.note(Fault(.planMonths, sum.description, plan.amount.description))
    }
    for fault in plan.faultsOfMonths { checks.note(fault) }
    checks.run(try requireNewDay(of: plan, in: fact))
    return Consequence()
  }

  private func requireNewDay(of plan: SpendingPlan, in fact: Fact) throws(Fault) {
    guard spendingPlans.contains(PlanDay(of: plan, in: fact)) else { return }
    throw Fault(.planExists, plan.scope.text, plan.year.description, fact.date.description)
  }
}

extension SpendingPlan {
  /// What is wrong with the months it names: another year's, and any that stands twice.
  fileprivate var faultsOfMonths: [Fault] {
    let foreign = months.filter { $0.month.year != Int(year.number) }.map {
      Fault(.planMonthYear, $0.month.description, year.description)
    }
    let twice = zip(months, months.dropFirst()).filter { $0.month == $1.month }.map {
      Fault(.planMonthTwice, $0.0.month.description)
    }
    return foreign + twice
  }
}
