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

  @Test func `a donor that was not known yet is none of an earlier instant's`() throws {
    let (early, late) = (instant("2017-01-01T00:00:00Z"), instant("2018-01-01T00:00:00Z"))
    var register = DonorRegister()
    try register.add(Donor(donor("a"), name: "A"), learnt: early)
    try register.add(Donor(donor("b"), name: "B"), learnt: late)
    try register.add(Donor(donor("c"), name: "C"))
    let codes = [early, late].map { known in
      register.asOf(day("2019-01-01"), known: known).declared.map(\.id.text)
    }
    #expect(codes == [["a", "c"], ["a", "b", "c"]])
    #expect(register.asOf(day("2016-01-01")).declared.count == 3)
  }

  /// What is shared by donors called `a`, `b` and so on, in the order of their names and aliases.
  private func shared(
    _ names: [[String]], merging merge: (String, String)? = nil
  ) throws -> [SharedName] {
    var register = DonorRegister()
    let donors = zip(["a", "b", "c"], names).map { code, names in
      Donor(donor(code), name: names[0], aliases: Array(names.dropFirst()))
    }
    for donor in donors { try register.add(donor) }
    if let merge { try register.merge(merge.0, into: merge.1) }
    return register.sharedNames(in: donors)
  }

  @Test func `a name that two donors bear is told, and whether one of them only goes by it`() throws
  {
    func names(
      _ first: String, _ second: String, _ name: String, isOfBoth: Bool = false,
      isAliasOfSecond: Bool = true
    ) -> SharedName {
      SharedName(
        name: name, first: donor(first), second: donor(second), isOfBoth: isOfBoth,
        isAliasOfSecond: isAliasOfSecond)
    }
    #expect(try shared([["Japan", "Nippon"], ["Norway", "Norge"]]) == [])
    #expect(
      try shared([["Japan"], ["japan"]]) == [
        names("a", "b", "japan", isOfBoth: true, isAliasOfSecond: false)
      ])
    #expect(try shared([["Japan"], ["Norway", "JAPAN"]]) == [names("a", "b", "JAPAN")])
    #expect(try shared([["Japan"], ["Norway", " Japan "]]) == [names("a", "b", " Japan ")])
    #expect(
      try shared([["Aid Fund"], ["Norway", "aid  FUND"]]) == [names("a", "b", "aid  FUND")])
    #expect(
      try shared([["Japan", "X"], ["X"]]) == [names("a", "b", "X", isAliasOfSecond: false)])
    #expect(
      try shared([["Japan", "X", "Y"], ["Norway", "x", "y"], ["Chad", "Y"]]) == [
        names("a", "b", "x"), names("a", "c", "Y"),
      ])
  }

  @Test func `another donor's code is no alias, and may be a name`() throws {
    #expect(try shared([["Japan"], ["Norway", "A"]]).map(\.name) == ["A"])
    #expect(try shared([["Japan"], ["A"]]) == [])
    #expect(try shared([["A", "a"], ["Norway", "N"]]) == [])
  }

  @Test func `donors that are one share their names`() throws {
    let names = [["Japan", "J"], ["Nippon", "J"]]
    #expect(try shared(names, merging: ("b", "a")) == [])
    #expect(try shared(names).count == 1)
    #expect(try shared(names + [["Norway", "J"]], merging: ("b", "a")).map(\.second.text) == ["c"])
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
    #expect(throws: Fault(.donorMerge, "france", "sdc", "france")) {
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

  @Test func `a merge that was undone stands up to the day of its reversal`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan", on: "2017-06-01")
    donors.undo("sdc", into: "japan", on: "2017-09-01")
    #expect(donors.asOf(day("2017-08-31")).resolved(donor("sdc")) == donor("japan"))
    #expect(donors.asOf(day("2017-09-01")).resolved(donor("sdc")) == donor("sdc"))
    #expect(donors.resolved(donor("sdc")) == donor("sdc"))
    #expect(donors.group(of: donor("japan")) == [donor("japan")])
    #expect(donors.all.contains { $0.id == donor("sdc") })
  }

  @Test func `a reversal that was not known yet leaves the merge standing`() throws {
    var donors = try SampleLedger().book.donors
    let entered = Instant(startOf: day("2017-10-01"))
    try donors.merge("sdc", into: "japan", on: "2017-06-01")
    donors.undo("sdc", into: "japan", on: "2017-07-01", entered: entered)
    let before = Instant(microseconds: entered.microseconds - 1)
    #expect(donors.asOf(day("2018-01-01"), known: before).resolved(donor("sdc")) == donor("japan"))
    #expect(donors.asOf(day("2018-01-01"), known: entered).resolved(donor("sdc")) == donor("sdc"))
  }

  @Test func `of a chain of merges each is undone by itself, and the others stand`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan")
    try donors.merge("japan", into: "france")
    var withoutFirst = donors
    withoutFirst.undo("sdc", into: "japan", on: "2017-02-01")
    #expect(withoutFirst.group(of: donor("france")) == [donor("france"), donor("japan")])
    #expect(withoutFirst.group(of: donor("sdc")) == [donor("sdc")])
    donors.undo("japan", into: "france", on: "2017-02-01")
    #expect(donors.group(of: donor("japan")) == [donor("japan"), donor("sdc")])
    #expect(donors.group(of: donor("france")) == [donor("france")])
  }

  @Test func `what was undone may be merged anew, from the day of the reversal on`() throws {
    var donors = try SampleLedger().book.donors
    try donors.merge("sdc", into: "japan", on: "2017-06-01")
    donors.undo("sdc", into: "japan", on: "2017-09-01")
    #expect(throws: Fault(.donorMerge, "sdc", "france", "japan")) {
      try donors.merge("sdc", into: "france", on: "2017-08-31")
    }
    #expect(throws: Fault(.donorMerge, "japan", "sdc", "japan")) {
      try donors.merge("japan", into: "sdc", on: "2017-08-31")
    }
    try donors.merge("japan", into: "sdc", on: "2017-09-01")
    #expect(donors.resolved(donor("japan")) == donor("sdc"))
    #expect(donors.asOf(day("2017-08-31")).resolved(donor("sdc")) == donor("japan"))
    donors.undo("japan", into: "sdc", on: "2017-10-01")
    try donors.merge("sdc", into: "france", on: "2017-10-01")
    #expect(donors.resolved(donor("sdc")) == donor("france"))
    #expect(donors.asOf(day("2017-09-30")).resolved(donor("japan")) == donor("sdc"))
  }
}

extension DonorRegister {
  fileprivate mutating func merge(
    _ duplicate: String, into other: String, on date: String = "2017-01-01",
    entered: Instant? = nil
  ) throws(Fault) {
    let merge = DonorMerge(TestSupport.donor(duplicate), into: TestSupport.donor(other))
    try require(merge, on: day(date))
    add(merge, at: moment(date, entered))
  }

  fileprivate mutating func undo(
    _ duplicate: String, into other: String, on date: String, entered: Instant? = nil
  ) {
    let merge = DonorMerge(TestSupport.donor(duplicate), into: TestSupport.donor(other))
    undo(merge, at: moment(date, entered))
  }

  private func moment(_ date: String, _ entered: Instant?) -> Moment {
    Moment(day: day(date), entered: entered ?? Instant(startOf: day(date)))
  }
}
