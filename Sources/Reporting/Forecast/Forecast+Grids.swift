import Bookkeeping
import Funding
import Monetary
import Tabulation

// The tables of a forecast.
extension Forecast {
  /// The months: what comes and goes between opening and closing.
  func monthGrid(_ printing: Printing) -> Grid {
    let planned = isPlanned ? [Grid.Column("planned", "Planned", .amount)] : []
    return Grid(
      id: "months", title: "",
      columns: [
        Grid.Column("month", "Month", .code), Grid.Column("opening", "Opening", .amount),
        Grid.Column("instalments", "Instalments", .amount),
        Grid.Column("expected", "Pledges", .amount),
      ] + planned + [Grid.Column("closing", "Closing", .amount)],
      rows: months.map { month in
        let spent = isPlanned ? [month.planned.map { printing.cell($0) } ?? .empty] : []
        return Grid.Row(
          [
            .code(month.month.description), printing.cell(month.opening),
            printing.cell(month.instalments), printing.cell(month.expected),
          ] + spent + [printing.cell(month.closing)])
      })
  }

  /// The months with all that is known of each.
  func monthRecords(_ printing: Printing) -> Grid {
    let amounts: [(id: String, header: String, value: (Month) -> Money?)] = [
      ("opening", "Opening", { $0.opening }), ("instalments", "Instalments", { $0.instalments }),
      ("overdue", "Of which overdue", { $0.overdue }),
      ("pledged", "Pledges in full", { $0.pledged }),
      ("expected", "Pledges", { $0.expected }), ("planned", "Planned", { $0.planned }),
      ("closing", "Closing", { $0.closing }),
      ("closingWithoutPledges", "Without pledges", { $0.closingWithoutPledges }),
      ("closingWithAllPledges", "If all come", { $0.closingWithAllPledges }),
    ]
    return Grid(
      id: "months", title: "",
      columns: [Grid.Column("month", "Month", .code)]
        + amounts.map { Grid.Column($0.id, $0.header, .amount) },
      rows: months.map { month in
        Grid.Row(
          [.code(month.month.description)]
            + amounts.map { $0.value(month).map { printing.cell($0) } ?? .empty })
      })
  }

  /// What the months close with, by what comes of pledges.
  func outlookGrid(_ printing: Printing) -> Grid {
    Grid(
      id: "outlooks", title: "",
      columns: [
        Grid.Column("month", "Month", .code), Grid.Column("pledged", "Pledged", .amount),
        Grid.Column("without", "Closing, none", .amount),
        Grid.Column("likely", "as likely", .amount), Grid.Column("all", "all", .amount),
      ],
      rows: months.map { month in
        Grid.Row([
          .code(month.month.description), printing.cell(month.pledged),
          printing.cell(month.closingWithoutPledges), printing.cell(month.closing),
          printing.cell(month.closingWithAllPledges),
        ])
      })
  }

  /// What is available, by how narrowly it is directed.
  func earmarkGrid(_ printing: Printing, forPrograms: Bool) -> Grid {
    func cell(_ text: String, _ code: String) -> Cell { forPrograms ? .code(code) : .text(text) }
    var rows = availableByEarmark.map { line in
      Grid.Row([
        cell(line.category?.label ?? "Of no agreement alone", line.category?.member ?? "other"),
        printing.cell(line.amount),
      ])
    }
    if let rounding = printing.rounding(of: availableByEarmark.map(\.amount), total: available) {
      rows.append(Grid.Row([cell("Rounding", "rounding"), rounding]))
    }
    rows.append(Grid.Row([cell("Available", ""), printing.cell(available)], role: .total))
    return Grid(
      id: "available", title: "",
      columns: [
        Grid.Column("earmark", "Earmark", forPrograms ? .code : .text),
        Grid.Column("amount", currency.code, .amount),
      ],
      rows: rows)
  }

  /// What is to come, one row each.
  func itemGrid(_ printing: Printing, forPrograms: Bool) -> Grid {
    let naming = DonorNaming(withCodes: forPrograms)
    let columns: [Grid.Column] =
      [Grid.Column("reference", "Reference", .code), Grid.Column("due", "Due", .date)]
      + (forPrograms
        ? [
          Grid.Column("month", "Counted in", .code), Grid.Column("kind", "What", .code),
        ] : [Grid.Column("what", "What")])
      + naming.columns + [
        Grid.Column("original", "Amount", .codedAmount),
        Grid.Column("book", currency.code, .amount),
        Grid.Column("probability", forPrograms ? "Probability" : "Likely", .code),
        Grid.Column("expected", "Expected", .amount),
      ]
    return Grid(
      id: "items", title: "", columns: columns,
      rows: items.map { item in
        let what: [Cell] =
          forPrograms
          ? [.code(item.month?.description ?? ""), .code(item.kind.rawValue)]
          : [.text(words(for: item))]
        return Grid.Row(
          [.code(item.reference.text), item.due.map { .date($0) } ?? .empty] + what
            + naming.cells(item.name, item.donor) + [
              printing.cell(item.original), printing.cell(item.book),
              .code(item.likelihood(forPrograms: forPrograms)), printing.cell(item.expected),
            ])
      })
  }

  private func words(for item: ExpectedMoney) -> String {
    let what =
      switch item.kind {
      case .instalment: "instalment"
      case .open: "open, no day agreed"
      case .pledge: "pledge"
      }
    if item.isOverdue { return what + ", overdue" }
    if item.kind == .pledge, item.due == nil { return "pledge, no day" }
    return item.due != nil && item.month == nil ? what + ", later" : what
  }

  /// The plans that count.
  func planGrid(_ printing: Printing) -> Grid {
    Grid(
      id: "plans", title: "",
      columns: [
        Grid.Column("scope", "Scope", .code), Grid.Column("year", "Year", .code),
        Grid.Column("since", "Since", .date), Grid.Column("amount", "Planned", .amount),
      ],
      rows: plans.map { force in
        Grid.Row([
          .code(force.plan.scope.text), .code(force.plan.year.description), .date(force.since),
          printing.cell(force.plan.amount),
        ])
      })
  }
}

extension ExpectedMoney {
  /// How likely it is: to people in words, to programs in percent.
  fileprivate func likelihood(forPrograms: Bool) -> String {
    guard kind == .pledge else { return "" }
    guard let probability else { return forPrograms ? "" : "not stated" }
    return "\(probability.percent)" + (forPrograms ? "" : " %")
  }
}
