import Bookkeeping
import Funding
import Monetary
import Reporting

@testable import TestSupport

extension SampleLedger {
  /// The statement of one agreement of the ledger, or of the general fund.
  func statement(
    of name: String? = "A1", from: String? = nil, to: String = "2019-12-31",
    display: StatementDisplay = .book
  ) throws -> FundStatement {
    let agreements = Set(posted.compactMap { $0.agreement })
    let owner = name.map { FundOwner.agreement(reference($0)) } ?? .general
    var material = FundStatement.Material(owner, names: LedgerNames(of: book), display: display)
    material.rates = RateHistory(of: book, by: book.head.rates)
    let facts = posted.map(\.fact)
    material.facts = facts.filter {
      [.agreement, .amendment].contains($0.kind) && $0.mentions.last?.text == name
    }
    material.items = items.filter { $0.entry.date <= day(to) }
      .enumerated().sorted { ($0.1.entry.date, $0.0) < ($1.1.entry.date, $1.0) }.map(\.1)
    material.entries = EntryOwnership(material.items, agreements: agreements).entries(of: owner)
    for fact in facts where fact.kind == .unidentified {
      if let name = fact.reference { material.unidentified[name, default: []].append(fact) }
    }
    return try FundStatement(
      material, over: StatementPeriod(from: from.map(day), to: day(to), isProvisional: true))
  }
}

extension PostedFact {
  /// The agreement that it made.
  fileprivate var agreement: Reference? { fact.kind == .agreement ? fact.reference : nil }
}
