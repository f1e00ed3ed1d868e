import Bookkeeping
import Funding
import Monetary
import Tabulation

/// The tables of one fund's statement, for people or, with the agreement in each row, for programs.
struct StatementTables {
  let fund: FundStatement
  /// The book currency.
  let currency: Currency
  /// The other currency in which figures are shown; nil where they are not.
  let shown: Currency?
  /// What tells the tables of this fund from those of others; nil for programs.
  let number: Int?

  var forPrograms: Bool { number == nil }

  /// A table; for programs each row begins with the agreement.
  func grid(
    _ id: String, _ title: String, _ columns: [Grid.Column], _ rows: [Grid.Row]
  ) -> Grid {
    guard let number else {
      return Grid(
        id: id, title: "", columns: [Grid.Column("agreement", "", .code)] + columns,
        rows: rows.map { row in
          Grid.Row([.code(fund.owner.text)] + row.cells, role: row.role, level: row.level)
        })
    }
    return Grid(id: "\(id)\(number)", title: title, columns: columns, rows: rows)
  }

  /// The same for tables that have amounts in the agreement's currency already: people need no second
  /// column of that.
  var besideAgreed: StatementTables {
    let isThere = shown != nil && shown == fund.terms?.agreement.amount.currency
    return StatementTables(
      fund: fund, currency: currency, shown: isThere && !forPrograms ? nil : shown, number: number)
  }

  /// Columns of an amount of the book currency, and of what it is shown as beside it.
  func columns(_ id: String = "book", _ header: String? = nil) -> [Grid.Column] {
    let own = Grid.Column(id, header ?? currency.code, .amount)
    guard let shown else { return [own] }
    let other = id == "book" ? "translated" : "\(id)Translated"
    return [own, Grid.Column(other, header.map { "\($0) \(shown)" } ?? shown.code, .amount)]
  }

  /// The cells below them.
  func cells(_ book: Money) throws(MoneyError) -> [Cell] {
    shown == nil ? [.money(book)] : [.money(book), try translated(book).map(Cell.money) ?? .empty]
  }

  /// The cells below them for an amount that may be missing; empty where it is.
  func cells(_ book: Money?) throws(MoneyError) -> [Cell] {
    try book.map(cells) ?? Array(repeating: .empty, count: shown == nil ? 1 : 2)
  }

  /// The amount in the other currency; nil where the fund is not shown in another.
  private func translated(_ book: Money) throws(MoneyError) -> Money? {
    guard let translation = fund.translation else { return nil }
    return try translation.translating(book)
  }

  /// What the amounts of a table, translated one by one, lack to make their translated sum; nil where
  /// they lack nothing.
  func rounding(of parts: [Money], total: Money) throws(MoneyError) -> Cell? {
    guard shown != nil, let whole = try translated(total) else { return nil }
    var missing = whole
    for part in parts {
      if let part = try translated(part) { missing = try missing.subtracting(part) }
    }
    return missing.isZero ? nil : .money(missing)
  }

  /// What is owed, or what is unspent.
  func account(
    _ id: String, _ title: String, _ lines: [StatementLine]
  ) throws(MoneyError) -> Grid {
    let hasAmounts = forPrograms ? id == "receivable" : lines.contains { $0.amount != nil }
    let agreed = lines.compactMap(\.amount?.currency).first ?? currency
    // Where both currencies are one, people need no second column.
    let showsAmounts = hasAmounts && (forPrograms || agreed != currency)
    var rows: [Grid.Row] = []
    for line in lines where forPrograms || !line.isZero || line.isAlwaysShown(of: fund.owner) {
      if line.kind == .closing { rows += try roundingRow(of: lines, showsAmounts) }
      let amount: [Cell] = showsAmounts ? [line.amount.map(Cell.money) ?? .empty] : []
      rows.append(
        Grid.Row(
          [forPrograms ? .code(line.kind.rawValue) : .text(line.label)] + amount
            + (try cells(line.book)),
          role: line.kind == .closing ? .total : .body,
          level: line.isWithin && !forPrograms ? 1 : 0))
    }
    return grid(
      id, title,
      [Grid.Column("line", "", forPrograms ? .code : .tree)]
        + (showsAmounts ? [Grid.Column("amount", agreed.code, .amount)] : []) + columns(),
      rows)
  }

  private func roundingRow(
    of lines: [StatementLine], _ showsAmounts: Bool
  ) throws(MoneyError) -> [Grid.Row] {
    guard let closing = lines[.closing] else { return [] }
    let parts = lines.filter { $0.kind != .closing && !$0.isWithin }.map(\.book)
    guard let rounding = try rounding(of: parts, total: closing.book) else { return [] }
    return [
      Grid.Row(
        [forPrograms ? .code("rounding") : .text("Rounding")] + (showsAmounts ? [.empty] : [])
          + [.empty, rounding])
    ]
  }

  /// What accounts hold at the end, debits beside credits.
  func balances() throws(MoneyError) -> Grid {
    guard !forPrograms else {
      var rows: [Grid.Row] = []
      for line in fund.balances {
        rows.append(Grid.Row([.code(line.account.text)] + (try cells(line.balance))))
      }
      return grid("balances", "", [Grid.Column("account", "Account", .code)] + columns(), rows)
    }
    var rows: [Grid.Row] = []
    var sums: [Int128] = [0, 0]
    for line in fund.balances {
      let size = Cell.money(
        try Money(sum: Int128(line.balance.minorUnits.magnitude), of: currency))
      sums[line.balance.isPositive ? 0 : 1] += Int128(line.balance.minorUnits.magnitude)
      rows.append(
        Grid.Row(
          [.code(line.account.text)] + (line.balance.isPositive ? [size, .empty] : [.empty, size])))
    }
    var totals: [Cell] = [.code("Total")]
    for sum in sums { totals.append(.money(try Money(sum: sum, of: currency))) }
    if !rows.isEmpty { rows.append(Grid.Row(totals, role: .total)) }
    return grid(
      "balances", "Balances by account",
      [
        Grid.Column("account", "Account", .code), Grid.Column("debit", "Debit", .amount),
        Grid.Column("credit", "Credit", .amount),
      ], rows)
  }
}
