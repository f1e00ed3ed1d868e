import Bookkeeping
import Funding
import Monetary
import Tabulation

// The money of other budget years that moved in the month: part of what is receivable and unspent, and
// never of what is funded for the year.
extension MonthlyFunding {
  /// The lines by year; people are spared amounts of nothing.
  func otherYearsGrid(_ printing: Printing, forPrograms: Bool) -> Grid {
    func cell(_ amount: Money) -> Cell {
      amount.isZero && !forPrograms ? .empty : printing.cell(amount)
    }
    return Grid(
      id: "otherYears", title: forPrograms ? "" : "Of other budget years, in \(month)",
      columns: [
        Grid.Column("year", "Year", .code), Grid.Column("line", "", forPrograms ? .code : .text),
        Grid.Column("funded", "Funded", .amount), Grid.Column("receivable", "Receivable", .amount),
        Grid.Column("unspent", "Unspent", .amount),
      ],
      rows: otherYears.map { line in
        Grid.Row([
          .code(line.year.description),
          forPrograms ? .code(line.kind.rawValue) : .text(line.kind.label), cell(line.funded),
          cell(line.receivable), cell(line.unspent),
        ])
      })
  }
}
