import Bookkeeping
public import Monetary
public import Tabulation

extension TrialBalance {
  /// Lowers the balance to a document: debits beside credits, or a column a month.
  ///
  /// Budget and memorandum accounts hold no money; they have a table and a sum of their own.
  /// - Throws: `.sumOverflow` where a balance is beyond what can be counted.
  public func document() throws(MoneyError) -> Document {
    var blocks: [Block] = []
    let memorandum = lines.filter(\.isMemorandum)
    let accounts = lines.filter { !$0.isMemorandum }
    if !accounts.isEmpty { blocks.append(.grid(try grid("balance", "Accounts", accounts))) }
    if !memorandum.isEmpty {
      blocks.append(.grid(try grid("memorandum", "Budget and memorandum", memorandum)))
    }
    return Document(
      id: "balance", title: "Trial balance of \(stamp.ledger)", subtitle: subtitle,
      blocks: blocks.isEmpty ? [.paragraph("Nothing is posted.")] : blocks, stamp: stamp.stamp())
  }

  private var subtitle: String {
    "as of \(stamp.asOf)" + (currency.map { ", in \($0)" } ?? "")
  }

  /// The one currency of all lines; nil where there are several.
  private var currency: Currency? {
    let currencies = Set(lines.map(\.currency))
    return currencies.count == 1 ? currencies.first : nil
  }

  private func grid(_ id: String, _ title: String, _ lines: [Line]) throws(MoneyError) -> Grid {
    var rows: [Grid.Row] = []
    for line in lines { rows.append(Grid.Row(try cells(of: line))) }
    if months.isEmpty {
      for currency in Set(lines.map(\.currency)).sorted() {
        rows.append(Grid.Row(try totalCells(of: lines, in: currency), role: .total))
      }
    }
    return Grid(id: id, title: title, columns: columns, rows: rows)
  }

  private var columns: [Grid.Column] {
    let amounts = currency == nil ? Grid.Kind.codedAmount : .amount
    var columns = [Grid.Column("account", "Account", .code)]
    if grouping.byFund { columns.append(Grid.Column("fund", "Fund", .code)) }
    if grouping.byMonth {
      columns += months.map {
        Grid.Column("month\($0.description)", $0.description, amounts)
      }
      columns.append(Grid.Column("balance", "Balance", amounts))
    } else {
      columns.append(Grid.Column("debit", "Debit", amounts))
      columns.append(Grid.Column("credit", "Credit", amounts))
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

  private func totalCells(of lines: [Line], in currency: Currency) throws(MoneyError) -> [Cell] {
    let balances = lines.filter { $0.currency == currency }.map(\.balance)
    let debits = balances.filter { $0 > 0 }.reduce(0, +)
    let credits = -balances.filter { $0 < 0 }.reduce(0, +)
    return [.code("Total")] + (grouping.byFund ? [.empty] : [])
      + [
        .money(try Money(sum: debits, of: currency)),
        .money(try Money(sum: credits, of: currency)),
      ]
  }
}

extension TrialBalance.Line {
  /// Whether the account notes what is no money.
  fileprivate var isMemorandum: Bool {
    [AccountType.budget, .memorandum].contains { account.prefix { $0 != ":" } == $0.rawValue }
  }
}
