import Bookkeeping
import Funding
import Monetary
import Tabulation

/// The tables of what donors finance of an agreement, in its currency.
extension [DonorShare] {
  /// A column of amounts.
  private struct Figure {
    let id: String
    let header: String
    let isAlwaysShown: Bool
    let amount: (DonorShare) -> Money

    /// What stands in a line of what is owed.
    init(_ kind: StatementLine.Kind) {
      id = kind.rawValue
      header = kind == .closing ? "Open" : kind.label
      isAlwaysShown = [.settled, .closing].contains(kind)
      amount = { $0.receivable[kind]?.amount ?? .zero($0.agreed.currency) }
    }

    /// What is owed back.
    init(owedBack header: String) {
      id = "owedBack"
      self.header = header
      isAlwaysShown = false
      amount = \.owedBack
    }
  }

  private static var figures: [Figure] {
    [.opening, .agreed, .amended, .settled, .writtenOff, .other, .closing].map(Figure.init)
      + [Figure(owedBack: "Owed back")]
  }

  /// The table for people: a line a donor; columns that say nothing are left out.
  /// - Throws: `.sumOverflow`.
  func grid(id: String, title: String) throws(MoneyError) -> Grid {
    let figures = Self.figures.filter { figure in
      figure.isAlwaysShown || contains { !figure.amount($0).isZero }
    }
    var rows = map { share in
      Grid.Row([.text(share.name)] + figures.map { .money($0.amount(share)) })
    }
    if count > 1, let currency = first?.agreed.currency {
      var totals: [Cell] = [.text("Total")]
      for figure in figures {
        totals.append(.money(try MoneyBag(map(figure.amount)).amount(in: currency)))
      }
      rows.append(Grid.Row(totals, role: .total))
    }
    return Grid(
      id: id, title: title,
      columns: [Grid.Column("donor", "Donor")]
        + figures.map { Grid.Column($0.id, $0.header, .amount) },
      rows: rows)
  }

  /// The rows for programs.
  func rows(of agreement: Reference) -> [Grid.Row] {
    map { share in
      Grid.Row(
        [
          .code(agreement.text), .code(share.donor.text), .text(share.name),
          .code(share.isLead ? "lead" : "co-financing"),
        ] + Self.figures.map { .money($0.amount(share)) })
    }
  }

  /// The columns above them.
  static var columns: [Grid.Column] {
    [
      Grid.Column("agreement", "", .code), Grid.Column("donor", "", .code),
      Grid.Column("name", ""), Grid.Column("role", "", .code),
    ] + figures.map { Grid.Column($0.id, "", .codedAmount) }
  }
}
