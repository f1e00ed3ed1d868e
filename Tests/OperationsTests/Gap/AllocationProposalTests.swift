import Bookkeeping
import Funding
import Monetary
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

  @Test func `what no allocation can bring is told with its reason`() throws {
    let document = try SmallGap(
      """
      2026-02-01 agreement G alpia 200 USD
        earmark: earmarked mali
        part: 2025 200 USD
      2026-02-01 carry-over G mali 200 USD
        to-year: 2026
      2026-02-01 agreement K brisa 50 USD
        earmark: earmarked mali
      2026-02-01 in-kind K 70 USD
      2026-02-01 agreement L brisa 30 USD
        earmark: earmarked niger
        part: 2026 30 USD
      2026-02-01 carry-over L niger 30 USD
        to-year: 2027
      """
    ).proposal()
    let carried = "it was taken over from an earlier year, and stays where it was taken to"
    #expect(
      document.rows(of: "withheld") == [
        "K goods,Brisa,mali/food,70,USD,\"goods are used, and not allocated\"",
        "G,Alpia,mali/food,90,USD,\"\(carried)\"", "G,Alpia,mali/health,110,USD,\"\(carried)\"",
        "L,Brisa,niger/food,30,USD,it was taken into a later year", "Total,,,300,USD,",
      ])
  }

  @Test
  func `parts of one agreement are told apart by where they lie, their earmarks and their donors`()
    throws
  {
    let proposals = try SmallGap(
      """
      2026-02-01 agreement P alpia 600 USD
        earmark: earmarked mali
        part: 2026 200 USD earmarked mali except mali/food
        part: 2026 200 USD earmarked mali
        part: 2026 200 USD earmarked sahel except mali by brisa
      """
    ).allocations()
    #expect(
      proposals.map(\.part?.description) == [
        "2026 as earmarked mali by alpia", "2026 as earmarked mali except mali/food by alpia",
        "2026 sahel by brisa",
      ])
  }

  @Test func `what was spent where no line is stays there, and is not moved to a line`() throws {
    let document = try SmallGap(
      """
      2026-01-01 opening asset:bank 900 USD
      2026-02-01 agreement M alpia 600 USD
        earmark: softly sahel
      2026-03-01 expenditure M mali/schools 450 USD
      """
    ).proposal()
    #expect(document.rows(of: "allocations").last == "Total,,,,,150,USD")
  }

  @Test func `what one part spent at a line is moved there with what another gives`() throws {
    let allocations = try SmallGap(
      """
      2026-01-01 opening asset:bank 900 USD
      2026-02-01 agreement A alpia 1,600 USD
        part: 2026 1,000 USD earmarked mali
        part: 2026 600 USD softly sahel except mali/health
      2026-03-01 expenditure A mali/food 400 USD
      """
    ).allocations()
    let food = allocations.filter { $0.scope.text == "mali/food" }
    #expect(food.map(\.part?.description).contains("2026 mali"))
    #expect(food.reduce(0) { $0 + $1.amount.minorUnits } == 533_34)
  }

  @Test func `nothing to move is said in words`() throws {
    let document = try SmallGap("").proposal()
    #expect(
      document.paragraphs == [
        "No money of agreements is left that a line could have by fair share."
      ])
  }
}
