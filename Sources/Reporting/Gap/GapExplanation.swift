import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// Why a line cannot be filled, or a contribution cannot be used, in words.
public struct GapExplanation: Sendable {
  /// What is explained.
  public enum Subject: Hashable, Sendable {
    /// A line of the problem.
    case line(String)
    /// A contribution of the problem.
    case contribution(String)
  }

  private let report: GapReport
  private let solver: GapSolver
  private let subject: Subject

  /// Explains a line or a contribution of a report.
  public init(_ subject: Subject, in report: GapReport, by solver: GapSolver) {
    self.subject = subject
    self.report = report
    self.solver = solver
  }

  /// Lowers the explanation to a document.
  public func document(_ printing: Printing = Printing()) -> Document {
    switch subject {
    case .line(let id):
      report.solution.lines.first { $0.id == id }.map { document(of: $0, printing) }
        ?? Document(id: "explanation", title: id)
    case .contribution(let id):
      report.solution.contributions.first { $0.id == id }.map { document(of: $0, printing) }
        ?? Document(id: "explanation", title: id)
    }
  }

  private func document(
    _ title: String, _ figures: [Figure], _ blocks: [Block]
  ) -> Document {
    Document(
      id: "explanation", title: title,
      subtitle:
        "gap \(report.year) of \(report.names.programme.name(of: report.scope)), as of "
        + "\(report.stamp.asOf), in \(report.currency)",
      keyFigures: figures, blocks: blocks, stamp: report.stamp.stamp(basis: report.basis))
  }
}

// Why a line is not full.
extension GapExplanation {
  private func document(of line: GapSolution.Line, _ printing: Printing) -> Document {
    let figures = [
      Figure("required", label: "Requested", printing.cell(report.money(line.required))),
      Figure("posted", label: "Posted", printing.cell(report.money(line.posted))),
      Figure(
        "leastGap", label: "Missing at least", printing.cell(report.money(line.leastGap)),
        tone: .unfunded),
      Figure(
        "greatestGap", label: "Missing at most", printing.cell(report.money(line.greatestGap))),
      Figure("fair", label: "Fair share", printing.cell(report.money(line.funded))),
    ]
    var blocks: [Block] = [.notes(Notes([reason(of: line, printing)]))]
    let eligible = Set(solver.contributions(for: line.id))
    let may = report.solution.contributions.filter { eligible.contains($0.id) }
    if !may.isEmpty {
      blocks += [.heading("Money that may come here"), .grid(moneyGrid(may, printing))]
    }
    let kept = report.solution.contributions.filter { !eligible.contains($0.id) && $0.left > 0 }
    if line.greatestGap > 0, !kept.isEmpty {
      blocks += [
        .heading("Stranded money that may not"), .grid(keptGrid(kept, from: line.id, printing)),
      ]
    }
    return document("Line \(line.id)", figures, blocks)
  }

  private func reason(of line: GapSolution.Line, _ printing: Printing) -> String {
    let lacking = line.lacking
    guard lacking > 0 else {
      return line.overfunded > 0
        ? "It has \(words(line.overfunded, printing)) more than it asks for, which only an allocation "
          + "away from it can give to others."
        : "It has all it asks for."
    }
    if line.greatestGap == 0 { return "However the money is placed best, it is filled." }
    if line.leastGap > 0 { return shortage(of: line, printing) }
    guard let proof = report.solution.gapCertificate, proof.lines.contains(line.id) else {
      return "It could be filled, but with money that other lines lack as well."
    }
    let others = proof.lines.count - 1
    return
      "It could be filled, but only with money that others lack as well: it and \(others) more lines lack "
      + "\(words(proof.required, printing)) together, and may have \(words(proof.money, printing)) and no "
      + "more. \(words(proof.gap, printing)) are missing among them whatever is done."
  }

  /// Why something is missing whatever is done.
  private func shortage(of line: GapSolution.Line, _ printing: Printing) -> String {
    let most = line.lacking - line.leastGap
    let limits = bindingLimits(on: line, letting: most, printing)
    let others =
      line.greatestGap > line.leastGap
      ? ", and as much as \(words(line.greatestGap, printing)) if others come first" : ""
    return
      "It lacks \(words(line.lacking, printing)), and all the money that may come here is "
      + "\(words(most, printing))\(limits): \(words(line.leastGap, printing)) are missing whatever is "
      + "done\(others)."
  }

  /// The limits without which more money might come; nothing where all may come that is not posted.
  private func bindingLimits(
    on line: GapSolution.Line, letting most: Int64, _ printing: Printing
  ) -> String {
    let eligible = Set(solver.contributions(for: line.id))
    let may = report.solution.contributions.filter { eligible.contains($0.id) }
    guard may.reduce(0, { $0 + $1.unposted }) > most else { return "" }
    let limits = may.flatMap { contribution in
      solver.limits(of: contribution.id, on: line.id).filter { $0.most < contribution.amount }
        .map { limit in
          "no more than \(words(limit.most, printing)) of \(contribution.id) may go to "
            + report.words(forScopesOf: limit)
        }
    }
    return limits.isEmpty ? "" : ", since " + limits.joined(separator: ", and ")
  }

  private func moneyGrid(_ money: [GapSolution.Contribution], _ printing: Printing) -> Grid {
    let counts = solver.lineCounts
    return Grid(
      id: "mayCome", title: "",
      columns: [
        Grid.Column("contribution", "Contribution"), Grid.Column("donor", "Donor"),
        Grid.Column("earmark", "Earmark"), Grid.Column("amount", "Not posted", .amount),
        Grid.Column("lines", "Lines it may go to", .integer),
      ],
      rows: money.map { contribution in
        Grid.Row([
          .text(contribution.id), .text(report.donor(of: contribution.id)),
          .text(report.gap.sources[contribution.id]?.category.label ?? ""),
          printing.cell(report.money(contribution.unposted)),
          .integer(Int64(counts[contribution.id] ?? 0)),
        ])
      })
  }

  private func keptGrid(
    _ money: [GapSolution.Contribution], from line: String, _ printing: Printing
  ) -> Grid {
    Grid(
      id: "mayNot", title: "",
      columns: [
        Grid.Column("contribution", "Contribution"), Grid.Column("donor", "Donor"),
        Grid.Column("left", "Stranded", .amount), Grid.Column("restriction", "Kept away by"),
      ],
      rows: money.map { contribution in
        Grid.Row([
          .text(contribution.id), .text(report.donor(of: contribution.id)),
          printing.cell(report.money(contribution.left)),
          .text(report.words(ofWhatKeeps: contribution.id, from: line, by: solver)),
        ])
      })
  }

  private func words(_ minorUnits: Int64, _ printing: Printing) -> String {
    "\(report.currency) \(printing.amount(report.money(minorUnits)).grouped)"
  }
}

// Why a contribution is not used.
extension GapExplanation {
  private func document(
    of contribution: GapSolution.Contribution, _ printing: Printing
  ) -> Document {
    let figures = [
      Figure("amount", label: "Amount", printing.cell(report.money(contribution.amount))),
      Figure("posted", label: "Posted", printing.cell(report.money(contribution.posted))),
      Figure("used", label: "Can be used", printing.cell(report.money(contribution.used))),
      Figure(
        "leastStranded", label: "Stranded at least",
        printing.cell(report.money(contribution.leastStranded)), tone: .pending),
      Figure(
        "greatestStranded", label: "Stranded at most",
        printing.cell(report.money(contribution.greatestStranded))),
    ]
    let may = Set(solver.lines(for: contribution.id))
    let lines = report.solution.lines
    var blocks: [Block] = [.notes(Notes([reason(of: contribution, printing)]))]
    if !may.isEmpty {
      let open = lines.filter { may.contains($0.id) }
      blocks += [.heading("Lines it may go to"), .grid(openGrid(open, printing))]
    }
    let kept = lines.filter { !may.contains($0.id) && $0.greatestGap > 0 }
    if contribution.left > 0, !kept.isEmpty {
      blocks += [
        .heading("Lines that lack something, and it may not go to"),
        .grid(keptGrid(kept, from: contribution.id, printing)),
      ]
    }
    let donor = report.donor(of: contribution.id)
    return document(
      "Contribution \(contribution.id)" + (donor.isEmpty ? "" : " of \(donor)"), figures, blocks)
  }

  private func openGrid(_ lines: [GapSolution.Line], _ printing: Printing) -> Grid {
    Grid(
      id: "openLines", title: "",
      columns: [
        Grid.Column("line", "Line"), Grid.Column("required", "Requested", .amount),
        Grid.Column("fair", "Fair share", .amount),
        Grid.Column("greatestGap", "Gap, greatest", .amount),
      ],
      rows: lines.map { line in
        Grid.Row([
          .text(line.id), printing.cell(report.money(line.required)),
          printing.cell(report.money(line.funded)),
          printing.cell(report.money(line.greatestGap)),
        ])
      })
  }

  private func keptGrid(
    _ lines: [GapSolution.Line], from contribution: String, _ printing: Printing
  ) -> Grid {
    Grid(
      id: "otherLines", title: "",
      columns: [
        Grid.Column("line", "Line"), Grid.Column("greatestGap", "Gap, greatest", .amount),
        Grid.Column("restriction", "Kept away by"),
      ],
      rows: lines.map { line in
        Grid.Row([
          .text(line.id), printing.cell(report.money(line.greatestGap)),
          .text(report.words(ofWhatKeeps: contribution, from: line.id, by: solver)),
        ])
      })
  }

  private func reason(of contribution: GapSolution.Contribution, _ printing: Printing) -> String {
    let excess = excess(with: contribution.id, printing)
    let use: String
    if contribution.left > 0, let reason = report.reasons[contribution.id] {
      use = "\(words(contribution.left, printing)) cannot be used: \(reason.words)."
    } else if contribution.unposted == 0 {
      use = excess.isEmpty ? "All of it is posted, and of use." : "All of it is posted."
    } else {
      use = excess.isEmpty ? "All of it can be used." : "All that is not posted can be used."
    }
    return ([use] + excess + beyond(contribution.id, printing)).joined(separator: " ")
  }

  /// Which lines have more than they ask for, among those where the contribution is posted.
  private func excess(with contribution: String, _ printing: Printing) -> [String] {
    let posted = Set(
      report.gap.problem.postings.filter { $0.contribution == contribution && $0.amount > 0 }
        .map(\.line))
    return report.solution.lines.filter { $0.overfunded > 0 && posted.contains($0.id) }.map {
      line in
      "Some of it is posted to \(line.id), which has \(words(line.overfunded, printing)) more than it "
        + "asks for."
    }
  }

  /// What of the same agreement is no part of the question.
  private func beyond(_ contribution: String, _ printing: Printing) -> [String] {
    guard let source = report.gap.sources[contribution], !source.isInKind,
      let above = report.above[source.reference], above.minorUnits > 0
    else { return [] }
    return [
      "\(words(above.minorUnits, printing)) more of \(source.reference) lie above \(report.scope), and are "
        + "no part of this question; --with-flexible lets them take part."
    ]
  }
}

extension GapReport {
  /// Who gives a contribution; empty where nobody is told.
  func donor(of contribution: String) -> String {
    let donor = gap.sources[contribution]?.donor
    return donor.map { names.donors.name(of: names.donors.resolved($0)) } ?? ""
  }
}
