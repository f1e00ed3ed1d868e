import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension DonorDossier {
  /// Lowers the dossier to a document: who the donor is, its pledges, its agreements, their entries.
  public func document() -> Document {
    var blocks: [Block] = [.grid(particulars)]
    if !pledges.isEmpty { blocks += [.heading("Pledges"), .grid(pledgeGrid)] }
    if agreements.isEmpty {
      blocks.append(.paragraph("No agreement with \(donor.name) is signed."))
    } else {
      blocks += [.heading("Agreements"), .grid(agreementGrid(ofAll: false))]
    }
    if !remarks.isEmpty { blocks.append(.notes(Notes(title: "Remarks", remarks))) }
    blocks += rateUses.warnings
    if !journal.items.isEmpty { blocks += [.heading("Entries"), .grid(journal.entryGrid)] }
    let omission = journal.omission(shownBy: "bursar journal --donor \(donor.id) --all")
    return document(
      figures: figures, blocks: blocks, notes: Notes([omission].compactMap(\.self)))
  }

  /// Lowers the dossier for programs: the donor as a row, and one row a posting.
  public var records: Document {
    let grids = [
      donorGrid, nameGrid, pledgeGrid, agreementGrid(ofAll: true),
      rateUses.grid(titled: "Rates of exchange"),
      journal.postingGrid,
    ]
    return document(figures: figures, blocks: grids.map(Block.grid))
  }

  private func document(
    figures: [Figure], blocks: [Block], notes: Notes = Notes()
  ) -> Document {
    Document(
      id: "donorShow", title: donor.name,
      subtitle: "as of \(stamp.asOf), in \(agreed.currency)", keyFigures: figures, blocks: blocks,
      notes: notes, stamp: stamp.stamp())
  }

  private var figures: [Figure] {
    [
      Figure("agreed", label: "Agreed", .money(agreed)),
      Figure("received", label: "Received", .money(received)),
      Figure("open", label: "Open", .money(open)),
      Figure("pledged", label: "Pledged, not agreed yet", .money(pledged)),
    ]
  }

  /// What is remarked on agreements, each remark with its agreement.
  private var remarks: [String] {
    agreements.compactMap { line in line.note.map { "\(line.reference): \($0)" } }
  }

  /// Who the donor is, for people; what is not stated is left out.
  private var particulars: Grid {
    let stated: [(String, Cell?)] = [
      ("Code", .code(donor.id.text)), ("Type", donor.kind.map { .code($0.rawValue) }),
      ("Country", donor.country.map(Cell.code)), ("IATI", donor.iati.map(Cell.code)),
    ]
    let names =
      donor.aliases.map { ("Also called", Cell.text($0)) }
      + merged.map { ("Merged into it", Cell.text("\($0.name) (\($0.id))")) }
    let rows = stated.compactMap { label, value in value.map { (label, $0) } } + names
    return Grid(
      id: "particulars", title: "",
      columns: [Grid.Column("what", ""), Grid.Column("value", "", .any)],
      rows: rows.map { Grid.Row([.text($0.0), $0.1]) })
  }

  /// Who the donor is, for programs.
  private var donorGrid: Grid {
    Grid(
      id: "donor", title: "",
      columns: [
        Grid.Column("donor", "Code", .code), Grid.Column("name", "Name"),
        Grid.Column("type", "Type", .code), Grid.Column("country", "In", .code),
        Grid.Column("iati", "IATI", .code),
      ],
      rows: [
        Grid.Row([
          .code(donor.id.text), .text(donor.name), .code(donor.kind?.rawValue ?? ""),
          .code(donor.country ?? ""), .code(donor.iati ?? ""),
        ])
      ])
  }

  /// The donor's other names, for programs.
  private var nameGrid: Grid {
    let names =
      donor.aliases.map { [Cell.text($0), .code("alias"), .empty] }
      + merged.map { [.text($0.name), .code("merged"), .code($0.id.text)] }
    return Grid(
      id: "names", title: "",
      columns: [
        Grid.Column("name", "Name"), Grid.Column("kind", "Kind", .code),
        Grid.Column("donor", "Code", .code),
      ],
      rows: names.map { Grid.Row($0) })
  }

  private var pledgeGrid: Grid {
    Grid(
      id: "pledges", title: "",
      columns: [
        Grid.Column("reference", "Pledge", .code), Grid.Column("made", "Made", .date),
        Grid.Column("original", "As pledged", .codedAmount),
        Grid.Column("amount", agreed.currency.code, .amount),
        Grid.Column("open", "Not agreed yet", .codedAmount), Grid.Column("state", "State"),
      ],
      rows: pledges.map { line in
        Grid.Row([
          .code(line.reference.text), .date(line.made), .money(line.amount), .money(line.book),
          .money(line.open), .text(line.stage.rawValue),
        ])
      })
  }

  /// The agreements; people are told who else gives where somebody does.
  private func agreementGrid(ofAll hasAll: Bool) -> Grid {
    let namesOthers = hasAll || agreements.contains { !$0.others.isEmpty }
    return Grid(
      id: "agreements", title: "",
      columns: [
        Grid.Column("reference", "Agreement", .code), Grid.Column("signed", "Signed", .date),
        Grid.Column("original", "As agreed", .codedAmount),
        Grid.Column("amount", agreed.currency.code, .amount),
        Grid.Column("received", "Received", .codedAmount),
        Grid.Column("open", "Open", .codedAmount), Grid.Column("state", "State"),
      ] + (namesOthers ? [Grid.Column("with", "With")] : []),
      rows: agreements.map { line in
        let others = line.others.map { hasAll ? $0.text : donors.name(of: $0) }
          .joined(separator: "; ")
        return Grid.Row(
          [
            .code(line.reference.text), .date(line.signed), .money(line.amount), .money(line.book),
            .money(line.received), .money(line.open), .text(line.stage.rawValue),
          ] + (namesOthers ? [.text(others)] : []))
      })
  }
}
