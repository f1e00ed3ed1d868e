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
      title: "Trial balance of \(stamp.ledger)", subtitle: "as of \(stamp.asOf)",
      blocks: lines.isEmpty
        ? [.paragraph("Nothing is posted.")]
        : [.grid(Grid(id: "balance", title: "", columns: columns, rows: rows))],
      stamp: stamp.stamp())
  }

  private var columns: [Grid.Column] {
    var columns = [Grid.Column("account", "Account", .code)]
    if grouping.byFund { columns.append(Grid.Column("fund", "Fund", .code)) }
    if grouping.byMonth {
      columns += months.map {
        Grid.Column("month\($0.description)", $0.description, .codedAmount)
      }
      columns.append(Grid.Column("balance", "Balance", .codedAmount))
    } else {
      columns.append(Grid.Column("debit", "Debit", .codedAmount))
      columns.append(Grid.Column("credit", "Credit", .codedAmount))
    }
    return columns
  }

  private func cells(of line: Line) throws(MoneyError) -> [Cell] {
    var cells: [Cell] = [.code(line.account)]
    if grouping.byFund { cells.append(.code(line.fund?.text ?? "")) }
    if grouping.byMonth {
      for balance in line.monthly + [line.balance] {
        cells.append(.money(try Money(sum: balance, of: line.currency)))
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
