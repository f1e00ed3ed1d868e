import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct CofinancingTests {
  /// Switzerland signs USD 100, of which Sweden gives 30 for health and 10 for Mali.
  private func ledger(pledge: String? = nil) throws -> SampleLedger {
    var ledger = try SampleLedger()
    for (name, giver) in [("P1", "sdc"), ("P2", "sweden"), ("P3", "japan")] {
      try ledger.post("2017-11-01", pledging(name, "50 USD", by: giver))
    }
    try ledger.post(
      "2017-11-02",
      signing("A1", "100 USD", "earmarked mali") {
        $0.parts = try [
          part(2017, "60 USD"), part(2017, "30 USD", "tightly mali/health", by: "sweden"),
          part(2017, "10 USD", by: "sweden"),
        ]
        $0.pledge = pledge.map(reference)
      }, id: "A1")
    return ledger
  }

  /// Two donors whose parts reach lines of their own.
  private func apart(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "100 USD", "earmarked niger") {
        $0.parts = try [
          part(2017, "60 USD"), part(2017, "40 USD", "earmarked mali", by: "sweden"),
        ]
        try change(&$0)
      })
    return ledger
  }

  private func receiving(_ amount: String, _ part: PartSelector) throws -> Event {
    try TestSupport.receiving("A1", amount) { $0.part = part }
  }

  @Test func `each row of a part is its donor's, and each donor gives one contribution a part`()
    throws
  {
    var ledger = try ledger()
    let agreed = try #require(ledger.posted.first { $0.id == name("A1") })
    #expect(
      agreed.rows.filter { $0.hasPrefix("signed") } == [
        "signed 2017-11-02 mali 2017 sdc earmarked A1 +1 60.00 USD",
        "signed 2017-11-02 mali/health 2017 sweden tightly A1 +1 30.00 USD",
        "signed 2017-11-02 mali 2017 sweden earmarked A1 +1 10.00 USD",
      ])
    let moved = try ledger.post(
      "2017-11-03",
      allocating("A1", "mali/education", "10 USD") {
        $0.part = PartSelector(year: year(2017), donor: donor("sweden"))
      })
    #expect(
      moved.rows == [
        "allocated 2017-11-03 mali 2017 sweden earmarked A1 -10.00 USD",
        "allocated 2017-11-03 mali/education 2017 sweden earmarked A1 10.00 USD",
      ])
    let received = try ledger.post(
      "2017-11-04",
      receiving(
        "4 USD", PartSelector(year: year(2017), scope: scope("mali"), donor: donor("sweden"))))
    #expect(
      received.rows == [
        "received 2017-11-04 mali 2017 sweden earmarked A1 4.00 USD",
        "received-allocated 2017-11-04 mali 2017 sweden earmarked A1 -4.00 USD",
        "received-allocated 2017-11-04 mali/education 2017 sweden earmarked A1 4.00 USD",
      ])
    let carried = try ledger.post("2017-12-31", carrying("A1", "mali/education", "2 USD"))
    #expect(
      carried.rows == ["carried-in 2017-12-31 mali/education 2018 sweden earmarked A1 2.00 USD"])
  }

  @Test func `a part is named by its donor as the agreement names it`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-03", .merge(DonorMerge(donor("sweden"), into: donor("france"))))
    let open = PartSelector(year: year(2017), donor: donor("sweden"))
    #expect(
      throws: Fault(.receiptExceedsPart, "40.01 USD", "40.00 USD", "A1", "2017 by sweden")
    ) {
      try ledger.post("2017-11-04", receiving("40.01 USD", open))
    }
    try ledger.post("2017-11-04", receiving("40 USD", open))
    let parts = try #require(ledger.book.agreements[reference("A1")]).parts
    #expect(parts.map(\.received) == [0, 3_000, 1_000])
    #expect(throws: Fault(.partUnknown, "A1", "2017 mali by france")) {
      try ledger.post(
        "2017-11-04",
        receiving(
          "1 USD", PartSelector(year: year(2017), scope: scope("mali"), donor: donor("france"))))
    }
  }

  @Test(arguments: [("P1", 0), ("P2", 1_000)])
  func `a pledge is taken up by what its donor gives`(pledge: String, left: Int64) throws {
    let ledger = try ledger(pledge: pledge)
    #expect(ledger.book.pledges[reference(pledge)]?.outstanding == left)
  }

  @Test func `a pledge of a donor that gives nothing is not taken up`() throws {
    #expect(throws: Fault(.pledgeDonor, "P3", "japan", "sdc, sweden")) {
      try self.ledger(pledge: "P3")
    }
    var ledger = try ledger()
    #expect(throws: Fault(.pledgeDonor, "P1", "sdc", "sweden")) {
      try ledger.post(
        "2017-11-03",
        signing("A2", "1 USD") {
          $0.parts = [try part(2017, "1 USD", by: "sweden")]
          $0.pledge = reference("P1")
        })
    }
  }

  @Test
  func `what is spent is the lead's unless the parts that reach the line are another's alone`()
    throws
  {
    var ledger = try apart {
      $0.support = SupportRate(percent: try ExactDecimal(parsing: "10"), base: .onDirect)
    }
    let own = try ledger.post("2017-12-01", spending("A1", "niger", "1 USD"))
    #expect(
      own.rows == [
        "spent 2017-12-01 niger 2017 sdc A1 1.00 USD",
        "supported 2017-12-01 niger 2017 sdc A1 0.10 USD",
      ])
    let other = try ledger.post("2017-12-01", spending("A1", "mali/health", "1 USD"))
    #expect(
      other.rows == [
        "spent 2017-12-01 mali/health 2017 sweden A1 1.00 USD",
        "supported 2017-12-01 mali/health 2017 sweden A1 0.10 USD",
      ])
    try ledger.post(
      "2017-12-02",
      amending("A1/1", "+1 USD") { $0.parts = [try part(2017, "+1 USD", "tightly mali/health")] })
    let shared = try ledger.post("2017-12-03", spending("A1", "mali/health", "1 USD"))
    #expect(shared.rows[0] == "spent 2017-12-03 mali/health 2017 sdc A1 1.00 USD")
  }

  @Test func `an obligation stays with its donor when others come to reach its line`() throws {
    var ledger = try apart()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "5 USD"), id: "O1")
    try ledger.post("2017-12-02", amending("A1/1") { $0.earmark = earmark("earmarked mali") })
    let paid = try ledger.post(
      "2017-12-03", spending("A1", "mali/health", "2 USD") { $0.obligation = name("O1") })
    #expect(
      paid.rows == [
        "spent 2017-12-03 mali/health 2017 sdc A1 2.00 USD",
        "obligated 2017-12-03 mali/health 2017 sweden A1 -2.00 USD",
      ])
    let undone = try ledger.post("2017-12-04", reversing("O1"))
    #expect(undone.rows == ["obligated 2017-12-04 mali/health 2017 sweden A1 -3.00 USD"])
  }

  @Test func `an amendment tells parts apart by donor, and adds those of donors that are new`()
    throws
  {
    var ledger = try ledger()
    #expect(throws: Fault(.amendmentParts, "A1/1")) {
      try ledger.post(
        "2017-12-01",
        amending("A1/1", "+5 USD") { $0.parts = [try part(2017, "+5 USD", "earmarked mali")] })
    }
    let raised = try ledger.post(
      "2017-12-01",
      amending("A1/1", "+7 USD") {
        $0.parts = try [
          part(2017, "+5 USD", "earmarked mali", by: "sweden"),
          part(2017, "-1 USD", "earmarked mali", by: "sdc"), part(2018, "+2 USD", by: "japan"),
          part(2018, "+1 USD"),
        ]
      })
    #expect(
      raised.rows.filter { $0.hasPrefix("recorded") } == [
        "recorded 2017-12-01 mali 2017 sdc earmarked A1 -1.00 USD",
        "recorded 2017-12-01 mali 2018 sdc earmarked A1 +1 1.00 USD",
        "recorded 2017-12-01 mali 2017 sweden earmarked A1 5.00 USD",
        "recorded 2017-12-01 mali 2018 japan earmarked A1 +1 2.00 USD",
      ])
    let givers = ["sdc", "sweden", "sweden", "japan", "sdc"].map(donor)
    #expect(ledger.book.agreements[reference("A1")]?.parts.map(\.donor) == givers)
    #expect(ledger.book.donors(ofPartsIn: name("A1")) == givers)
  }

  @Test func `who gave the parts of an agreement is known when it is reversed`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-03", reversing("A1"), id: "V1")
    try ledger.post("2017-11-04", signing("A1", "5 USD", by: "japan"), id: "A1-again")
    #expect(ledger.book.donors(ofPartsIn: name("A1")) == ["sdc", "sweden", "sweden"].map(donor))
    #expect(ledger.book.donors(ofPartsIn: name("A1-again")) == [donor("japan")])
    #expect(ledger.book.donors(ofPartsIn: name("V1")) == [])
  }
}
