import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct MatchRuleTests {
  /// Francs at 0.999, then at 0.984.
  private func ledger(_ amount: String = "400,000 CHF") throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, "earmarked mali"), id: "A1")
    return ledger
  }

  @Test func `money that nobody can name waits in the general fund`() throws {
    var ledger = try ledger()
    let posted = try ledger.post("2017-11-10", arriving("U1", "100,000 USD"))
    #expect(posted.days == ["2017-11-10 unidentified"])
    #expect(
      posted.legs == [
        "debit asset:bank 100,000.00 USD in general, U1",
        "credit liability:unapplied 100,000.00 USD in general, U1",
      ])
    #expect(posted.rows.isEmpty)
  }

  @Test func `found to settle francs, dollars leave the general fund and all of them settle`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-11-10", arriving("U1", "101,000 USD"))
    let posted = try ledger.post("2017-11-20", matching("U1", "A1", "100,000 CHF"))
    #expect(posted.days == ["2017-11-20 matched", "2017-11-20 received"])
    #expect(
      posted.legs == [
        "debit liability:unapplied 101,000.00 USD in general, U1",
        "credit asset:bank 101,000.00 USD in general, U1",
        "debit asset:bank 101,000.00 USD in A1, A1",
        "credit net-asset:exchange 100,100.10 USD in A1, A1",
        "credit revenue:exchange 899.90 USD in A1, A1",
        "debit net-asset:exchange 100,000.00 CHF [100,100.10] in A1, A1",
        "credit asset:receivable 100,000.00 CHF [100,100.10] in A1, A1/1 mali 2017",
      ])
    #expect(
      posted.rows == [
        "received 2017-11-20 mali 2017 sdc earmarked A1 100,000.00 CHF [100,100.10]"
      ])
    #expect(throws: Fault(.matchExceeds, "1.00 CHF", "0.00 USD", "U1")) {
      try ledger.post("2017-11-21", matching("U1", "A1", "1 CHF"))
    }
  }

  @Test func `of money in another currency as much is used as the match says, the rest waits on`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-11-10", arriving("U1", "101,000 USD"))
    let first = try ledger.post(
      "2017-11-20", matching("U1", "A1", "100,000 CHF", bank: "100,500 USD"))
    #expect(
      first.legs == [
        "debit liability:unapplied 100,500.00 USD in general, U1",
        "credit asset:bank 100,500.00 USD in general, U1",
        "debit asset:bank 100,500.00 USD in A1, A1",
        "credit net-asset:exchange 100,100.10 USD in A1, A1",
        "credit revenue:exchange 399.90 USD in A1, A1",
        "debit net-asset:exchange 100,000.00 CHF [100,100.10] in A1, A1",
        "credit asset:receivable 100,000.00 CHF [100,100.10] in A1, A1/1 mali 2017",
      ])
    #expect(throws: Fault(.matchExceeds, "500.01 USD", "500.00 USD", "U1")) {
      try ledger.post("2017-11-21", matching("U1", "A1", "500 CHF", bank: "500.01 USD"))
    }
    // What is left is a cent short of nothing, and the last takes all of it.
    try ledger.post("2017-11-21", matching("U1", "A1", "499 CHF", bank: "499.99 USD"))
    let last = try ledger.post("2017-11-22", matching("U1", "A1", "0.01 CHF"))
    #expect(last.legs.first == "debit liability:unapplied 0.01 USD in general, U1")
    let left = Balances(of: ledger.entries) { $0.account == .unapplied ? $0.account : nil }
    #expect(left.areZero)
  }

  @Test func `of francs that settle dollars a share of what they are carried at is used`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "60,000 USD", "earmarked mali"), id: "A1")
    try ledger.post("2017-11-10", arriving("U1", "50,000 CHF"))
    let posted = try ledger.post(
      "2017-12-20", matching("U1", "A1", "30,000 USD", bank: "29,970 CHF"))
    #expect(
      posted.legs == [
        "debit liability:unapplied 29,970.00 CHF [30,000.00] in general, U1",
        "credit asset:bank 29,970.00 CHF [30,000.00] in general, U1",
        "debit asset:bank 29,970.00 CHF [30,000.00] in A1, A1",
        "credit net-asset:exchange 29,970.00 CHF [30,000.00] in A1, A1",
        "debit net-asset:exchange 30,000.00 USD in A1, A1",
        "credit asset:receivable 30,000.00 USD in A1, A1/1 mali 2017",
      ])
  }

  @Test func `in one currency as much is taken as it settles, the last takes the rest`() throws {
    var ledger = try ledger("100,000 CHF")
    try ledger.post("2017-11-10", arriving("U1", "50,000 CHF"))
    let first = try ledger.post("2017-11-20", matching("U1", "A1", "20,000 CHF"))
    let last = try ledger.post("2017-12-20", matching("U1", "A1", "30,000 CHF"))
    let unapplied = [first, last].map(\.legs.first)
    #expect(
      unapplied == [
        "debit liability:unapplied 20,000.00 CHF [20,020.02] in general, U1",
        "debit liability:unapplied 30,000.00 CHF [30,030.03] in general, U1",
      ])
    let left = Balances(of: ledger.entries) { $0.account == .unapplied ? $0.account : nil }
    #expect(left.areZero)
    #expect(ledger.book.cash.values.map(\.carryingBook).reduce(0, +) == 5_005_005)
  }

  @Test func `among other francs it leaves at what the books carry, the rest is exchange`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-10", arriving("U1", "100,000 CHF"))
    try ledger.post("2017-12-18", .opening(Opening(.bank, amount: try money("100,000 CHF"))))
    let posted = try ledger.post("2017-12-20", matching("U1", "A1", "100,000 CHF"))
    #expect(
      posted.legs.prefix(6) == [
        "debit liability:unapplied 100,000.00 CHF [100,100.10] in general, U1",
        "credit net-asset:exchange 100,000.00 CHF [100,100.10] in general, U1",
        "debit net-asset:exchange 100,000.00 CHF [100,863.06] in general, U1",
        "debit expense:exchange 762.96 USD in general, U1",
        "credit net-asset:exchange 762.96 USD in general, U1",
        "credit asset:bank 100,000.00 CHF [100,863.06] in general, U1",
      ])
  }

  @Test func `reversed, a match leaves the money to be named again`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-10", arriving("U1", "100,000 CHF"), id: "U1")
    try ledger.post("2017-11-20", matching("U1", "A1", "100,000 CHF"), id: "M1")
    #expect(throws: Fault(.reversalDependants, "U1", "M1")) {
      try ledger.post("2017-11-21", reversing("U1"))
    }
    try ledger.post("2017-11-21", reversing("M1"))
    try ledger.post("2017-11-22", matching("U1", "A1", "100,000 CHF"), id: "M2")
    try ledger.post("2017-11-23", reversing("M2"))
    try ledger.post("2017-11-24", reversing("U1"))
    #expect(ledger.book.cash.values.allSatisfy { $0.amount == 0 && $0.carryingBook == 0 })
  }
}
