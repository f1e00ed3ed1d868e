import Bookkeeping
import Diagnostics
import Monetary
import Testing

@testable import TestSupport

@testable import Funding

@Suite struct DonorRegisterTests {
  @Test(arguments: [
    ("Nobody Known", "nobody-known"), ("Côte d'Ivoire", "cote-divoire"), ("  A&B (3) ", "a-b-3"),
    ("Österreich", "osterreich"), ("Ærø", "aero"), ("日本", "donor"), ("", "donor"), ("sdc", "sdc"),
  ])
  func `a name suggests a code that can be`(name: String, code: String) {
    #expect(DonorID(suggestedBy: name).text == code)
    #expect(DonorID(code) != nil)
  }

  @Test func `a donor who is not known is told as a text would declare one`() {
    #expect(Fault(unknownDonor: "sdc").values == ["sdc", "sdc", "NAME"])
    #expect(
      Fault(unknownDonor: #"The "Fund""#).values == [
        #"The "Fund""#, "the-fund", #"The \"Fund\""#,
      ])
  }

  @Test func `a merged donor is the other one, through any number of merges`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan")
    try donors.merge("japan", into: "france")
    #expect(donors.resolved(donor("sdc")) == donor("france"))
    #expect(donors.resolved(donor("sweden")) == donor("sweden"))
    #expect(donors.all.map(\.id.text) == ["france", "sweden"])
    #expect(donors.donor(donor("sdc"))?.id == donor("sdc"))
    #expect(donors.name(of: donor("nobody")) == "nobody")
  }

  @Test func `merges lead to one donor in whatever order they apply`() throws {
    let merges = [("sdc", "japan"), ("japan", "france"), ("sweden", "sdc")]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var donors = try SampleLedger().book.donors
      for index in order { try donors.merge(merges[index].0, into: merges[index].1) }
      #expect(donors.all.map(\.id.text) == ["france"])
    }
  }

  @Test func `a loop of merges is refused where it would close`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan")
    try donors.merge("japan", into: "france")
    #expect(throws: Faults(Fault(.donorMerge, "france", "sdc", "france"))) {
      try donors.merge("france", into: "sdc")
    }
  }

  @Test func `donors are two until the day of their merge, and one from that day on`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan", on: "2017-06-01")
    #expect(donors.asOf(day("2017-05-31")).resolved(donor("sdc")) == donor("sdc"))
    #expect(donors.asOf(day("2017-06-01")).resolved(donor("sdc")) == donor("japan"))
  }

  @Test func `a merge that was not known yet is not made`() throws {
    var donors = try SampleLedger().book.donors
    let entered = Instant(startOf: day("2017-09-01"))
    try donors.merge("sdc", into: "japan", on: "2017-06-01", entered: entered)
    let before = Instant(microseconds: entered.microseconds - 1)
    #expect(donors.asOf(day("2018-01-01"), known: before).resolved(donor("sdc")) == donor("sdc"))
    #expect(donors.asOf(day("2018-01-01"), known: entered).resolved(donor("sdc")) == donor("japan"))
  }

  @Test func `a later merge of the other donor leaves an earlier one standing`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("japan", into: "france", on: "2017-09-01")
    try donors.merge("sdc", into: "japan", on: "2017-06-01")
    #expect(donors.asOf(day("2017-07-01")).resolved(donor("sdc")) == donor("japan"))
    #expect(donors.resolved(donor("sdc")) == donor("france"))
  }

  @Test func `the group of a donor is itself and all that were merged into it`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan")
    #expect(donors.group(of: donor("sdc")) == [donor("sdc"), donor("japan")])
    #expect(donors.group(of: donor("france")) == [donor("france")])
    #expect(donors.group(of: donor("nobody")) == [donor("nobody")])
  }
}

extension DonorRegister {
  fileprivate mutating func merge(
    _ duplicate: String, into other: String, on date: String = "2017-01-01",
    entered: Instant? = nil
  ) throws(Faults) {
    let date = day(date)
    try merge(
      DonorMerge(TestSupport.donor(duplicate), into: TestSupport.donor(other)), on: date,
      entered: entered ?? Instant(startOf: date))
  }
}
