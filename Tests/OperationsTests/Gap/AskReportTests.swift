import Testing

@testable import TestSupport

@Suite struct AskReportTests {
  @Test func `each limit, excluded scope and requirement is asked about by itself, in words`()
    throws
  {
    let document = try SmallGap(
      """
      2026-02-01 agreement L alpia 1,600 USD
        earmark: softly sahel
        limit: 100 USD on niger
        limit: 300 USD on mali
      2026-02-01 agreement X brisa 90 USD
        earmark: softly sahel except mali
        require: population refugees
        require: in-kind yes
      2026-02-01 agreement Y brisa 80 USD
        earmark: softly sahel except mali, niger/food
      """
    ).asks()
    #expect(
      document.rows(of: "restrictions") == [
        "Alpia,L,1200,USD,the limit of 300 on mali,1200,USD",
        "Alpia,L,1200,USD,the limit of 100 on niger,900,USD",
        "Brisa,Y,80,USD,the exclusion of mali,80,USD",
        "Brisa,Y,80,USD,the exclusion of niger/food,80,USD",
      ])
  }
}
