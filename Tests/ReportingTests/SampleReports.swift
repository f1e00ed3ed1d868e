import Bookkeeping
import Funding
import Monetary
import Reporting

@testable import Tabulation
@testable import TestSupport

/// What the reports of tests are said to be made from.
let stamp = ReportStamp(
  ledger: "Sample", origin: .text(sha256: "00"), facts: 7, asOf: day("2017-12-31"), known: nil,
  rates: table("UNORE"))

extension SampleLedger {
  /// What the ledger has to say for the summary of a scope in 2017.
  func material(
    _ place: String, basis: FundingBasis = .recorded,
    changing change: (inout FundingSummary.Material) -> Void = { _ in }
  ) -> FundingSummary.Material {
    let learnt = posted.flatMap { posted in
      posted.consequence.positions.map { LearntRow($0, entered: posted.fact.entered) }
    }.filter { $0.row.year == year(2017) }
    let isInside = { (row: PositionRow) in book.programme.contains(row.scope, in: scope(place)) }
    let inside = learnt.map(\.row).filter(isInside)
    var material = FundingSummary.Material(
      area: Area(of: scope(place)), year: year(2017), basis: basis, names: LedgerNames(of: book),
      stamp: stamp)
    material.rates = RateHistory(of: book, by: book.head.rates)
    material.byDonor = inside
    material.byCategory = inside.filter { [basis.measure, basis.movement].contains($0.measure) }
    material.byAgreement = learnt.filter { isInside($0.row) }
    material.signingsElsewhere = learnt.filter { !isInside($0.row) && $0.row.measure == .signed }
    change(&material)
    return material
  }

  /// The summary of a scope in 2017.
  func summary(
    _ place: String, basis: FundingBasis = .recorded,
    changing change: (inout FundingSummary.Material) -> Void = { _ in }
  ) throws -> FundingSummary {
    try FundingSummary(material(place, basis: basis, changing: change))
  }

  /// Its entries as a journal lists them.
  var items: [JournalListing.Item] {
    posted.flatMap { posted in
      posted.consequence.entries.map {
        JournalListing.Item(id: posted.id, fact: posted.fact, entry: $0)
      }
    }
  }
}

extension Document {
  /// The grid of that identifier.
  func grid(_ id: String) -> Grid? { grids.first { $0.id == id } }

  /// The figure of that identifier, as people read it.
  func figure(_ id: String) -> String? { allFigures.first { $0.id == id }?.value.inline }
}

extension Grid {
  /// The rows as people read them.
  var texts: [[String]] { rows.map { $0.cells.map(\.inline) } }
}

extension JSONValue {
  /// The member of that name; nil where there is none.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
