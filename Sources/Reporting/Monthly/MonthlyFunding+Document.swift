import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension MonthlyFunding {
  /// Lowers the month to a document: where funding stands, the year so far, and what moved.
  public func document(_ printing: Printing = Printing()) -> Document {
    var blocks: [Block] = []
    if requested.isPositive { blocks.append(.chart(.parts(partsChart(printing)))) }
    blocks += [.chart(.bars(yearChart(printing))), .heading("New agreements")]
    if newAgreements.isEmpty {
      blocks.append(
        .paragraph("No agreement for \(scopeName) in \(year) was recorded in \(month)."))
    } else {
      blocks.append(.grid(newGrid(printing, forPrograms: false)))
    }
    blocks.append(.heading("What moved"))
    for account in Account.allCases {
      blocks.append(.grid(grid(of: account, printing, forPrograms: false)))
    }
    if !otherYears.isEmpty {
      blocks.append(.grid(otherYearsGrid(printing, forPrograms: false)))
    }
    if !lateFacts.isEmpty {
      blocks += [.heading("Late facts of the month"), .grid(lateGrid(printing))]
    }
    blocks += [.heading("Budget year \(year) so far"), .figures(soFar(printing))]
    if !rateUses.isEmpty {
      blocks += [.heading("Rates of exchange"), .grid(rateUses.grid())]
    }
    return document(printing, blocks + rateUses.warnings)
  }

  /// Lowers the month for programs: donors have their codes, and the year is a table.
  public func records(_ printing: Printing = Printing()) -> Document {
    let ends = Grid(
      id: "monthEnds", title: "",
      columns: [Grid.Column("month", "", .code), Grid.Column("funded", "", .amount)],
      rows: monthEnds.map { end in
        Grid.Row([.code(end.month.description), printing.cell(end.funded)])
      })
    let grids =
      [newGrid(printing, forPrograms: true)]
      + Account.allCases.map { grid(of: $0, printing, forPrograms: true) }
      + [
        otherYearsGrid(printing, forPrograms: true), lateGrid(printing), rateUses.grid(), ends,
      ]
    return document(
      printing, grids.map(Block.grid) + [.figures(soFar(printing))],
      notes: Notes(rateUses.compactMap(\.warning)))
  }

  private func document(
    _ printing: Printing, _ blocks: [Block], notes: Notes = Notes()
  ) -> Document {
    Document(
      id: "monthly",
      title: "\(scopeName): funding in \(month)" + (isProvisional ? " (provisional)" : ""),
      subtitle: "budget year \(year), at the agreements' rates, in \(currency)",
      keyFigures: keyFigures(printing), blocks: blocks, notes: notes,
      stamp: Stamp(stamp.stamp().items + [Stamp.Item(books: isProvisional)]))
  }

  private func keyFigures(_ printing: Printing) -> [Figure] {
    [
      Figure("requested", label: "Requested", printing.cell(requested)),
      Figure(
        "funded", label: "Funded", printing.cell(funded), percent: fundedPercent, tone: .funded),
      Figure(
        "unfunded", label: "Unfunded", unfunded(printing), percent: unfundedPercent,
        tone: .unfunded),
      Figure(
        "fundedBefore", label: "Funded a month before", printing.cell(fundedBefore),
        percent: fundedPercentBefore),
    ]
  }

  private func unfunded(_ printing: Printing) -> Cell {
    // What is missing is at most what two amounts differ by, and printed as they are.
    guard let missing = try? requested.subtracting(funded) else { return .empty }
    return printing.cell(missing, as: requested, less: funded)
  }

  private func partsChart(_ printing: Printing) -> PartsChart {
    let missing: PrintedAmount =
      if case .amount(let amount) = unfunded(printing) {
        amount
      } else {
        printing.amount(requested)
      }
    return PartsChart(
      title: "",
      [
        PartsChart.Part("Funded", printing.amount(funded), percent: fundedPercent, tone: .funded),
        PartsChart.Part("Unfunded", missing, percent: unfundedPercent, tone: .unfunded),
      ])
  }

  private func yearChart(_ printing: Printing) -> BarChart {
    BarChart(
      title: "Funded at the end of each month",
      monthEnds.map { BarChart.Bar($0.month.description, printing.amount($0.funded)) })
  }

  private func newGrid(_ printing: Printing, forPrograms: Bool) -> Grid {
    let naming = DonorNaming(withCodes: forPrograms)
    var rows = newAgreements.map { line in
      Grid.Row(
        naming.cells(line.name, line.donor) + [
          printing.cell(line.book), line.originals(beside: currency, printing),
          .integer(Int64(line.count)),
        ])
    }
    let total = newAgreements.reduce(Int128(0)) { $0 + Int128($1.book.minorUnits) }
    if let sum = try? Money(sum: total, of: currency), !newAgreements.isEmpty {
      if let rounding = printing.rounding(of: newAgreements.map(\.book), total: sum) {
        rows.append(Grid.Row(naming.cells("Rounding") + [rounding, .empty, .empty]))
      }
      rows.append(
        Grid.Row(naming.cells("Total") + [printing.cell(sum), .empty, .empty], role: .total))
    }
    return Grid(
      id: "newAgreements", title: "",
      columns: naming.columns + [
        Grid.Column("amount", currency.code, .amount),
        Grid.Column("original", "As agreed", .amounts),
        Grid.Column("count", "Agreements", .integer),
      ],
      rows: rows)
  }

  /// What moved one account in the month before and in the month.
  private func grid(of account: Account, _ printing: Printing, forPrograms: Bool) -> Grid {
    let lines = accounts[account] ?? []
    let shown = lines.filter { line in
      forPrograms || [.opening, .closing].contains(line.kind)
        || !(line.before.isZero && line.now.isZero)
    }
    var rows: [Grid.Row] = []
    for line in shown {
      if line.kind == .closing, let row = roundingRow(of: lines, printing, forPrograms) {
        rows.append(row)
      }
      rows.append(
        Grid.Row(
          [
            forPrograms ? .code(line.kind.rawValue) : .text(line.kind.label),
            printing.cell(line.before), printing.cell(line.now),
          ], role: line.kind == .closing ? .total : .body))
    }
    let before = month.previous?.description ?? ""
    return Grid(
      id: account.rawValue, title: forPrograms ? "" : account.label(year),
      columns: [
        Grid.Column("line", "", forPrograms ? .code : .text),
        Grid.Column("before", before, .amount), Grid.Column("now", month.description, .amount),
      ],
      rows: rows)
  }

  private func roundingRow(
    of lines: [Line], _ printing: Printing, _ forPrograms: Bool
  ) -> Grid.Row? {
    guard let closing = lines.last else { return nil }
    let parts = lines.dropLast()
    let cells = [
      printing.rounding(of: parts.map(\.before), total: closing.before),
      printing.rounding(of: parts.map(\.now), total: closing.now),
    ]
    guard cells.contains(where: { $0 != nil }) else { return nil }
    let label: Cell = forPrograms ? .code("rounding") : .text("Rounding")
    return Grid.Row([label] + cells.map { $0 ?? .empty })
  }

  private func lateGrid(_ printing: Printing) -> Grid {
    Grid(id: "late", title: "", columns: [LateFact].columns, rows: lateFacts.rows(printing))
  }

  private func soFar(_ printing: Printing) -> [Figure] {
    [
      Figure("received", label: "Received", printing.cell(received)),
      Figure("spent", label: "Spent", printing.cell(spent)),
    ]
  }
}

extension MonthlyFunding.Account {
  fileprivate func label(_ year: BudgetYear) -> String {
    switch self {
    case .funded: "Funded for \(year)"
    case .receivable: "Receivable, all budget years"
    case .unspent: "Received and unspent, all budget years"
    }
  }
}

extension MonthlyFunding.Kind {
  /// What the movement is called for people.
  var label: String {
    switch self {
    case .opening: "Opening"
    case .newAgreements: "New agreements"
    case .amendments: "Amendments"
    case .writtenOff: "Written off"
    case .refunds: "Refunds"
    case .allocated: "Allocated, net"
    case .carriedIn: "Carried in"
    case .settled: "Received"
    case .exchange: "Exchange"
    case .byHand: "Entered by hand"
    case .bankCharges: "Bank charges"
    case .brought: "Brought from above"
    case .spent: "Spent"
    case .supportCost: "Support cost"
    case .other: "Other"
    case .closing: "Closing"
    }
  }
}
