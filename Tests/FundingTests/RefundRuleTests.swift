import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct RefundRuleTests {
  /// A ledger in which CHF 400,000 were agreed at 0.999 and received; 0.984 from 11 December on.
  private func ledger(received amount: String = "400,000 CHF") throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post("2017-11-20", receiving("A1", amount), id: "R")
    return ledger
  }

  @Test func `CHF 30,000 are owed back at the due date's rate, a loss of 457.77`() throws {
    var ledger = try ledger()
    let posted = try ledger.post("2017-12-15", refunding("A1", "30,000 CHF"))
    #expect(
      posted.legs == [
        "debit revenue:refunds 30,000.00 CHF [30,030.03] in A1, A1/1 mali 2017",
        "credit net-asset:exchange 30,000.00 CHF [30,030.03] in A1, A1/1 mali 2017",
        "debit net-asset:exchange 30,000.00 CHF [30,487.80] in A1, A1/1 mali 2017",
        "debit expense:exchange 457.77 USD in A1, A1/1 mali 2017",
        "credit net-asset:exchange 457.77 USD in A1, A1/1 mali 2017",
        "credit liability:refunds 30,000.00 CHF [30,487.80] in A1, A1/1 mali 2017",
        "debit memorandum:signed 30,030.03 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:awaiting 30,030.03 USD in memorandum, A1/1 mali 2017",
        "debit budget:funded 30,030.03 USD in memorandum, A1/1 mali 2017",
        "credit budget:unfunded 30,030.03 USD in memorandum, A1/1 mali 2017",
        "debit memorandum:awaiting 30,030.03 USD in memorandum, A1/1 mali 2017",
        "credit memorandum:recorded 30,030.03 USD in memorandum, A1/1 mali 2017",
      ])
    #expect(
      posted.rows == [
        "signed 2017-12-15 mali 2017 sdc earmarked A1 -30,000.00 CHF [-30,030.03]",
        "recorded 2017-12-15 mali 2017 sdc earmarked A1 -30,000.00 CHF [-30,030.03]",
        "received 2017-12-15 mali 2017 sdc earmarked A1 -30,000.00 CHF [-30,030.03]",
      ])
  }

  @Test func `it is paid from the bank, the difference through the exchange account`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2017-12-15",
      refunding("A1", "30,000 CHF", paid: [("2018-01-15", "30,400 USD", "asset:bank")]))
    #expect(posted.days.last == "2018-01-15 refundPaid")
    #expect(
      posted.legs.suffix(6) == [
        "debit liability:refunds 30,000.00 CHF [30,487.80] in A1, A1",
        "credit net-asset:exchange 30,000.00 CHF [30,487.80] in A1, A1",
        "debit net-asset:exchange 30,400.00 USD in A1, A1",
        "credit revenue:exchange 87.80 USD in A1, A1",
        "debit net-asset:exchange 87.80 USD in A1, A1",
        "credit asset:bank 30,400.00 USD in A1, A1",
      ])
    let owed = Balances(of: ledger.entries) { $0.account == .refundsDue ? "owed" : nil }
    #expect(owed.areZero)
  }

  @Test func `it is paid in instalments, which leave nothing owed`() throws {
    var ledger = try ledger()
    try ledger.post(
      "2017-12-15",
      refunding(
        "A1", "30,000 CHF",
        paid: [
          ("2018-01-15", "10,000 CHF", "asset:bank"), ("2018-02-15", "20,000 CHF", "asset:bank"),
        ]
      ))
    let owed = Balances(of: ledger.entries) { $0.account == .refundsDue ? "owed" : nil }
    #expect(owed.areZero)
  }

  @Test func `a payment in another currency clears its part, and the last one the rest`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2017-12-15",
      refunding(
        "A1", "10,000 CHF",
        paid: [
          ("2017-12-18", "5,000 USD", "asset:bank"), ("2017-12-19", "5,300 USD", "asset:bank"),
        ],
        settling: ["4,900 CHF", nil]))
    #expect(
      posted.legs.filter { $0.hasPrefix("debit liability:refunds") } == [
        "debit liability:refunds 4,900.00 CHF [4,979.67] in A1, A1",
        "debit liability:refunds 5,100.00 CHF [5,182.93] in A1, A1",
      ])
    #expect(
      posted.legs.filter { $0.contains("expense:exchange") }.suffix(2) == [
        "debit expense:exchange 20.33 USD in A1, A1",
        "debit expense:exchange 117.07 USD in A1, A1",
      ])
    let owed = Balances(of: ledger.entries) { $0.account == .refundsDue ? "owed" : nil }
    #expect(owed.areZero)
    #expect(ledger.book.cautions(about: posted) == [])
  }

  @Test func `what a payment leaves is still owed`() throws {
    var ledger = try ledger()
    try ledger.post(
      "2017-12-15",
      refunding(
        "A1", "10,000 CHF", paid: [("2017-12-18", "1,042.50 USD", "asset:bank")],
        settling: ["1,000 CHF"]))
    let owed = Balances(of: ledger.entries) { $0.account == .refundsDue ? "owed" : nil }
    #expect(owed.amount("owed", try Currency(code: "CHF")) == -900_000)
  }

  @Test func `a payment far off the rates of its day is cautioned of`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2017-12-15",
      refunding("A1", "10,000 CHF", paid: [("2017-12-18", "1,042.50 USD", "asset:bank")]))
    #expect(
      ledger.book.cautions(about: posted) == [
        Fault(
          .exchangeFarOff, "1,042.50 USD", "10,000.00 CHF", "UNORE", "10,162.60 USD", "2017-12-18")
      ])
  }

  @Test func `of two refunds each is due and paid by itself, at its own rates`() throws {
    var ledger = try ledger()
    let first = try ledger.post(
      "2017-12-04",
      refunding("A1", "10,000 CHF", paid: [("2018-01-15", "10,050 USD", "asset:bank")]), id: "FIRST"
    )
    let second = try ledger.post(
      "2017-12-15",
      refunding("A1", "20,000 CHF", paid: [("2018-01-22", "20,300 USD", "asset:bank")]),
      id: "SECOND")
    #expect(
      Array(first.legs.prefix(2)) == [
        "debit revenue:refunds 10,000.00 CHF [10,010.01] in A1, A1/1 mali 2017",
        "credit liability:refunds 10,000.00 CHF [10,010.01] in A1, A1/1 mali 2017",
      ])
    #expect(
      Array(first.legs.suffix(6)) == [
        "debit liability:refunds 10,000.00 CHF [10,010.01] in A1, A1",
        "credit net-asset:exchange 10,000.00 CHF [10,010.01] in A1, A1",
        "debit net-asset:exchange 10,050.00 USD in A1, A1",
        "debit expense:exchange 39.99 USD in A1, A1",
        "credit net-asset:exchange 39.99 USD in A1, A1",
        "credit asset:bank 10,050.00 USD in A1, A1",
      ])
    #expect(
      Array(second.legs.prefix(6)) == [
        "debit revenue:refunds 20,000.00 CHF [20,020.02] in A1, A1/1 mali 2017",
        "credit net-asset:exchange 20,000.00 CHF [20,020.02] in A1, A1/1 mali 2017",
        "debit net-asset:exchange 20,000.00 CHF [20,325.20] in A1, A1/1 mali 2017",
        "debit expense:exchange 305.18 USD in A1, A1/1 mali 2017",
        "credit net-asset:exchange 305.18 USD in A1, A1/1 mali 2017",
        "credit liability:refunds 20,000.00 CHF [20,325.20] in A1, A1/1 mali 2017",
      ])
    #expect(
      Array(second.legs.suffix(6)) == [
        "debit liability:refunds 20,000.00 CHF [20,325.20] in A1, A1",
        "credit net-asset:exchange 20,000.00 CHF [20,325.20] in A1, A1",
        "debit net-asset:exchange 20,300.00 USD in A1, A1",
        "credit revenue:exchange 25.20 USD in A1, A1",
        "debit net-asset:exchange 25.20 USD in A1, A1",
        "credit asset:bank 20,300.00 USD in A1, A1",
      ])
    let owed = Balances(of: ledger.entries) { $0.account == .refundsDue ? "owed" : nil }
    #expect(owed.areZero)
  }

  @Test func `of refunds together no more is owed back than was received, until one is undone`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-12-04", refunding("A1", "10,000 CHF"), id: "FIRST")
    try ledger.post("2017-12-15", refunding("A1", "20,000 CHF"), id: "SECOND")
    let part = try #require(ledger.book.agreements[reference("A1")]).parts[0]
    #expect(part.refunded == 3_000_000 && part.refundedBook == 3_003_003)
    #expect(throws: Fault(.refundExceeds, "370,000.01 CHF", "370,000.00 CHF", "A1")) {
      try ledger.post("2018-01-23", refunding("A1", "370,000.01 CHF"))
    }
    try ledger.post("2018-01-23", reversing("FIRST"))
    let left = try #require(ledger.book.agreements[reference("A1")]).parts[0]
    #expect(left.refunded == 2_000_000 && left.refundedBook == 2_002_002)
  }

  @Test func `no more is owed back than was received, nor paid than is owed`() throws {
    var ledger = try ledger(received: "20,000 CHF")
    #expect(throws: Fault(.refundExceeds, "30,000.00 CHF", "20,000.00 CHF", "A1")) {
      try ledger.post("2017-12-15", refunding("A1", "30,000 CHF"))
    }
    #expect(throws: Fault(.refundPayment, "101.00 CHF", "A1")) {
      try ledger.post(
        "2017-12-15", refunding("A1", "100 CHF", paid: [("2018-01-15", "101 CHF", "asset:bank")]))
    }
    #expect(throws: Fault(.refundPayment, "100.00 CHF", "A1")) {
      try ledger.post(
        "2017-12-15", refunding("A1", "100 CHF", paid: [("2017-12-14", "100 CHF", "asset:bank")]))
    }
    func paid(_ payments: [(String, String, String)], settling settled: [String?]) throws -> Event {
      try refunding("A1", "100 CHF", paid: payments, settling: settled)
    }
    let (first, second) = (
      ("2017-12-15", "50 USD", "asset:bank"), ("2017-12-15", "52 USD", "asset:bank")
    )
    #expect(throws: Fault(.refundSettles, "50.00 USD", "A1", "CHF")) {
      try ledger.post("2017-12-15", paid([first, second], settling: [nil, "50 CHF"]))
    }
    #expect(throws: Fault(.refundPayment, "52.00 USD", "A1")) {
      try ledger.post("2017-12-15", paid([first, second], settling: ["50 CHF", "50.01 CHF"]))
    }
    #expect(throws: Fault(.refundPayment, "52.00 USD", "A1")) {
      try ledger.post("2017-12-15", paid([first, second], settling: ["100 CHF", nil]))
    }
    #expect(throws: Fault(.currencyMismatch, "USD", "CHF")) {
      try ledger.post("2017-12-15", paid([first], settling: ["50 USD"]))
    }
    #expect(throws: Fault(.refundPayment, "50.00 CHF", "A1")) {
      try ledger.post(
        "2017-12-15", paid([("2017-12-15", "50 CHF", "asset:bank")], settling: ["49 CHF"]))
    }
    #expect(throws: Fault(.refundAccount, "expense:rent")) {
      try ledger.post(
        "2017-12-15", refunding("A1", "100 CHF", paid: [("2017-12-15", "100 CHF", "expense:rent")]))
    }
  }

  @Test func `a receipt is not taken back from under its refund`() throws {
    var ledger = try ledger(received: "20,000 CHF")
    try ledger.post("2017-12-15", refunding("A1", "100 CHF"), id: "F")
    #expect(throws: Fault(.reversalDependants, "R", "F")) {
      try ledger.post("2017-12-16", reversing("R"))
    }
    try ledger.post("2017-12-16", reversing("F"))
    try ledger.post("2017-12-17", reversing("R"))
    let part = try #require(ledger.book.agreements[reference("A1")]).parts[0]
    #expect(part.refunded == 0 && part.refundedBook == 0 && part.open == 40_000_000)
  }

  @Test func `a refund is of what could be spent, and what waits for a condition goes last`() throws
  {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "100 USD", "earmarked mali") {
        $0.conditions = [Condition("audit", amount: try money("60 USD"))]
      })
    try ledger.post("2017-11-20", receiving("A1", "80 USD"))
    let first = try ledger.post("2017-12-01", refunding("A1", "10 USD"))
    #expect(first.legs.first == "debit revenue:refunds 10.00 USD in A1, A1/1 mali 2017")
    #expect(throws: Fault(.useExceeds, "30.01 USD", "30.00 USD", "A1")) {
      try ledger.post("2017-12-02", spending("A1", "mali", "30.01 USD"))
    }
    let second = try ledger.post("2017-12-03", refunding("A1", "35 USD"))
    #expect(
      Array(second.legs.prefix(2)) == [
        "debit liability:deferred 5.00 USD in A1, A1/1 mali 2017",
        "debit revenue:refunds 30.00 USD in A1, A1/1 mali 2017",
      ])
    try ledger.post("2017-12-04", fulfilling("A1", "audit", "55 USD"))
  }

  @Test func `what is refunded cannot be spent`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "1,000 USD", "earmarked mali"))
    try ledger.post("2017-11-20", receiving("A1", "1,000 USD"))
    try ledger.post("2017-12-01", refunding("A1", "300 USD"))
    #expect(throws: Fault(.useExceeds, "701.00 USD", "700.00 USD", "A1")) {
      try ledger.post("2017-12-02", spending("A1", "mali", "701 USD"))
    }
  }
}

@Suite struct OverpaymentRuleTests {
  /// 400,000 francs agreed, 410,000 received at 0.999, another 10,000 at 0.984.
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post(
      "2017-12-04", receiving("A1", "410,000 CHF") { $0.allowsOverpayment = true }, id: "R")
    try ledger.post(
      "2018-01-15", receiving("A1", "10,000 CHF") { $0.allowsOverpayment = true }, id: "S")
    return ledger
  }

  @Test func `it goes back at what is carried on average, and no record changes`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2018-01-22",
      refunding(
        "A1", "15,000 CHF", paid: [("2018-01-22", "15,300 USD", "asset:bank")], ofOverpayment: true)
    )
    #expect(
      posted.legs == [
        "debit liability:overpayments 15,000.00 CHF [15,129.46] in A1, A1",
        "credit liability:refunds 15,000.00 CHF [15,129.46] in A1, A1",
        "debit liability:refunds 15,000.00 CHF [15,129.46] in A1, A1",
        "credit net-asset:exchange 15,000.00 CHF [15,129.46] in A1, A1",
        "debit net-asset:exchange 15,300.00 USD in A1, A1",
        "debit expense:exchange 170.54 USD in A1, A1",
        "credit net-asset:exchange 170.54 USD in A1, A1",
        "credit asset:bank 15,300.00 USD in A1, A1",
      ])
    #expect(posted.rows == [])
    let state = try #require(ledger.book.agreements[reference("A1")])
    #expect(state.parts[0].refunded == 0)
    #expect(state.overpaid[try Currency(code: "CHF")]?.amount == 500_000)
    try ledger.post("2018-01-23", refunding("A1", "5,000 CHF", ofOverpayment: true))
    let held = Balances(of: ledger.entries) { $0.account == .overpayments ? "held" : nil }
    #expect(held.areZero)
  }

  @Test func `no more goes back than is held on that day and later, of that currency`() throws {
    var ledger = try ledger()
    #expect(throws: Fault(.overpaymentExceeds, "10,000.01 CHF", "10,000.00 CHF", "A1")) {
      try ledger.post("2017-12-05", refunding("A1", "10,000.01 CHF", ofOverpayment: true))
    }
    try ledger.post("2018-01-22", refunding("A1", "15,000 CHF", ofOverpayment: true), id: "F")
    #expect(throws: Fault(.overpaymentExceeds, "5,000.01 CHF", "5,000.00 CHF", "A1")) {
      try ledger.post("2017-12-05", refunding("A1", "5,000.01 CHF", ofOverpayment: true))
    }
    #expect(throws: Fault(.overpaymentExceeds, "1.00 USD", "0.00 USD", "A1")) {
      try ledger.post("2018-01-22", refunding("A1", "1 USD", ofOverpayment: true))
    }
  }

  @Test func `a receipt is not taken back from under the refund of its surplus`() throws {
    var ledger = try ledger()
    try ledger.post("2018-01-22", refunding("A1", "15,000 CHF", ofOverpayment: true), id: "F")
    #expect(throws: Fault(.reversalDependants, "S", "F")) {
      try ledger.post("2018-01-23", reversing("S"))
    }
    try ledger.post("2018-01-23", reversing("F"))
    try ledger.post("2018-01-23", reversing("S"))
    #expect(ledger.book.agreements[reference("A1")]?.overpaid.values.map(\.amount) == [1_000_000])
  }

  @Test func `it is of no part`() throws {
    var ledger = try ledger()
    #expect(throws: Fault(.overpaymentPart, "2017", "A1")) {
      try ledger.post(
        "2018-01-22",
        .refund(
          Refund(
            reference("A1"), amount: money("1 CHF"), part: PartSelector(year: year(2017)),
            isOfOverpayment: true)))
    }
  }
}

@Suite struct WriteOffRuleTests {
  @Test func `a claim is given up at what is carried for it, the latest year first`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "400,000 CHF", "earmarked mali") {
        $0.parts = try [part(2017, "300,000 CHF"), part(2018, "100,000 CHF")]
      })
    let posted = try ledger.post("2017-12-15", writingOff("A1", "120,000 CHF"))
    #expect(
      Array(posted.legs.prefix(4)) == [
        "debit expense:write-off 100,000.00 CHF [100,100.10] in A1, A1/2 mali 2018",
        "credit asset:receivable 100,000.00 CHF [100,100.10] in A1, A1/2 mali 2018",
        "debit expense:write-off 20,000.00 CHF [20,020.02] in A1, A1/1 mali 2017",
        "credit asset:receivable 20,000.00 CHF [20,020.02] in A1, A1/1 mali 2017",
      ])
    let state = try #require(ledger.book.agreements[reference("A1")])
    #expect(state.parts.map(\.writtenOff) == [2_000_000, 10_000_000])
    #expect(state.open == 28_000_000)
    #expect(throws: Fault(.writeOffExceeds, "280,000.01 CHF", "280,000.00 CHF", "A1")) {
      try ledger.post("2017-12-16", writingOff("A1", "280,000.01 CHF"))
    }
  }

  @Test func `what waits for a condition lapses first, and is no expense`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "100 USD", "earmarked mali") {
        $0.conditions = [Condition("audit", amount: try money("40 USD"))]
      })
    let posted = try ledger.post("2017-12-15", writingOff("A1", "50 USD"))
    #expect(
      Array(posted.legs.prefix(3)) == [
        "debit liability:deferred 40.00 USD in A1, A1/1 mali 2017",
        "debit expense:write-off 10.00 USD in A1, A1/1 mali 2017",
        "credit asset:receivable 50.00 USD in A1, A1/1 mali 2017",
      ])
    #expect(ledger.book.agreements[reference("A1")]?.parts[0].unmet.isEmpty == true)
  }
}
