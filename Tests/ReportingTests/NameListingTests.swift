import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct NameListingTests {
  private func document(
    _ subject: NameListing.Subject, records: Bool = false
  ) throws -> Document {
    let names = LedgerNames(of: try SampleLedger().book)
    return NameListing(subject, names: names, stamp: stamp).document(records: records)
  }

  @Test func `every donor has a line, and for programs its other names`() throws {
    let grid = try #require(try document(.donors).grid("donors"))
    #expect(Set(grid.texts.map { $0[0] }) == ["sdc", "sweden", "france", "japan"])
    #expect(grid.columns.map(\.id).last == "iati")
    #expect(try document(.donors, records: true).grid("donors")?.columns.last?.id == "aliases")
  }

  @Test func `a situation stands beside the scopes, with those it names`() throws {
    let rows = try #require(try document(.scopes).grid("scopes")).texts
    #expect(rows.contains(["sahel", "Sahel", "situation", "", "mali, niger, chad"]))
    #expect(rows.contains(["mali", "Mali", "operation", "", "west-africa"]))
  }

  @Test func `in the tree each scope stands below its parent, one level in`() throws {
    let rows = try #require(try document(.tree).grid("tree")).rows
    let names = LedgerNames(of: try SampleLedger().book)
    var lineage: [String] = []
    for row in rows {
      guard case .code(let path) = row.cells[0] else { continue }
      lineage = lineage.prefix(row.level) + [path]
      let ancestors = names.programme.lineage(of: scope(path)).map(\.text)
      #expect(ancestors == lineage.reversed())
    }
    #expect(rows.count == names.programme.allScopes.count)
  }

  @Test func `a tree of thousands of scopes is laid out whole`() throws {
    var book = try SampleLedger().book
    let day = try #require(CalendarDate(year: 2016, month: 1, day: 1))
    for number in 1...2000 {
      let fact = Fact(day, .scope(Scope(scope("s\(number)"), parent: scope("mali"))))
      try book.post(fact, id: try #require(FactID("s\(number)")))
    }
    let listing = NameListing(.tree, names: LedgerNames(of: book), stamp: stamp)
    let rows = try #require(listing.document().grid("tree")).rows
    #expect(rows.count == book.programme.allScopes.count)
  }

  @Test func `a ledger without donors says so`() throws {
    let empty = Book(
      head: LedgerHead(name: "Empty", currency: try Currency(code: "USD"), rates: table("UNORE")))
    let document = NameListing(.donors, names: LedgerNames(of: empty), stamp: stamp).document()
    #expect(document.blocks == [.paragraph("None is declared.")])
  }
}
