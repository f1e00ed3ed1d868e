import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  /// What the rules of spending plans and of what is expected of pledges refuse.
  static func ofForecasts() throws -> [Refusal] { try plans() + months() + pledges() }

  private static func plans() throws -> [Refusal] {
    let first = on("2017-01-05", try planning("mali", "12 USD"), id: "S")
    return [
      Refusal(
        .scopeUnknown, ["togo"], refused: on("2017-01-05", try planning("togo", "12 USD")),
        accepted: on("2017-01-05", try planning("mali", "12 USD"))),
      Refusal(
        .currencyMismatch, ["CHF", "USD"],
        refused: on("2017-01-05", try planning("mali", "12 CHF")),
        accepted: on("2017-01-05", try planning("mali", "12 USD"))),
      Refusal(
        .amountSign, ["0.00 USD"], refused: on("2017-01-05", try planning("mali", "0 USD")),
        accepted: on("2017-01-05", try planning("mali", "0.01 USD"))),
      Refusal(
        .planExists, ["mali", "2017", "2017-01-05"], after: [first],
        refused: on("2017-01-05", try planning("mali", "13 USD")),
        accepted: on("2017-01-06", try planning("mali", "13 USD"))),
      Refusal(
        .planExists, ["mali", "2017", "2017-01-05"],
        after: [on("2017-01-04", try planning("mali", "11 USD"), id: "R"), first],
        refused: on("2017-01-05", try planning("mali", "13 USD")),
        accepted: on("2017-01-05", try planning("mali", "13 USD", of: 2018))),
    ]
  }

  private static func months() throws -> [Refusal] {
    let even = on("2017-01-05", try planning("mali", "12 USD"))
    return [
      Refusal(
        .planMonths, ["11.99 USD", "12.00 USD"],
        refused: on("2017-01-05", try planning("mali", "12 USD", ("2017-01", "11.99 USD"))),
        accepted: on("2017-01-05", try planning("mali", "12 USD", ("2017-01", "12 USD")))),
      Refusal(
        .planMonthYear, ["2018-01", "2017"],
        refused: on("2017-01-05", try planning("mali", "12 USD", ("2018-01", "12 USD"))),
        accepted: on("2017-01-05", try planning("mali", "12 USD", ("2017-12", "12 USD")))),
      Refusal(
        .planMonthTwice, ["2017-03"],
        refused: on(
          "2017-01-05", try planning("mali", "12 USD", ("2017-03", "5 USD"), ("2017-03", "7 USD"))),
        accepted: on(
          "2017-01-05", try planning("mali", "12 USD", ("2017-03", "5 USD"), ("2017-04", "7 USD")))),
      Refusal(
        .currencyMismatch, ["CHF", "USD"],
        refused: on("2017-01-05", try planning("mali", "12 USD", ("2017-03", "12 CHF"))),
        accepted: even),
      Refusal(
        .amountSign, ["0.00 USD"],
        refused: on(
          "2017-01-05", try planning("mali", "12 USD", ("2017-03", "0 USD"), ("2017-04", "12 USD"))),
        accepted: even),
    ]
  }

  private static func pledges() throws -> [Refusal] {
    [
      Refusal(
        .pledgeExpected, ["2017-01-19", "2017-01-20"],
        refused: on("2017-01-20", try pledging("P1", "5 USD", expected: "2017-01-19")),
        accepted: on("2017-01-20", try pledging("P1", "5 USD", expected: "2017-01-20")))
    ]
  }
}
