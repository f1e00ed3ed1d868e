import Bookkeeping
import Funding
import Monetary
import Tabulation

// The lists below the accounts, one table each.
extension StatementTables {
  /// The lists that have lines, with balances last; for programs all of them.
  func lists(on day: CalendarDate) throws(MoneyError) -> [Grid] {
    let grids = [
      try besideAgreed.commitments(), conditions(), instalments(), try besideAgreed.receipts(),
      try besideAgreed.refunds(), try besideAgreed.writeOffs(), try exchange(), try spending(),
      try support(), duties(on: day), rates(), try others(), late(), try balances(),
    ]
    return forPrograms ? grids : grids.filter { !$0.rows.isEmpty }
  }

  /// Columns of a line's day and, where one was posted late, of the fact's own; programs get both always.
  func dayColumns(anyLate: Bool) -> [Grid.Column] {
    let own: [Grid.Column] =
      if forPrograms {
        [Grid.Column("ownDate", "", .date), Grid.Column("late", "")]
      } else {
        anyLate ? [Grid.Column("ownDate", "Late, of", .date)] : []
      }
    return [Grid.Column("date", "Date", .date)] + own
  }

  /// The cells below them.
  func dayCells(
    _ date: CalendarDate, _ ownDay: CalendarDate, anyLate: Bool
  ) -> [Cell] {
    let isLate = ownDay < date
    let own: [Cell] =
      if forPrograms {
        [.date(ownDay), .text(isLate ? "late" : "")]
      } else {
        anyLate ? [isLate ? .date(ownDay) : .empty] : []
      }
    return [.date(date)] + own
  }

  private func commitments() throws(MoneyError) -> Grid {
    let anyLate = fund.commitments.contains { $0.ownDay < $0.date }
    var rows: [Grid.Row] = []
    for line in fund.commitments {
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate)
            + [.code(line.reference), .text(line.words), .money(line.amount)]
            + (try cells(line.book))))
    }
    return grid(
      "commitments", "Agreed and amended",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("reference", "Reference", .code),
        Grid.Column("what", "What"), Grid.Column("amount", "Amount", .codedAmount),
      ] + columns(), rows)
  }

  private func conditions() -> Grid {
    grid(
      "conditions", "Conditions", ConditionStanding.columns, fund.conditions.rows)
  }

  private func instalments() -> Grid {
    let figures: [(id: String, header: String, amount: KeyPath<InstalmentStanding, Money>)] = [
      ("amount", "Amount", \.instalment.amount), ("received", "Received", \.received),
      ("open", "Open", \.open), ("cut", "Cut", \.cut), ("writtenOff", "Written off", \.writtenOff),
    ]
    // People are spared a column of what nothing was given up by.
    let shown = figures.filter { figure in
      forPrograms || !["cut", "writtenOff"].contains(figure.id)
        || fund.instalments.contains { !$0.standing[keyPath: figure.amount].isZero }
    }
    return grid(
      "instalments", "Instalments",
      [Grid.Column("due", "Due", .date)]
        + shown.map { Grid.Column($0.id, $0.header, .codedAmount) }
        + [Grid.Column("state", "State")],
      fund.instalments.map { line in
        Grid.Row(
          [.date(line.standing.instalment.due)]
            + shown.map { .money(line.standing[keyPath: $0.amount]) }
            + [.text(line.stage.rawValue)])
      })
  }

  private func receipts() throws(MoneyError) -> Grid {
    let anyLate = fund.receipts.contains { $0.ownDay < $0.date }
    let hasOverpaid = forPrograms || fund.receipts.contains { $0.overpaid != nil }
    var rows: [Grid.Row] = []
    for line in fund.receipts {
      var arrived: [PrintedAmount] = []
      for total in line.arrived.totals {
        arrived.append(.exact(try Money(sum: total.minorUnits, of: total.currency)))
      }
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate)
            + [.code(line.id.text), .money(line.settled), .amounts(arrived)]
            + (hasOverpaid ? [line.overpaid.map(Cell.money) ?? .empty] : [])
            + [.text(line.rate)] + (try cells(line.book))))
    }
    return grid(
      "receipts", "Receipts",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("id", "Receipt", .code),
        Grid.Column("settled", "Settled", .codedAmount),
        Grid.Column("arrived", "At the bank", .amounts),
      ] + (hasOverpaid ? [Grid.Column("overpaid", "Of which overpaid", .codedAmount)] : [])
        + [Grid.Column("rate", "Rate")] + columns(), rows)
  }

  private func exchange() throws(MoneyError) -> Grid {
    let anyLate = fund.exchange.contains { $0.ownDay < $0.date }
    var rows: [Grid.Row] = []
    for line in fund.exchange {
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate) + [
            .code(line.id.text),
            .text(forPrograms ? line.code : line.label),
          ] + (forPrograms ? [.code(line.account?.text ?? "")] : []) + (try cells(line.book))))
    }
    let account = forPrograms ? [Grid.Column("account", "Account", .code)] : []
    return grid(
      "exchange", "Differences on exchange",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("id", "Entry", .code), Grid.Column("what", "What"),
      ] + account + columns(), rows)
  }

  private func spending() throws(MoneyError) -> Grid {
    let hasSupport = forPrograms || fund.spending.contains { !$0.support.isZero }
    var rows: [Grid.Row] = []
    var sums: (direct: [Money], support: [Money]) = ([], [])
    for line in fund.spending {
      let name = line.name == line.scope?.text ? "" : line.name
      rows.append(
        Grid.Row(
          [
            .code(line.scope?.text ?? ""), .text(name), .code(line.year?.description ?? ""),
          ] + (try cells(line.direct)) + (hasSupport ? try cells(line.support) : [])))
      sums.direct.append(line.direct)
      sums.support.append(line.support)
    }
    if !forPrograms, rows.count > 1 {
      let total = try MoneyBag(sums.direct).amount(in: currency)
      let support = try MoneyBag(sums.support).amount(in: currency)
      let rounding = [
        try self.rounding(of: sums.direct, total: total),
        hasSupport ? try self.rounding(of: sums.support, total: support) : nil,
      ]
      if rounding.contains(where: { $0 != nil }) {
        rows.append(
          Grid.Row(
            [.code("Rounding"), .empty, .empty, .empty, rounding[0] ?? .empty]
              + (hasSupport ? [.empty, rounding[1] ?? .empty] : [])))
      }
      rows.append(
        Grid.Row(
          [.code("Total"), .empty, .empty] + (try cells(total))
            + (hasSupport ? try cells(support) : []), role: .total))
    }
    return grid(
      "spending", "Expenditure by budget line",
      [
        Grid.Column("scope", "Line", .code), Grid.Column("name", "Name"),
        Grid.Column("year", "Year", .code),
      ] + columns() + (hasSupport ? columns("support", "Support") : []), rows)
  }

  private func support() throws(MoneyError) -> Grid {
    var rows: [Grid.Row] = []
    for line in fund.support {
      let words =
        line.terms.map { forPrograms ? $0.rate.words : "\($0.rate.words): \($0.rate.explanation)" }
        ?? "none agreed"
      rows.append(
        Grid.Row(
          [line.terms?.since.map(Cell.date) ?? .empty, .text(words)] + (try cells(line.direct))
            + (try cells(line.support))))
    }
    return grid(
      "support", "Support cost (indirect)",
      [Grid.Column("since", "Since", .date), Grid.Column("rate", "Rate and base")]
        + columns("direct", "Spent") + columns("support", "Support"), rows)
  }

  private func duties(on day: CalendarDate) -> Grid {
    grid(
      "reports", "Reports to the donor",
      [
        Grid.Column("due", "Due", .date), Grid.Column("form", "Report", .code),
        Grid.Column("state", "State"),
      ],
      fund.duties.map { duty in
        let report = duty.report
        let state = duty.isDelivered ? "delivered" : report.due > day ? "ahead" : "due"
        return Grid.Row([.date(report.due), .code(report.form.text), .text(state)])
      })
  }

  private func rates() -> Grid {
    grid(
      "rates", "Rates of exchange", RateUse.columns, fund.rateUses.map { Grid.Row($0.cells) })
  }

  private func others() throws(MoneyError) -> Grid {
    let anyLate = fund.others.contains { $0.ownDay < $0.date }
    var rows: [Grid.Row] = []
    for line in fund.others {
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate)
            + [.code(line.id.text), .text(line.caption)] + (try cells(line.book))))
    }
    return grid(
      "others", "Other movements",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("id", "Entry", .code), Grid.Column("what", "What"),
      ] + columns(), rows)
  }

  /// What was posted late, whatever figure it is behind.
  private func late() -> Grid {
    grid(
      "late", "Posted late, since the month was closed", [LateFact].columns,
      fund.lateFacts.rows(.exact))
  }
}
