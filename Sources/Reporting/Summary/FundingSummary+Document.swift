import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension FundingSummary {
  /// Lowers the summary to a document.
  public func document(_ printing: Printing = Printing()) -> Document {
    document(printing, blocks(printing, forPrograms: false))
  }

  /// Lowers the summary for programs that take its tables: donors have their codes, thanks are a table,
  /// and remarks stand in full beside agreements.
  public func records(_ printing: Printing = Printing()) -> Document {
    document(printing, blocks(printing, forPrograms: true))
  }

  private func document(_ printing: Printing, _ blocks: [Block]) -> Document {
    Document(
      id: "summary", title: "\(scopeName): funding \(year)",
      subtitle: "as of \(stamp.asOf), on basis \(basis.rawValue), in \(currency)\(spanned)",
      keyFigures: keyFigures(printing), blocks: blocks,
      notes: Notes(title: "Notes of the source", remarks.map { "\($0.date): \($0.text)" }),
      stamp: stamp.stamp(basis: basis))
  }

  /// What a situation's totals are over.
  private var spanned: String {
    guard !spans.isEmpty else { return "" }
    return "; over \(spans.joined(separator: ", ")) and what is for them alone, each once"
  }

  private func keyFigures(_ printing: Printing) -> [Figure] {
    [
      Figure("requested", label: "Requested", printing.cell(requested)),
      Figure(
        "funded", label: "Funded", printing.cell(funded), percent: fundedPercent, tone: .funded),
      Figure(
        "unfunded", label: "Unfunded", unfundedCell(printing), percent: unfundedPercent,
        tone: .unfunded),
    ]
  }

  private func unfundedCell(_ printing: Printing) -> Cell {
    printing.cell(unfunded, as: requested, less: funded)
  }

  private func blocks(_ printing: Printing, forPrograms: Bool) -> [Block] {
    var blocks: [Block] = []
    if requested.isPositive { blocks.append(.chart(.parts(partsChart(printing)))) }
    if !donors.isEmpty {
      blocks += [
        .heading("Contributions by donor"),
        .grid(donorGrid(printing, forPrograms)),
      ]
      blocks += [.heading("Contributions by earmark"), .grid(earmarkGrid(printing))]
    } else {
      blocks.append(.paragraph(nothing))
    }
    if !signedNotRecorded.isEmpty {
      blocks += [
        .heading("Signed and not yet recorded"),
        .grid(signedGrid(printing, forPrograms)),
      ]
    }
    blocks += forPrograms ? agreementRecords(printing) : agreementBlocks(printing)
    blocks += [.heading("Within and beside the total"), .figures(besides(printing))]
    if !rates.isEmpty {
      blocks += [.heading("Rates of exchange"), .grid(rateGrid)]
    }
    blocks += staleRates.warnings
    if !thanks.isEmpty {
      blocks += [
        .heading("Thanks to the donors of unrestricted and regional funds"),
        forPrograms ? .grid(thanksGrid(printing)) : .roll(thanks.map { words(for: $0, printing) }),
      ]
    }
    return blocks
  }

  /// What is said where no contribution counts.
  private var nothing: String {
    let contribution = "No contribution for \(scopeName) in \(year) is \(basis.rawValue)."
    guard !otherYears.isEmpty else { return contribution }
    let years = otherYears.map(\.description).joined(separator: ", ")
    return "\(contribution) The ledger has figures for \(years): ask with --year or --as-of."
  }

  private func partsChart(_ printing: Printing) -> PartsChart {
    let whole = printing.amount(requested)
    let covered = printing.amount(funded)
    let missing: PrintedAmount =
      if case .amount(let amount) = unfundedCell(printing) { amount } else { whole }
    return PartsChart(
      title: "",
      [
        PartsChart.Part("Funded", covered, percent: fundedPercent, tone: .funded),
        PartsChart.Part("Unfunded", missing, percent: unfundedPercent, tone: .unfunded),
      ])
  }

  private func earmarkGrid(_ printing: Printing) -> Grid {
    let present = EarmarkCategory.allCases.filter { byEarmark[$0] != nil }
    var rows = present.map { category in
      let amount = byEarmark[category] ?? .zero(currency)
      return Grid.Row([
        .text(category.label), printing.cell(amount),
        .bar(Proportion(printing.amount(amount), of: printing.amount(funded))),
      ])
    }
    let amounts = present.compactMap { byEarmark[$0] }
    if let rounding = printing.rounding(of: amounts, total: funded) {
      rows.append(Grid.Row([.text("Rounding"), rounding, .empty]))
    }
    rows.append(Grid.Row([.text("Funded"), printing.cell(funded), .empty], role: .total))
    return Grid(
      id: "byEarmark", title: "",
      columns: [
        Grid.Column("earmark", "Earmark"), Grid.Column("amount", currency.code, .amount),
        Grid.Column("share", "", .bar(.funded)),
      ],
      rows: rows)
  }

  private func besides(_ printing: Printing) -> [Figure] {
    func unlessNothing(_ id: String, _ label: String, _ amount: Money?, _ tone: Tone? = nil)
      -> [Figure]
    {
      guard let amount, !amount.isZero else { return [] }
      return [Figure(id, label: label, printing.cell(amount), tone: tone)]
    }
    return [
      Figure("earmarked", label: "Funded by money earmarked to it", printing.cell(earmarked)),
      Figure("allocated", label: "Funded by money allocated to it", printing.cell(allocated)),
    ] + unlessNothing("carriedIn", "Funded by money carried in from years before", carriedIn)
      + unlessNothing("conditional", "Of which conditional", conditional) + [
        Figure(
          "flexible", label: "Flexible money that may reach it", printing.cell(flexible),
          tone: .flexible),
        Figure("received", label: "Received", printing.cell(received)),
        Figure("spent", label: "Spent", printing.cell(spent)),
      ] + unlessNothing("supportCost", "Support cost with it", supportCost)
      + unlessNothing("pledged", "Pledged, not agreed yet", pledged, .pending)
  }

  private var rateGrid: Grid {
    Grid(
      id: "rates", title: "",
      columns: [
        Grid.Column("rate", "Rate", .code), Grid.Column("effective", "Since", .date),
        Grid.Column("rateTable", "Table", .code),
      ],
      rows: rates.map { rate in
        Grid.Row([
          .code(rate.description), .date(rate.effective), .code(rate.table.text),
        ])
      })
  }

  private func thanksGrid(_ printing: Printing) -> Grid {
    let naming = DonorNaming(withCodes: true)
    return Grid(
      id: "thanks", title: "",
      columns: naming.columns + [
        Grid.Column("scope", "Scope", .code), Grid.Column("amount", "Amount", .codedAmount),
      ],
      rows: thanks.map { line in
        Grid.Row(
          naming.cells(line.name, line.donor) + [
            .code(line.scope.text), printing.cell(line.amount),
          ])
      })
  }

  /// `Norway (41 M)`; with the scope where it is not global, and a currency that is not the book's.
  private func words(for thanks: Thanks, _ printing: Printing) -> String {
    let scope = thanks.scope == .global ? "" : " for \(thanks.scopeName)"
    let code = thanks.amount.currency == currency ? "" : "\(thanks.amount.currency) "
    return "\(thanks.name)\(scope) (\(code)\(Self.inMillions(thanks.amount, printing)))"
  }

  /// `76 M` of 76,000,000; an amount that is no whole number of millions as the others are printed.
  private static func inMillions(_ amount: Money, _ printing: Printing) -> String {
    let units = amount.wholeUnits(rounding: .halfEven)
    guard units != 0, units.isMultiple(of: 1_000_000) else {
      return printing.amount(amount).grouped
    }
    return "\(PrintedAmount.whole(units / 1_000_000, amount.currency).grouped) M"
  }
}

extension EarmarkCategory {
  /// The category's name for people.
  var label: String {
    switch self {
    case .unearmarked: "Unearmarked"
    case .softly: "Softly earmarked"
    case .earmarked: "Earmarked"
    case .tightly: "Tightly earmarked"
    case .notStated: "Not stated"
    }
  }
}
