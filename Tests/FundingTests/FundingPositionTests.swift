import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct FundingPositionTests {
  private func row(
    _ measure: PositionRow.Measure, _ amount: String, book: String, count: Int = 0
  ) throws -> PositionRow {
    PositionRow(
      measure, day: day("2017-11-02"), scope: scope("mali"), year: year(2017), donor: donor("sdc"),
      category: .earmarked, reference: reference("A"), count: count, amount: try money(amount),
      book: try money(book))
  }

  @Test func `rows of one measure add up in book, in their currencies and in number`() throws {
    let position = FundingPosition([
      try row(.recorded, "100 CHF", book: "101 USD", count: 1),
      try row(.recorded, "50 EUR", book: "60 USD", count: 1),
      try row(.recorded, "-100 CHF", book: "-101 USD", count: -1),
      try row(.signed, "7 CHF", book: "8 USD", count: 1),
    ])
    #expect(position[.recorded].book == 6_000)
    #expect(position[.recorded].original == MoneyBag(try money("50 EUR")))
    #expect(position[.recorded].count == 1)
    #expect(position[.spent] == .init())
  }

  @Test(arguments: [(FundingBasis.recorded, 130), (.signed, 230), (.received, 70)])
  func `funded is what lies there by the basis, and what moved`(basis: FundingBasis, book: Int)
    throws
  {
    let position = FundingPosition([
      try row(.recorded, "1 USD", book: "1 USD"), try row(.signed, "2 USD", book: "2 USD"),
      try row(.received, "0.50 USD", book: "0.50 USD"),
      try row(.allocated, "0.30 USD", book: "0.30 USD"),
      try row(.receivedAllocated, "0.20 USD", book: "0.20 USD"),
    ])
    #expect(position.funded(on: basis).book == Int128(book))
    #expect(position.signedNotRecorded.book == 100)
  }

  @Test func `sums go beyond 64 bits`() throws {
    let most = try row(
      .recorded, "92,233,720,368,547,758.07 USD", book: "92,233,720,368,547,758.07 USD")
    let position = FundingPosition([most, most, most])
    #expect(position[.recorded].book == 3 * Int128(Int64.max))
  }

  @Test func `groups leave out what has no key`() throws {
    let rows = [
      try row(.recorded, "1 USD", book: "1 USD"), try row(.spent, "2 USD", book: "2 USD"),
    ]
    let groups = FundingPosition.grouped(rows) { $0.measure == .spent ? $0.donor : nil }
    #expect(groups.keys.map(\.text) == ["sdc"])
    #expect(groups[donor("sdc")]?[.recorded] == .init())
  }

  @Test func `each basis counts its own measure`() {
    #expect(FundingBasis.allCases.map(\.measure) == [.recorded, .signed, .received])
    #expect(FundingBasis.allCases.map(\.movement) == [.allocated, .allocated, .receivedAllocated])
  }
}
