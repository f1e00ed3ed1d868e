import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct FundingGridTests {
  private static let directives = """
    2026-02-01 agreement F alpia 1,300 USD
      earmark: tightly niger/food
    2026-02-01 agreement M brisa 600 USD
      earmark: earmarked mali
    2026-02-02 allocation M mali/food 200 USD
    """

  @Test func `a spreadsheet gets the matrix: a column a contribution, and totals both ways`() throws
  {
    let sheet = try #require(try SmallGap(Self.directives).grid().sheet().grids.first)
    let lines = CSVRenderer().render(sheet).split(separator: "\r\n")
    #expect(
      lines == [
        "table,row,line,currency,required,F Alpia,M Brisa,given,posted,proposed,gap",
        "grid,body,mali/food,USD,1000.00,,300.00,300.00,200.00,100.00,700.00",
        "grid,body,mali/health,USD,1000.00,,300.00,300.00,,300.00,700.00",
        "grid,body,niger/food,USD,1000.00,1000.00,,1000.00,,1000.00,",
        "grid,total,Total,USD,3000.00,1000.00,600.00,1600.00,200.00,1400.00,1400.00",
        "grid,total,Posted,USD,,0.00,200.00,200.00,200.00,,",
        "grid,total,Proposed,USD,,1000.00,400.00,1400.00,,1400.00,",
        "grid,total,Stranded,USD,,300.00,0.00,300.00,,,",
        "grid,total,Contribution,USD,,1300.00,600.00,1900.00,,,",
      ])
  }

  @Test func `programs get lines without money, what is stranded, and what is where`() throws {
    let records = try SmallGap(Self.directives).grid().records()
    #expect(
      records.rows(of: "lines") == [
        "mali/food,1000.00,USD,200.00,USD,100.00,USD,700.00,USD",
        "mali/health,1000.00,USD,0.00,USD,300.00,USD,700.00,USD",
        "niger/food,1000.00,USD,0.00,USD,1000.00,USD,0.00,USD",
        "Total,3000.00,USD,200.00,USD,1400.00,USD,1400.00,USD",
      ])
    #expect(
      records.rows(of: "contributions") == [
        "F,Alpia,1300.00,USD,0.00,USD,1000.00,USD,300.00,USD",
        "M,Brisa,600.00,USD,200.00,USD,400.00,USD,0.00,USD",
        "Total,,1900.00,USD,200.00,USD,1400.00,USD,300.00,USD",
      ])
    #expect(
      records.rows(of: "cells") == [
        "mali/food,M,200.00,USD,100.00,USD", "mali/health,M,0.00,USD,300.00,USD",
        "niger/food,F,0.00,USD,1000.00,USD",
      ])
  }

  @Test func `contributions that have one heading have columns of two names`() throws {
    let grid = try SmallGap(
      """
      2026-01-01 donor aleph "goods Alpia"
      2026-02-01 agreement G alpia 30 USD
        earmark: earmarked mali
        part: 2026 30 USD by aleph
      2026-02-02 in-kind G 10 USD
      """
    ).grid()
    #expect(
      grid.sheet().grids[0].columns.map(\.id) == [
        "line", "currency", "required", "G goods Alpia", "G goods Alpia'", "given",
        "posted", "proposed", "gap",
      ])
  }
}
