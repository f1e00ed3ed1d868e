import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct ListJournalTests {
  private func listings(
    _ ledger: WorkedLedger, _ narrow: (inout ListJournal) -> Void = { _ in }
  ) throws -> [JournalListing] {
    var request = ListJournal(to: day("2018-06-01"))
    narrow(&request)
    return try ledger.both().map { try request.listing(of: $0) }
  }

  @Test func `both days of a period belong to it`() throws {
    let ledger = try WorkedLedger()
    let periods = [
      ("2017-03-01", "2017-03-01", ["R1"]), ("2017-03-02", "2017-11-01", []),
      ("2017-11-02", "2017-11-02", ["A2", "A2"]),
    ]
    for (first, last, ids) in periods {
      let listings = try listings(ledger) { ($0.from, $0.to) = (day(first), day(last)) }
      for listing in listings { #expect(listing.items.map(\.id.text) == ids) }
    }
  }

  @Test(arguments: ["sdc", "Switzerland", "Swiss Agency"])
  func `a donor is found by its code, its name and its other names`(donor: String) throws {
    for listing in try listings(try WorkedLedger(), { $0.donor = donor }) {
      #expect(Set(listing.items.map(\.id.text)) == ["A2"])
      #expect(listing.items.count == 3)
    }
  }

  @Test func `an account's listing from a day on begins with what it held before`() throws {
    let ledger = try WorkedLedger()
    for (first, opening) in [("2017-03-01", 25_000_050), ("2017-03-02", 15_000_050)] {
      let listings = try listings(ledger) {
        ($0.account, $0.from) = (AccountFamily("asset:receivable"), day(first))
      }
      for listing in listings { #expect(listing.openingBook == Int128(opening)) }
    }
    let narrower = try listings(ledger) {
      ($0.account, $0.from, $0.agreement) = (AccountFamily("asset"), day("2017-03-02"), "A1")
    }
    #expect(narrower.map(\.openingBook) == [25_000_050, 25_000_050])
  }

  @Test
  func `entries that move no money are left out, counted, and shown where they are asked for`()
    throws
  {
    let ledger = try WorkedLedger()
    let all = try listings(ledger)
    let moving = try listings(ledger) { $0.showsMemorandum = false }
    for (whole, part) in zip(all, moving) {
      #expect(whole.omitted == 0 && part.omitted > 0)
      #expect(part.items.count + part.omitted == whole.items.count)
    }
    let budget = try listings(ledger) {
      ($0.account, $0.showsMemorandum) = (AccountFamily("budget"), false)
    }
    #expect(budget.allSatisfy { $0.omitted == 0 && !$0.items.isEmpty })
  }

  @Test func `an account, donor or agreement that is not there is refused with the one meant`()
    throws
  {
    let ledger = try WorkedLedger()
    let requests: [(FaultCode, String?, (inout ListJournal) -> Void)] = [
      (.accountUnknown, "asset:bank", { $0.account = AccountFamily("asset:bnak") }),
      (.donorUnknown, "japan", { $0.donor = "jpan" }),
      (.agreementUnknown, "A1", { $0.agreement = "A11" }),
    ]
    for (code, nearest, narrow) in requests {
      for form in try ledger.both() {
        var request = ListJournal(to: day("2018-06-01"))
        narrow(&request)
        do {
          _ = try request.listing(of: form)
          Issue.record("no refusal of \(code)")
        } catch let refusal as Refusal {
          #expect(refusal.diagnostics.map(\.fault.code) == [code])
          #expect(refusal.diagnostics[0].fault.nearest == nearest)
        }
      }
    }
  }

  @Test
  func `the last day belongs to it, the next one does not, and it is stamped with its last day`()
    throws
  {
    let ledger = try WorkedLedger()
    for (last, ids) in [("2017-11-01", [String]()), ("2017-11-02", ["A2", "A2"])] {
      for listing in try listings(ledger, { ($0.from, $0.to) = (day("2017-03-02"), day(last)) }) {
        #expect(listing.items.map(\.id.text) == ids)
        #expect(listing.stamp.asOf == day(last))
      }
    }
  }

  @Test func `a type of account is known to every ledger`() throws {
    for listing in try listings(try WorkedLedger(), { $0.account = AccountFamily("liability") }) {
      #expect(listing.items.isEmpty)
    }
  }

  private static let closings = """
    2017-12-05 close 2017-11
      id: C1
      entered: 2017-12-05T09:00:00Z

    2017-12-08 reopen 2017-11
      id: C2
      reason: "an invoice of November"
      entered: 2017-12-08T09:00:00Z

    2018-01-05 close 2017-12
      id: C3
      entered: 2018-01-05T09:00:00Z


    """

  @Test func `months that were closed and opened again are listed, with the reason`() throws {
    for listing in try listings(try WorkedLedger(Self.closings)) {
      #expect(listing.closings.map(\.id.text) == ["C1", "C2", "C3"])
      #expect(listing.closings.map(\.month) == ["2017-11", "2017-11", "2017-12"].map(month))
      #expect(listing.closings.map(\.reason) == [nil, "an invoice of November", nil])
    }
  }

  @Test(arguments: [
    ("2017-12-05", "2017-12-08", nil, ["C1", "C2"]), ("2017-12-06", "2018-01-04", nil, ["C2"]),
    ("2017-01-01", "2018-12-31", "2017-12-31T00:00:00Z", ["C1", "C2"]),
  ])
  func `they are listed on their days, as far as they were known`(
    from: String, to: String, known: String?, ids: [String]
  ) throws {
    let listings = try listings(try WorkedLedger(Self.closings)) {
      ($0.from, $0.to, $0.known) = (day(from), day(to), known.map(instant))
    }
    for listing in listings { #expect(listing.closings.map(\.id.text) == ids) }
  }

  @Test func `they move no account and are of no donor and no agreement`() throws {
    let ledger = try WorkedLedger(Self.closings)
    for narrow in [
      { $0.account = AccountFamily("asset") }, { $0.donor = "sdc" }, { $0.agreement = "A2" },
    ] as [(inout ListJournal) -> Void] {
      for listing in try listings(ledger, narrow) { #expect(listing.closings.isEmpty) }
    }
  }
}
