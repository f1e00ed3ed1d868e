import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct StandingAgreementTests {
  @Test(arguments: BookLawTests.seeds)
  func `when all counts an agreement stands as the book has it`(seed: UInt64) throws {
    let book = try BookLawTests.life(seed).ledger.book
    for (reference, state) in book.agreements {
      #expect(book.standing(of: reference, asOf: .latest)?.state == state)
    }
  }

  @Test(arguments: BookLawTests.seeds)
  func `on every day what is agreed is settled, written off or open`(seed: UInt64) throws {
    let ledger = try BookLawTests.life(seed).ledger
    let days = Set(ledger.posted.map(\.fact.counted))
    for reference in ledger.book.agreements.keys {
      for day in days {
        guard let state = ledger.book.standing(of: reference, asOf: day)?.state else { continue }
        for part in state.parts {
          #expect(part.amount == part.received + part.writtenOff + part.open)
        }
      }
    }
  }

  @Test func `an agreement that was reversed stood before, and one that replaced it after`() throws
  {
    var ledger = try SampleLedger()
    try ledger.post("2017-03-01", try signing("A1", "100 USD", "earmarked mali"), id: "F1")
    try ledger.post("2017-03-02", reversing("F1"))
    try ledger.post("2017-03-04", try signing("A1", "70 USD", "earmarked niger"))
    let open = ["2017-02-28", "2017-03-01", "2017-03-03", "2017-03-04"].map {
      ledger.book.standing(of: reference("A1"), asOf: day($0))?.state.open
    }
    #expect(open == [nil, 100_00, nil, 70_00])
  }

  @Test func `what an amendment that does not count yet changed is as it was`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-03-01", try signing("A1", "100 USD", "earmarked mali"))
    try ledger.post("2017-03-05", try receiving("A1", "40 USD"))
    try ledger.post(
      "2017-03-10",
      try amending("A1/1", "+20 USD") {
        $0.earmark = earmark("earmarked niger")
        $0.ends = day("2018-12-31")
        $0.parts = [try part(2018, "20 USD", "earmarked chad")]
      })
    func written(_ date: String) -> [String] {
      let state = ledger.book.standing(of: reference("A1"), asOf: day(date))?.state
      return [state?.schedule.ends?.description ?? "open-ended"]
        + (state?.parts ?? []).map { "\($0.year) \($0.place) \($0.amount) \($0.open)" }
    }
    #expect(written("2017-03-09") == ["open-ended", "2017 mali 10000 6000"])
    #expect(
      written("2017-03-10") == ["2018-12-31", "2017 niger 10000 6000", "2018 chad 2000 2000"])
  }

  @Test func `what was due by an amendment that was not known does not come with a later one`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-03-01",
      try signing("A1", "100 USD", "earmarked mali") {
        $0.instalments = [Instalment(due: day("2017-06-01"), amount: try money("100 USD"))]
        $0.reports = [duty("2017-12-31", "final")]
      })
    let raise = try amending("A1/1", "+20 USD") {
      $0.instalments = [Instalment(due: day("2017-09-01"), amount: try money("120 USD"))]
      $0.reports = [duty("2018-03-31", "final")]
    }
    let late = Provenance(entered: Instant(endOf: day("2017-05-01")))
    try ledger.post(Fact(day("2017-03-10"), raise, provenance: late))
    let prolonging = try amending("A1/2") { $0.ends = day("2018-12-31") }
    let early = Provenance(entered: Instant(endOf: day("2017-04-01")))
    try ledger.post(Fact(day("2017-03-20"), prolonging, provenance: early))

    func schedule(known date: String) -> [String] {
      let schedule = ledger.book.standing(
        of: reference("A1"), asOf: .latest, known: Instant(endOf: day(date)))?.state.schedule
      return [schedule?.amount.description ?? "", schedule?.ends?.description ?? "open-ended"]
        + (schedule?.instalments ?? []).map { "\($0.due) \($0.amount)" }
        + (schedule?.reports ?? []).map(\.description)
    }
    #expect(
      schedule(known: "2017-04-15")
        == ["100.00 USD", "2018-12-31", "2017-06-01 100.00 USD", "2017-12-31 final"])
    #expect(
      schedule(known: "2017-05-15")
        == ["120.00 USD", "2018-12-31", "2017-09-01 120.00 USD", "2018-03-31 final"])
  }
}
