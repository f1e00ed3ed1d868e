import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct GapExplanationTests {
  @Test func `a limit that lets less come is named`() throws {
    let small = try SmallGap(
      """
      2026-02-01 agreement L alpia 1,600 USD
        earmark: softly sahel
        limit: 300 USD on mali
      """)
    #expect(
      try small.explanation(of: "mali/food").allNotes == [
        "It lacks USD 1,000, and all the money that may come here is USD 300, since no more than USD 300 of L "
          + "may go to mali: USD 700 are missing whatever is done, and as much as USD 1,000 if others come first."
      ])
  }

  @Test func `where as much is missing at most as at least, that is said once`() throws {
    let small = try SmallGap(
      """
      2026-02-01 agreement F alpia 400 USD
        earmark: tightly niger/food
      """)
    #expect(
      try small.explanation(of: "niger/food").allNotes == [
        "It lacks USD 1,000, and all the money that may come here is USD 400: USD 600 are missing whatever is "
          + "done."
      ])
  }

  @Test func `all that keeps money from a line is named`() throws {
    let small = try SmallGap(
      """
      2026-02-01 agreement P alpia 400 USD
        earmark: softly niger
        period: 2026-01-01..2026-06-30
        require: population refugees
      2026-02-01 agreement Q brisa 300 USD
        earmark: softly sahel except mali
        require: population refugees
      """)
    #expect(
      try small.explanation(of: "mali/health").rows(of: "mayNot") == [
        "P,Alpia,400,USD,\"its period, which is over; its earmark: niger; what it requires: population "
          + "refugees\"",
        "Q,Brisa,300,USD,its exclusion of mali; what it requires: population refugees",
      ])
    #expect(
      try small.explanation(of: "P").rows(of: "otherLines").last
        == "niger/food,1000,USD,\"its period, which is over; what it requires: population refugees\""
    )
  }

  @Test func `what of an agreement is no part of the question is said, and what over-funds`() throws
  {
    let directives = """
      2026-02-01 agreement N alpia 6,000 USD
        earmark: unearmarked
      2026-02-02 allocation N niger/food 1,200 USD
      """
    var small = try SmallGap(directives)
    let excess =
      "Some of it is posted to niger/food, which has USD 200 more than it asks for."
    #expect(
      try small.explanation(of: "N").allNotes == [
        "All of it is posted. \(excess) USD 4,800 more of N lie above sahel, and are no part of this "
          + "question; --with-flexible lets them take part."
      ])
    small.request.takesFlexible = true
    let whole = try small.explanation(of: "N").allNotes
    #expect(whole.count == 1 && whole[0].hasSuffix(excess), "\(whole)")
  }

  @Test func `a pledge is told to be one`() throws {
    let small = try SmallGap(
      """
      2026-02-01 pledge S-1 alpia 400 USD
        earmark: tightly niger/food
      """)
    #expect(throws: Refusal(Fault(.gapPledge, "S-1"))) { try small.explanation(of: "S-1") }
  }

  @Test(arguments: [
    ("Y", "2027 at sahel"), ("R", "2026 at mali from 2026-12-01 on"), ("U", "2026 at global"),
    ("P", "2026 at mali, 2027 at niger"),
  ])
  func `an agreement without money in the gap is told where it has some`(
    name: String, parts: String
  ) throws {
    var small = try SmallGap(
      """
      2026-02-01 agreement Y alpia 100 USD
        earmark: softly sahel
        year: 2027
      2026-02-01 agreement R alpia 100 USD
        earmark: earmarked mali
        recorded: 2026-12-01
      2026-02-01 agreement U alpia 100 USD
        earmark: unearmarked
      2026-02-01 agreement P alpia 100 USD
        part: 2026 40 USD earmarked mali
        part: 2027 60 USD earmarked niger
      """)
    if name == "P" { small.request.scope = "niger" }
    #expect(throws: Refusal(Fault(.gapAbsent, name, parts))) { try small.explanation(of: name) }
  }

  @Test func `what the general fund spent on a line is no more missing there`() throws {
    let small = try SmallGap(
      """
      2026-01-01 opening asset:bank 2,000 USD
      2026-03-01 expenditure general mali/food 400 USD
      2026-03-02 expenditure general mali/schools 50 USD
      """)
    let report = try small.report()
    #expect(report.solution.hardGap == 2_600_00)
    #expect(report.grossGap.minorUnits == 2_600_00)
    #expect(report.funded.isZero)
    #expect(
      try small.explanation(of: "general fund").allNotes == ["All of it is posted, and of use."])
  }

  @Test func `at lines that tags tell apart, what the general fund spent is where it is lacked`()
    throws
  {
    let report = try SmallGap(
      """
      2026-01-01 opening asset:bank 2,000 USD
      2026-01-06 requirement mali/schools 100 USD
        tags: population hosts
      2026-01-06 requirement mali/schools 300 USD
        tags: population refugees
      2026-03-01 expenditure general mali/schools 250 USD
      """
    ).report()
    #expect(report.solution.hardGap == 3_150_00)
    #expect(report.grossGap.minorUnits == 3_150_00)
  }
}
