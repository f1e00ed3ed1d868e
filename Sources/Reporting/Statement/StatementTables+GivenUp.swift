import Bookkeeping
import Funding
import Monetary
import Tabulation

// The tables of what was given back and given up.
extension StatementTables {
  func refunds() throws(MoneyError) -> Grid {
    let lines = fund.refunds
    let anyLate = lines.contains { $0.ownDay < $0.date }
    let hasPart = forPrograms || lines.contains { $0.part != nil }
    let hasUnpaid = forPrograms || lines.contains { !$0.unpaid.isZero }
    var rows: [Grid.Row] = []
    for line in lines {
      let what: Cell = forPrograms ? .code(line.kind.rawValue) : .text(line.kind.label)
      let paid = line.paidOn.map(\.description).joined(separator: "; ")
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate) + [.code(line.id.text), what]
            + (hasPart ? [.code(line.part?.description ?? "")] : [])
            + [.money(line.amount), .text(line.rate)] + (try cells(line.book))
            + [.text(paid)] + (hasUnpaid ? [.money(line.unpaid)] : [])))
    }
    return grid(
      "refunds", "Refunds",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("id", "Refund", .code),
        Grid.Column("what", "What", forPrograms ? .code : .text),
      ] + partColumn(hasPart) + [
        Grid.Column("amount", "Amount", .codedAmount), Grid.Column("rate", "Rate"),
      ] + columns() + [Grid.Column("paidOn", "Paid on")]
        + (hasUnpaid ? [Grid.Column("unpaid", "Not paid", .codedAmount)] : []), rows)
  }

  func writeOffs() throws(MoneyError) -> Grid {
    let lines = fund.writeOffs
    let anyLate = lines.contains { $0.ownDay < $0.date }
    let hasPart = forPrograms || lines.contains { $0.part != nil }
    var rows: [Grid.Row] = []
    for line in lines {
      rows.append(
        Grid.Row(
          dayCells(line.date, line.ownDay, anyLate: anyLate)
            + [.code(line.id.text), .text(line.reason)]
            + (hasPart ? [.code(line.part?.description ?? "")] : [])
            + [.money(line.amount), .text(line.rate)] + (try cells(line.book))))
    }
    return grid(
      "writeOffs", "Write-offs",
      dayColumns(anyLate: anyLate) + [
        Grid.Column("id", "Write-off", .code), Grid.Column("what", "Reason"),
      ] + partColumn(hasPart) + [
        Grid.Column("amount", "Amount", .codedAmount), Grid.Column("rate", "Rate"),
      ] + columns(), rows)
  }

  private func partColumn(_ isShown: Bool) -> [Grid.Column] {
    isShown ? [Grid.Column("part", "Part", .code)] : []
  }
}

extension RefundLine.Kind {
  /// What it is for people.
  var label: String {
    switch self {
    case .refund: "refund"
    case .overpayment: "overpayment given back"
    }
  }
}
