import Bookkeeping
import Funding
import Monetary
public import Tabulation

extension Dossier {
  /// Lowers the dossier to a document: the agreement as it stands, then fact by fact.
  public func document() -> Document {
    var blocks: [Block] = []
    if !terms.isEmpty { blocks.append(.grid(termGrid(naming: \.label))) }
    if let state {
      blocks.append(.grid(parts(of: state, forPrograms: false)))
    }
    if !conditions.isEmpty { blocks.append(.grid(conditionGrid)) }
    blocks += rateUses.warnings + [.heading("Facts"), .grid(factGrid)]
    if items.contains(where: { !$0.entries.isEmpty }) {
      blocks += [.heading("Entries"), .grid(journal.entryGrid)]
    }
    blocks.append(.heading("As written"))
    blocks.append(.verbatim(items.map(\.text).joined(separator: "\n")))
    return Document(
      id: "show", title: title, subtitle: subtitle, keyFigures: figures(forPrograms: false),
      blocks: blocks, notes: Notes([omission].compactMap(\.self)), stamp: stamp.stamp())
  }

  /// Lowers the dossier for programs: one row a posting, each with all that is known of it.
  public var records: Document {
    let grids =
      [termGrid(naming: \.id)]
      + (state.map { [parts(of: $0, forPrograms: true), conditionGrid] } ?? [])
      + [factGrid, rateUses.grid(titled: "Rates of exchange"), journal.postingGrid]
    return Document(
      id: "show", title: title, subtitle: subtitle, keyFigures: figures(forPrograms: true),
      blocks: grids.map(Block.grid), stamp: stamp.stamp())
  }

  private var journal: JournalListing {
    JournalListing(
      items.flatMap(\.listed), filter: JournalListing.Filter(), currency: currency,
      openingBook: nil, stamp: stamp)
  }

  /// What is not shown yet, and the day that shows it; nil for nothing.
  private var omission: String? {
    guard let last = laterEntries.last else { return nil }
    let isOne = laterEntries.count == 1
    return (isOne ? "1 entry lies" : "\(laterEntries.count) entries lie")
      + " after \(stamp.asOf); --as-of \(last) shows \(isOne ? "it" : "them")"
  }

  private var title: String {
    if state != nil { return "Agreement \(name), \(donor ?? "")" }
    return pledge == nil ? name : "Pledge \(name), \(donor ?? "")"
  }

  private var subtitle: String {
    guard let state else { return pledge.map { "made \($0.dated)" } ?? "" }
    let term = [
      state.agreement.starts.map { "from \($0)" }, state.schedule.ends.map { "to \($0)" },
    ].compactMap(\.self).joined(separator: " ")
    let others = cofinancing.joined(separator: ", ")
    return ["signed \(state.signed)", term, others.isEmpty ? "" : "co-financed by \(others)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What is written of the fact that bears the name: what it is for, where it was read, remarks; and how much of an
  /// agreement may go to some scopes on the day.
  private var terms: [Term] {
    let named =
      items.last { state.map { .agreement($0.agreement) } == $0.fact.event }
      ?? items.first { $0.id.text == name } ?? items.first { $0.fact.reference?.text == name }
    guard let fact = named?.fact else { return [] }
    let purpose: String? =
      switch fact.event {
      case .agreement(let agreement): agreement.purpose
      case .expenditure(let expenditure): expenditure.purpose
      default: nil
      }
    let texts = [
      ("purpose", "Purpose", purpose), ("source", "Source", fact.provenance.source),
      ("note", "Note", fact.provenance.note),
    ]
    let limits = state?.limits(on: stamp.asOf) ?? []
    return texts.compactMap { id, label, text in text.map { (id, label, $0) } }
      + limits.map { ("limit", "Limit", "\($0.amount) on \($0.scope)") }
  }

  private typealias Term = (id: String, label: String, text: String)

  private func termGrid(naming name: KeyPath<Term, String>) -> Grid {
    Grid(
      id: "terms", title: "", columns: [Grid.Column("what", ""), Grid.Column("text", "")],
      rows: terms.map { Grid.Row([.text($0[keyPath: name]), .text($0.text)]) })
  }

  /// What of a pledge agreements took up and, where they are more, by how much.
  private func figures(of pledge: PledgeState) -> [Figure] {
    let currency = pledge.pledge.amount.currency
    func money(_ minorUnits: Int64) -> Cell { .money(Money(minorUnits: minorUnits, of: currency)) }
    let excess = Int64(clamping: pledge.excess)
    return [
      Figure("pledged", label: "Pledged", .money(pledge.pledge.amount)),
      Figure("converted", label: "Turned into agreements", money(pledge.converted)),
      Figure("outstanding", label: "Outstanding", money(pledge.outstanding)),
    ] + (excess > 0 ? [Figure("beyond", label: "Agreed beyond it", money(excess))] : [])
  }

  /// The sums of the agreement's parts, of which what is agreed as amended is settled, written off or open;
  /// those of a pledge, or none, without an agreement. People are spared what an amendment, a refund or a write-off
  /// alone brings.
  private func figures(forPrograms: Bool) -> [Figure] {
    guard let state else { return pledge.map(figures(of:)) ?? [] }
    let signed = state.agreement.amount
    let amended = state.parts.reduce(Int128(0)) { $0 + Int128($1.amount) }
    let isAmended = amended != Int128(signed.minorUnits)
    let agreed = state.agreement.amount.currency
    func figure(
      _ id: String, _ label: String, _ value: KeyPath<PartState, Int64>,
      _ currency: Currency
    ) -> Figure? {
      // Each sum is at most the amount agreed, or its worth, and so fits.
      let sum = state.parts.reduce(Int128(0)) { $0 + Int128($1[keyPath: value]) }
      return Int64(exactly: sum).map {
        Figure(id, label: label, .money(Money(minorUnits: $0, of: currency)))
      }
    }
    let hasWrittenOff = state.parts.contains { $0.writtenOff != 0 }
    let hasRefunded = state.parts.contains { $0.refunded != 0 }
    return [
      isAmended || forPrograms
        ? Figure("amountSigned", label: "Agreed, as signed", .money(signed)) : nil,
      figure("agreed", isAmended ? "Agreed, as amended" : "Agreed", \.amount, agreed),
      conditions.conditional.map {
        Figure("conditional", label: "Of which conditional", .money($0))
      },
      figure("settled", "Settled", \.received, agreed),
      hasRefunded || forPrograms
        ? figure("refunded", "Of which refunded", \.refunded, agreed) : nil,
      hasWrittenOff || forPrograms
        ? figure("writtenOff", "Written off", \.writtenOff, agreed) : nil,
      figure("open", "Open", \.open, agreed),
      figure("book", "Agreed, at its frozen rate", \.recordedBook, currency),
      figure("carrying", "Open, as it is carried", \.carryingBook, currency),
    ].compactMap(\.self) + figures(ofLeft: state, forPrograms: forPrograms)
  }

  /// What is left of an agreement: what may be spent, and what may not any more.
  private func figures(ofLeft state: AgreementState, forPrograms: Bool) -> [Figure] {
    let left = state.available(from: stamp.asOf)
    let available = state.schedule.spendable(of: left, on: stamp.asOf)
    func figure(_ id: String, _ label: String, _ sum: Int128) -> Figure? {
      // What is beyond counting was refused.
      (try? Money(sum: sum, of: currency)).map { Figure(id, label: label, .money($0)) }
    }
    return [
      figure("available", "Available to spend", available),
      left != available || forPrograms
        ? figure("lapsed", "Unspent, the period over", left - available) : nil,
    ].compactMap(\.self) + figuresOwedBack(forPrograms: forPrograms)
  }

  /// What is owed back, and the parts of it; people are spared what is nothing.
  private func figuresOwedBack(forPrograms: Bool) -> [Figure] {
    guard let owedBack, forPrograms || !owedBack.total.isZero else { return [] }
    let unspent = owedBack.unspent.map { ("unspentDue", "Unspent, due back", $0) }
    return
      (owedBack.parts + [unspent].compactMap(\.self) + [("owedBack", "Owed back", owedBack.total)])
      .filter { forPrograms || !$0.2.isZero }
      .map { Figure($0.0, label: $0.1, .money($0.2)) }
  }

  /// Its parts; who gives each, as it is named in a `part:`, and what was refunded and written off, only where
  /// there is something to tell, unless it is for programs.
  private func parts(of state: AgreementState, forPrograms: Bool) -> Grid {
    let agreed = state.agreement.amount.currency
    func cell(_ minorUnits: Int64) -> Cell { .money(Money(minorUnits: minorUnits, of: agreed)) }
    let namesDonors = forPrograms || !cofinancing.isEmpty
    let hasRefunded = forPrograms || state.parts.contains { $0.refunded != 0 }
    let hasWrittenOff = forPrograms || state.parts.contains { $0.writtenOff != 0 }
    return Grid(
      id: "parts", title: "Parts, in \(agreed)",
      columns: [Grid.Column("year", "Year", .code), Grid.Column("place", "Place", .code)]
        + (namesDonors ? [Grid.Column("donor", "By", .code)] : [])
        + [
          Grid.Column("earmark", "Earmark"), Grid.Column("agreed", "Agreed", .amount),
          Grid.Column("settled", "Settled", .amount),
        ] + (hasRefunded ? [Grid.Column("refunded", "Refunded", .amount)] : [])
        + (hasWrittenOff ? [Grid.Column("writtenOff", "Written off", .amount)] : [])
        + [Grid.Column("open", "Open", .amount)],
      rows: state.parts.map { part in
        Grid.Row(
          [.code(part.year.description), .code(part.place.text)]
            + (namesDonors ? [.code(part.donor.text)] : [])
            + [.text(part.category.label), cell(part.amount), cell(part.received)]
            + (hasRefunded ? [cell(part.refunded)] : [])
            + (hasWrittenOff ? [cell(part.writtenOff)] : []) + [cell(part.open)])
      })
  }

  private var conditionGrid: Grid {
    Grid(
      id: "conditions", title: "Conditions", columns: ConditionStanding.columns,
      rows: conditions.rows)
  }

  private var factGrid: Grid {
    Grid(
      id: "facts", title: "",
      columns: [
        Grid.Column("date", "Date", .date), Grid.Column("kind", "Kind", .code),
        Grid.Column("id", "Name", .code), Grid.Column("entered", "Entered", .code),
        Grid.Column("by", "By"),
      ],
      rows: items.map { item in
        Grid.Row([
          .date(item.fact.date), .code(item.fact.kind.rawValue), .code(item.id.text),
          .code(item.fact.entered.description), .text(item.fact.provenance.by ?? ""),
        ])
      })
  }
}

extension Dossier.Item {
  /// The entries as a journal lists them.
  var listed: [JournalListing.Item] {
    entries.map { JournalListing.Item(id: id, fact: fact, entry: $0) }
  }
}
