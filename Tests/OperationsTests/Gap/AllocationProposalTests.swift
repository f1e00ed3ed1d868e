import Tabulation
import Testing

@testable import TestSupport

@Suite struct AllocationProposalTests {
  @Test
  func `what may go to several lines is proposed by fair share; goods and what lies there are not`()
    throws
  {
    let document = try SmallGap(
      """
      2026-02-01 agreement M alpia 600 USD
        earmark: earmarked mali
      2026-02-01 agreement F brisa 300 USD
        earmark: tightly mali/food
      2026-02-01 in-kind F 100 USD
      """
    ).proposal()
    #expect(
      document.rows(of: "allocations") == [
        "M,Alpia,mali/food,100.00,USD,100,USD", "M,Alpia,mali/health,500.00,USD,500,USD",
        "Total,,,,,600,USD",
      ])
    #expect(
      document.notes.items == ["Nothing is posted: --post posts all of it, in one transaction"])
  }

  @Test func `nothing to move is said in words`() throws {
    let document = try SmallGap("").proposal()
    #expect(
      document.paragraphs == [
        "No money of agreements is left that a line could have by fair share."
      ])
  }
}
