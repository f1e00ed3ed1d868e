import Bookkeeping
public import Monetary
public import Tabulation

extension TrialBalance {
  /// Lowers the balance to a document: debits beside credits, or a column a month.
  /// - Throws: `.overflow` where a balance is beyond what can be counted.
  public func document() throws(MoneyError) -> Document {
    var rows: [Grid.Row] = []
    for line in lines { rows.append(Grid.Row(try cells(of: line))) }
    if months.isEmpty {
      for currency in Set(lines.map(\.currency)).sorted() {
        rows.append(Grid.Row(try totalCells(in: currency), role: .total))
      }
    }
    return Document(
      title: "Trial balance of \(stamp.ledger)",
      subtitle: "as of \(stamp.asOf)" + (currency.map { ", in \($0)" } ?? ""),
      blocks: lines.isEmpty
        ? [.paragraph("Nothing is posted.")]
        : [.grid(Grid(id: "balance", title: "", columns: columns, rows: rows))],
      stamp: stamp.stamp())
  }

  /// The one currency of all lines; nil where there are several.
  private var currency: Currency? {
    let currencies = Set(lines.map(\.currency))
    return currencies.count == 1 ? currencies.first : nil
  }

  private var columns: [Grid.Column] {
    let kind: Grid.Kind = currency == nil ? .codedAmount : .amount
    var columns = [Grid.Column("account", "Account", .code)]
    if grouping.byFund { columns.append(Grid.Column("fund", "Fund", .code)) }
    if grouping.byMonth {
      columns += months.map {
        Grid.Column("month\($0.description)", $0.description, kind)
      }
      columns.append(Grid.Column("balance", "Balance", kind))
    } else {
      columns.append(Grid.Column("debit", "Debit", kind))
      columns.append(Grid.Column("credit", "Credit", kind))
    }
    return columns
  }

  private func cells(of line: Line) throws(MoneyError) -> [Cell] {
    var cells: [Cell] = [.code(line.account)]
    if grouping.byFund { cells.append(.code(line.fund?.text ?? "")) }
    if grouping.byMonth {
      for balance in line.monthly + [line.balance] {
        // A month without movement stays blank, so that those with some are seen.
        let money = try Money(sum: balance, of: line.currency)
        cells.append(money.isZero ? .empty : .money(money))
      }
    } else {
      let size = Cell.money(
        try Money(sum: Int128(line.balance.magnitude), of: line.currency))
      cells += line.balance >= 0 ? [size, .empty] : [.empty, size]
    }
    return cells
  }

  private func totalCells(in currency: Currency) throws(MoneyError) -> [Cell] {
    let totals = totals(in: currency)
    return [.code("Total")] + (grouping.byFund ? [.empty] : [])
      + [
        .money(try Money(sum: totals.debits, of: currency)),
        .money(try Money(sum: totals.credits, of: currency)),
      ]
  }
}
