import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// The list for the next meeting with donors: which restrictions to ask them to lift, and where new money
/// would help.
public struct AskReport: Sendable {
  private let list: AskList
  private let report: GapReport

  /// Lays out what is to be asked about a report's problem.
  public init(_ list: AskList, about report: GapReport) {
    self.list = list
    self.report = report
  }

  /// Lowers the list to a document.
  public func document(_ printing: Printing = Printing()) -> Document {
    var blocks: [Block] = []
    if list.liftings.isEmpty {
      blocks.append(.paragraph("Nothing would change if a donor lifted one restriction."))
    } else {
      blocks += [.heading("Restrictions to ask about"), .grid(liftings(printing))]
    }
    if list.openings.isEmpty {
      blocks.append(.paragraph("No line lacks anything."))
    } else {
      blocks += [.heading("Where new money would help"), .grid(openings(printing))]
    }
    return Document(
      id: "ask",
      title: "\(report.names.programme.name(of: report.scope)): to ask for, \(report.year)",
      subtitle:
        "as of \(report.stamp.asOf), on basis \(report.basis.rawValue), in \(report.currency)",
      keyFigures: [
        Figure(
          "hardGap", label: "Gap that no current money can fill",
          printing.cell(report.money(report.solution.hardGap)), tone: .unfunded),
        Figure(
          "stranded", label: "Money that cannot be used",
          printing.cell(report.money(report.solution.stranded)), tone: .pending),
      ],
      blocks: blocks,
      notes: Notes([
        "Each figure is for one restriction lifted, or for new money of one earmark; they do not add up"
      ]), stamp: report.stamp.stamp(basis: report.basis))
  }

  private func liftings(_ printing: Printing) -> Grid {
    let left = Dictionary(
      report.solution.contributions.map { ($0.id, $0.left) },
      uniquingKeysWith: { first, _ in first })
    return Grid(
      id: "restrictions", title: "",
      columns: [
        Grid.Column("donor", "Donor"), Grid.Column("contribution", "Contribution"),
        Grid.Column("left", "Stranded", .amount), Grid.Column("ask", "Ask to lift"),
        Grid.Column("closes", "Closes", .amount),
      ],
      rows: list.liftings.map { lifting in
        Grid.Row([
          .text(report.donor(of: lifting.contribution)), .text(lifting.contribution),
          printing.cell(report.money(left[lifting.contribution] ?? 0)),
          .text(report.words(for: lifting, printing)),
          printing.cell(report.money(lifting.closes)),
        ])
      })
  }

  private func openings(_ printing: Printing) -> Grid {
    Grid(
      id: "openings", title: "",
      columns: [
        Grid.Column("scope", "New money for"), Grid.Column("name", "Name"),
        Grid.Column("helps", "Helps up to", .amount),
      ],
      rows: list.openings.map { opening in
        let scope = report.gap.scope(ofNode: opening.scope)
        let line = report.gap.lines[opening.scope]
        return Grid.Row([
          .text(scope.map { $0.text + ", anywhere in it" } ?? opening.scope),
          .text((scope ?? line?.scope.scope).map(report.names.programme.name(of:)) ?? ""),
          printing.cell(report.money(opening.helps)),
        ])
      })
  }
}
