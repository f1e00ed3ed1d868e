import Bookkeeping
public import Funding
public import Monetary
public import Tabulation

/// Allocations of free money that give every line its fair share: proposed, or posted.
public struct AllocationProposal: Sendable {
  /// What is changed of the plan of an earlier day.
  public struct Changes: Hashable, Sendable {
    /// The day.
    let since: CalendarDate
    /// By contribution and line.
    let changes: [AllocationPlan.Change]

    /// Makes changes.
    public init(since: CalendarDate, _ changes: [AllocationPlan.Change]) {
      self.since = since
      self.changes = changes
    }
  }

  private let proposals: [LedgerGap.Proposal]
  private let withheld: [LedgerGap.Withheld]
  private let posted: [FactID]?
  private let changes: Changes?
  private let report: GapReport
  private let stamp: ReportStamp

  /// Lays out what is proposed of a plan for a report's gap; `posted` are the facts that say so, where it was posted,
  /// and `changes` what is changed of an earlier plan, where one was told.
  public init(
    _ proposals: [LedgerGap.Proposal], of plan: AllocationPlan, posted: [FactID]? = nil,
    changing changes: Changes? = nil, in report: GapReport, stamp: ReportStamp
  ) {
    self.proposals = proposals
    withheld = report.gap.withheld(plan)
    self.posted = posted
    self.changes = changes
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
      blocks: (proposals.isEmpty
        ? [.paragraph("No money of agreements is left that a line could have by fair share.")]
        : [.grid(grid(printing))]) + withheldBlocks(printing) + changeBlocks(printing),
      notes: Notes([
        posted == nil
          ? "Nothing is posted: --post posts all of it, in one transaction"
          : "Each can be undone by a reversal of its name"
      ]), stamp: stamp.stamp(basis: report.basis))
  }

  /// What lines have of their fair share without an allocation, and why.
  private func withheldBlocks(_ printing: Printing) -> [Block] {
    guard !withheld.isEmpty else { return [] }
    let rows = withheld.map { item in
      Grid.Row([
        .text(item.contribution), .text(report.donor(of: item.contribution)), .text(item.line),
        printing.cell(report.money(item.book)), .text(item.reason.words),
      ])
    }
    let total = Grid.Row(
      [
        .text("Total"), .empty, .empty,
        printing.cell(report.money(withheld.reduce(0) { $0 + $1.book })), .empty,
      ], role: .total)
    return [
      .heading("Fair share that no allocation brings"),
      .grid(
        Grid(
          id: "withheld", title: "",
          columns: [
            Grid.Column("contribution", "Contribution"), Grid.Column("donor", "Donor"),
            Grid.Column("line", "Line"), Grid.Column("book", report.currency.code, .amount),
            Grid.Column("reason", "Why"),
          ], rows: rows + [total])),
    ]
  }

  /// What is changed of the earlier plan, goods and money that lies at its line among it.
  private func changeBlocks(_ printing: Printing) -> [Block] {
    guard let changes else { return [] }
    guard !changes.changes.isEmpty else {
      return [.paragraph("Nothing is changed of what was planned on \(changes.since) and is left.")]
    }
    let rows = changes.changes.map { change in
      Grid.Row([
        .text(change.contribution), .text(change.line),
        printing.cell(report.money(change.before)), printing.cell(report.money(change.now)),
      ])
    }
    return [
      .heading("Changed since the plan of \(changes.since)"),
      .grid(
        Grid(
          id: "changes", title: "",
          columns: [
            Grid.Column("contribution", "Contribution"), Grid.Column("line", "Line"),
            Grid.Column("before", "Before", .amount), Grid.Column("now", "Now", .amount),
          ], rows: rows)),
    ]
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

extension LedgerGap.Withheld.Reason {
  /// The reason for people.
  fileprivate var words: String {
    switch self {
    case .goods: "goods are used, and not allocated"
    case .pledge: "it is promised alone"
    case .carriedIn: "it was taken over from an earlier year, and stays where it was taken to"
    case .carriedOn: "it was taken into a later year"
    case .above: "it may be used below the line alone, and counts there as it lies"
    }
  }
}
