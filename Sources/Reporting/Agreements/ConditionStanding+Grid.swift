import Funding
import Monetary
import Tabulation

// Conditions are listed alike wherever an agreement is shown.
extension [ConditionStanding] {
  /// What of the agreement is conditional: what waits for all of them. Nil where there is no condition.
  ///
  /// Together they are at most the agreement, and so can be counted.
  var conditional: Money? { total(\.waiting) }

  /// How much of what was conditional is met; nil where there is no condition.
  var met: Money? { total(\.met) }

  /// One row a condition.
  var rows: [Grid.Row] {
    map { condition in
      Grid.Row([
        .text(condition.name), .money(condition.amount), .money(condition.met),
        .money(condition.givenUp), .money(condition.waiting),
      ])
    }
  }

  private func total(_ amount: KeyPath<ConditionStanding, Money>) -> Money? {
    guard let currency = first?.amount.currency else { return nil }
    return Money(
      minorUnits: reduce(0) { $0 + $1[keyPath: amount].minorUnits }, of: currency)
  }
}

extension ConditionStanding {
  /// The columns of a table of conditions.
  static var columns: [Grid.Column] {
    [
      Grid.Column("condition", "Condition"), Grid.Column("amount", "Amount", .codedAmount),
      Grid.Column("met", "Met", .codedAmount), Grid.Column("givenUp", "Given up", .codedAmount),
      Grid.Column("conditional", "Of which conditional", .codedAmount),
    ]
  }
}
