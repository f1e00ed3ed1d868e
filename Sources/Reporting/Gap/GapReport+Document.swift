import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension GapReport {
  /// Lowers the report to a document.
  public func document(_ printing: Printing = Printing(), showing detail: Detail = Detail())
    -> Document
  {
    var blocks: [Block] = [.figures(figures(printing))]
    blocks += reconciliation(printing)
    if !rungs.isEmpty { blocks += [.heading("Counting more or less"), .grid(ladder(printing))] }
    if detail.lines { blocks += [.heading("Lines"), .grid(lineGrid(printing))] }
    blocks += strandedBlocks(printing) + overfundedBlocks(printing) + advanceBlocks(printing)
    if detail.certificates { blocks += certificateBlocks(printing) }
    return Document(
      id: "gap", title: "\(names.programme.name(of: scope)): gap \(year)",
      subtitle: "as of \(stamp.asOf), on basis \(basis.rawValue), in \(currency)",
      keyFigures: [
        Figure("requested", label: "Requested", printing.cell(requested)),
        Figure(
          "hardGap", label: "Gap that no current money can fill",
          printing.cell(money(solution.hardGap)), tone: .unfunded),
        Figure(
          "stranded", label: "Money that cannot be used",
          printing.cell(money(solution.stranded)), tone: .pending),
      ],
      blocks: blocks, notes: Notes(notes), stamp: stamp.stamp(basis: basis))
  }

  private func figures(_ printing: Printing) -> [Figure] {
    [
      Figure("funded", label: "Funded", printing.cell(funded)),
      Figure(
        "netGap", label: "Net gap: requested less funded",
        printing.cell(
          Money(minorUnits: requested.minorUnits - funded.minorUnits, of: currency),
          as: requested, less: funded)),
      Figure(
        "grossGap", label: "Gross gap: line by line, as money lies now", printing.cell(grossGap)),
      Figure(
        "usable", label: "Money that can be used, well placed",
        printing.cell(money(solution.funded))),
      Figure(
        "overfunded", label: "Posted beyond what lines ask for",
        printing.cell(money(solution.overfunded))),
    ]
  }

  private var notes: [String] {
    [
      "The net gap knows no goods, and lets too much at one line, and money that no line may have, hide what "
        + "another lacks; the gross gap takes money and goods where they lie or were used, the general "
        + "fund's too; the gap is what the best placing of money and goods leaves"
    ]
  }

  /// How the net gap becomes the gap; nothing where they are one.
  private func reconciliation(_ printing: Printing) -> [Block] {
    let net = money(requested.minorUnits - funded.minorUnits)
    let goods = solution.contributions.reduce(Int64(0)) {
      gap.sources[$1.id]?.isInKind == true ? $0 + $1.amount : $0
    }
    let general = solution.contributions.reduce(Int64(0)) {
      gap.sources[$1.id] == nil ? $0 + $1.amount : $0
    }
    let others = solution.available - goods - general - funded.minorUnits
    let steps = [
      ("less goods in kind", -goods), ("less what the general fund spent", -general),
      ("less money above the scope that takes part", -others),
      ("plus money that cannot be used", solution.stranded),
      ("plus what is posted beyond what lines ask for", solution.overfunded),
    ].filter { $0.1 != 0 }.map { ($0.0, money($0.1)) }
    guard !steps.isEmpty else { return [] }
    var rows = [
      Grid.Row([.text("Net gap"), printing.cell(net, as: requested, less: funded)])
    ]
    rows += steps.map { Grid.Row([.text($0.0), printing.cell($0.1)]) }
    let total = money(solution.hardGap)
    // What is printed as the net gap is a difference of what is printed.
    let parts = [requested, money(-funded.minorUnits)] + steps.map(\.1)
    if let rounding = printing.rounding(of: parts, total: total) {
      rows.append(Grid.Row([.text("Rounding"), rounding]))
    }
    rows.append(Grid.Row([.text("Gap"), printing.cell(total)], role: .total))
    return [
      .heading("From the net gap to the gap"),
      .grid(
        Grid(
          id: "fromNetGap", title: "",
          columns: [Grid.Column("step", ""), Grid.Column("amount", "", .amount)], rows: rows)),
    ]
  }

  private func ladder(_ printing: Printing) -> Grid {
    Grid(
      id: "ladder", title: "",
      columns: [
        Grid.Column("counted", "Counted"), Grid.Column("funded", "Can be used", .amount),
        Grid.Column("hardGap", "Gap", .amount), Grid.Column("stranded", "Stranded", .amount),
      ],
      rows: rungs.map { rung in
        Grid.Row([
          .text(rung.name), printing.cell(rung.funded), printing.cell(rung.hardGap),
          printing.cell(rung.stranded),
        ])
      })
  }

  private func lineGrid(_ printing: Printing) -> Grid {
    let isTiered = solution.lines.contains { $0.tier != 1 }
    let rows = solution.lines.map { line in
      Grid.Row(
        [.text(line.id)] + (isTiered ? [.integer(Int64(line.tier))] : []) + [
          printing.cell(money(line.required)), printing.cell(money(gap.held[line.id] ?? 0)),
          printing.cell(money(line.leastGap)), printing.cell(money(line.greatestGap)),
          printing.cell(money(line.funded)),
          covered(line),
        ])
    }
    let total = Grid.Row(
      [.text("Total")] + (isTiered ? [.empty] : []) + [
        printing.cell(requested),
        printing.cell(money(solution.lines.reduce(0) { $0 + (gap.held[$1.id] ?? 0) })), .empty,
        .empty, printing.cell(money(solution.lines.reduce(0) { $0 + $1.funded })), .empty,
      ], role: .total)
    return Grid(
      id: "lines", title: "",
      columns: [Grid.Column("line", "Line")]
        + (isTiered ? [Grid.Column("tier", "Tier", .integer)] : []) + [
          Grid.Column("required", "Requested", .amount), Grid.Column("held", "Held", .amount),
          Grid.Column("leastGap", "Gap, least", .amount),
          Grid.Column("greatestGap", "greatest", .amount),
          Grid.Column("fair", "Fair share", .amount), Grid.Column("covered", "Covered", .percent),
        ],
      rows: rows + [total])
  }

  /// How far a line's fair share fills it; more than all where it was given more than it asks for.
  private func covered(_ line: GapSolution.Line) -> Cell {
    if let level = line.level { return .percent(level.percent) }
    let percent = Percentage.funded(Int128(line.funded), of: Int128(line.required))
    return percent.map(Cell.percent) ?? .empty
  }

  private func strandedBlocks(_ printing: Printing) -> [Block] {
    let stranded = solution.contributions.filter { $0.left > 0 }
    guard !stranded.isEmpty else { return [] }
    let rows = stranded.map { contribution in
      Grid.Row([
        .text(contribution.id), .text(donor(of: contribution.id)),
        printing.cell(money(contribution.amount)), printing.cell(money(contribution.left)),
        .text(reasons[contribution.id]?.words ?? ""),
      ])
    }
    let total = Grid.Row(
      [.text("Total"), .empty, .empty, printing.cell(money(solution.stranded)), .empty],
      role: .total)
    return [
      .heading("Money that cannot be used"),
      .grid(
        Grid(
          id: "stranded", title: "",
          columns: [
            Grid.Column("contribution", "Contribution"), Grid.Column("donor", "Donor"),
            Grid.Column("amount", "Amount", .amount), Grid.Column("left", "Stranded", .amount),
            Grid.Column("reason", "Why"),
          ],
          rows: rows + [total])),
    ]
  }

  private func overfundedBlocks(_ printing: Printing) -> [Block] {
    let over = solution.lines.filter { $0.overfunded > 0 }
    guard !over.isEmpty else { return [] }
    return [
      .heading("Lines that have more than they ask for"),
      .grid(
        Grid(
          id: "overfundedLines", title: "",
          columns: [
            Grid.Column("line", "Line", .code), Grid.Column("required", "Requested", .amount),
            Grid.Column("posted", "Posted", .amount), Grid.Column("excess", "Too much", .amount),
          ],
          rows: over.map { line in
            Grid.Row([
              .code(line.id), printing.cell(money(line.required)),
              printing.cell(money(line.posted)), printing.cell(money(line.overfunded)),
            ])
          })),
    ]
  }

  private func advanceBlocks(_ printing: Printing) -> [Block] {
    guard !gap.advances.isEmpty else { return [] }
    return [
      .heading("Spent ahead of money"),
      .grid(
        Grid(
          id: "aheadOfCash", title: "",
          columns: [
            Grid.Column("agreement", "Agreement", .code), Grid.Column("line", "Line", .code),
            Grid.Column("amount", "Amount", .amount),
          ],
          rows: gap.advances.map { advance in
            Grid.Row([
              .code(advance.reference.text), .code(advance.line.text),
              printing.cell(money(advance.amount)),
            ])
          })),
    ]
  }

  /// The proofs, as two columns to be added.
  private func certificateBlocks(_ printing: Printing) -> [Block] {
    var blocks: [Block] = []
    let unposted = Dictionary(
      uniqueKeysWithValues: solution.contributions.map { ($0.id, $0.unposted) })
    let lacking = Dictionary(uniqueKeysWithValues: solution.lines.map { ($0.id, $0.lacking) })
    if let proof = solution.gapCertificate {
      blocks += [
        .heading("Proof of the gap"),
        .paragraph(
          "These lines ask for more than all the money that may go to any of them: whatever is done, so "
            + "much is missing."),
        .grid(
          proofGrid(
            "gapProof",
            asked: proof.lines.map { ($0, lacking[$0] ?? 0) },
            given: proof.contributions.map { ($0, unposted[$0] ?? 0) },
            difference: ("Gap", proof.gap), printing)),
      ]
    }
    if let proof = solution.strandedCertificate {
      blocks += [
        .heading("Proof of what is stranded"),
        .paragraph(
          "These contributions are more than all the lines may take that any of them may go to: whatever "
            + "is done, so much is left over."),
        .grid(
          proofGrid(
            "strandedProof", asked: proof.contributions.map { ($0, unposted[$0] ?? 0) },
            given: proof.lines.map { ($0, lacking[$0] ?? 0) },
            difference: ("Stranded", proof.stranded), printing)),
      ]
    }
    if solution.gapCertificate == nil, solution.hardGap > 0 {
      blocks.append(
        .paragraph("No proof in two columns: a limit of a contribution is part of it."))
    }
    return blocks
  }

  private func proofGrid(
    _ id: String, asked: [(String, Int64)], given: [(String, Int64)],
    difference: (name: String, amount: Int64), _ printing: Printing
  ) -> Grid {
    let rows =
      asked.map { Grid.Row([.text($0.0), printing.cell(money($0.1)), .empty]) }
      + given.map { Grid.Row([.text($0.0), .empty, printing.cell(money($0.1))]) }
    let sums = Grid.Row(
      [
        .text("Total"), printing.cell(money(asked.reduce(0) { $0 + $1.1 })),
        printing.cell(money(given.reduce(0) { $0 + $1.1 })),
      ], role: .total)
    let rest = Grid.Row(
      [.text(difference.name), printing.cell(money(difference.amount)), .empty], role: .total)
    return Grid(
      id: id, title: "",
      columns: [
        Grid.Column("what", ""), Grid.Column("more", "More", .amount),
        Grid.Column("less", "than", .amount),
      ],
      rows: rows + [sums, rest])
  }
}

extension CoverageLevel {
  /// The level in whole percent; nothing short of all is 100.
  var percent: Int {
    Percentage.funded(Int128(numerator), of: Int128(denominator)) ?? 100
  }
}

extension StrandedReason {
  /// The reason for people.
  var words: String {
    switch self {
    case .period(let days): "it could be spent from \(days.first) until \(days.last)"
    case .goods: "no line that it may go to takes goods"
    case .tags: "no line is for what it requires"
    case .place: "there is no line where it may go"
    case .limit(let lines): "its limit is reached at \(lines.listed)"
    case .full(let lines): "what it may go to is full: \(lines.listed)"
    }
  }
}

extension [String] {
  /// The first few names, and how many more there are.
  fileprivate var listed: String {
    prefix(3).joined(separator: ", ") + (count > 3 ? " and \(count - 3) more" : "")
  }
}
