import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

// What the rules of amendments, conditions, write-offs and refunds refuse.
extension Refusal {
  private static let date = "2017-12-20"

  private static func agreed(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> Step {
    on("2017-11-02", try signing("A1", "100 USD", "earmarked mali", changing: change), id: "A1")
  }

  private static func support(_ digits: Int64, _ scale: UInt8) -> SupportRate {
    SupportRate(percent: ExactDecimal(coefficient: digits, scale: scale), base: .onDirect)
  }

  private static func instalments() throws -> [Instalment] {
    try [("2017-12-01", "40 USD"), ("2018-02-01", "60 USD")].map {
      Instalment(due: day($0.0), amount: try money($0.1))
    }
  }

  /// An agreement of which an amendment may say each thing anew.
  private static func termed() throws -> Step {
    try agreed {
      $0.ends = day("2018-12-31")
      $0.terms.period = DateInterval(day("2017-12-01"), day("2018-06-30"))
      $0.support = support(7, 0)
      $0.instalments = try instalments()
      $0.reports = [duty("2018-03-31", "financial"), duty("2018-12-31", "final")]
    }
  }

  private static func cutting(_ amounts: (Int, String)...) throws -> Event {
    try amending("A1/1", amounts[0].1) {
      $0.parts = try amounts.map { AgreementPart(year: year($0.0), amount: try signed($0.1)) }
    }
  }

  static func amendments() throws -> [Refusal] {
    let agreed = try agreed()
    let twoParts = try self.agreed { $0.parts = try [part(2017, "60 USD"), part(2018, "40 USD")] }
    return [
      Refusal(
        .amendmentAgreement, ["A2/1"], after: [agreed],
        refused: on(date, try amending("A2/1", "+1 USD")),
        accepted: on(date, try amending("A1/1", "+1 USD"))),
      Refusal(
        .amendmentName, ["A1"], after: [agreed], refused: on(date, try amending("A1", "+1 USD")),
        accepted: on(date, try amending("A1/1", "+1 USD"))),
      Refusal(
        .amendmentDate, ["2017-11-01", "A1", "2017-11-02"], after: [agreed],
        refused: on("2017-11-01", try amending("A1/1", "+1 USD")),
        accepted: on("2017-11-02", try amending("A1/1", "+1 USD"))),
      Refusal(
        .amendmentParts, ["A1/1"], after: [twoParts],
        refused: on(date, try amending("A1/1", "-1 USD")),
        accepted: on(date, try cutting((2018, "-1 USD")))),
      Refusal(
        .amendmentNothing, ["A1/1"], after: [twoParts],
        refused: on(date, try amending("A1/1") { $0.reason = "none" }),
        accepted: on(date, try amending("A1/1") { $0.ends = day("2019-12-31") })),
      Refusal(
        .amendmentCut, ["40.01 USD", "40.00 USD", "A1"], after: [twoParts],
        refused: on(date, try cutting((2018, "-40.01 USD"))),
        accepted: on(date, try cutting((2018, "-40 USD")))),
      Refusal(
        .placeExceeds, ["40.01 USD", "40.00 USD", "A1", "mali"],
        after: [agreed, on("2017-11-03", try allocating("A1", "mali/health", "60 USD"))],
        refused: on(date, try amending("A1/1", "-40.01 USD")),
        accepted: on(date, try amending("A1/1", "-40 USD"))),
      Refusal(
        .allocationExceeds, ["40.01 USD", "40.00 USD", "A1", "mali/health"],
        after: [agreed, on("2017-11-03", try writingOff("A1", "60 USD"))],
        refused: on(date, try allocating("A1", "mali/health", "40.01 USD")),
        accepted: on(date, try allocating("A1", "mali/health", "40 USD"))),
    ]
  }

  static func changingNothing() throws -> [Refusal] {
    [
      Refusal(
        .amendmentNothing, ["A1/1"], after: [try termed()],
        refused: on(
          date,
          try amending("A1/1") {
            $0.amount = try money("0 USD")
            $0.ends = day("2018-12-31")
            $0.earmark = earmark("earmarked mali")
            $0.period = DateInterval(day("2017-12-01"), day("2018-06-30"))
            $0.support = support(70, 1)
            $0.instalments = try instalments()
            $0.reports = [duty("2018-12-31", "final"), duty("2018-03-31", "financial")]
          }),
        accepted: on(date, try amending("A1/1") { $0.ends = day("2019-01-01") }))
    ]
  }

  static func givingUpParts() throws -> [Refusal] {
    let received = try [agreed(), on("2017-11-20", try receiving("A1", "20 USD"))]
    return [
      Refusal(
        .writeOffExceedsPart, ["80.01 USD", "80.00 USD", "A1", "2017"], after: received,
        refused: on(
          date,
          .writeOff(
            WriteOff(
              reference("A1"), amount: try money("80.01 USD"),
              part: PartSelector(year: year(2017))))),
        accepted: on(date, try writingOff("A1", "80 USD"))),
      Refusal(
        .refundExceedsPart, ["20.01 USD", "20.00 USD", "A1", "2017"], after: received,
        refused: on(
          date,
          .refund(
            Refund(
              reference("A1"), amount: try money("20.01 USD"),
              part: PartSelector(year: year(2017))))),
        accepted: on(date, try refunding("A1", "20 USD"))),
    ]
  }

  static func conditions() throws -> [Refusal] {
    func bound(_ amounts: (String, String)...) throws -> Step {
      try agreed { agreement in
        agreement.conditions = try amounts.map { Condition($0.0, amount: try money($0.1)) }
      }
    }
    let audited = try bound(("audit", "30 USD"))
    return [
      Refusal(
        .conditionDuplicate, ["audit"],
        refused: try bound(("audit", "1 USD"), ("audit", "1 USD")),
        accepted: try bound(("audit", "1 USD"), ("visit", "1 USD"))),
      Refusal(
        .conditionExceeds, ["A1", "2017"], refused: try bound(("audit", "100.01 USD")),
        accepted: try bound(("audit", "100 USD"))),
      Refusal(
        .conditionUnknown, ["A1", "visit"], after: [audited],
        refused: on(date, try fulfilling("A1", "visit")),
        accepted: on(date, try fulfilling("A1", "audit"))),
      Refusal(
        .conditionMet, ["30.01 USD", "30.00 USD", "audit"], after: [audited],
        refused: on(date, try fulfilling("A1", "audit", "30.01 USD")),
        accepted: on(date, try fulfilling("A1", "audit", "30 USD"))),
      Refusal(
        .conditionFulfilled, ["A1", "audit"],
        after: [audited, on(date, try fulfilling("A1", "audit"))],
        refused: on(date, try fulfilling("A1", "audit")),
        accepted: on(date, try pledging("P9", "1 USD"))),
      Refusal(
        .conditionFulfilled, ["A1", "audit"],
        after: [audited, on(date, try fulfilling("A1", "audit"))],
        refused: on(date, try fulfilling("A1", "audit", "1 USD")),
        accepted: on(date, try pledging("P9", "1 USD"))),
      Refusal(
        .conditionGivenUp, ["A1", "audit", "30.00 USD", "2017-11-28"],
        after: [audited, on("2017-11-28", try writingOff("A1", "30 USD"), id: "W1")],
        refused: on("2017-11-29", try fulfilling("A1", "audit", "30 USD")),
        accepted: on("2017-11-29", reversing("W1"))),
      Refusal(
        .conditionGivenUp, ["A1", "audit", "20.00 USD", "2017-11-29"],
        after: [
          audited, on("2017-11-27", try fulfilling("A1", "audit", "10 USD")),
          on("2017-11-28", try writingOff("A1", "5 USD"), id: "W0"),
          on("2017-11-28", reversing("W0")),
          on("2017-11-29", try writingOff("A1", "20 USD"), id: "W1"),
        ],
        refused: on("2017-11-29", try fulfilling("A1", "audit")),
        accepted: on("2017-11-29", reversing("W1"))),
    ]
  }

  static func deliveries() throws -> [Refusal] {
    let owing = try agreed { $0.reports = [duty("2018-03-31", "final")] }
    let delivered = on("2018-04-02", reporting("A1", "2018-03-31", "final"), id: "D1")
    return [
      Refusal(
        .reportDate, ["2017-11-01", "A1", "2017-11-02"], after: [owing],
        refused: on("2017-11-01", reporting("A1", "2018-03-31", "final")),
        accepted: on("2017-11-02", reporting("A1", "2018-03-31", "final"))),
      Refusal(
        .reportUnknown, ["A1", "2018-03-31 narrative"], after: [owing],
        refused: on(date, reporting("A1", "2018-03-31", "narrative")),
        accepted: on(date, reporting("A1", "2018-03-31", "final"))),
      Refusal(
        .reportDelivered, ["A1", "2018-03-31 final", "D1"], after: [owing, delivered],
        refused: on("2018-04-03", reporting("A1", "2018-03-31", "final")),
        accepted: on("2018-04-03", reversing("D1"))),
    ]
  }

  static func givingUp() throws -> [Refusal] {
    let received = try [agreed(), on("2017-11-20", try receiving("A1", "20 USD"))]
    let overpaid = try [
      agreed(), on("2017-11-20", try receiving("A1", "110 USD") { $0.allowsOverpayment = true }),
    ]
    func paid(_ payments: (String, String, String)...) throws -> Step {
      on(date, try refunding("A1", "10 USD", paid: payments))
    }
    func givingBack(_ part: PartSelector?) throws -> Step {
      let refund = Refund(
        reference("A1"), amount: try money("10 USD"), part: part, isOfOverpayment: true)
      return on(date, .refund(refund))
    }
    return [
      Refusal(
        .writeOffExceeds, ["80.01 USD", "80.00 USD", "A1"], after: received,
        refused: on(date, try writingOff("A1", "80.01 USD")),
        accepted: on(date, try writingOff("A1", "80 USD"))),
      Refusal(
        .refundExceeds, ["20.01 USD", "20.00 USD", "A1"], after: received,
        refused: on(date, try refunding("A1", "20.01 USD")),
        accepted: on(date, try refunding("A1", "20 USD"))),
      Refusal(
        .overpaymentExceeds, ["10.01 USD", "10.00 USD", "A1"], after: overpaid,
        refused: on(date, try refunding("A1", "10.01 USD", ofOverpayment: true)),
        accepted: on(date, try refunding("A1", "10 USD", ofOverpayment: true))),
      Refusal(
        .overpaymentPart, ["2017", "A1"], after: overpaid,
        refused: try givingBack(PartSelector(year: year(2017))), accepted: try givingBack(nil)),
      Refusal(
        .refundAccount, ["expense:rent"], after: received,
        refused: try paid((date, "10 USD", "expense:rent")),
        accepted: try paid((date, "10 USD", "asset:bank"))),
      Refusal(
        .refundPayment, ["10.01 USD", "A1"], after: received,
        refused: try paid((date, "10.01 USD", "asset:bank")),
        accepted: try paid((date, "10 USD", "asset:bank"))),
    ]
  }
}
