import Bookkeeping
import Funding
import Monetary
import Tabulation

// The list of agreements: people get a mark at each that is remarked on, and the remarks below.
extension FundingSummary {
  /// The agreements for people; nothing where they were not asked for, or where there is none.
  func agreementBlocks(_ printing: Printing) -> [Block] {
    guard let agreements, !agreements.isEmpty else { return [] }
    let remarks = agreements.compactMap { line in
      line.note.map { "\(line.reference): \($0)" }
    }
    let marks = Grid.Column("remark", "Remark")
    let naming = DonorNaming(withCodes: false)
    let column = remarks.isEmpty ? nil : marks
    let grid = grid(of: agreements, printing, naming, beside: column) { line in
      line.mark.map(Cell.text) ?? .empty
    }
    let blocks: [Block] = [.heading("Agreements"), .grid(grid)]
    guard !remarks.isEmpty else { return blocks }
    return blocks + [.notes(Notes(title: "Remarks on agreements", remarks.uniqued))]
  }

  /// The agreements for programs, each with what is remarked on it.
  func agreementRecords(_ printing: Printing) -> [Block] {
    guard let agreements else { return [] }
    return [
      .grid(
        grid(
          of: agreements, printing, DonorNaming(withCodes: true),
          beside: Grid.Column("note", "Note")
        ) { line in line.note.map(Cell.text) ?? .empty })
    ]
  }

  private func grid(
    of agreements: [AgreementLine], _ printing: Printing, _ naming: DonorNaming,
    beside column: Grid.Column?, _ remark: (AgreementLine) -> Cell
  ) -> Grid {
    Grid(
      id: "agreements", title: "",
      columns: [Grid.Column("reference", "Agreement", .code)] + naming.columns + [
        Grid.Column("place", "Place", .code), Grid.Column("earmark", "Earmark"),
        Grid.Column("original", "As agreed", .amounts),
        Grid.Column("amount", currency.code, .amount), Grid.Column("state", "State"),
      ] + (column.map { [$0] } ?? []),
      rows: agreements.map { line in
        Grid.Row(
          [.code(line.reference.text)] + naming.cells(line.name, line.donor) + [
            .code(line.place.text),
            .text(line.category.label), printing.cell(line.amount), printing.cell(line.book),
            .text(line.stage.rawValue),
          ] + (column == nil ? [] : [remark(line)]))
      })
  }
}

extension FundingSummary.AgreementLine {
  /// A word that says a remark is there: the note's own first one, where a colon follows, as in
  /// `Assumed: …` and `Unreconciled: …`; nil without a note.
  fileprivate var mark: String? {
    guard let note else { return nil }
    let word = note.prefix { $0 != ":" }
    let isOne = word.endIndex < note.endIndex && !word.isEmpty && word.allSatisfy(\.isLetter)
    return isOne ? word.lowercased() : "see below"
  }
}

extension [String] {
  /// The same without what was there before, as where an agreement has a line for each of its places.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
