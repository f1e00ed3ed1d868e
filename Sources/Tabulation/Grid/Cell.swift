public import Monetary

/// One field of a table: a value, never its looks. All that a renderer knows of a report.
public enum Cell: Hashable, Sendable {
  /// Nothing to say.
  case empty
  /// Words, or a name in any script.
  case text(String)
  /// What a person types or searches for, such as a reference; never shortened, and broken only in a
  /// tree, after the `:` or `/` between its parts.
  case code(String)
  /// A day.
  case date(CalendarDate)
  /// A count.
  case integer(Int64)
  /// A share in whole percent.
  case percent(Int)
  /// An amount.
  case amount(PrintedAmount)
  /// Amounts that stand for one thing together, such as a contribution in two currencies.
  case amounts([PrintedAmount])
  /// A length to draw; what it shows is stated by a cell beside it, so that programs do not get it.
  case bar(Proportion)

  /// An amount to the minor unit.
  public static func money(_ money: Money) -> Cell { .amount(.exact(money)) }

  /// An amount in whole units of its currency, rounded by the report.
  public static func wholeMoney(_ units: Int64, _ currency: Currency) -> Cell {
    .amount(.whole(units, currency))
  }

  /// The value in one line as people read it, amounts with their code: `USD 300,000 + EUR 150,000`.
  var inline: String {
    switch self {
    case .empty, .bar: ""
    case .text(let text), .code(let text): text
    case .date(let date): date.description
    case .integer(let count): count.grouped
    case .percent(let percent): "\(percent) %"
    case .amount(let amount): "\(amount.currency.code) \(amount.grouped)"
    case .amounts(let amounts):
      amounts.map { "\($0.currency.code) \($0.grouped)" }.joined(separator: " + ")
    }
  }
}
