import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension Forecast {
  /// Lowers the forecast to a document: when money runs out, the months, what comes, and the request.
  public func document(_ printing: Printing = Printing()) -> Document {
    var blocks: [Block] = [.figures(endings(forPrograms: false))]
    if !isPlanned { blocks.append(.paragraph(nothingPlanned)) }
    blocks += [
      .chart(.bars(closingChart(printing))), .heading("Month by month"),
      .grid(monthGrid(printing)),
    ]
    if items.contains(where: { $0.kind == .pledge && $0.month != nil }) {
      blocks += [.heading("With and without the pledges"), .grid(outlookGrid(printing))]
    }
    if availableByEarmark.count > 1 {
      blocks += [
        .heading("Available on \(stamp.asOf)"), .grid(earmarkGrid(printing, forPrograms: false)),
      ]
    }
    blocks.append(.heading("What is to come"))
    blocks.append(
      items.isEmpty
        ? .paragraph("Nothing is open of agreements or pledges for \(scopeName).")
        : .grid(itemGrid(printing, forPrograms: false)))
    if !plans.isEmpty { blocks += [.heading("Spending plans"), .grid(planGrid(printing))] }
    blocks.append(.heading("The request for \(year)"))
    if let chart = requestChart(printing) { blocks.append(.chart(.parts(chart))) }
    blocks.append(.figures(requestFigures(printing)))
    if !rateUses.isEmpty { blocks += [.heading("Rates of exchange"), .grid(rateUses.grid())] }
    return document(printing, blocks + rateUses.warnings)
  }

  /// Lowers the forecast for programs: donors have their codes, and a month has all its figures in one row.
  public func records(_ printing: Printing = Printing()) -> Document {
    document(
      printing,
      [
        .figures(endings(forPrograms: true)), .grid(monthRecords(printing)),
        .grid(earmarkGrid(printing, forPrograms: true)),
        .grid(itemGrid(printing, forPrograms: true)), .grid(planGrid(printing)),
        .grid(rateUses.grid()),
        .figures(requestFigures(printing)),
      ], warnings: rateUses.compactMap(\.warning))
  }

  private func document(
    _ printing: Printing, _ blocks: [Block], warnings: [String] = []
  ) -> Document {
    let span = [months.first, months.last].compactMap { $0?.month.description }
    return Document(
      id: "forecast",
      title: "\(scopeName): forecast "
        + (span.first == span.last ? span[0] : span.joined(separator: " to ")),
      subtitle: "as of \(stamp.asOf), on basis \(basis.rawValue), in \(currency)",
      keyFigures: keyFigures(printing), blocks: blocks, notes: Notes(remarks(printing) + warnings),
      stamp: stamp.stamp(basis: basis))
  }

  private func keyFigures(_ printing: Printing) -> [Figure] {
    func total(_ value: (Month) -> Money) -> Cell {
      let sum = months.reduce(Int128(0)) { $0 + Int128(value($1).minorUnits) }
      return cell(sum, printing)
    }
    let last = months.last?.month.description ?? ""
    return [
      Figure("available", label: "Available now", printing.cell(available), tone: .funded),
      Figure("instalments", label: "Instalments due", total(\.instalments), tone: .pending),
      Figure(
        "expected", label: "Pledges, by how likely they are", total(\.expected), tone: .pending),
    ]
      + (isPlanned
        ? [
          Figure(
            "planned", label: "Planned spending", total { $0.planned ?? .zero(currency) },
            tone: .unfunded)
        ] : [])
      + [
        Figure(
          "closing", label: "Left at the end of \(last)",
          printing.cell(months.last?.closing ?? available))
      ]
  }

  /// When money runs out, by what comes of pledges; without a plan nobody can tell.
  private func endings(forPrograms: Bool) -> [Figure] {
    guard isPlanned else { return [] }
    let last = months.last?.month.description ?? ""
    return Outlook.allCases.map { outlook in
      let never = forPrograms ? "" : "not by the end of \(last)"
      return Figure(
        outlook.figure, label: outlook.label, .text(runsOut(outlook)?.description ?? never))
    }
  }

  private var nothingPlanned: String {
    "No spending plan is recorded for \(scopeName): nothing is taken off, and when money runs out is not known. "
      + "'bursar record spending-plan' records one."
  }

  private func closingChart(_ printing: Printing) -> BarChart {
    BarChart(
      title: isPlanned ? "Left at the end of each month" : "Available at the end of each month",
      tone: .pending, months.map { BarChart.Bar($0.month.description, printing.amount($0.closing)) }
    )
  }

  /// An exact sum as printed; one that cannot be counted as an amount is left out.
  private func cell(_ sum: Int128, _ printing: Printing) -> Cell {
    (try? Money(sum: sum, of: currency)).map { printing.cell($0) } ?? .empty
  }

  private func requestChart(_ printing: Printing) -> PartsChart? {
    guard request.requested.isPositive else { return nil }
    func part(_ label: String, _ sum: Int128, _ tone: Tone) -> PartsChart.Part? {
      guard sum > 0, let amount = try? Money(sum: sum, of: currency) else { return nil }
      return PartsChart.Part(
        label, printing.amount(amount),
        percent: request.isComplete
          ? Percentage.funded(sum, of: Int128(request.requested.minorUnits)) : nil, tone: tone)
    }
    let coming = request.fundedThen - Int128(request.funded.minorUnits)
    let parts = [
      part("Funded", Int128(request.funded.minorUnits), .funded), part("To come", coming, .pending),
      part("Lacking then", request.gapExpected, .unfunded),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : PartsChart(title: "", parts)
  }

  private func requestFigures(_ printing: Printing) -> [Figure] {
    let uncounted: Figure? =
      request.agreed.isZero
      ? nil
      : Figure(
        "agreed", label: "Agreed and not yet \(basis.rawValue)", printing.cell(request.agreed),
        tone: .pending)
    return [
      Figure("requested", label: "Requested", printing.cell(request.requested)),
      Figure(
        "funded", label: "Funded now", printing.cell(request.funded),
        percent: percent(Int128(request.funded.minorUnits)), tone: .funded),
    ] + [uncounted].compactMap(\.self) + [
      Figure(
        "pledgesExpected", label: "Pledges for \(year), by how likely they are",
        printing.cell(request.expected), tone: .pending),
      Figure(
        "fundedThen", label: "Funded then", cell(request.fundedThen, printing),
        percent: percent(request.fundedThen)),
      Figure("gap", label: "Lacking now", cell(request.gap, printing), tone: .unfunded),
      Figure("gapExpected", label: "Lacking then", cell(request.gapExpected, printing)),
      Figure(
        "gapAtLeast", label: "Lacking if all pledges come in full",
        cell(request.gapAtLeast, printing)),
    ]
  }

  private func percent(_ funded: Int128) -> Int? {
    request.isComplete
      ? Percentage.funded(funded, of: Int128(request.requested.minorUnits)) : nil
  }
}

extension Forecast {
  /// What a reader has to know of the figures.
  private func remarks(_ printing: Printing) -> [String] {
    func printed(_ money: Money) -> String { "\(currency) \(printing.amount(money).grouped)" }
    let first = months.first?.month.description ?? ""
    var remarks = [
      "Available is what was received of agreements and not spent, of all budget years, as 'monthly' has it; "
        + "money of the general fund that no agreement gave is not in it"
    ]
    if !obligated.isZero {
      remarks.append("Of it \(printed(obligated)) is owed to partners; the plan is to include it")
    }
    if let firstMonth {
      remarks.append(
        "Of \(first) what is left of the plan is taken off: \(printed(firstMonth.planned)) were planned, "
          + "\(printed(firstMonth.spent)) spent so far")
    }
    if items.contains(where: \.isOverdue) {
      remarks.append("What is overdue is counted in \(first)")
    }
    if items.contains(where: { $0.due == nil }) {
      remarks.append("What has no day is listed, and counted in no month")
    }
    if items.contains(where: \.isUncertain) {
      remarks.append(
        "A pledge without a probability is expected to bring nothing, and counts in full where all come"
      )
    }
    let unplanned = Set(months.filter { $0.planned == nil }.map(\.month.year)).sorted()
    if isPlanned, !unplanned.isEmpty {
      let years = unplanned.map(String.init).joined(separator: ", ")
      remarks.append("No spending plan is recorded for \(years): nothing is taken off there")
    }
    if !printing.isExact, months.contains(where: { !$0.addsUp(printing) }) {
      remarks.append("Each amount is rounded by itself; --exact prints them to the minor unit")
    }
    return remarks
  }
}

extension Forecast.Month {
  /// Whether the printed closing is what the printed opening, income and spending come to.
  fileprivate func addsUp(_ printing: Printing) -> Bool {
    let planned = planned.map { printing.amount($0).minorUnits } ?? 0
    let come = [opening, instalments, expected].map { printing.amount($0).minorUnits }
    return come.reduce(0, +) - planned == printing.amount(closing).minorUnits
  }
}

extension Forecast.Outlook {
  /// The name of the figure that says when money runs out.
  fileprivate var figure: String {
    switch self {
    case .none: "runsOutWithoutPledges"
    case .likely: "runsOut"
    case .all: "runsOutWithAllPledges"
    }
  }

  /// What the figure is called for people.
  fileprivate var label: String {
    switch self {
    case .none: "Money runs out without pledges"
    case .likely: "With pledges as likely as they are"
    case .all: "If all pledges come"
    }
  }
}
