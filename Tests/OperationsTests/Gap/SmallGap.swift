import Funding
@testable import Operations
import Reporting
import Tabulation

@testable import TestSupport

/// A ledger of three lines in two countries, whose gap is asked for.
struct SmallGap {
  private let folder: TemporaryDirectory
  private let path: String
  /// What is asked.
  var request = MeasureGap(scope: "sahel", asOf: day("2026-09-30"))

  /// Writes what comes after the ``beginning``.
  init(_ directives: String) throws {
    folder = try TemporaryDirectory()
    path = folder.file("small.bursar")
    try WriteFile.replace(path, with: Array((Self.beginning + directives).utf8))
  }

  private static let beginning = """
    ledger "Small"
      currency: USD
      rates: UNORE
    2026-01-01 scope mali "Mali"
      parent: sahel
    2026-01-01 scope mali/food "Food"
    2026-01-01 scope mali/health "Health"
    2026-01-01 scope mali/schools "Schools"
    2026-01-01 scope niger "Niger"
      parent: sahel
    2026-01-01 scope niger/food "Food"
    2026-01-01 scope sahel "Sahel"
      kind: region
    2026-01-01 donor alpia "Alpia"
    2026-01-01 donor brisa "Brisa"
    2026-01-05 requirement mali/food 1,000 USD
      tags: in-kind yes
    2026-01-05 requirement mali/health 1,000 USD
    2026-01-05 requirement niger/food 1,000 USD

    """

  /// The gap's report.
  func report() throws -> GapReport { try request.report(of: OpenLedger.reading(path)) }

  /// The funding grid.
  func grid() throws -> FundingGrid { try request.grid(of: OpenLedger.reading(path)) }

  /// The list for donors.
  func asks() throws -> Document { try request.asks(of: OpenLedger.reading(path)).document() }

  /// Why a line is not full, or a contribution not used.
  func explanation(of name: String) throws -> Document {
    try request.explanation(of: name, in: OpenLedger.reading(path)).document()
  }

  /// The allocations that fair share proposes, as they would be posted.
  func allocations() throws -> [Allocation] {
    let (report, solver) = try request.measured(OpenLedger.reading(path))
    return report.gap.proposals(solver.plan()).map(\.allocation)
  }

  /// The table of what fair share proposes.
  func proposal() throws -> Document {
    try AllocateFunds(request, command: "allocate", by: "ada", at: WorkedLedger.now)
      .proposal(of: OpenLedger.reading(path)).document()
  }
}

extension Document {
  /// The running text.
  var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }

  /// The rows of a table as a file of separated values has them, without what the rows are for.
  func rows(of grid: String) -> [String] {
    let lines = grids.first { $0.id == grid }.map { CSVRenderer().render($0) } ?? ""
    return lines.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).last
        .map(String.init) ?? ""
    }
  }
}
