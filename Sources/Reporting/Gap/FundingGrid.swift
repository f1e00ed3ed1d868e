import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// The funding grid: what each contribution gives to each line, what is fixed first, and what is proposed
/// beside it.
///
/// Restricted money comes first, the most narrowly directed first; flexible money comes last.
public struct FundingGrid: Sendable {
  /// What a contribution gives to a line, in minor units.
  struct Share: Hashable {
    var posted: Int64 = 0
    var proposed: Int64 = 0
  }

  let report: GapReport
  /// The contributions, the most narrowly directed first.
  let contributions: [GapSolution.Contribution]
  /// What each line has, by place of the contribution; where it has something.
  let shares: [[Int: Share]]

  /// Lays out a plan of a report.
  /// - Complexity: O(*n* log *n*) in the lines, contributions, postings and items.
  public init(_ plan: AllocationPlan, in report: GapReport) {
    self.report = report
    func freedom(_ id: String) -> Int {
      report.gap.sources[id]?.category.freedom ?? EarmarkCategory.notStated.freedom
    }
    contributions = report.solution.contributions.sorted {
      (freedom($0.id), $0.id) < (freedom($1.id), $1.id)
    }
    let rows = Dictionary(
      uniqueKeysWithValues: report.solution.lines.enumerated().map { ($1.id, $0) })
    let columns = Dictionary(uniqueKeysWithValues: contributions.enumerated().map { ($1.id, $0) })
    var shares = report.solution.lines.map { _ in [Int: Share]() }
    func add(
      _ amount: Int64, of contribution: String, to line: String,
      as kind: WritableKeyPath<Share, Int64>
    ) {
      guard amount != 0, let row = rows[line], let column = columns[contribution] else { return }
      shares[row][column, default: Share()][keyPath: kind] += amount
    }
    for posting in report.gap.problem.postings {
      add(posting.amount, of: posting.contribution, to: posting.line, as: \.posted)
    }
    for item in plan.items {
      add(item.amount, of: item.contribution, to: item.line, as: \.proposed)
    }
    self.shares = shares
  }

  /// Lowers the grid to a document: a row a line, a column a contribution, and totals both ways.
  public func document(_ printing: Printing = Printing()) -> Document {
    document([.grid(matrix(printing))])
  }

  /// Lowers the grid for a spreadsheet: the same matrix to the minor unit, its currency beside each row.
  public func sheet() -> Document { document([.grid(matrix(.exact, forSheet: true))]) }

  /// Lowers the grid for programs: lines, contributions, and what is where, each by itself.
  public func records() -> Document {
    document([.grid(lineRecords), .grid(contributionRecords), .grid(shareRecords)])
  }

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

  /// What all contributions give together.
  var total: Share {
    contributions.reduce(into: Share()) {
      $0.posted += $1.posted
      $0.proposed += $1.used
    }
  }

  /// What a line has from all contributions.
  func sum(at row: Int) -> Share {
    shares[row].values.reduce(into: Share()) {
      $0.posted += $1.posted
      $0.proposed += $1.proposed
    }
  }
}

// As it is kept in a spreadsheet.
extension FundingGrid {
  private func matrix(_ printing: Printing, forSheet: Bool = false) -> Grid {
    func cell(_ minorUnits: Int64) -> Cell { printing.cell(report.money(minorUnits)) }
    let unit: [Cell] = forSheet ? [.code(report.currency.code)] : []
    var rows = report.solution.lines.enumerated().map { row, line in
      let sum = sum(at: row)
      let given = contributions.indices.map { column in
        shares[row][column].map { cell($0.posted + $0.proposed) } ?? .empty
      }
      let sums = [
        sum.posted + sum.proposed, sum.posted, sum.proposed,
        max(0, line.required - sum.posted - sum.proposed),
      ]
      return Grid.Row(
        [.text(line.id)] + unit + [cell(line.required)] + given
          + sums.map { $0 == 0 ? .empty : cell($0) })
    }
    func summary(
      _ name: String, _ amount: (GapSolution.Contribution) -> Int64, required: Cell = .empty,
      posted: Cell = .empty, proposed: Cell = .empty, gap: Cell = .empty
    ) {
      let amounts = contributions.map(amount)
      rows.append(
        Grid.Row(
          [.text(name)] + unit + [required] + amounts.map(cell)
            + [cell(amounts.reduce(0, +)), posted, proposed, gap], role: .total))
    }
    let (posted, proposed) = (cell(total.posted), cell(total.proposed))
    summary(
      "Total", { $0.posted + $0.used }, required: printing.cell(report.requested), posted: posted,
      proposed: proposed, gap: cell(report.solution.hardGap))
    summary("Posted", \.posted, posted: posted)
    summary("Proposed", \.used, proposed: proposed)
    summary("Stranded", \.left)
    summary("Contribution", \.amount)
    return Grid(
      id: "grid", title: "", columns: columns(forSheet: forSheet), rows: rows)
  }

  /// A column a contribution; in a spreadsheet its heading is its name.
  private func columns(forSheet: Bool) -> [Grid.Column] {
    var columns = [Grid.Column("line", "Line")]
    if forSheet { columns.append(Grid.Column("currency", "", .code)) }
    columns.append(amounts("required", "Requested"))
    let last = [
      amounts("given", "Total"), amounts("posted", "Posted"), amounts("proposed", "Proposed"),
      amounts("gap", "Gap"),
    ]
    var names = Set((columns + last).map(\.id) + ["table", "row", "level"])
    for (place, contribution) in contributions.enumerated() {
      let heading = heading(of: contribution.id)
      var name = forSheet ? heading : "contribution\(place + 1)"
      while !names.insert(name).inserted { name += "'" }
      columns.append(amounts(name, heading))
    }
    return columns + last
  }

  private func amounts(_ id: String, _ header: String) -> Grid.Column {
    Grid.Column(id, header, .amount, currency: false)
  }

  private func heading(of contribution: String) -> String {
    let donor = report.donor(of: contribution)
    return donor.isEmpty ? contribution : "\(contribution) \(donor)"
  }
}

// As programs read it.
extension FundingGrid {
  private func cells(_ amounts: [Int64]) -> [Cell] { amounts.map { .money(report.money($0)) } }

  private var lineRecords: Grid {
    let rows = report.solution.lines.enumerated().map { row, line in
      let sum = sum(at: row)
      return Grid.Row(
        [.text(line.id)]
          + cells([
            line.required, sum.posted, sum.proposed,
            max(0, line.required - sum.posted - sum.proposed),
          ]))
    }
    let sums = Grid.Row(
      [.text("Total"), .money(report.requested)]
        + cells([total.posted, total.proposed, report.solution.hardGap]), role: .total)
    return Grid(
      id: "lines", title: "",
      columns: [
        Grid.Column("line", ""), Grid.Column("required", "", .codedAmount),
        Grid.Column("posted", "", .codedAmount), Grid.Column("proposed", "", .codedAmount),
        Grid.Column("gap", "", .codedAmount),
      ], rows: rows + [sums])
  }

  private var contributionRecords: Grid {
    let rows = contributions.map { contribution in
      let donor = report.donor(of: contribution.id)
      return Grid.Row(
        [.text(contribution.id), donor.isEmpty ? .empty : .text(donor)]
          + cells([
            contribution.amount, contribution.posted, contribution.used, contribution.left,
          ]))
    }
    let sums = Grid.Row(
      [.text("Total"), .empty]
        + cells([
          contributions.reduce(0) { $0 + $1.amount }, total.posted, total.proposed,
          report.solution.stranded,
        ]), role: .total)
    return Grid(
      id: "contributions", title: "",
      columns: [
        Grid.Column("contribution", ""), Grid.Column("donor", ""),
        Grid.Column("amount", "", .codedAmount), Grid.Column("posted", "", .codedAmount),
        Grid.Column("proposed", "", .codedAmount), Grid.Column("stranded", "", .codedAmount),
      ], rows: rows + [sums])
  }

  private var shareRecords: Grid {
    let rows = report.solution.lines.enumerated().flatMap { row, line in
      shares[row].sorted { $0.key < $1.key }.map { column, share in
        Grid.Row(
          [.text(line.id), .text(contributions[column].id)]
            + cells([share.posted, share.proposed]))
      }
    }
    return Grid(
      id: "cells", title: "",
      columns: [
        Grid.Column("line", ""), Grid.Column("contribution", ""),
        Grid.Column("posted", "", .codedAmount), Grid.Column("proposed", "", .codedAmount),
      ], rows: rows)
  }
}
