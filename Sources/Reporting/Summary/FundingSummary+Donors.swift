import Funding
import Monetary
import Tabulation

// Donors with their amounts: who gave, and who signed what is not in the records yet.
extension FundingSummary {
  /// Who gave, and what of it waits for a condition, with a row for the total and one for what rounding
  /// takes. People are spared the column where nothing waits.
  func donorGrid(_ printing: Printing, _ forPrograms: Bool) -> Grid {
    let conditions = forPrograms || conditional?.isZero == false || hasConditionalDonor
    let columns = ConditionalColumn(isShown: conditions, currency: currency, printing: printing)
    let naming = DonorNaming(withCodes: forPrograms)
    var rows = rows(of: donors, naming, columns, printing)
    let rounding = [
      printing.rounding(of: donors.map(\.book), total: funded),
      columns.rounding(of: donors.map(\.conditional), total: conditional),
    ]
    if rounding.contains(where: { $0 != nil }) {
      rows.append(
        Grid.Row(
          naming.cells("Rounding") + [rounding[0] ?? .empty]
            + columns.cells(rounding[1] ?? .empty) + [.empty, .empty]))
    }
    rows.append(
      Grid.Row(
        naming.cells("Funded") + [printing.cell(funded)] + columns.cells(conditional)
          + [.empty, .empty], role: .total))
    return grid("donors", rows, naming, columns)
  }

  /// Who signed what is not in the records yet.
  func signedGrid(_ printing: Printing, _ forPrograms: Bool) -> Grid {
    let naming = DonorNaming(withCodes: forPrograms)
    let columns = ConditionalColumn(isShown: false, currency: currency, printing: printing)
    return grid(
      "signedNotRecorded", rows(of: signedNotRecorded, naming, columns, printing), naming, columns)
  }

  private var hasConditionalDonor: Bool {
    donors.contains { $0.conditional?.isZero == false }
  }

  private func rows(
    of lines: [DonorLine], _ naming: DonorNaming, _ conditions: ConditionalColumn,
    _ printing: Printing
  ) -> [Grid.Row] {
    lines.map { line in
      Grid.Row(
        naming.cells(line.name, line.donor) + [printing.cell(line.book)]
          + conditions.cells(line.conditional) + [
            line.originals(beside: currency, printing), .integer(Int64(line.count)),
          ])
    }
  }

  private func grid(
    _ id: String, _ rows: [Grid.Row], _ naming: DonorNaming, _ conditions: ConditionalColumn
  ) -> Grid {
    Grid(
      id: id, title: "",
      columns: naming.columns + [Grid.Column("amount", currency.code, .amount)]
        + conditions.columns + [
          Grid.Column("original", "As agreed", .amounts),
          Grid.Column("count", "Contributions", .integer),
        ],
      rows: rows)
  }
}

/// The column that tells what of an amount waits for a condition, where it is shown.
private struct ConditionalColumn {
  let isShown: Bool
  let currency: Currency
  let printing: Printing

  var columns: [Grid.Column] {
    isShown ? [Grid.Column("conditional", "Of which conditional", .amount)] : []
  }

  func cells(_ amount: Money?) -> [Cell] { cells(amount.map { printing.cell($0) } ?? .empty) }

  func cells(_ cell: Cell) -> [Cell] { isShown ? [cell] : [] }

  func rounding(of parts: [Money?], total: Money?) -> Cell? {
    guard isShown, let total else { return nil }
    return printing.rounding(of: parts.compactMap(\.self), total: total)
  }
}

extension FundingSummary.DonorLine {
  /// What a donor agreed to in its own currencies; empty where that is the book's alone.
  func originals(beside book: Currency, _ printing: Printing) -> Cell {
    let amounts = original.totals.compactMap { total in
      try? Money(sum: total.minorUnits, of: total.currency)
    }
    guard amounts.contains(where: { $0.currency != book }) else { return .empty }
    return .amounts(amounts.map(printing.amount))
  }
}
