import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

extension Forecast {
  /// What of the report is not as it must be, in words; nothing where all is well.
  func faults(of ledger: some Ledger) throws -> [String] {
    var faults: [String] = []
    func units(_ money: Money?) -> Int64 { money?.minorUnits ?? 0 }
    var opening = available
    for month in months {
      let items = items.filter { $0.month == month.month }
      let pledges = items.filter { $0.kind == .pledge }
      let sums = [
        (opening, month.opening.minorUnits),
        (
          month.closing,
          units(month.opening) + units(month.instalments) + units(month.expected)
            - units(month.planned)
        ),
        (
          month.instalments,
          items.filter { $0.kind == .instalment }.reduce(0) { $0 + $1.book.minorUnits }
        ),
        (month.pledged, pledges.reduce(0) { $0 + $1.book.minorUnits }),
        (month.expected, pledges.reduce(0) { $0 + $1.expected.minorUnits }),
      ]
      for (index, (stated, sum)) in sums.enumerated() where stated.minorUnits != sum {
        faults.append("\(month.month) \(index): \(stated) is not \(sum)")
      }
      if month.closingWithoutPledges.minorUnits > month.closing.minorUnits
        || month.closing.minorUnits > month.closingWithAllPledges.minorUnits
      {
        faults.append("\(month.month): pledges take money away")
      }
      opening = month.closing
    }
    let earmarked = availableByEarmark.reduce(0) { $0 + $1.amount.minorUnits }
    if earmarked != available.minorUnits { faults.append("earmarks are not what is available") }
    for item in items where item.expected.minorUnits > item.book.minorUnits {
      faults.append("\(item.reference): more is expected than there is")
    }
    let summary = try SummariseFunding(scope: scope.text, asOf: stamp.asOf, year: year)
      .summary(of: ledger)
    if summary.requested != request.requested { faults.append("another sum is requested") }
    return faults
  }
}

@Suite struct ForecastFundingTests {
  private static let directives = """
    2017-01-05 spending-plan mali 1,200,000 USD
    2017-06-01 agreement A3 japan 90,000 USD
      earmark: earmarked mali
      instalment: 2017-07-15 30,000 USD
      instalment: 2017-11-15 30,000 USD
      instalment: 2018-01-15 30,000 USD
    2017-06-02 pledge P1 sdc 99,900 CHF
      earmark: softly mali
      probability: 33.3 %
      expected: 2017-12-20
    2017-06-02 pledge P2 japan 10,000 USD
      earmark: earmarked mali
      expected: 2017-10-01
    2017-06-02 pledge P3 japan 5,000 USD
      earmark: earmarked mali
      probability: 50 %
    2017-08-01 receipt A3 20,000 USD
    2017-10-01 spending-plan mali 150,000 USD
      month: 2017-11 60,000 USD
      month: 2017-12 90,000 USD
    2017-11-05 expenditure A1 mali/health 25,000 USD

    """

  private func forecast(
    _ more: String = "", scope: String = "mali", on date: String = "2017-11-10",
    changing change: (inout ForecastFunding) -> Void = { _ in }
  ) throws -> Forecast {
    let worked = try WorkedLedger(Self.directives + more)
    var request = ForecastFunding(scope: scope, asOf: day(date))
    change(&request)
    let reports = try worked.both().map { ledger in
      let report = try request.report(of: Unstamped(ledger))
      #expect(try report.faults(of: ledger) == [])
      return report
    }
    #expect(reports[0] == reports[1])
    return reports[1]
  }

  /// The amounts of the months, as in a table: opening, instalments, overdue, pledged, expected, planned,
  /// closing, without and with all pledges.
  private func table(_ forecast: Forecast) -> [[Int64?]] {
    forecast.months.map { month in
      [
        month.opening, month.instalments, month.overdue, month.pledged, month.expected,
        month.planned, month.closing, month.closingWithoutPledges, month.closingWithAllPledges,
      ].map { $0.map { $0.minorUnits / 100 } }
    }
  }

  @Test func `what was counted by hand comes out`() throws {
    let forecast = try forecast()
    #expect(forecast.available == (try money("95,000 USD")))
    #expect(
      table(forecast) == [
        [95_000, 40_000, 10_000, 10_000, 0, 35_000, 100_000, 100_000, 110_000],
        [100_000, 0, 0, 100_000, 33_300, 90_000, 43_300, 10_000, 120_000],
      ])
    #expect(forecast.months.map(\.month) == [month("2017-11"), month("2017-12")])
    #expect(Forecast.Outlook.allCases.map(forecast.runsOut) == [nil, nil, nil])
    let request = forecast.request
    #expect(request.funded == (try money("340,000.50 USD")))
    #expect(request.agreed == (try money("400,400.40 USD")))
    #expect(request.expected == (try money("35,800 USD")))
    #expect(request.gapExpected == 22_379_910)
    #expect(request.gapAtLeast == 14_459_910)
  }

  @Test func `what has no day is listed, and counted in no month`() throws {
    let undated = try forecast().items.filter { $0.due == nil }
    #expect(undated.map(\.reference.text) == ["A1", "A2", "P3"])
    #expect(undated.map(\.month) == [nil, nil, nil])
    #expect(
      undated.map(\.original)
        == (try [money("150,000.50 USD"), money("400,000 CHF"), money("5,000 USD")]))
  }

  @Test func `a pledge without a probability is expected to bring nothing`() throws {
    let pledge = try #require(try forecast().items.first { $0.reference.text == "P2" })
    #expect(pledge.expected.isZero && pledge.probability == nil)
    #expect(pledge.isOverdue && pledge.month == month("2017-11"))
  }

  @Test func `a receipt takes from what is due, the overdue first, and adds to what there is`()
    throws
  {
    let before = try forecast()
    let after = try forecast("2017-11-09 receipt A3 15,000 USD\n")
    #expect(after.available.minorUnits == before.available.minorUnits + 1_500_000)
    #expect(after.months[0].instalments == (try money("25,000 USD")))
    #expect(after.months[0].overdue.isZero)
    #expect(after.months.map(\.closing) == before.months.map(\.closing))
  }

  @Test func `a pledge counts as far as no agreement took it up`() throws {
    let taken = """
      2017-11-09 agreement A4 sdc 66,600 CHF
        earmark: softly mali
        pledge: P1

      """
    let forecast = try forecast(taken)
    #expect(
      forecast.items.first { $0.reference.text == "P1" }?.original == (try money("33,300 CHF")))
    #expect(forecast.months[1].expected == (try money("11,100 USD")))
  }

  @Test func `an instalment is shared by the areas as what is open there, and sums to it`() throws {
    let parted = """
      2017-06-03 agreement A5 japan 100 USD
        part: 2017 33.33 USD earmarked mali
        part: 2017 66.67 USD earmarked niger
        instalment: 2017-11-20 50 USD
        instalment: 2017-12-20 50 USD

      """
    for (scope, parts) in [("mali", ["16.67", "16.66"]), ("niger", ["33.34", "33.33"])] {
      let items = try forecast(parted, scope: scope).items.filter { $0.reference.text == "A5" }
      #expect(items.map(\.book) == (try parts.map { try money("\($0) USD") }))
    }
  }

  @Test func `where money runs out is the first month that closes below nothing`() throws {
    let more = """
      2017-11-08 spending-plan mali 175,000 USD
        month: 2017-11 60,000 USD
        month: 2017-12 115,000 USD

      """
    let forecast = try forecast(more)
    #expect(forecast.runsOut(.none) == month("2017-12"))
    #expect(forecast.runsOut(.likely) == nil)
    #expect(forecast.plans.map(\.since) == [day("2017-11-08")])
  }

  @Test func `a plan counts from its own day on, and until it is undone`() throws {
    #expect(try forecast(on: "2017-09-30").plans.map(\.since) == [day("2017-01-05")])
    let spread = try forecast(on: "2017-09-30").months.map { $0.planned?.minorUnits }
    #expect(spread == Array(repeating: 10_000_000, count: 4))
    let undone = try forecast(
      """
      2017-11-01 spending-plan mali 7 USD
        id: S3
      2017-11-02 reversal S3
        reason: "a slip"

      """)
    #expect(undone.plans.map(\.since) == [day("2017-10-01")])
  }

  @Test func `without a plan of its own a scope has those below it, and never those above`() throws
  {
    let above = try forecast(scope: "global")
    #expect(above.plans.map(\.plan.scope) == [scope("mali")])
    let below = try forecast(scope: "mali/health")
    #expect(below.plans.isEmpty && !below.isPlanned)
    #expect(Forecast.Outlook.allCases.map(below.runsOut) == [nil, nil, nil])
  }

  @Test func `a month of a year without a plan has none`() throws {
    let forecast = try forecast { $0.horizon = .month(month("2018-02")) }
    #expect(forecast.months.map(\.planned?.minorUnits) == [3_500_000, 9_000_000, nil, nil])
    #expect(forecast.months[2].instalments == (try money("30,000 USD")))
  }

  @Test func `on basis received all that is agreed is to come`() throws {
    let request = try forecast { $0.basis = .received }.request
    #expect(request.funded == (try money("120,000 USD")))
    #expect(request.agreed == (try money("620,400.90 USD")))
  }

  @Test func `the horizon is some months, a month, or the year's end, and is never over`() throws {
    #expect(try forecast { $0.horizon = .months(1) }.months.count == 1)
    #expect(try forecast { $0.horizon = .months(14) }.months.last?.month == month("2018-12"))
    #expect(try forecast { $0.year = year(2018) }.months.last?.month == month("2018-12"))
    for change: (inout ForecastFunding) -> Void in [
      { $0.year = year(2016) }, { $0.horizon = .month(month("2017-10")) },
    ] {
      #expect(try refusals { try forecast(changing: change) } == [.forecastHorizon])
    }
  }
}
