import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct RequirementRuleTests {
  @Test func `a requirement is asked for and not covered`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post("2017-01-01", requiring("mali", "41,007,531.65 USD"))
    #expect(posted.days == ["2017-01-01 requested"])
    #expect(
      posted.legs == [
        "debit budget:requirements 41,007,531.65 USD in memorandum, mali 2017",
        "credit budget:unfunded 41,007,531.65 USD in memorandum, mali 2017",
      ])
    #expect(posted.rows == ["requested 2017-01-01 mali 2017 41,007,531.65 USD"])
  }

  @Test func `a child's requirement turns its parent into the remainder and lowers it`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "100 USD"))
    let first = try ledger.post("2017-01-02", requiring("mali/health", "20 USD"))
    #expect(
      first.legs == [
        "credit budget:requirements 100.00 USD in memorandum, mali 2017",
        "debit budget:unfunded 100.00 USD in memorandum, mali 2017",
        "debit budget:requirements 80.00 USD in memorandum, mali/* 2017",
        "credit budget:unfunded 80.00 USD in memorandum, mali/* 2017",
        "debit budget:requirements 20.00 USD in memorandum, mali/health 2017",
        "credit budget:unfunded 20.00 USD in memorandum, mali/health 2017",
      ])
    let second = try ledger.post("2017-01-03", requiring("mali/education", "30 USD"))
    #expect(
      second.rows == [
        "requested 2017-01-03 mali/* 2017 -30.00 USD",
        "requested 2017-01-03 mali/education 2017 30.00 USD",
      ])
  }

  @Test func `a parent's requirement that comes later leaves its children as they are`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-02", requiring("mali/health", "20 USD"))
    let parent = try ledger.post("2017-01-03", requiring("mali", "100 USD"))
    #expect(parent.rows == ["requested 2017-01-03 mali/* 2017 80.00 USD"])
  }

  @Test func `what lies between two requirements takes over the lower one`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "100 USD"))
    try ledger.post("2017-01-02", requiring("mali/health/clinics", "20 USD"))
    let between = try ledger.post("2017-01-03", requiring("mali/health", "50 USD"))
    #expect(
      between.rows == [
        "requested 2017-01-03 mali/* 2017 -30.00 USD",
        "requested 2017-01-03 mali/health/* 2017 30.00 USD",
      ])
  }

  @Test func `a revised total and an increment post the difference`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "41 USD"))
    let revised = try ledger.post("2017-06-01", requiring("mali", "43 USD", .revised))
    #expect(revised.rows == ["requested 2017-06-01 mali 2017 2.00 USD"])
    let less = try ledger.post("2017-07-01", requiring("mali", "-3 USD", .supplementary))
    #expect(
      less.legs == [
        "credit budget:requirements 3.00 USD in memorandum, mali 2017",
        "debit budget:unfunded 3.00 USD in memorandum, mali 2017",
      ])
    let same = try ledger.post("2017-08-01", requiring("mali", "40 USD", .revised))
    #expect(same.legs.isEmpty && same.rows.isEmpty)
    let none = try ledger.post("2017-09-01", requiring("mali", "0 USD", .revised))
    #expect(none.rows == ["requested 2017-09-01 mali 2017 -40.00 USD"])
  }

  @Test func `a revision replaces its own key only`() throws {
    var ledger = try SampleLedger()
    let refugees = Tag(slug("population"), slug("refugees"))
    try ledger.post("2017-01-01", requiring("mali", "10 USD"))
    try ledger.post("2017-01-01", requiring("mali", "20 USD", tags: [refugees]))
    let revised = try ledger.post(
      "2017-06-01", requiring("mali", "25 USD", .revised, tags: [refugees]))
    #expect(revised.rows == ["requested 2017-06-01 mali 2017 5.00 USD"])
    #expect(ledger.book.requirements.own(scope("mali"), year: year(2017)) == 3_500)
    #expect(ledger.book.requirements.own(scope("mali"), year: year(2018)) == nil)
  }

  @Test func `a revision learnt late counts from its own day up to the next one`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "41 USD"))
    try ledger.post("2017-06-01", requiring("mali", "50 USD", .revised))
    try ledger.post("2017-08-01", requiring("mali", "2 USD", .supplementary))
    let late = try ledger.post("2017-03-01", requiring("mali", "43 USD", .revised))
    #expect(
      late.rows == [
        "requested 2017-03-01 mali 2017 2.00 USD", "requested 2017-06-01 mali 2017 -2.00 USD",
      ])
    #expect(late.days == ["2017-03-01 requested", "2017-06-01 requested"])
    let own = ["2017-01-01", "2017-03-01", "2017-06-01", "2017-08-01"].map {
      ledger.book.requirements.own(scope("mali"), year: year(2017), on: day($0))
    }
    #expect(own == [4_100, 4_300, 5_000, 5_200])
  }

  @Test func `a version learnt after its month was closed changes nothing that is over`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "41 USD"))
    try ledger.post("2017-06-01", requiring("mali", "50 USD", .revised))
    let late = try ledger.post(
      Fact(
        day("2017-03-01"), try requiring("mali", "43 USD", .revised),
        provenance: Provenance(posted: day("2017-07-01"))), id: "late")
    #expect(late.rows.isEmpty && late.legs.isEmpty)
  }

  @Test func `below a scope that asks later, children stand for themselves until then`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-06-01", requiring("mali", "100 USD"))
    let child = try ledger.post("2017-05-06", requiring("mali/health", "20 USD"))
    #expect(
      child.rows == [
        "requested 2017-05-06 mali/health 2017 20.00 USD",
        "requested 2017-06-01 mali 2017 -100.00 USD",
        "requested 2017-06-01 mali/* 2017 80.00 USD",
      ])
  }

  @Test func `taken back, a revision leaves what was asked for before and after it`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", requiring("mali", "41 USD"), id: "Q1")
    try ledger.post("2017-03-01", requiring("mali", "43 USD", .revised), id: "Q2")
    try ledger.post("2017-06-01", requiring("mali", "50 USD", .revised), id: "Q3")
    let undone = try ledger.post("2017-04-01", reversing("Q2"))
    #expect(
      undone.rows == [
        "requested 2017-04-01 mali 2017 -2.00 USD", "requested 2017-06-01 mali 2017 2.00 USD",
      ])
  }
}

@Suite struct AllocationRuleTests {
  private func ledger(
    _ amount: String = "400,000 CHF", _ use: String = "softly west-africa",
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, use, changing: change))
    return ledger
  }

  @Test func `CHF 250,000 move from their place to a line at the frozen rate`() throws {
    var ledger = try ledger()
    let posted = try ledger.post("2017-12-20", allocating("A1", "mali/health", "250,000 CHF"))
    #expect(posted.days == ["2017-12-20 allocated"])
    #expect(
      posted.legs == [
        "debit budget:funded 250,250.25 USD in memorandum, A1/1 west-africa 2017",
        "credit budget:unfunded 250,250.25 USD in memorandum, A1/1 west-africa 2017",
        "debit budget:unfunded 250,250.25 USD in memorandum, A1/1 mali/health 2017",
        "credit budget:funded 250,250.25 USD in memorandum, A1/1 mali/health 2017",
      ])
    #expect(
      posted.rows == [
        "allocated 2017-12-20 west-africa 2017 sdc softly A1 -250,000.00 CHF [-250,250.25]",
        "allocated 2017-12-20 mali/health 2017 sdc softly A1 250,000.00 CHF [250,250.25]",
      ])
  }

  @Test func `from a line it moves on, and the place keeps what it has`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-20", allocating("A1", "mali", "250,000 CHF"))
    let on = try ledger.post("2017-12-21", allocating("A1", "niger", "100,000 CHF", from: "mali"))
    #expect(
      on.rows == [
        "allocated 2017-12-21 mali 2017 sdc softly A1 -100,000.00 CHF [-100,100.10]",
        "allocated 2017-12-21 niger 2017 sdc softly A1 100,000.00 CHF [100,100.10]",
      ])
    let rest = try ledger.post("2017-12-22", allocating("A1", "niger", "150,000 CHF"))
    #expect(
      rest.rows.first
        == "allocated 2017-12-22 west-africa 2017 sdc softly A1 -150,000.00 CHF [-150,150.15]")
  }

  @Test func `money moved back to its place may be moved again`() throws {
    var ledger = try ledger("100 USD")
    try ledger.post("2017-12-20", allocating("A1", "mali", "100 USD"))
    try ledger.post("2017-12-21", allocating("A1", "west-africa", "40 USD", from: "mali"))
    let again = try ledger.post("2017-12-22", allocating("A1", "niger", "40 USD"))
    #expect(again.rows.count == 2)
    let position = FundingPosition.grouped(ledger.rows) { $0.scope.text }
    let funded = position.mapValues { $0.funded(on: .recorded).book }
    #expect(funded == ["west-africa": 0, "mali": 6_000, "niger": 4_000])
  }

  @Test func `money of several parts moves by what lies there`() throws {
    var ledger = try ledger("900 USD", "softly west-africa") {
      $0.parts = [
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 60_000)),
        AgreementPart(
          year: year(2017), amount: $0.amount.part(of: 20_000), earmark: earmark("tightly niger")),
        AgreementPart(
          year: year(2017), amount: $0.amount.part(of: 10_000), earmark: earmark("earmarked mali")),
      ]
    }
    let posted = try ledger.post("2017-12-20", allocating("A1", "mali/health", "70 USD"))
    #expect(
      posted.rows == [
        "allocated 2017-12-20 west-africa 2017 sdc softly A1 -60.00 USD",
        "allocated 2017-12-20 mali/health 2017 sdc softly A1 60.00 USD",
        "allocated 2017-12-20 mali 2017 sdc earmarked A1 -10.00 USD",
        "allocated 2017-12-20 mali/health 2017 sdc earmarked A1 10.00 USD",
      ])
    let named = try ledger.post(
      "2017-12-21",
      allocating("A1", "mali/health", "5 USD") {
        $0.part = PartSelector(year: year(2017), scope: scope("mali"))
      })
    #expect(named.rows.first == "allocated 2017-12-21 mali 2017 sdc earmarked A1 -5.00 USD")
  }

  @Test func `of parts that lie at one place, one is named by its earmark`() throws {
    let exclusive = earmark("softly west-africa except mali/health")
    var ledger = try ledger("100 USD", "softly west-africa") {
      $0.parts = try [
        part(2017, "60 USD"), part(2017, "40 USD", "softly west-africa except mali/health"),
      ]
    }
    let moved = try ledger.post(
      "2017-12-20",
      allocating("A1", "niger", "40 USD") {
        $0.part = PartSelector(year: year(2017), earmark: exclusive)
      })
    #expect(moved.rows.count == 2)
    let states = try #require(ledger.book.agreements[reference("A1")]).parts
    #expect(states.map { $0.allocated[scope("niger")] ?? 0 } == [0, 4_000])
    #expect(throws: Fault(.partUnknown, "A1", "2017 as tightly niger")) {
      try ledger.post(
        "2017-12-20",
        allocating("A1", "niger", "1 USD") {
          $0.part = PartSelector(year: year(2017), earmark: earmark("tightly niger"))
        })
    }
  }

  @Test func `the last allocation takes the rest of what the part is worth`() throws {
    var ledger = try ledger("3 CHF")
    for _ in 1...3 { try ledger.post("2017-12-20", allocating("A1", "mali", "1 CHF")) }
    let position = FundingPosition.grouped(ledger.rows) { $0.scope.text }
    #expect(position["west-africa"]?.funded(on: .recorded).book == 0)
    #expect(position["mali"]?.funded(on: .recorded).book == 300)
  }

  @Test func `nothing moves before it is in the funding records`() throws {
    var ledger = try ledger("100 USD") { $0.recorded = day("2018-01-03") }
    let early = try ledger.post(
      "2017-12-20", allocating("A1", "mali", "40 USD") { $0.year = year(2017) })
    #expect(early.days == ["2018-01-03 allocated"])
    #expect(early.rows.first == "allocated 2018-01-03 west-africa 2017 sdc softly A1 -40.00 USD")
    let late = try ledger.post(
      "2018-01-04", allocating("A1", "mali", "40 USD") { $0.year = year(2017) })
    #expect(late.days == ["2018-01-04 allocated"])
  }

  @Test func `unearmarked money may go anywhere`() throws {
    var ledger = try ledger("100 USD", "unearmarked")
    let posted = try ledger.post("2017-12-20", allocating("A1", "mali/health/clinics", "40 USD"))
    #expect(posted.rows.first == "allocated 2017-12-20 global 2017 sdc unearmarked A1 -40.00 USD")
  }
}

@Suite struct ExpenditureRuleTests {
  @Test func `XOF 5,600,000 at 560 are spent leg by leg`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post("2017-09-07", spending(nil, "mali/health", "5,600,000 XOF"))
    #expect(posted.days == ["2017-09-07 spent"])
    #expect(
      posted.legs == [
        "debit expense:programme 5,600,000 XOF [10,000.00] in general, mali/health 2017",
        "credit asset:bank 5,600,000 XOF [10,000.00] in general, mali/health 2017",
      ])
    #expect(posted.rows == ["spent 2017-09-07 mali/health 2017 5,600,000 XOF [10,000.00]"])
  }

  @Test func `an agreement's money is spent in its fund, from what is owed as well`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "1,000 USD", "earmarked mali"))
    let posted = try ledger.post(
      "2017-12-01",
      spending("A1", "mali/health", "90 USD") {
        $0.source = .payables
        $0.account = account("expense:partners")
        $0.year = year(2018)
      })
    #expect(
      posted.legs == [
        "debit expense:partners 90.00 USD in A1, A1 mali/health 2018",
        "credit liability:payables 90.00 USD in A1, A1 mali/health 2018",
      ])
    #expect(posted.rows == ["spent 2017-12-01 mali/health 2018 sdc A1 90.00 USD"])
  }

  private func ledger(holding amount: String) throws -> SampleLedger {
    var ledger = try SampleLedger(rates: [
      ("2017-06-01", "XOF 550 per USD"), ("2017-09-01", "XOF 560 per USD"),
    ])
    try ledger.post("2017-06-01", .opening(Opening(.bank, amount: try money(amount))))
    return ledger
  }

  @Test func `foreign cash leaves at its average carrying, the difference is a loss`() throws {
    var ledger = try ledger(holding: "11,200,000 XOF")
    let posted = try ledger.post("2017-09-07", spending(nil, "mali", "5,600,000 XOF"))
    #expect(
      posted.legs == [
        "debit expense:programme 5,600,000 XOF [10,000.00] in general, mali 2017",
        "credit net-asset:exchange 5,600,000 XOF [10,000.00] in general, mali 2017",
        "debit net-asset:exchange 5,600,000 XOF [10,181.82] in general, mali 2017",
        "debit expense:exchange 181.82 USD in general, mali 2017",
        "credit net-asset:exchange 181.82 USD in general, mali 2017",
        "credit asset:bank 5,600,000 XOF [10,181.82] in general, mali 2017",
      ])
    #expect(ledger.book.cash.values.map(\.carryingBook) == [1_018_182])
  }

  @Test func `what cash does not cover leaves at the day's rate`() throws {
    var ledger = try ledger(holding: "2,800,000 XOF")
    let posted = try ledger.post("2017-09-07", spending(nil, "mali", "5,600,000 XOF"))
    #expect(
      posted.legs.last
        == "credit asset:bank 5,600,000 XOF [10,090.91] in general, mali 2017")
    let overdrawn = try #require(ledger.book.cash.values.first)
    #expect(overdrawn.amount == -2_800_000 && overdrawn.carryingBook == -500_000)
  }

  @Test func `emptied, an account is carried at nothing`() throws {
    var ledger = try ledger(holding: "1,000 XOF")
    for amount in ["333 XOF", "333 XOF", "334 XOF"] {
      try ledger.post("2017-09-07", spending(nil, "mali", amount))
    }
    #expect(ledger.book.cash.values.map(\.amount) == [0])
    #expect(ledger.book.cash.values.map(\.carryingBook) == [0])
  }

  @Test func `an account filled after it was overdrawn dearly is spent at the day's rate`() throws {
    var ledger = try SampleLedger(rates: [
      ("2017-06-01", "CHF 0.500 per USD"), ("2017-07-01", "CHF 1.000 per USD"),
    ])
    try ledger.post("2017-06-01", spending(nil, "mali", "100 CHF"))
    try ledger.post("2017-07-01", .opening(Opening(.bank, amount: try money("150 CHF"))))
    #expect(ledger.book.cash.values.map(\.carryingBook) == [-5_000])
    let posted = try ledger.post("2017-07-02", spending(nil, "mali", "50 CHF"))
    #expect(posted.legs.last == "credit asset:bank 50.00 CHF [50.00] in general, mali 2017")
  }
}
