import Bookkeeping
public import Funding
public import Monetary
import Tabulation

/// What is open in foreign currencies at a month's end, line by line: at what is carried, and at the rates of
/// the day.
public struct Revaluation: Hashable, Sendable {
  /// The month's last day.
  public let day: CalendarDate
  /// The lines, in order; those that gain and lose nothing, too.
  public let lines: [OpenItems.Line]

  /// Makes it of the lines on a day.
  public init(on day: CalendarDate, _ lines: [OpenItems.Line]) {
    self.day = day
    self.lines = lines
  }

  /// The lines for people, summed up; a sum beyond what can be counted is left out.
  func grid(in book: Currency) -> Grid {
    func sum(_ value: KeyPath<OpenItems.Line, Money>) -> Cell {
      let sum = lines.reduce(Int128(0)) { $0 + Int128($1[keyPath: value].minorUnits) }
      return (try? Money(sum: sum, of: book)).map { .money($0) } ?? .empty
    }
    let total = Grid.Row(
      [
        .text("Total"), .empty, .empty, sum(\.carrying), .empty, .empty, sum(\.value),
        sum(\.difference),
      ], role: .total)
    return Grid(
      id: "open\(day)", title: "Open on \(day), in \(book)",
      columns: [
        Grid.Column("account", "Account", .tree), Grid.Column("of", "Of", .code),
        Grid.Column("open", "Open", .codedAmount), Grid.Column("carrying", "Carried", .amount),
        Grid.Column("rate", "Rate", .code), Grid.Column("effective", "Since", .date),
        Grid.Column("worth", "Worth", .amount), Grid.Column("difference", "Difference", .amount),
      ],
      rows: lines.map { line in
        Grid.Row([
          .code(line.account.text), .code(line.owner), line.open, .money(line.carrying),
          .code(line.rate), line.effective, .money(line.value), .money(line.difference),
        ])
      } + [total])
  }
}

extension [Revaluation] {
  /// The lines of all for programs.
  var records: Grid {
    Grid(
      id: "open", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("account", "Account", .code),
        Grid.Column("fund", "Fund", .code), Grid.Column("agreement", "Agreement", .code),
        Grid.Column("amount", "Open", .codedAmount),
        Grid.Column("carrying", "Carried", .codedAmount), Grid.Column("rate", "Rate", .code),
        Grid.Column("effective", "Since", .date), Grid.Column("rateTable", "Table", .code),
        Grid.Column("worth", "Worth", .codedAmount),
        Grid.Column("difference", "Difference", .codedAmount),
      ],
      rows: flatMap { revaluation in
        revaluation.lines.map { line in
          Grid.Row([
            .date(revaluation.day), .code(line.account.text), .code(line.key.fund.text),
            .code((line.key.agreement ?? line.key.fund.agreement)?.text ?? ""), line.open,
            .money(line.carrying), .code(line.rate), line.effective,
            .code(line.rates.first?.table.text ?? ""), .money(line.value),
            .money(line.difference),
          ])
        }
      })
  }

  /// The rates by which the lines of all are taken, each once, at the last of the days on which it was; the oldest
  /// first.
  public var rateUses: [RateUse] {
    var days: [ExchangeRate: CalendarDate] = [:]
    for revaluation in self {
      for rate in revaluation.lines.flatMap(\.rates) {
        days[rate] = Swift.max(days[rate] ?? revaluation.day, revaluation.day)
      }
    }
    return days.map { RateUse(of: $0, on: $1) }.sorted()
  }
}

extension OpenItems.Line {
  /// The account, or that of what it was revalued by already.
  fileprivate var account: AccountCode { amount == nil ? key.account.revaluation : key.account }

  /// The agreement, or the fund.
  fileprivate var owner: String { key.agreement?.text ?? key.fund.text }

  fileprivate var open: Cell { amount.map { .money($0) } ?? .empty }

  fileprivate var rate: String { rates.map(\.description).joined(separator: ", ") }

  /// Since when the older of its rates holds.
  fileprivate var effective: Cell { rates.map(\.effective).min().map { .date($0) } ?? .empty }
}
