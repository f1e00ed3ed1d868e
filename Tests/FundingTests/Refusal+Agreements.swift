import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  /// The day on which most is signed.
  private static let date = "2017-02-14"

  /// What falls due under an agreement.
  static func schedules() throws -> [Refusal] {
    func due(_ amounts: String...) throws -> Step {
      on(
        date,
        try signing("A1", "100 USD") {
          $0.instalments = try amounts.map {
            Instalment(due: day("2017-06-01"), amount: try money($0))
          }
        })
    }
    return [
      Refusal(
        .agreementInstalments, ["400.00 USD", "100.00 USD"], refused: try due("400 USD"),
        accepted: try due("100 USD")),
      Refusal(
        .agreementInstalments, ["120.00 USD", "100.00 USD"], refused: try due("60 USD", "60 USD"),
        accepted: try due("60 USD", "40 USD")),
      Refusal(
        .agreementInstalments, ["99.99 USD", "100.00 USD"], refused: try due("60 USD", "39.99 USD"),
        accepted: try due()),
      Refusal(
        .currencyMismatch, ["CHF", "USD"], refused: try due("100 CHF"), accepted: try due("100 USD")
      ),
    ]
  }

  /// When an agreement ends, and the reports that it owes.
  static func termsOfAgreements() throws -> [Refusal] {
    func ending(_ ends: String) throws -> Step {
      on(date, try signing("A1", "100 USD") { $0.ends = day(ends) })
    }
    func amended(_ ends: String) throws -> Step {
      on("2017-03-01", try amending("A1/1") { $0.ends = day(ends) })
    }
    func owing(_ form: String, due: String) throws -> Step {
      on(
        date,
        try signing("A1", "100 USD") {
          $0.reports = [duty("2017-06-30", "final"), duty(due, form)]
        })
    }
    return [
      Refusal(
        .agreementDates, ["2017-02-13", date], refused: try ending("2017-02-13"),
        accepted: try ending(date)),
      Refusal(
        .agreementDates, ["2017-02-13", date], after: [try ending("2017-12-31")],
        refused: try amended("2017-02-13"), accepted: try amended(date)),
      Refusal(
        .reportDuplicate, ["2017-06-30 final"], refused: try owing("final", due: "2017-06-30"),
        accepted: try owing("narrative", due: "2017-06-30")),
      Refusal(
        .reportDuplicate, ["2017-06-30 final"], refused: try owing("final", due: "2017-06-30"),
        accepted: try owing("final", due: "2017-07-31")),
    ]
  }

  private static func agreed(
    _ use: String, _ change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> Step {
    on(date, try signing("A2", "100 USD", use, changing: change))
  }

  /// What earmarks say by themselves.
  static func termsWithSense() throws -> [Refusal] {
    func parted(_ use: String?) throws -> Step {
      try agreed("earmarked mali") { $0.parts = [try part(2017, "100 USD", use)] }
    }
    func tagged(_ agreement: inout Agreement) throws {
      agreement.terms.requirements = [TagRequirement(slug("population"), values: [slug("idps")])]
    }
    return [
      Refusal(
        .earmarkUnearmarked, ["unearmarked", "mali"],
        refused: try agreed("unearmarked global, mali"), accepted: try agreed("unearmarked global")),
      Refusal(
        .earmarkUnearmarked, ["unearmarked", "sahel"],
        refused: on(date, try pledging("P1", "1 USD", "unearmarked sahel")),
        accepted: on(date, try pledging("P1", "1 USD", "softly except sahel"))),
      Refusal(
        .earmarkUnearmarked, ["unearmarked", "mali"],
        refused: try agreed("unearmarked except mali"),
        accepted: try agreed("softly except mali")),
      Refusal(
        .earmarkUnearmarked, ["unearmarked", "mali"], refused: try parted("unearmarked mali"),
        accepted: try parted("unearmarked")),
      Refusal(
        .earmarkScope, ["tightly"], refused: try agreed("tightly"),
        accepted: try agreed("tightly", tagged)),
      Refusal(
        .earmarkScope, ["earmarked"], refused: try parted("earmarked"), accepted: try parted(nil)),
      Refusal(
        .earmarkScope, ["softly"], refused: on(date, try pledging("P1", "1 USD", "softly")),
        accepted: on(date, try pledging("P1", "1 USD", "softly except mali"))),
      Refusal(
        .scopeUnknown, ["togo"],
        refused: try agreed("softly togo") {
          $0.parts = [try part(2017, "100 USD", "softly mali")]
        },
        accepted: try parted("softly mali")),
    ]
  }

  /// What limits say by themselves.
  static func bindingLimits() throws -> [Refusal] {
    func limited(_ amount: String) throws -> Step {
      try agreed("softly west-africa") {
        $0.terms.limits = [SubLimit(try money(amount), on: scope("mali"))]
      }
    }
    func capped(_ use: String, _ scopes: String...) throws -> Step {
      try agreed(use) {
        $0.terms.limits = try scopes.map { SubLimit(try money("50 USD"), on: scope($0)) }
      }
    }
    return [
      Refusal(
        .limitExceeds, ["100.01 USD", "mali", "100.00 USD"], refused: try limited("100.01 USD"),
        accepted: try limited("100 USD")),
      Refusal(
        .limitOutside, ["niger"], refused: try capped("earmarked mali", "niger"),
        accepted: try capped("earmarked mali", "mali/health")),
      Refusal(
        .limitOutside, ["mali/health"], refused: try capped("softly except mali", "mali/health"),
        accepted: try capped("softly except mali/health", "mali")),
      Refusal(
        .limitTwice, ["mali"], refused: try capped("unearmarked", "mali", "mali"),
        accepted: try capped("unearmarked", "mali", "mali/health")),
    ]
  }

  /// What the earmarks of amendments say by themselves.
  static func amendedTermsWithSense() throws -> [Refusal] {
    let signed = on(date, try signing("A1", "100 USD", "earmarked mali"))
    func raised(_ use: String) throws -> Step {
      on(date, try amending("A1/1", "+5 USD") { $0.parts = [try part(2018, "+5 USD", use)] })
    }
    return [
      Refusal(
        .earmarkScope, ["softly"], after: [signed],
        refused: on(date, try amending("A1/1") { $0.earmark = earmark("softly") }),
        accepted: on(date, try amending("A1/1") { $0.earmark = earmark("not-stated") })),
      Refusal(
        .earmarkUnearmarked, ["unearmarked", "mali"], after: [signed],
        refused: try raised("unearmarked mali"), accepted: try raised("earmarked mali")),
    ]
  }

  /// What amendments are called.
  static func referencesOfAmendments() throws -> [Refusal] {
    let before = [
      on(date, try signing("A1", "100 USD")), on("2017-03-01", try amending("A1/3", "+1 USD")),
    ]
    let next = "2017-03-02"
    return [
      Refusal(
        .referenceDuplicate, ["A1/3", "amendment"], after: before,
        refused: on(next, try amending("A1/3", "+2 USD")),
        accepted: on(next, try amending("A1/4", "+2 USD"))),
      Refusal(
        .referenceDuplicate, ["A1/3", "amendment"], after: before,
        refused: on(next, try signing("A1/3", "2 USD")),
        accepted: on(next, try signing("A1/4", "2 USD"))),
      Refusal(
        .referenceDuplicate, ["A1/3", "amendment"], after: before,
        refused: on(next, try pledging("A1/3", "2 USD")),
        accepted: on(next, try pledging("A3", "2 USD"))),
      Refusal(
        .referenceDuplicate, ["A1/3", "amendment"], after: before,
        refused: on(next, try arriving("A1/3", "2 USD")),
        accepted: on(next, try arriving("A3", "2 USD"))),
    ]
  }

  /// What is left to spend where an agreement is cut, before the cut and by it.
  static func cuts() throws -> [Refusal] {
    let signed = on(date, try signing("A1", "100 USD", "earmarked mali"))
    let cut = on("2018-02-01", try amending("A1/1", "-60 USD"))
    let spent = on("2017-06-01", try spending("A1", "mali", "60 USD"))
    let early = "2018-01-10"
    return [
      Refusal(
        .useExceeds, ["40.01 USD", "40.00 USD", "A1"], after: [signed, cut],
        refused: on(early, try spending("A1", "mali", "40.01 USD")),
        accepted: on(early, try spending("A1", "mali", "40 USD"))),
      Refusal(
        .useUnspent, ["40.01 USD", "40.00 USD", "A1"], after: [signed, cut],
        refused: on(early, try obliging("A1", "mali", "40.01 USD")),
        accepted: on(
          early, try spending("A1", "mali", "40.01 USD") { $0.overspend = "agreed by letter" })),
      Refusal(
        .amendmentSpent, ["A1", "0.01 USD"], after: [signed, spent],
        refused: on(early, try amending("A1/1", "-40.01 USD")),
        accepted: on(early, try amending("A1/1", "-40 USD"))),
      Refusal(
        .amendmentSpent, ["A1", "60.00 USD"],
        after: [signed, on("2017-06-01", try spending("A1", "mali", "100 USD"), id: "X1")],
        refused: cut, accepted: on("2018-02-01", reversing("X1"))),
      Refusal(
        .amendmentSpent, ["A1", "10.00 USD"],
        after: [signed, spent, on("2017-06-01", try obliging("A1", "mali", "30 USD"))],
        refused: on(early, try amending("A1/1", "-20 USD")),
        accepted: on(early, try amending("A1/1", "-10 USD"))),
    ]
  }

  /// Where and when an obligation is paid, and when goods are used.
  static func usesInTime() throws -> [Refusal] {
    let before = [
      on(date, try signing("A1", "100 USD", "earmarked mali")),
      on("2017-06-01", try obliging("A1", "mali/health", "40 USD"), id: "O1"),
      on("2017-06-01", try delivering("A1", "30 USD")),
    ]
    func paying(_ line: String) throws -> Event {
      try spending("A1", line, "40 USD") { $0.obligation = name("O1") }
    }
    return [
      Refusal(
        .obligationLine, ["O1", "mali/health", "mali/education"], after: before,
        refused: on("2017-06-01", try paying("mali/education")),
        accepted: on("2017-06-01", try paying("mali/health"))),
      Refusal(
        .obligationDate, ["2017-05-31", "O1", "2017-06-01"], after: before,
        refused: on("2017-05-31", try paying("mali/health")),
        accepted: on("2017-06-01", try paying("mali/health"))),
      Refusal(
        .inKindExceeds, ["30.00 USD", "0.00 USD", "A1"], after: before,
        refused: on("2017-05-31", try using("A1", "mali", "30 USD")),
        accepted: on("2017-06-01", try using("A1", "mali", "30 USD"))),
      Refusal(
        .inKindExceeds, ["10.01 USD", "10.00 USD", "A1"],
        after: before + [on("2017-06-05", try using("A1", "mali", "20 USD"))],
        refused: on("2017-06-02", try using("A1", "mali", "10.01 USD")),
        accepted: on("2017-06-02", try using("A1", "mali", "10 USD"))),
    ]
  }

  /// What each payment of a refund settles.
  static func settlements() throws -> [Refusal] {
    let before = [
      on("2017-11-02", try signing("A1", "100 CHF")),
      on("2017-11-20", try receiving("A1", "100 CHF")),
    ]
    func paid(_ settled: [String?]) throws -> Step {
      let payments = [
        ("2017-12-01", "50 USD", "asset:bank"), ("2017-12-02", "50 USD", "asset:bank"),
      ]
      return on("2017-12-01", try refunding("A1", "100 CHF", paid: payments, settling: settled))
    }
    return [
      Refusal(
        .refundSettles, ["50.00 USD", "A1", "CHF"], after: before,
        refused: try paid([nil, "50 CHF"]), accepted: try paid(["50 CHF", nil])),
      Refusal(
        .refundPayment, ["50.00 USD", "A1"], after: before,
        refused: try paid(["50 CHF", "50.01 CHF"]), accepted: try paid(["50 CHF", "49 CHF"])),
    ]
  }

  private static func due(_ date: String, _ amount: String) throws -> Instalment {
    Instalment(due: day(date), amount: try money(amount))
  }

  private static func amended(
    _ amount: String? = nil, _ instalments: [(String, String)], _ reports: [String] = []
  ) throws -> Step {
    on(
      "2017-07-01",
      try amending("A1/1", amount) {
        $0.instalments = try instalments.map { try due($0.0, $0.1) }
        $0.reports = reports.map { duty($0, "financial") }
      })
  }

  /// What falls due by an amendment.
  static func amendedSchedules() throws -> [Refusal] {
    let before = [
      on(
        date,
        try signing("A1", "100 USD") {
          $0.instalments = try [due("2017-03-01", "60 USD"), due("2017-06-01", "40 USD")]
          $0.reports = [duty("2017-06-30", "financial"), duty("2017-12-31", "final")]
        }), on("2017-03-01", try receiving("A1", "70 USD")),
      on("2017-06-20", reporting("A1", "2017-06-30", "financial")),
    ]
    return [
      Refusal(
        .amendmentInstalments, ["A1", "99.99 USD", "100.00 USD"], after: before,
        refused: try amended(nil, [("2017-09-01", "39.99 USD")]),
        accepted: try amended(nil, [("2017-09-01", "40 USD")])),
      Refusal(
        .amendmentInstalments, ["A1", "160.00 USD", "100.00 USD"], after: before,
        refused: try amended(nil, [("2017-03-01", "60 USD"), ("2017-09-01", "40 USD")]),
        accepted: try amended(nil, [("2017-08-01", "10 USD"), ("2017-09-01", "30 USD")])),
      Refusal(
        .amendmentInstalments, ["A1", "100.00 USD", "105.00 USD"], after: before,
        refused: try amended("+5 USD", [("2017-09-01", "40 USD")]),
        accepted: try amended("+5 USD", [("2017-09-01", "45 USD")])),
      Refusal(
        .currencyMismatch, ["CHF", "USD"], after: before,
        refused: try amended(nil, [("2017-09-01", "40 CHF")]),
        accepted: try amended(nil, [("2017-09-01", "40 USD")])),
      Refusal(
        .reportDuplicate, ["2017-06-30 financial"], after: before,
        refused: try amended(nil, [], ["2017-06-30"]),
        accepted: try amended(nil, [], ["2017-09-30"])),
      Refusal(
        .reportUnknown, ["A1", "2017-12-31 final"],
        after: before + [try amended(nil, [], ["2018-03-31"])],
        refused: on("2017-12-01", reporting("A1", "2017-12-31", "final")),
        accepted: on("2017-12-01", reporting("A1", "2018-03-31", "financial"))),
    ]
  }
}
