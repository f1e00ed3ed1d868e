import Bookkeeping
import Funding
public import Monetary
public import Tabulation

extension DonorStatement {
  /// Lowers the statement for programs: one table of each kind, each row with its agreement, and the
  /// certification.
  /// - Throws: `.sumOverflow` where an amount in another currency is beyond what can be counted.
  public func records() throws(MoneyError) -> Document {
    let shown = funds.lazy.compactMap(\.translation?.currency).first
    var grids = [[try statements(shown)] + (shareRows.isEmpty ? [] : [shareGrid])]
    for fund in funds {
      let tables = StatementTables(fund: fund, currency: currency, shown: shown, number: nil)
      grids.append(
        [
          try tables.account("receivable", "", fund.receivable),
          try tables.account("unspent", "", fund.unspent),
          try tables.account("goods", "", fund.goods),
        ] + (try tables.lists(on: period.to)) + (showsEntries ? [postings(of: fund, tables)] : []))
    }
    let byID = Dictionary(grouping: grids.joined(), by: \.id)
    let order = grids[0].map(\.id) + (grids.dropFirst().first?.map(\.id) ?? [])
    let tables = order.map { id in
      let alike = byID[id] ?? []
      return Grid(id: id, title: "", columns: alike[0].columns, rows: alike.flatMap(\.rows))
    }
    return document(
      (tables + [certificationRecord]).map(Block.grid),
      notes: Notes(notes + funds.flatMap { $0.rateUses.compactMap(\.warning) }))
  }

  /// One row a donor of an agreement that several finance, or of its own share.
  private var shareGrid: Grid {
    Grid(id: "shares", title: "", columns: [DonorShare].columns, rows: shareRows)
  }

  private var shareRows: [Grid.Row] {
    funds.flatMap { fund in
      fund.terms.map { fund.shares.rows(of: $0.agreement.reference) } ?? []
    } + shares.flatMap { [$0.share].rows(of: $0.terms.agreement.reference) }
  }

  /// One row an agreement: what it is, what is left to spend, and what is to be given back.
  private func statements(_ shown: Currency?) throws(MoneyError) -> Grid {
    let columns = [
      Grid.Column("agreement", "", .code), Grid.Column("purpose", ""),
      Grid.Column("amountSigned", "", .codedAmount), Grid.Column("amount", "", .codedAmount),
      Grid.Column("signed", "", .date),
      Grid.Column("starts", "", .date), Grid.Column("ends", "", .date),
      Grid.Column("from", "", .date), Grid.Column("to", "", .date),
    ]
    var rows: [Grid.Row] = []
    var amounts: [Grid.Column] = []
    for fund in funds {
      let tables = StatementTables(fund: fund, currency: currency, shown: shown, number: nil)
      let agreement = fund.terms?.agreement
      amounts =
        [
          "refundsUnpaid", "overpaymentsHeld", "unspentDue", "owedBack", "overspent", "available",
        ].flatMap { tables.columns($0, "") }
      var cells: [Cell] = []
      for amount in [
        fund.owedBack?.refunds, fund.owedBack?.overpayments, fund.owedBack?.unspent,
        fund.owedBack?.total, fund.overspent, fund.available,
      ] { cells += try tables.cells(amount) }
      rows.append(
        Grid.Row(
          [
            .code(fund.owner.text), .text(agreement?.purpose ?? ""),
            agreement.map { .money($0.amount) } ?? .empty,
            fund.terms.map { .money($0.schedule.amount) } ?? .empty,
            fund.terms.map { .date($0.signed) } ?? .empty,
            agreement?.starts.map(Cell.date) ?? .empty,
            fund.terms?.schedule.ends.map(Cell.date) ?? .empty,
            period.from.map(Cell.date) ?? .empty, .date(period.to),
          ] + cells))
    }
    return Grid(id: "statements", title: "", columns: columns + amounts, rows: rows)
  }

  /// Every posting of the period, each with the movement that it is behind.
  private func postings(of fund: FundStatement, _ tables: StatementTables) -> Grid {
    tables.grid(
      "postings", "",
      [
        Grid.Column("movement", "", .code), Grid.Column("date", "", .date),
        Grid.Column("ownDate", "", .date), Grid.Column("late", ""),
        Grid.Column("id", "", .code), Grid.Column("account", "", .code),
        Grid.Column("side", ""), Grid.Column("amount", "", .codedAmount),
        Grid.Column("book", "", .codedAmount), Grid.Column("scope", "", .code),
        Grid.Column("year", "", .code),
      ],
      fund.entries.flatMap { entry in
        entry.postings.map { posting in
          Grid.Row([
            .code(entry.movement.rawValue), .date(entry.item.entry.date),
            .date(entry.item.ownDay), .text(entry.item.isLate ? "late" : ""),
            .code(entry.item.id.text), .code(posting.account.text),
            .text(posting.side.rawValue), .money(posting.amount), .money(posting.book),
            .code(posting.tags.scope?.text ?? ""),
            .code(posting.tags.year?.description ?? ""),
          ])
        }
      })
  }
}
