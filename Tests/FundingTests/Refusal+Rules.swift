import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  /// What the rules of periods, rates, requirements and agreements refuse.
  static func ofPlans() throws -> [Refusal] {
    try periods() + months() + rates() + requirements() + requirementsBelow() + earmarks()
      + agreements() + agreementParts() + schedules()
      + termsOfAgreements() + termsWithSense() + bindingLimits() + amendedTermsWithSense()
      + referencesOfAmendments() + cuts() + usesInTime()
      + settlements() + amendedSchedules()
      + amendments() + changingNothing() + conditions() + deliveries() + givingUp()
      + givingUpParts()
  }

  private static func periods() throws -> [Refusal] {
    let closed = on("2017-12-05", .close(month("2017-11")))
    return [
      Refusal(
        .postedBeforeDate, ["2017-11-01", "2017-11-02"],
        refused: on("2017-11-02", try signing("A1", "1 USD"), posted: "2017-11-01"),
        accepted: on("2017-11-02", try signing("A1", "1 USD"), posted: "2017-11-02")),
      Refusal(
        .postedNothing, ["2017-12-01", "rate", "2017-11-30"], after: [closed],
        refused: on("2017-11-30", try quote("SEK 9 per USD"), posted: "2017-12-01"),
        accepted: on("2017-11-30", try quote("SEK 9 per USD"))),
      Refusal(
        .periodClosed, ["2017-11-30", "2017-11", "2017-12-01"], after: [closed],
        refused: on("2017-11-30", try signing("A1", "1 USD")),
        accepted: on("2017-12-01", try signing("A1", "1 USD"))),
      Refusal(
        .periodClosed, ["2016-01-01", "2017-11", "2017-12-01"], after: [closed],
        refused: on("2016-01-01", try requiring("mali", "1 USD")),
        accepted: on("2016-01-01", try requiring("mali", "1 USD"), posted: "2017-12-01")),
      Refusal(
        .periodClosed, ["2017-11-30", "2017-11", "2017-12-01"],
        after: [on("2017-11-02", try requiring("mali", "1 USD"), id: "M"), closed],
        refused: on("2017-11-30", reversing("M")), accepted: on("2017-12-01", reversing("M"))),
      // What is of one day alone cannot be posted on another.
      Refusal(
        .dayClosed, ["2017-11-30", "2017-11"], after: [closed],
        refused: on("2017-11-30", .revaluation), accepted: on("2017-12-31", .revaluation)),
      Refusal(
        .dayClosed, ["2017-11-30", "2017-11"],
        after: [
          on("2017-11-02", try signing("A1", "2 USD")),
          on("2017-11-03", try receiving("A1", "2 USD")), closed,
        ],
        refused: on(
          "2017-11-29",
          try refunding("A1", "1 USD", paid: [("2017-11-30", "1 USD", "asset:bank")]),
          posted: "2017-12-01"),
        accepted: on("2017-12-01", try refunding("A1", "1 USD"))),
      Refusal(
        .periodClosed, ["2017-11-02", "9999-12", "an open day"],
        after: [on("9999-12-31", .close(month("9999-12")))],
        refused: on("2017-11-02", try signing("A1", "1 USD")),
        accepted: on("2017-11-02", try quote("CHF 0.998 per USD"))),
    ]
  }

  private static func months() throws -> [Refusal] {
    let closed = on("2017-12-05", .close(month("2017-11")))
    return [
      Refusal(
        .monthClosed, ["2017-11"], after: [closed],
        refused: on("2017-12-06", .close(month("2017-11"))),
        accepted: on("2017-12-31", .close(month("2017-12")))),
      Refusal(
        .monthClosed, ["2017-10"], after: [closed],
        refused: on("2017-12-06", .close(month("2017-10"))),
        accepted: on("2018-10-31", .close(month("2018-10")))),
      Refusal(
        .monthNotOver, ["2017-12", "2017-12-31"],
        refused: on("2017-12-30", .close(month("2017-12"))),
        accepted: on("2017-12-31", .close(month("2017-12")))),
      Refusal(
        .monthNotLatest, ["2017-10", "2017-11"], after: [closed],
        refused: on("2017-12-06", .reopen(Reopening(month("2017-10"), reason: ""))),
        accepted: on("2017-12-06", .reopen(Reopening(month("2017-11"), reason: "")))),
      Refusal(
        .monthOpen, ["2017-12"], after: [closed],
        refused: on("2017-12-06", .reopen(Reopening(month("2017-12"), reason: ""))),
        accepted: on("2017-12-06", .reopen(Reopening(month("2017-11"), reason: "")))),
      Refusal(
        .monthOpen, ["2017-11"],
        refused: on("2017-12-06", .reopen(Reopening(month("2017-11"), reason: ""))),
        accepted: on("2017-12-06", .close(month("2017-11")))),
      Refusal(
        .revaluationDate, ["2017-12-30", "2017-12-31"], refused: on("2017-12-30", .revaluation),
        accepted: on("2017-12-31", .revaluation)),
    ]
  }

  private static func rates() throws -> [Refusal] {
    try revisedRates() + doubtedRates() + currenciesThatWereNot() + ratesInUse()
  }

  private static func revisedRates() throws -> [Refusal] {
    let first = on("2017-11-01", try quote("CHF 0.99 per USD", table: table("ECB")))
    return [
      Refusal(
        .rateRevisesNothing, ["CHF", "USD", "ECB", "2017-11-02"], after: [first],
        refused: on(
          "2017-11-02", try quote("CHF 0.98 per USD", table: table("ECB"), revises: "misprint")),
        accepted: on(
          "2017-11-01", try quote("CHF 0.98 per USD", table: table("ECB"), revises: "misprint"))),
      Refusal(
        .rateDiffers, ["CHF", "USD", "2017-11-01", "0.99"], after: [first],
        refused: on("2017-11-01", try quote("CHF 0.98 per USD", table: table("ECB"))),
        accepted: on("2017-11-02", try quote("CHF 0.98 per USD", table: table("ECB")))),
      Refusal(
        .rateKnown, ["CHF", "USD", "ECB", "2017-11-01"], after: [first],
        refused: on("2017-11-01", try quote("CHF 0.990 per USD", table: table("ECB"))),
        accepted: on(
          "2017-11-01", try quote("CHF 0.98 per USD", table: table("ECB"), revises: "misprint"))),
    ]
  }

  private static func doubtedRates() throws -> [Refusal] {
    try [
      Refusal(
        .rateFarOff, ["XOF 5600 per USD", "XOF 560 per USD", "2017-09-01"],
        refused: on("2017-09-02", try quote("XOF 5600 per USD")),
        accepted: on("2017-09-02", try quote("XOF 5599 per USD"))),
      Refusal(
        .rateFarOff, ["XOF 56.0 per USD", "XOF 560 per USD", "2017-09-01"],
        refused: on("2017-09-02", try quote("XOF 56.0 per USD")),
        accepted: on("2017-09-02", try quote("XOF 56.1 per USD"))),
      Refusal(
        .rateFarOff, ["XOF 5600 per USD", "XOF 560 per USD", "2017-09-01"],
        refused: on("2017-09-02", try quote("XOF 5600 per USD")),
        accepted: on("2017-09-02", try quote("XOF 5600 per USD", isConfirmed: true))),
      Refusal(
        .rateInverted, ["XOF 0.0018 per USD", "XOF 560 per USD", "2017-09-01", "XOF", "USD"],
        refused: on("2017-09-02", try quote("XOF 0.0018 per USD")),
        accepted: on("2017-09-02", try quote("XOF 0.0018 per USD", table: table("ECB")))),
    ] + ratesOfEitherCurrency()
  }

  /// Rates beside one that counts the other currency, and beside a later one.
  private static func ratesOfEitherCurrency() throws -> [Refusal] {
    let (date, next) = ("2018-01-01", "2018-02-01")
    let known = on(date, try quote("GBP 0.74 per USD"))
    return [
      Refusal(
        .rateFarOff, ["USD 0.05 per GBP", "GBP 0.74 per USD", date], after: [known],
        refused: on(next, try quote("USD 0.05 per GBP")),
        accepted: on(next, try quote("USD 1.4 per GBP"))),
      Refusal(
        .rateFarOff, ["USD 0.05 per GBP", "GBP 0.74 per USD", date], after: [known],
        refused: on(date, try quote("USD 0.05 per GBP")),
        accepted: on(date, try quote("USD 1.351 per GBP"))),
      Refusal(
        .rateInverted, ["GBP 1.351 per USD", "GBP 0.74 per USD", date, "GBP", "USD"],
        after: [known], refused: on(next, try quote("GBP 1.351 per USD")),
        accepted: on(next, try quote("GBP 1.351 per USD", isConfirmed: true))),
      Refusal(
        .rateInverted, ["USD 0.74 per GBP", "GBP 0.74 per USD", date, "USD", "GBP"],
        after: [known], refused: on(next, try quote("USD 0.74 per GBP")),
        accepted: on(next, try quote("USD 1.36 per GBP"))),
      Refusal(
        .rateInverted, ["GBP 1.351 per USD", "GBP 0.74 per USD", date, "GBP", "USD"],
        after: [known], refused: on("2017-12-01", try quote("GBP 1.351 per USD")),
        accepted: on("2017-12-01", try quote("GBP 0.75 per USD"))),
      // A jump that is known stands between the two: the one before is what counts.
      Refusal(
        .rateFarOff, ["GBP 7.4 per USD", "GBP 0.74 per USD", date],
        after: [known, on("2018-03-01", try quote("GBP 8 per USD", isConfirmed: true))],
        refused: on(next, try quote("GBP 7.4 per USD")),
        accepted: on(next, try quote("GBP 0.75 per USD"))),
    ]
  }

  private static func currenciesThatWereNot() throws -> [Refusal] {
    [
      Refusal(
        .currencyNotYet, ["STN", "2018-01-01", "STD", "1000"],
        refused: on("2017-12-31", try quote("STN 20 per USD")),
        accepted: on("2018-01-01", try quote("STN 20 per USD"))),
      Refusal(
        .currencyNotYet, ["SLE", "2022-07-01", "SLL", "1000"],
        refused: on("2022-06-30", try thanking("5 SLE")),
        accepted: on("2022-06-30", try thanking("5 SLL"))),
    ]
  }

  private static func thanking(_ amount: String) throws -> Event {
    .acknowledgement(Acknowledgement(donor("sdc"), scope: .global, amount: try money(amount)))
  }

  private static func ratesInUse() throws -> [Refusal] {
    [
      Refusal(
        .rateMissing, ["CHF", "USD", "UNORE", "2017-10-31", "CHF", "USD"],
        refused: on("2017-10-31", try signing("A1", "1 CHF")),
        accepted: on("2017-11-01", try signing("A1", "1 CHF"))),
      Refusal(
        .rateMissing, ["KES", "USD", "UNORE", "2017-11-01", "KES", "USD"],
        after: [on("2017-11-01", try quote("KES 103 per USD", table: table("ECB")))],
        refused: on("2017-11-01", try spending(nil, "mali", "1 KES")),
        accepted: on("2017-11-01", try spending(nil, "mali", "1 CHF"))),
      Refusal(
        .rateMissing, ["USD", "KES", "UNORE", "2017-10-31", "KES", "USD"],
        after: [
          on("2017-11-01", try quote("KES 103 per USD")),
          on("2017-11-02", try pledging("P1", "5 KES")),
          on("2017-10-31", try quote("EUR 0.9 per USD")),
        ],
        refused: on(
          "2017-10-31", try signing("A1", "1 USD") { $0.pledge = reference("P1") },
          posted: "2017-11-03"),
        accepted: on("2017-11-03", try signing("A1", "1 USD") { $0.pledge = reference("P1") })),
      Refusal(
        .rateDiffers, ["CHF", "USD", "2017-11-01", "0.999"],
        refused: on("2017-11-01", try quote("CHF 0.998 per USD")),
        accepted: on("2017-11-02", try quote("CHF 0.998 per USD"))),
      Refusal(
        .rateDiffers, ["CHF", "USD", "2017-11-01", "0.999"],
        refused: on("2017-11-01", try quote("CHF 0.998 per USD", table: table("UNORE"))),
        accepted: on("2017-11-01", try quote("CHF 0.998 per USD", table: table("ECB")))),
      Refusal(
        .rateSyntax, ["0"], refused: on("2017-11-02", try quote("CHF 0 per USD")),
        accepted: on(
          "2017-11-02", try quote("CHF 0.000000000000000001 per USD", isConfirmed: true))),
      Refusal(
        .rateOfItself, ["CHF"], refused: on("2017-11-02", try quote("CHF 1 per CHF")),
        accepted: on("2017-11-02", try quote("CHF 1 per USD"))),
    ]
  }

  private static func requirements() throws -> [Refusal] {
    let parent = on("2017-01-01", try requiring("mali", "100 USD"))
    let date = "2017-01-03"
    return [
      Refusal(
        .requirementExists, ["mali", "2017"], after: [parent],
        refused: on(date, try requiring("mali", "100 USD")),
        accepted: on(date, try requiring("mali", "100 USD", of: 2018))),
      Refusal(
        .requirementNone, ["mali", "2018", date], after: [parent],
        refused: on(date, try requiring("mali", "100 USD", .supplementary, of: 2018)),
        accepted: on(date, try requiring("mali", "100 USD", .revised, of: 2018))),
      Refusal(
        .requirementNone, ["niger", "2017", date], after: [parent],
        refused: on(date, try requiring("niger", "1 USD", .supplementary)),
        accepted: on(date, try requiring("niger", "1 USD"))),
      Refusal(
        .requirementNegative, ["mali", "2017", date], after: [parent],
        refused: on(date, try requiring("mali", "-100.01 USD", .supplementary)),
        accepted: on(date, try requiring("mali", "-100 USD", .supplementary))),
      Refusal(
        .requirementNegative, ["mali", "2017", date],
        refused: on(date, try requiring("mali", "-0.01 USD")),
        accepted: on(date, try requiring("mali", "0 USD"))),
      Refusal(
        .requirementTier, ["0"],
        refused: on(date, try requiring("mali", "1 USD", tags: [Tag(slug("tier"), slug("0"))])),
        accepted: on(date, try requiring("mali", "1 USD", tags: [Tag(slug("tier"), slug("1"))]))),
      Refusal(
        .requirementTier, ["high"],
        refused: on(date, try requiring("mali", "1 USD", tags: [Tag(slug("tier"), slug("high"))])),
        accepted: on(date, try requiring("mali", "1 USD", tags: [Tag(slug("rank"), slug("high"))]))),
    ]
  }

  private static func requirementsBelow() throws -> [Refusal] {
    let parent = on("2017-01-01", try requiring("mali", "100 USD"))
    let children = [
      on("2017-01-02", try requiring("mali/health", "60 USD")),
      on("2017-01-02", try requiring("mali/education", "40 USD")),
    ]
    let date = "2017-01-03"
    return [
      Refusal(
        .requirementChildren, ["mali", "2017", date, "100.01 USD", "100.00 USD"], after: [parent],
        refused: on(date, try requiring("mali/health", "100.01 USD")),
        accepted: on(date, try requiring("mali/health", "100 USD"))),
      Refusal(
        .requirementChildren, ["mali", "2017", date, "100.01 USD", "100.00 USD"],
        after: [parent] + children,
        refused: on(date, try requiring("mali/protection", "0.01 USD")),
        accepted: on(date, try requiring("mali/protection", "0 USD"))),
      Refusal(
        .requirementChildren, ["mali", "2017", date, "100.00 USD", "99.99 USD"],
        after: [parent] + children,
        refused: on(date, try requiring("mali", "99.99 USD", .revised)),
        accepted: on(date, try requiring("mali", "100.01 USD", .revised))),
      Refusal(
        .requirementChildren, ["mali", "2017", date, "100.00 USD", "99.99 USD"], after: children,
        refused: on(date, try requiring("mali", "99.99 USD")),
        accepted: on(date, try requiring("mali", "100 USD"))),
      Refusal(
        .requirementChildren, ["mali/health", "2017", date, "60.01 USD", "60.00 USD"],
        after: [parent] + children,
        refused: on(date, try requiring("mali/health/clinics", "60.01 USD")),
        accepted: on(date, try requiring("mali/health/clinics", "60 USD"))),
      Refusal(
        .currencyMismatch, ["CHF", "USD"], refused: on(date, try requiring("mali", "1 CHF")),
        accepted: on(date, try requiring("mali", "1 USD"))),
      Refusal(
        .sumOverflow, ["the requirement of mali"], after: [parent],
        refused: on(
          date, try requiring("mali", "92,233,720,368,547,758.07 USD", .supplementary)),
        accepted: on(
          date, try requiring("mali", "46,116,860,184,273,779.03 USD", .supplementary))),
    ]
  }

  private static func earmarks() throws -> [Refusal] {
    let date = "2017-02-14"
    return [
      Refusal(
        .earmarkModality, ["I", "softly", "tightly"],
        refused: on(date, try signing("A1", "1 USD", "softly mali") { $0.terms.modality = .i }),
        accepted: on(date, try signing("A1", "1 USD", "tightly mali") { $0.terms.modality = .i })),
      Refusal(
        .earmarkModality, ["D", "not-stated", "softly"],
        refused: on(date, try signing("A1", "1 USD") { $0.terms.modality = .d }),
        accepted: on(
          date, try signing("A1", "1 USD", "softly except mali") { $0.terms.modality = .d })),
      Refusal(
        .earmarkModality, ["H", "tightly", "earmarked"],
        refused: on(
          date,
          try signing("A1", "2 USD", "earmarked mali") {
            $0.terms.modality = .h
            $0.parts = try [part(2017, "1 USD"), part(2018, "1 USD", "tightly mali/health")]
          }),
        accepted: on(
          date, try signing("A1", "2 USD", "earmarked mali") { $0.terms.modality = .h })),
      Refusal(
        .earmarkExclusion, ["niger"],
        refused: on(date, try signing("A1", "1 USD", "softly mali except niger")),
        accepted: on(date, try signing("A1", "1 USD", "softly mali except mali/health"))),
      Refusal(
        .earmarkExclusion, ["niger"],
        refused: on(date, try signing("A1", "1 USD", "softly mali, chad except chad, niger")),
        accepted: on(date, try signing("A1", "1 USD", "softly mali, chad except west-africa"))),
      Refusal(
        .earmarkExclusion, ["sahel"], after: [on(date, .scope(Scope(scope("coast"))))],
        refused: on(
          date, try pledging("P1", "1 USD", "softly coast except sahel")),
        accepted: on(date, try pledging("P1", "1 USD", "softly west-africa except sahel"))),
      Refusal(
        .earmarkNowhere, [],
        refused: on(date, try signing("A1", "1 USD", "softly mali except mali")),
        accepted: on(
          date,
          try signing("A1", "1 USD", "softly mali except mali/health, mali/education"))),
      Refusal(
        .earmarkNowhere, [],
        refused: on(date, try pledging("P1", "1 USD", "softly except global")),
        accepted: on(date, try pledging("P1", "1 USD", "softly except mali"))),
    ]
  }

  private static func agreements() throws -> [Refusal] {
    let date = "2017-02-14"
    return [
      Refusal(
        .agreementDates, ["2017-02-13", "2017-02-14"],
        refused: on(
          date,
          try signing("A1", "1 USD") {
            $0.starts = day("2017-02-14")
            $0.ends = day("2017-02-13")
          }),
        accepted: on(
          date,
          try signing("A1", "1 USD") {
            $0.starts = day("2017-02-14")
            $0.ends = day("2017-02-14")
          })),
      Refusal(
        .agreementRecorded, ["2017-02-13", "2017-02-14"],
        refused: on(date, try signing("A1", "1 USD") { $0.recorded = day("2017-02-13") }),
        accepted: on(date, try signing("A1", "1 USD") { $0.recorded = day("2017-02-14") })),
    ]
  }

  private static func agreementParts() throws -> [Refusal] {
    let date = "2017-02-14"
    return [
      Refusal(
        .agreementParts, ["0.99 USD", "1.00 USD"],
        refused: on(
          date,
          try signing("A1", "1 USD") {
            $0.parts = try [part(2017, "0.50 USD"), part(2018, "0.49 USD")]
          }),
        accepted: on(
          date,
          try signing("A1", "1 USD") {
            $0.parts = try [part(2017, "0.50 USD"), part(2018, "0.50 USD")]
          })),
      Refusal(
        .agreementParts, ["92,233,720,368,547,758.07 USD", "0.01 USD"],
        refused: on(
          date,
          try signing("A1", "0.01 USD") {
            $0.parts = try [
              part(2017, "92,233,720,368,547,758.07 USD"), part(2018, "0.01 USD"),
            ]
          }),
        accepted: on(date, try signing("A1", "11,529,215,046,068,469.75 USD"))),
      Refusal(
        .currencyMismatch, ["CHF", "USD"],
        refused: on(date, try signing("A1", "1 USD") { $0.parts = try [part(2017, "1 CHF")] }),
        accepted: on(date, try signing("A1", "1 USD") { $0.parts = try [part(2017, "1 USD")] })),
      Refusal(
        .currencyMismatch, ["CHF", "USD"],
        refused: on(
          date,
          try signing("A1", "1 USD") {
            $0.terms.limits = [SubLimit(try money("1 CHF"), on: scope("mali"))]
          }),
        accepted: on(
          date,
          try signing("A1", "1 USD") {
            $0.terms.limits = [SubLimit(try money("1 USD"), on: scope("mali"))]
          })),
    ]
  }
}
