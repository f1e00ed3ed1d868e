import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct ObligationRuleTests {
  private func ledger(_ amount: String = "100 USD") throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, "earmarked mali"), id: "A1")
    return ledger
  }

  private func paying(_ amount: String, on obligation: String = "O1") throws -> Event {
    try spending("A1", "mali/health", amount) { $0.obligation = name(obligation) }
  }

  private func available(in ledger: SampleLedger) throws -> Int128 {
    try #require(ledger.book.agreements[reference("A1")]).available(from: day("2017-12-31"))
  }

  @Test func `an obligation is posted at its line and kept back`() throws {
    var ledger = try ledger()
    let posted = try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"))
    #expect(posted.days == ["2017-12-01 obligated"])
    #expect(
      posted.legs == [
        "debit memorandum:obligations 60.00 USD in memorandum, A1 mali/health 2017",
        "credit memorandum:obligations-open 60.00 USD in memorandum, A1 mali/health 2017",
      ])
    #expect(posted.rows == ["obligated 2017-12-01 mali/health 2017 sdc A1 60.00 USD"])
    #expect(try available(in: ledger) == 4_000)
    #expect(throws: Fault(.useExceeds, "40.01 USD", "40.00 USD", "A1")) {
      try ledger.post("2017-12-02", spending("A1", "mali/health", "40.01 USD"))
    }
  }

  @Test func `what is paid out on it is owed no longer, and leaves as much for others`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"), id: "O1")
    let posted = try ledger.post("2017-12-02", paying("25 USD"))
    #expect(posted.days == ["2017-12-02 spent", "2017-12-02 disbursed"])
    #expect(
      posted.legs.suffix(2) == [
        "credit memorandum:obligations 25.00 USD in memorandum, A1 mali/health 2017",
        "debit memorandum:obligations-open 25.00 USD in memorandum, A1 mali/health 2017",
      ])
    #expect(posted.rows.last == "obligated 2017-12-02 mali/health 2017 sdc A1 -25.00 USD")
    #expect(try available(in: ledger) == 4_000)
  }

  @Test func `another line and an earlier day are both told, a line that is not there once`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"), id: "O1")
    let early = Fault(.obligationDate, "2017-11-30", "O1", "2017-12-01")
    func faults(at line: String) throws -> [Fault] {
      let payment = try spending("A1", line, "25 USD") { $0.obligation = name("O1") }
      return #expect(throws: Faults.self) { try ledger.post("2017-11-30", payment) }?.all ?? []
    }
    #expect(
      try faults(at: "mali/education") == [
        Fault(.obligationLine, "O1", "mali/health", "mali/education"), early,
      ])
    #expect(try faults(at: "nowhere") == [Fault(.scopeUnknown, "nowhere"), early])
  }

  @Test func `more than it may be paid out while there is money, and no more is released`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"), id: "O1")
    let posted = try ledger.post("2017-12-02", paying("100 USD"))
    #expect(posted.rows.last == "obligated 2017-12-02 mali/health 2017 sdc A1 -60.00 USD")
    #expect(try available(in: ledger) == 0)
  }

  @Test func `in another currency it is paid out by what both are worth`() throws {
    var ledger = try ledger("100,000 USD")
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "5,600,000 XOF"), id: "O1")
    let posted = try ledger.post("2017-12-02", paying("2,500 USD"))
    #expect(
      posted.rows.last == "obligated 2017-12-02 mali/health 2017 sdc A1 -1,400,000 XOF [-2,500.00]")
    let last = try ledger.post("2017-12-03", paying("4,200,000 XOF"))
    #expect(
      last.rows.last == "obligated 2017-12-03 mali/health 2017 sdc A1 -4,200,000 XOF [-7,500.00]")
  }

  @Test func `reversed, it gives back what was not paid out`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"), id: "O1")
    try ledger.post("2017-12-02", paying("25 USD"), id: "X1")
    let undone = try ledger.post("2017-12-03", reversing("O1"))
    #expect(undone.rows == ["obligated 2017-12-03 mali/health 2017 sdc A1 -35.00 USD"])
    #expect(try available(in: ledger) == 7_500)
    let unspent = try ledger.post("2017-12-04", reversing("X1"))
    #expect(unspent.rows == ["spent 2017-12-04 mali/health 2017 sdc A1 -25.00 USD"])
    #expect(try available(in: ledger) == 10_000)
    #expect(throws: Fault(.obligationUnknown, "O1", "A1")) {
      try ledger.post("2017-12-05", paying("1 USD"))
    }
  }

  @Test func `a payment reversed is owed again`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", obliging("A1", "mali/health", "60 USD"), id: "O1")
    try ledger.post("2017-12-02", paying("25 USD"), id: "X1")
    let undone = try ledger.post("2017-12-04", reversing("X1"))
    #expect(undone.rows.last == "obligated 2017-12-04 mali/health 2017 sdc A1 25.00 USD")
    #expect(try available(in: ledger) == 4_000)
  }
}
