import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension Dossier {
  /// Lowers the dossier to a document: the agreement's parts, then fact by fact.
  public func document() -> Document {
    var blocks: [Block] = []
    if let state { blocks.append(.grid(parts(of: state))) }
    blocks.append(.heading("Facts"))
    blocks.append(.grid(factGrid))
    blocks.append(.heading("Entries"))
    let entries = items.flatMap { item in
      item.entries.map { JournalListing.Item(id: item.id, fact: item.fact, entry: $0) }
    }
    let listing = JournalListing(
      entries, filter: JournalListing.Filter(), currency: currency, openingBook: nil, stamp: stamp)
    blocks.append(
      entries.isEmpty ? .paragraph("It posts nothing.") : .grid(listing.entryGrid))
    blocks += [.heading("As written")] + items.map { .verbatim($0.text) }
    return Document(title: title, subtitle: subtitle, blocks: blocks, stamp: stamp.stamp())
  }

  private var title: String {
    guard let state else { return name }
    return "Agreement \(name), \(donor ?? ""), \(state.agreement.amount)"
  }

  private var subtitle: String {
    guard let state else { return "" }
    return [
      "signed \(state.signed)", state.agreement.starts.map { "from \($0)" },
      state.agreement.ends.map { "to \($0)" }, state.agreement.purpose,
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func parts(of state: AgreementState) -> Grid {
    let agreed = state.agreement.amount.currency
    func cell(_ minorUnits: Int64, _ currency: Currency) -> Cell {
      .money(Money(minorUnits: minorUnits, of: currency))
    }
    return Grid(
      id: "parts", title: "",
      columns: [
        Grid.Column("year", "Year", .code), Grid.Column("place", "Place", .code),
        Grid.Column("earmark", "Earmark"), Grid.Column("agreed", "Agreed", .codedAmount),
        Grid.Column("book", "At frozen rate", .codedAmount),
        Grid.Column("settled", "Settled", .codedAmount),
        Grid.Column("open", "Open", .codedAmount),
        Grid.Column("carrying", "Carried at", .codedAmount),
      ],
      rows: state.parts.map { part in
        Grid.Row([
          .code(part.year.description), .code(part.place.text), .text(part.category.label),
          cell(part.amount, agreed), cell(part.recordedBook, currency),
          cell(part.received, agreed), cell(part.open, agreed),
          cell(part.carryingBook, currency),
        ])
      })
  }

  private var factGrid: Grid {
    Grid(
      id: "facts", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("kind", "Kind"),
        Grid.Column("id", "Identifier", .code), Grid.Column("entered", "Entered", .code),
        Grid.Column("by", "By"),
      ],
      rows: items.map { item in
        Grid.Row([
          .date(item.fact.date), .text(item.fact.kind.rawValue), .code(item.id.text),
          .code(item.fact.entered.description), .text(item.fact.provenance.by ?? ""),
        ])
      })
  }
}
