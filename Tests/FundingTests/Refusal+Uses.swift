import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  private static let date = "2017-12-20"

  private static func signed(_ amount: String, _ use: String) throws -> Step {
    on("2017-11-02", try signing("A1", amount, use), id: "A1")
  }

  /// What an agreement's money may be used for: its earmark, its period, its sub-limits, its amount.
  static func uses() throws -> [Refusal] {
    let signed = try signed("100 USD", "softly mali except mali/health")
    let bounded = on(
      "2017-11-02",
      try signing("A1", "100 USD", "softly mali") {
        $0.terms.period = DateInterval(day("2017-11-02"), day("2017-12-31"))
        $0.terms.limits = [SubLimit(try money("35 USD"), on: scope("mali/health"))]
      }, id: "A1")
    let toHealth = on(date, try allocating("A1", "mali/health", "20 USD"))
    let spent = on(date, try spending("A1", "mali", "60 USD"))
    return [
      Refusal(
        .useReach, ["A1", "mali/health"], after: [signed],
        refused: on(date, try spending("A1", "mali/health", "1 USD")),
        accepted: on(date, try spending("A1", "mali/education", "1 USD"))),
      Refusal(
        .usePeriod, ["A1", "2017-11-02", "2017-12-31", "2018-01-01"], after: [bounded],
        refused: on("2018-01-01", try spending("A1", "mali", "1 USD")),
        accepted: on("2017-12-31", try spending("A1", "mali", "1 USD"))),
      Refusal(
        .useExceeds, ["40.01 USD", "40.00 USD", "A1"], after: [signed, spent],
        refused: on(date, try spending("A1", "mali", "40.01 USD")),
        accepted: on(date, try spending("A1", "mali", "40 USD"))),
      Refusal(
        .useExceeds, ["40.01 USD", "40.00 USD", "A1"], after: [signed, spent],
        refused: on(date, try spending("A1", "mali", "40.01 USD")),
        accepted: on(date, try spending("A1", "mali", "40.01 USD") { $0.overspend = "agreed" })),
      Refusal(
        .useUnspent, ["40.01 USD", "40.00 USD", "A1"], after: [signed, spent],
        refused: on(date, try obliging("A1", "mali", "40.01 USD")),
        accepted: on(date, try obliging("A1", "mali", "40 USD"))),
      Refusal(
        .useReach, ["A1", "mali/health"], after: [signed],
        refused: on(date, try obliging("A1", "mali/health", "1 USD")),
        accepted: on(date, try obliging("A1", "mali/education", "1 USD"))),
      Refusal(
        .obligationUnknown, ["O9", "A1"],
        after: [signed, on(date, try obliging("A1", "mali", "40 USD"), id: "O1")],
        refused: on(date, try spending("A1", "mali", "1 USD") { $0.obligation = name("O9") }),
        accepted: on(date, try spending("A1", "mali", "1 USD") { $0.obligation = name("O1") })),
      Refusal(
        .useLimit, ["15.01 USD", "15.00 USD", "A1", "mali/health"], after: [bounded, toHealth],
        refused: on(date, try allocating("A1", "mali/health/clinics", "15.01 USD")),
        accepted: on(date, try allocating("A1", "mali/health/clinics", "15 USD"))),
    ]
  }

  /// When money may be spent once an amendment says so.
  static func amendedPeriods() throws -> [Refusal] {
    let bounded = on(
      "2017-11-02",
      try signing("A1", "100 USD", "softly mali") {
        $0.terms.period = DateInterval(day("2017-11-02"), day("2017-12-31"))
      }, id: "A1")
    return [
      Refusal(
        .usePeriod, ["A1", "2017-11-02", "2018-03-31", "2018-04-01"],
        after: [
          bounded,
          on(
            "2017-12-31",
            try amending("A1/1") { $0.period = DateInterval(day("2017-11-02"), day("2018-03-31")) }),
        ],
        refused: on("2018-04-01", try spending("A1", "mali", "1 USD")),
        accepted: on("2018-03-31", try spending("A1", "mali", "1 USD")))
    ]
  }

  /// What a sub-limit lets be used: what is spent with its support cost, and owed to partners, at the
  /// frozen rate.
  static func limits() throws -> [Refusal] {
    // At 0.999 francs to the dollar, 35 francs are 35.04 dollars.
    let bounded = on(
      "2017-11-02",
      try signing("A1", "100 CHF", "softly mali") {
        $0.terms.limits = [SubLimit(try money("35 CHF"), on: scope("mali/health"))]
        $0.support = SupportRate(percent: try ExactDecimal(parsing: "7"), base: .onDirect)
      }, id: "A1")
    let obliged = on(date, try obliging("A1", "mali/health/clinics", "10 USD"), id: "O1")
    let elsewhere = on(date, try spending("A1", "mali/education", "30 USD"))
    return [
      Refusal(
        .useLimit, ["35.05 USD", "35.04 USD", "A1", "mali/health"], after: [bounded, elsewhere],
        refused: on(date, try spending("A1", "mali/health", "32.76 USD")),
        accepted: on(date, try spending("A1", "mali/health", "32.75 USD"))),
      Refusal(
        .useLimit, ["25.05 USD", "25.04 USD", "A1", "mali/health"], after: [bounded, obliged],
        refused: on(date, try obliging("A1", "mali/health", "25.05 USD")),
        accepted: on(date, try obliging("A1", "mali/health", "25.04 USD"))),
      Refusal(
        .useLimit, ["35.05 USD", "35.04 USD", "A1", "mali/health"], after: [bounded, obliged],
        refused: on(
          date,
          try spending("A1", "mali/health/clinics", "32.76 USD") { $0.obligation = name("O1") }),
        accepted: on(
          date,
          try spending("A1", "mali/health/clinics", "32.75 USD") { $0.obligation = name("O1") })),
      Refusal(
        .useLimit, ["26.75 USD", "25.04 USD", "A1", "mali/health"], after: [bounded, obliged],
        refused: on(date, try spending("A1", "mali/health", "25 USD")),
        accepted: on(
          date, try spending("A1", "mali/health", "25 USD") { $0.overspend = "agreed" })),
    ]
  }

  /// What sub-limits let be used and moved once an amendment says so: each use by those of its own day.
  static func amendedLimits() throws -> [Refusal] {
    let bounded = on(
      "2017-11-02",
      try signing("A1", "100 USD", "softly mali") {
        $0.terms.limits = [SubLimit(try money("30 USD"), on: scope("mali/health"))]
      }, id: "A1")
    func amended(_ changes: (String?, String)...) throws -> Refusal.Step {
      on(
        "2017-12-10",
        try amending("A1/1", "50 USD") {
          $0.limits = try changes.map { LimitChange(try $0.0.map(money), on: scope($0.1)) }
        }, id: "A1/1")
    }
    let raised = try amended(("130 USD", "mali/health"))
    let lifted = try amended((nil, "mali/health"), ("10 USD", "mali/education"))
    let early = on("2017-11-20", try spending("A1", "mali/education", "8 USD"))
    return [
      Refusal(
        .useLimit, ["130.01 USD", "130.00 USD", "A1", "mali/health"], after: [bounded, raised],
        refused: on("2017-12-10", try spending("A1", "mali/health", "130.01 USD")),
        accepted: on("2017-12-10", try spending("A1", "mali/health", "130 USD"))),
      Refusal(
        .useLimit, ["30.01 USD", "30.00 USD", "A1", "mali/health"], after: [bounded, raised],
        refused: on("2017-12-09", try spending("A1", "mali/health", "30.01 USD")),
        accepted: on("2017-12-09", try spending("A1", "mali/health", "30 USD"))),
      Refusal(
        .useLimit, ["30.01 USD", "30.00 USD", "A1", "mali/health"], after: [bounded, lifted],
        refused: on("2017-12-09", try allocating("A1", "mali/health", "30.01 USD")),
        accepted: on("2017-12-10", try allocating("A1", "mali/health", "30.01 USD"))),
      // What was used before there was a ceiling is beneath it.
      Refusal(
        .useLimit, ["2.01 USD", "2.00 USD", "A1", "mali/education"],
        after: [bounded, early, lifted],
        refused: on("2017-12-10", try spending("A1", "mali/education", "2.01 USD")),
        accepted: on("2017-12-10", try spending("A1", "mali/education", "2 USD"))),
      Refusal(
        .limitExceeds, ["150.01 USD", "mali", "150.00 USD"], after: [bounded],
        refused: try amended(("150.01 USD", "mali")), accepted: try amended(("150 USD", "mali"))),
      Refusal(
        .limitOutside, ["niger"], after: [bounded], refused: try amended(("1 USD", "niger")),
        accepted: try amended((nil, "niger"))),
      Refusal(
        .limitTwice, ["mali"], after: [bounded],
        refused: try amended(("1 USD", "mali"), (nil, "mali")),
        accepted: try amended(("1 USD", "mali"), (nil, "mali/health"))),
    ]
  }

  /// Ceilings that an amendment sets on what is used already, or is told to have been used before them.
  static func lateLimits() throws -> [Refusal] {
    let signed = on(
      "2017-11-02", try signing("A1", "100 USD", "softly mali"), id: "A1")
    func limited(_ amount: String, _ place: String) throws -> Refusal.Step {
      on(
        "2017-12-10",
        try amending("A1/1") { $0.limits = [LimitChange(try money(amount), on: scope(place))] },
        id: "A1/1")
    }
    let early = on("2017-11-20", try spending("A1", "mali/education", "8 USD"))
    return [
      // What is used before a ceiling stays used, also where it is told after it.
      Refusal(
        .useLimit, ["10.01 USD", "10.00 USD", "A1", "mali/education"],
        after: [signed, try limited("10 USD", "mali/education")],
        refused: on("2017-12-09", try spending("A1", "mali/education", "10.01 USD")),
        accepted: on("2017-12-09", try spending("A1", "mali/education", "10 USD"))),
      Refusal(
        .limitUsed, ["7.99 USD", "mali/education", "8.00 USD", "A1"], after: [signed, early],
        refused: try limited("7.99 USD", "mali/education"),
        accepted: try limited("8 USD", "mali/education")),
      Refusal(
        .limitUsed, ["19.99 USD", "mali/health", "20.00 USD", "A1"],
        after: [signed, on("2017-12-20", try allocating("A1", "mali/health", "20 USD"))],
        refused: try limited("19.99 USD", "mali/health"),
        accepted: try limited("20 USD", "mali/health")),
    ]
  }

  /// Goods, and money taken into later years.
  static func goodsAndYears() throws -> [Refusal] {
    let signed = try signed("100 USD", "earmarked mali")
    let delivered = on(date, try delivering("A1", "40 USD"))
    let moved = on(date, try allocating("A1", "mali/health", "60 USD"))
    return [
      Refusal(
        .inKindExceeds, ["40.01 USD", "40.00 USD", "A1"], after: [signed, delivered],
        refused: on(date, try using("A1", "mali", "40.01 USD")),
        accepted: on(date, try using("A1", "mali", "40 USD"))),
      Refusal(
        .useReach, ["A1", "niger"], after: [signed, delivered],
        refused: on(date, try using("A1", "niger", "1 USD")),
        accepted: on(date, try using("A1", "mali", "1 USD"))),
      Refusal(
        .carryOverExceeds, ["60.01 USD", "60.00 USD", "A1", "mali/health", "2018"],
        after: [signed, moved],
        refused: on("2017-12-31", try carrying("A1", "mali/health", "60.01 USD")),
        accepted: on("2017-12-31", try carrying("A1", "mali/health", "60 USD"))),
      Refusal(
        .carryOverExceeds, ["1.00 USD", "0.00 USD", "A1", "mali/health", "2017"],
        after: [signed, moved],
        refused: on("2017-12-31", try carrying("A1", "mali/health", "1 USD", to: 2017)),
        accepted: on("2017-12-31", try carrying("A1", "mali/health", "1 USD", to: 2019))),
      Refusal(
        .useUnspent, ["60.00 USD", "59.99 USD", "A1"],
        after: [signed, moved, on(date, try spending("A1", "mali", "40.01 USD"))],
        refused: on("2017-12-31", try carrying("A1", "mali/health", "60 USD")),
        accepted: on("2017-12-31", try carrying("A1", "mali/health", "59.99 USD"))),
    ]
  }

  /// What settles an agreement of money that nobody could name.
  static func matches() throws -> [Refusal] {
    let came = [
      try signed("100 USD", "earmarked mali"), on("2017-11-10", try arriving("U1", "40 USD")),
    ]
    return [
      Refusal(
        .unidentifiedUnknown, ["U9"], after: came,
        refused: on(date, try matching("U9", "A1", "1 USD")),
        accepted: on(date, try matching("U1", "A1", "1 USD"))),
      Refusal(
        .matchExceeds, ["40.01 USD", "40.00 USD", "U1"], after: came,
        refused: on(date, try matching("U1", "A1", "40.01 USD")),
        accepted: on(date, try matching("U1", "A1", "40 USD"))),
      Refusal(
        .matchExceeds, ["40.01 USD", "40.00 USD", "U1"], after: came,
        refused: on(date, try matching("U1", "A1", "40.01 USD", bank: "40.01 USD")),
        accepted: on(date, try matching("U1", "A1", "40 USD", bank: "40 USD"))),
      Refusal(
        .matchOwed, ["30.01 USD", "30.00 USD", "A1"],
        after: came + [on("2017-11-20", try receiving("A1", "70 USD"))],
        refused: on(date, try matching("U1", "A1", "30.01 USD")),
        accepted: on(date, try matching("U1", "A1", "30 USD"))),
      Refusal(
        .matchCurrency, ["40.00 CHF", "USD", "U1"], after: came,
        refused: on(date, try matching("U1", "A1", "40 USD", bank: "40 CHF")),
        accepted: on(date, try matching("U1", "A1", "40 USD"))),
      Refusal(
        .receiptArrival, ["40.00 USD", "39.00 USD"], after: came,
        refused: on(date, try matching("U1", "A1", "39 USD", bank: "40 USD")),
        accepted: on(date, try matching("U1", "A1", "39 USD", bank: "39 USD"))),
      Refusal(
        .matchDate, ["2017-11-09", "U1", "2017-11-10"], after: came,
        refused: on("2017-11-09", try matching("U1", "A1", "40 USD")),
        accepted: on("2017-11-10", try matching("U1", "A1", "40 USD"))),
      Refusal(
        .referenceDuplicate, ["U1", "unidentified"], after: came,
        refused: on(date, try arriving("U1", "1 USD")),
        accepted: on(date, try arriving("U2", "1 USD"))),
      Refusal(
        .receiptAccount, ["liability:payables"],
        refused: on(
          date,
          .unidentified(
            UnidentifiedReceipt(
              reference("U1"), amount: try money("1 USD"), account: .payables))),
        accepted: on(date, try arriving("U1", "1 USD"))),
    ]
  }
}
