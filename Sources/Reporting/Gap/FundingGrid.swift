import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// The funding grid: what each contribution gives to each line, what is fixed first, and what is proposed
/// beside it.
///
/// Restricted money comes first, the most narrowly directed first; flexible money comes last.
public struct FundingGrid: Sendable {
  private let report: GapReport
  /// What is posted, by line and contribution.
  private var posted: [String: [String: Int64]] = [:]
  /// What is proposed, by line and contribution.
  private var proposed: [String: [String: Int64]] = [:]

  /// Lays out a plan of a report.
  public init(_ plan: AllocationPlan, in report: GapReport) {
    self.report = report
    for posting in report.gap.problem.postings {
      posted[posting.line, default: [:]][posting.contribution, default: 0] += posting.amount
    }
    for item in plan.items {
      proposed[item.line, default: [:]][item.contribution, default: 0] += item.amount
    }
  }

  /// Lowers the grid to a document: a row a line, a column a contribution.
  public func document(_ printing: Printing = Printing()) -> Document {
    document([.grid(matrix(printing))])
  }

  /// Lowers the grid for programs: a row for each amount.
  public func records() -> Document { document([.grid(list)]) }

  private func document(_ blocks: [Block]) -> Document {
    Document(
      id: "grid",
      title: "\(report.names.programme.name(of: report.scope)): funding grid \(report.year)",
      subtitle:
        "as of \(report.stamp.asOf), on basis \(report.basis.rawValue), in \(report.currency)",
      blocks: blocks,
      notes: Notes([
        "What is not posted is proposed: each contribution is used as far as it can be, and each line has its "
          + "fair share. Other placings may do as well."
      ]), stamp: report.stamp.stamp(basis: report.basis))
  }

  /// The contributions, the most narrowly directed first.
  private var contributions: [GapSolution.Contribution] {
    func freedom(_ id: String) -> Int {
      report.gap.sources[id]?.category.freedom ?? EarmarkCategory.notStated.freedom
    }
    return report.solution.contributions.sorted {
      (freedom($0.id), $0.id) < (freedom($1.id), $1.id)
    }
  }

  private func amount(_ line: String, _ contribution: String) -> Int64 {
    (posted[line]?[contribution] ?? 0) + (proposed[line]?[contribution] ?? 0)
  }

  private func cell(_ minorUnits: Int64, _ printing: Printing) -> Cell {
    minorUnits == 0 ? .empty : printing.cell(report.money(minorUnits))
  }

  private func matrix(_ printing: Printing) -> Grid {
    let money = contributions
    let lines = report.solution.lines
    var rows = lines.map { line in
      let fixed = posted[line.id]?.values.reduce(0, +) ?? 0
      let new = proposed[line.id]?.values.reduce(0, +) ?? 0
      return Grid.Row(
        [.text(line.id), printing.cell(report.money(line.required))]
          + money.map { cell(amount(line.id, $0.id), printing) } + [
            cell(fixed, printing), cell(new, printing),
            cell(max(0, line.required - fixed - new), printing),
          ])
    }
    rows += [
      Grid.Row(
        [.text("Total"), printing.cell(report.requested)]
          + money.map { cell($0.posted + $0.used, printing) } + [
            cell(money.reduce(0) { $0 + $1.posted }, printing),
            cell(money.reduce(0) { $0 + $1.used }, printing),
            cell(report.solution.hardGap, printing),
          ], role: .total),
      sums("Posted", money.map { cell($0.posted, printing) }),
      sums("Proposed", money.map { cell($0.used, printing) }),
      sums("Stranded", money.map { cell($0.left, printing) }),
      sums("Contribution", money.map { cell($0.amount, printing) }),
    ]
    return Grid(
      id: "grid", title: "",
      columns: [
        Grid.Column("line", "Line"), Grid.Column("required", "Requested", .amount),
      ]
        + money.enumerated().map { place, contribution in
          Grid.Column("contribution\(place + 1)", heading(of: contribution.id), .amount)
        } + [
          Grid.Column("posted", "Posted", .amount), Grid.Column("proposed", "Proposed", .amount),
          Grid.Column("gap", "Gap", .amount),
        ],
      rows: rows)
  }

  private func heading(of contribution: String) -> String {
    let donor = report.donor(of: contribution)
    return donor.isEmpty ? contribution : "\(contribution) \(donor)"
  }

  /// What of each contribution something is, over all lines.
  private func sums(_ name: String, _ cells: [Cell]) -> Grid.Row {
    Grid.Row([.text(name), .empty] + cells + [.empty, .empty, .empty], role: .total)
  }

  private var list: Grid {
    let rows = report.solution.lines.flatMap { line in
      contributions.compactMap { contribution -> Grid.Row? in
        let fixed = posted[line.id]?[contribution.id] ?? 0
        let new = proposed[line.id]?[contribution.id] ?? 0
        guard fixed != 0 || new != 0 else { return nil }
        return Grid.Row([
          .text(line.id), .text(contribution.id),
          .text(report.gap.sources[contribution.id]?.donor?.text ?? ""),
          .money(report.money(fixed)), .money(report.money(new)),
        ])
      }
    }
    return Grid(
      id: "grid", title: "",
      columns: [
        Grid.Column("line", ""), Grid.Column("contribution", ""), Grid.Column("donor", ""),
        Grid.Column("posted", "", .codedAmount), Grid.Column("proposed", "", .codedAmount),
      ], rows: rows)
  }
}
