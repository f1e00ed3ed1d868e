import Bookkeeping
import Funding
public import Monetary
public import Tabulation

extension DonorStatement {
  /// Lowers the statement to a document: agreement by agreement, and a certification to be filled in.
  /// - Throws: `.sumOverflow` where an amount in another currency is beyond what can be counted.
  public func document() throws(MoneyError) -> Document {
    var blocks: [Block] = []
    for (index, fund) in funds.enumerated() { blocks += try self.blocks(of: fund, index + 1) }
    for (index, share) in shares.enumerated() {
      blocks += try self.blocks(of: share, funds.count + index + 1)
    }
    if funds.isEmpty, shares.isEmpty {
      blocks.append(.paragraph("No agreement with \(subject.name)."))
    }
    blocks += [.heading("Certification"), .paragraph(certified), .grid(certification)]
    return document(blocks, notes: Notes(notes))
  }

  func document(_ blocks: [Block], notes: Notes = Notes()) -> Document {
    Document(
      id: "statement", title: title, subtitle: "\(period.words), in \(currency)", blocks: blocks,
      notes: notes,
      stamp: Stamp(stamp.stamp().items + [Stamp.Item(books: period.isProvisional)]))
  }

  private var title: String {
    let title =
      switch subject {
      case .donor(let donor): "Statement for \(donor.name)"
      case .general: "Statement of the general fund"
      }
    return title + (period.isProvisional ? " (provisional)" : "")
  }

  private func blocks(of fund: FundStatement, _ number: Int) throws(MoneyError) -> [Block] {
    let tables = StatementTables(
      fund: fund, currency: currency, shown: fund.translation?.currency, number: number)
    var blocks: [Block] = [.heading(fund.title)]
    if let terms = fund.terms {
      let others = fund.shares.filter { !$0.isLead }.map { "\($0.name): \($0.agreed)" }
      let words =
        [terms.words] + (fund.isInGeneralFund ? ["in the general fund"] : [])
        + (others.isEmpty ? [] : ["co-financed by " + others.joined(separator: ", ")])
      blocks.append(.paragraph(words.joined(separator: "; ")))
      blocks.append(
        .grid(try tables.besideAgreed.account("receivable", "Receivable", fund.receivable)))
      if !fund.shares.isEmpty {
        let title = "Financed by, in \(terms.agreement.amount.currency)"
        blocks.append(.grid(try fund.shares.grid(id: "shares\(number)", title: title)))
      }
    }
    blocks.append(.grid(try tables.account("unspent", "Unspent", fund.unspent)))
    if !fund.goods.isEmpty {
      blocks.append(.grid(try tables.account("goods", "Goods in kind", fund.goods)))
    }
    if let terms = fund.terms { blocks.append(.figures(try settlement(of: fund, terms, number))) }
    blocks += try tables.lists(on: period.to).map(Block.grid)
    blocks += fund.rateUses.warnings
    if showsEntries { blocks += entryBlocks(of: fund, number) }
    return blocks
  }

  /// What of an agreement that another donor signed is the donor's own.
  private func blocks(
    of statement: ShareStatement, _ number: Int
  ) throws(MoneyError) -> [Block] {
    let agreement = statement.terms.agreement
    let own = "\(statement.share.name) gives \(statement.share.agreed) of it"
    let title = "Share of \(statement.share.name), in \(agreement.amount.currency)"
    return [
      .heading(statement.terms.title),
      .paragraph("\(statement.terms.words); led by \(statement.lead); \(own)"),
      .grid(try [statement.share].grid(id: "shares\(number)", title: title)),
    ]
  }

  /// What is left to spend, what is owed back and, where more was spent than received, by how much.
  private func settlement(
    of fund: FundStatement, _ terms: AgreementTerms, _ number: Int
  ) throws(MoneyError) -> [Figure] {
    var figures: [Figure] = []
    if let available = fund.available {
      figures += try fund.figures("available\(number)", label: "Available to spend", available)
    }
    if let owed = fund.owedBack { figures += try self.figures(of: owed, to: fund, terms, number) }
    if let overspent = fund.overspent {
      figures += try fund.figures("overspent\(number)", label: "Overspent by", overspent)
    }
    return figures
  }

  /// What is owed back and, before it, the parts of it; refunds and overpayments only where there are any.
  private func figures(
    of owed: OwedBack, to fund: FundStatement, _ terms: AgreementTerms, _ number: Int
  ) throws(MoneyError) -> [Figure] {
    var figures: [Figure] = []
    for (id, label, amount) in owed.parts where !amount.isZero {
      figures += try fund.figures("\(id)\(number)", label: label, amount)
    }
    let (id, label) = ("unspentDue\(number)", "Unspent, due back")
    if let unspent = owed.unspent {
      figures += try fund.figures(id, label: label, unspent)
    } else {
      let none = terms.schedule.ends.map { "not before the agreement ends on \($0)" }
      figures.append(Figure(id, label: label, .text(none ?? "no last day is agreed")))
    }
    return figures + (try fund.figures("owedBack\(number)", label: "Owed back", owed.total))
  }

  /// The entries behind the figures, movement by movement.
  private func entryBlocks(of fund: FundStatement, _ number: Int) -> [Block] {
    StatementMovement.allCases.enumerated().compactMap { place, movement in
      let entries = fund.entries.of(movement)
      guard !entries.isEmpty else { return nil }
      let listing = JournalListing(
        entries.map(\.item), filter: JournalListing.Filter(), currency: currency, openingBook: nil,
        stamp: stamp)
      let grid = listing.entryGrid
      return .grid(
        Grid(
          id: "entries\(number)x\(place)", title: "Entries behind: \(movement.label)",
          columns: grid.columns, rows: grid.rows))
    }
  }

  /// How figures came into another currency, and by which rates amounts are converted.
  var notes: [String] {
    let rates =
      "Amounts are converted by the table \(stamp.rates), at the newest rate on or before their day; "
      + "what settles a claim takes what the books carry for it"
    return translationNotes + [rates]
  }

  /// How figures came into another currency, and what is said of the rates; nothing where none did.
  private var translationNotes: [String] {
    let translations = funds.compactMap { fund in
      fund.translation.map { "\(fund.owner.text), in \($0.words)" }
    }
    guard !translations.isEmpty else { return [] }
    let warnings = funds.lazy.compactMap(\.translation?.warnings).first ?? []
    return translations + warnings
      + ["What is shown in another currency is converted figure by figure, and rounded once"]
  }
}

extension FundStatement {
  /// An amount in the book currency, and beside it what it is in the currency that figures are shown in.
  fileprivate func figures(
    _ id: String, label: String, _ amount: Money
  ) throws(MoneyError) -> [Figure] {
    let figure = Figure(id, label: label, .money(amount))
    guard let translation else { return [figure] }
    let translated = try translation.translating(amount)
    return [
      figure,
      Figure(
        id + "Translated", label: "\(label), in \(translated.currency)", .money(translated)),
    ]
  }
}
