import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// One line of the table of facts with several faults.
struct Mistaken: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fact: Refusal.Step
  let codes: [FaultCode]

  init(_ description: String, _ fact: Refusal.Step, _ codes: [FaultCode]) {
    testDescription = description
    self.fact = fact
    self.codes = codes
  }
}

@Suite struct ChecksTests {
  /// Accounts must be declared. Two agreements, one of them with a period and a sub-limit, a pledge, and
  /// a month that is closed.
  private static func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger(accountsMustBeDeclared: true)
    try ledger.post("2017-11-02", signing("A1", "100 CHF", "softly mali, niger"))
    try ledger.post(
      "2017-11-02",
      signing("A2", "100 USD", "earmarked mali") {
        $0.terms.period = DateInterval(day("2017-12-01"), day("2017-12-31"))
        $0.terms.limits = [SubLimit(try money("30 USD"), on: scope("mali/health"))]
      })
    try ledger.post("2017-11-02", pledging("P1", "100 EUR"))
    try ledger.post("2017-11-03", requiring("mali", "100 USD"))
    try ledger.post("2017-11-04", .note(ScopeNote(scope("mali"), text: "first")), id: "N1")
    try ledger.post("2017-11-05", .close(month("2017-10")))
    return ledger
  }

  @Test(
    arguments: try Mistaken.agreements() + Mistaken.plans() + Mistaken.receipts()
      + Mistaken.uses() + Mistaken.journal() + Mistaken.declarations() + Mistaken.anyFact())
  func `every fault of a fact is told, none that only follows from another, none twice`(
    mistaken: Mistaken
  ) throws {
    var ledger = try Self.ledger()
    let before = ledger.book
    let fact = Fact(
      day(mistaken.fact.date), mistaken.fact.event,
      provenance: Provenance(posted: mistaken.fact.posted.map(day)))
    let faults = #expect(throws: Faults.self) {
      try ledger.post(fact, id: mistaken.fact.id)
    }
    #expect(faults?.all.map(\.code) == mistaken.codes)
    #expect(ledger.book == before)
  }
}

extension Mistaken {
  private static let date = "2017-12-20"

  static func agreements() throws -> [Mistaken] {
    [
      Mistaken(
        "an agreement wrong in all it names",
        on(
          date,
          try signing("A1", "10 KES", by: "nobody") {
            $0.support = SupportRate(
              percent: ExactDecimal(coefficient: 7, scale: 0), base: .onDirect)
            $0.starts = day("2018-02-01")
            $0.ends = day("2018-01-31")
            $0.recorded = day("2017-12-19")
            $0.terms.modality = .a
            $0.parts = try [
              part(2017, "4 KES", "softly nowhere, sahel except elsewhere"),
              part(2018, "5 KES", "earmarked mali except niger"),
            ]
            $0.terms.limits = [
              SubLimit(try money("1 USD"), on: scope("anywhere")),
              SubLimit(try money("1 KES"), on: scope("sahel")),
            ]
            $0.pledge = reference("P9")
          }),
        [
          .referenceDuplicate, .donorUnknown, .agreementDates,
          .agreementRecorded, .agreementParts, .earmarkModality, .scopeUnknown, .scopeUnknown,
          .earmarkModality, .earmarkExclusion, .scopeUnknown, .currencyMismatch,
          .scopeSituation, .pledgeUnknown, .rateMissing,
        ]),
      Mistaken(
        "parts in two currencies have no sum",
        on(
          date,
          try signing("A3", "10 USD") {
            $0.parts = try [part(2017, "4 CHF"), part(2018, "5 CHF"), part(2019, "5 USD")]
          }), [.currencyMismatch]),
      Mistaken(
        "a place that is not known reaches nothing",
        on(date, try signing("A3", "10 USD", "softly nowhere except nowhere")), [.scopeUnknown]),
      Mistaken(
        "a donor that is not known has no pledge of another, and a currency no second rate",
        on(date, try signing("A3", "10 KES", by: "nobody") { $0.pledge = reference("P1") }),
        [.donorUnknown, .rateMissing]),
      Mistaken(
        "another's pledge before there is a rate to its currency",
        on("2017-04-30", try signing("A3", "10 USD", by: "japan") { $0.pledge = reference("P1") }),
        [.periodClosed, .pledgeDonor, .rateMissing]),
    ]
  }

  static func plans() throws -> [Mistaken] {
    [
      Mistaken(
        "a pledge",
        on(date, try pledging("general", "1 KES", "softly nowhere, elsewhere", by: "nobody")),
        [.referenceReserved, .donorUnknown, .scopeUnknown, .scopeUnknown, .rateMissing]),
      Mistaken(
        "a requirement in another currency, out of turn",
        on(date, try requiring("mali", "-1 CHF")), [.currencyMismatch, .requirementExists]),
      Mistaken(
        "a requirement below zero in a closed month",
        on("2017-10-31", try requiring("niger", "-1 USD")), [.periodClosed, .requirementNegative]),
      Mistaken(
        "a requirement of no scope is out of no turn",
        on(date, try requiring("nowhere", "-1 CHF", .supplementary)),
        [.currencyMismatch, .scopeUnknown]),
    ]
  }

  static func receipts() throws -> [Mistaken] {
    [
      Mistaken(
        "a receipt",
        on(
          "2017-11-01",
          try receiving("A1", "101 CHF", bank: "100 CHF") { $0.account = account("asset:safe") }),
        [.receiptBeforeSigning, .receiptExceeds, .accountUndeclared, .receiptArrival]),
      Mistaken(
        "a receipt for no agreement",
        on(
          date,
          try receiving("A9", "1 CHF", bank: "1 KES") { $0.account = account("expense:rent") }),
        [.agreementUnknown, .receiptAccount, .rateMissing]),
      Mistaken(
        "a receipt in another currency exceeds nothing, and needs no rate",
        on(
          date,
          try receiving("A2", "1,000 KES") { $0.part = PartSelector(year: year(2030)) }),
        [.currencyMismatch, .partUnknown]),
    ]
  }

  static func uses() throws -> [Mistaken] {
    [
      Mistaken(
        "an allocation to and from nowhere, in another currency, of no part",
        on(
          date,
          try allocating("A2", "nowhere", "1,000 CHF", from: "sahel") {
            $0.part = PartSelector(year: year(2030))
          }), [.scopeUnknown, .scopeSituation, .currencyMismatch, .partUnknown]),
      Mistaken(
        "an allocation beyond what there is and what a limit lets through",
        on(date, try allocating("A2", "mali/health", "101 USD")), [.allocationExceeds, .useLimit]),
      Mistaken(
        "an allocation that does not reach is none beyond what there is",
        on(date, try allocating("A2", "chad", "101 USD")), [.allocationReach]),
      Mistaken(
        "an expenditure outside all that was agreed",
        on(
          "2018-01-01",
          try spending("A2", "chad", "101 USD") {
            $0.account = account("asset:safe")
            $0.source = account("liability:loan")
          }), [.expenditureAccount, .accountUndeclared, .useReach, .usePeriod, .useExceeds]),
      Mistaken(
        "an expenditure nowhere, of no agreement, in a currency without a rate",
        on(date, try spending("A9", "nowhere", "101 KES")),
        [.agreementUnknown, .scopeUnknown, .rateMissing]),
      Mistaken(
        "an opening",
        on(
          date,
          .opening(
            Opening(account("asset:safe"), amount: try money("1 KES"), fund: fund("A9")))),
        [.accountUndeclared, .fundUnknown, .rateMissing]),
    ]
  }

  static func journal() throws -> [Mistaken] {
    [
      Mistaken(
        "an entry whose accounts are wrong, and its sum",
        on(
          date,
          try entering(
            (.debit, "expense:rent", "2 USD", "general"),
            (.debit, "expense:rent", "2 USD", "general"),
            (.credit, "asset:safe", "3 USD", "general"),
            (.credit, "budget:funded", "2 USD", "general"))),
        [.accountUndeclared, .accountUndeclared, .entryAccount, .entryUnbalanced]),
      Mistaken(
        "an entry without funds and rates has no sum",
        on(
          date,
          try entering(
            (.debit, "asset:bank", "2 KES", "A8"), (.debit, "asset:bank", "2 UGX", "A8"),
            (.credit, "asset:bank", "3 KES", "A9"))),
        [.fundUnknown, .rateMissing, .rateMissing, .fundUnknown]),
      Mistaken(
        "an entry of one leg",
        on(date, try entering((.debit, "asset:safe", "2 USD", "A9"))),
        [.entryLegs, .accountUndeclared, .fundUnknown]),
      Mistaken(
        "an acknowledgement",
        on(
          date,
          .acknowledgement(
            Acknowledgement(donor("nobody"), scope: scope("nowhere"), amount: try money("1 USD")))),
        [.donorUnknown, .scopeUnknown]),
      Mistaken(
        "an assertion",
        on(
          date,
          .assert(
            Assertion(
              .position(.funded, scope("nowhere")), amount: try money("1 CHF"), digitsWritten: 2))),
        [.scopeUnknown, .currencyMismatch]),
    ]
  }

  static func declarations() throws -> [Mistaken] {
    [
      Mistaken(
        "a scope",
        on(date, .scope(Scope(scope("mali/health"), parent: scope("niger")))),
        [.scopeDuplicate, .scopeParentDiffers]),
      Mistaken(
        "a situation",
        on(
          date,
          .situation(
            Situation(
              scope("mali"), name: "", scopes: [scope("nowhere"), scope("sahel"), scope("nowhere")])
          )), [.scopeDuplicate, .scopeUnknown, .scopeSituation]),
      Mistaken(
        "a merge",
        on(date, .merge(DonorMerge(donor("nobody"), into: donor("noone")))),
        [.donorUnknown, .donorUnknown]),
      Mistaken(
        "a declaration posted too early",
        on(date, .donor(Donor(donor("sdc"), name: "")), posted: "2017-12-19"),
        [.postedBeforeDate, .donorDuplicate]),
      Mistaken(
        "a declaration that is right but for its day",
        on(date, .donor(Donor(donor("norway"), name: "")), posted: "2017-12-19"),
        [.postedBeforeDate]),
    ]
  }

  static func anyFact() throws -> [Mistaken] {
    [
      Mistaken(
        "a note with another's name, posted too early, about nothing",
        on(
          date, .note(ScopeNote(scope("nowhere"), text: "second")), id: "N1",
          posted: "2017-12-19"), [.postedBeforeDate, .factDuplicate, .scopeUnknown]),
      Mistaken(
        "a note that is written twice",
        on("2017-11-04", .note(ScopeNote(scope("mali"), text: "first")), id: "N1"),
        [.factDuplicate]),
      Mistaken(
        "an expenditure in a closed month", on("2017-10-31", try spending(nil, "nowhere", "1 USD")),
        [.periodClosed, .scopeUnknown]),
      Mistaken(
        "amounts without a direction say nothing of the rest",
        on(
          date,
          try entering(
            (.debit, "asset:safe", "0 USD", "A9"), (.credit, "asset:safe", "-1 USD", "A9"))),
        [.amountSign, .amountSign]),
      Mistaken(
        "a rate posted too early",
        on("2017-12-11", try quote("CHF 1 per USD"), posted: "2017-12-01"),
        [.postedBeforeDate, .rateDiffers]),
      Mistaken(
        "a closing posted too early", on(date, .close(month("2017-12")), posted: "2017-12-19"),
        [.postedBeforeDate, .monthNotOver]),
      Mistaken(
        "a reopening posted too early",
        on(date, .reopen(Reopening(month("2017-11"), reason: "")), posted: "2017-12-19"),
        [.postedBeforeDate, .monthOpen]),
    ]
  }
}
