import Bookkeeping
import Funding
import Monetary
import SeededRandom
import Testing

@testable import TestSupport

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1),
    ("1969-12-31T23:59:59.999999Z", -1), ("2017-11-28T09:30:00Z", 1_511_861_400_000_000),
    ("2017-11-28T09:30:00.5Z", 1_511_861_400_500_000),
    ("2016-02-29T23:59:59Z", 1_456_790_399_000_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
    ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
  ])
  func `an instant is read as microseconds in UTC`(text: String, microseconds: Int64) {
    #expect(Instant(text)?.microseconds == microseconds)
  }

  @Test(arguments: [
    "", "2017-11-28", "2017-11-28T09:30Z", "2017-11-28 09:30:00Z", "2017-11-28t09:30:00z",
    "2017-11-28T09:30:00", "2017-11-28T09:30:00+00:00", "2017-11-28T24:00:00Z",
    "2017-11-28T09:60:00Z", "2017-11-28T23:59:60Z", "2017-02-30T09:30:00Z", "2017-11-28T09:30:00.Z",
    "2017-11-28T09:30:00.1234567Z", "2017-11-28T09:30:00,5Z", "2017-11-28T09:30:0aZ",
    "0000-01-01T00:00:00Z", "2017-11-28T09:30:00ZZ", " 2017-11-28T09:30:00Z",
    "２017-11-28T09:30:00Z",
    "2017-11-28T09:30:00.-5Z",
  ])
  func `anything else is none`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `what is written is read again`() {
    var random = Seeded(1)
    for _ in 0..<500 {
      let instant = Instant(
        microseconds: Int64.random(
          in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
      #expect(Instant(instant.description) == instant)
    }
    #expect(Instant("2017-11-28T09:30:00.500Z")?.description == "2017-11-28T09:30:00.500000Z")
    #expect(Instant("2017-11-28T09:30:00Z")?.description == "2017-11-28T09:30:00Z")
  }

  @Test func `a day begins at midnight and lasts to the last microsecond`() throws {
    let start = Instant(startOf: day("1969-12-31"))
    #expect(start.date == day("1969-12-31"))
    #expect(Instant(microseconds: start.microseconds - 1).date == day("1969-12-30"))
    #expect(
      Instant(microseconds: start.microseconds + 86_400_000_000 - 1).date == day("1969-12-31"))
    #expect(start < Instant(startOf: day("1970-01-01")))
  }

  @Test func `beyond the calendar an instant is its end`() {
    #expect(Instant(microseconds: .max).description == "9999-12-31T23:59:59.999999Z")
    #expect(Instant(microseconds: .min).description == "0001-01-01T00:00:00Z")
  }
}

@Suite struct FactIDTests {
  @Test(arguments: ["R17", "A0309", "C1/1", "receipt:5f0c", "in-kind-used:1-2"])
  func `a reference, or a keyword and a number made from the content, names a fact`(text: String) {
    #expect(FactID(text)?.text == text)
  }

  @Test(arguments: [
    "", ":", "receipt:", ":5f0c", "a:b:c", "R 17", "R,17", "Ä",
  ])
  func `anything else names none`(text: String) {
    #expect(FactID(text) == nil)
  }
}

@Suite struct FactTests {
  @Test func `a fact is posted on its own day unless it says another`() throws {
    let event = try signing("A", "1 USD")
    #expect(Fact(day("2017-11-02"), event).posted == day("2017-11-02"))
    let late = Fact(day("2017-11-02"), event, provenance: Provenance(posted: day("2017-12-01")))
    #expect(late.posted == day("2017-12-01"))
  }

  @Test func `it was entered when it says, else when it was recorded, else on its day`() throws {
    let recorded = try signing("A", "1 USD") { $0.recorded = day("2018-01-03") }
    let instant = try #require(Instant("2017-11-05T08:00:00Z"))
    #expect(
      Fact(day("2017-11-02"), recorded, provenance: Provenance(entered: instant)).entered == instant
    )
    #expect(Fact(day("2017-11-02"), recorded).entered == Instant(startOf: day("2018-01-03")))
    #expect(
      Fact(day("2017-11-02"), try signing("A", "1 USD")).entered
        == Instant(startOf: day("2017-11-02")))
    var amendment = Amendment(reference("A/1"))
    amendment.recorded = day("2018-02-01")
    #expect(Fact(day("2017-11-02"), .amendment(amendment)).recorded == day("2018-02-01"))
  }

  @Test func `a fact mentions its own reference first, an amendment all that stand before a slash`()
    throws
  {
    let agreement = try signing("A", "1 USD") { $0.pledge = reference("P") }
    #expect(Fact(day("2017-11-02"), agreement).mentions == [reference("A"), reference("P")])
    let amendment = Fact(day("2017-11-02"), .amendment(Amendment(reference("C/1/2"))))
    #expect(amendment.mentions.map(\.text) == ["C/1/2", "C/1", "C"])
    let entry = try entering(
      (.debit, "asset:bank", "1 USD", "B"), (.credit, "asset:bank", "1 USD", "A"),
      (.debit, "asset:bank", "1 USD", "general"), (.credit, "asset:bank", "1 USD", "B"))
    #expect(Fact(day("2017-11-02"), entry).mentions.map(\.text) == ["A", "B"])
    #expect(Fact(day("2017-11-02"), reversing("A")).mentions.isEmpty)
    #expect(Fact(day("2017-11-02"), try spending(nil, "mali", "1 USD")).reference == nil)
  }
}
