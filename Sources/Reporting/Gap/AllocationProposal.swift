import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// Allocations of free money that give every line its fair share: proposed, or posted.
public struct AllocationProposal: Sendable {
  private let proposals: [LedgerGap.Proposal]
  private let posted: [FactID]?
  private let report: GapReport
  private let stamp: ReportStamp

  /// Lays out what is proposed for a report's gap; `posted` are the facts that say so, where it was posted.
  public init(
    _ proposals: [LedgerGap.Proposal], posted: [FactID]? = nil, in report: GapReport,
    stamp: ReportStamp
  ) {
    self.proposals = proposals
    self.posted = posted
    self.report = report
    self.stamp = stamp
  }

  /// Lowers the proposal to a document.
  public func document(_ printing: Printing = Printing()) -> Document {
    let scope = report.names.programme.name(of: report.scope)
    let verb = posted == nil ? "proposed" : "posted"
    return Document(
      id: "allocations", title: "\(scope): allocations \(verb), \(report.year)",
      subtitle:
        "as of \(report.stamp.asOf), on basis \(report.basis.rawValue), in \(report.currency)",
      keyFigures: [
        Figure(
          "allocated", label: "To be moved to lines",
          printing.cell(report.money(proposals.reduce(0) { $0 + $1.book })), tone: .flexible)
      ],
      blocks: proposals.isEmpty
        ? [.paragraph("No money of agreements is left that a line could have by fair share.")]
        : [.grid(grid(printing))],
      notes: Notes([
        posted == nil
          ? "Nothing is posted: --post posts all of it, in one transaction"
          : "Each can be undone by a reversal of its name"
      ]), stamp: stamp.stamp(basis: report.basis))
  }

  private func grid(_ printing: Printing) -> Grid {
    var columns = [
      Grid.Column("agreement", "Agreement", .code), Grid.Column("donor", "Donor"),
      Grid.Column("line", "To line"), Grid.Column("amount", "Amount", .codedAmount),
      Grid.Column("book", report.currency.code, .amount),
    ]
    if posted != nil { columns.append(Grid.Column("id", "Name", .code)) }
    let rows = proposals.enumerated().map { place, proposal in
      let id = posted.map { [Cell.code($0[place].text)] } ?? []
      return Grid.Row(
        [
          .code(proposal.allocation.agreement.text),
          .text(report.donor(of: proposal.contribution)), .text(proposal.line),
          .money(proposal.allocation.amount), printing.cell(report.money(proposal.book)),
        ] + id)
    }
    let total = Grid.Row(
      [
        .text("Total"), .empty, .empty, .empty,
        printing.cell(report.money(proposals.reduce(0) { $0 + $1.book })),
      ] + (posted == nil ? [] : [.empty]), role: .total)
    return Grid(id: "allocations", title: "", columns: columns, rows: rows + [total])
  }
}
