import Bookkeeping
import Funding
import Monetary
import Reporting
import Testing

@testable import TestSupport

@Suite struct AgreementStandingTests {
  /// An agreement of 100 dollars, paid in three instalments, with two reports owed.
  private func ledger(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    let agreed = try signing("A1", "100 USD", "earmarked mali") { agreement in
      agreement.instalments = try [
        Instalment(due: day("2018-02-01"), amount: money("30 USD")),
        Instalment(due: day("2017-12-01"), amount: money("50 USD")),
        Instalment(due: day("2018-06-01"), amount: money("20 USD")),
      ]
      agreement.reports = [duty("2018-12-31", "final"), duty("2018-03-31", "financial")]
      agreement.ends = day("2018-10-31")
      try change(&agreement)
    }
    try ledger.post("2017-11-02", agreed, id: "A1")
    return ledger
  }

  private func standing(_ ledger: SampleLedger, on date: String) throws -> AgreementStanding {
    let day = day(date)
    let standings = try AgreementStanding.all(
      of: ledger.posted.map(\.fact).filter { $0.date <= day },
      sums: sums(ledger, on: day),
      held: held(ledger, on: day), in: Currency(code: "USD"), on: day)
    return try #require(standings.first)
  }

  private func sums(
    _ ledger: SampleLedger, on day: CalendarDate
  ) -> [Reference: AgreementSums] {
    ledger.rows.filter { $0.day <= day }.reduce(into: [:]) { sums, row in
      guard let reference = row.reference else { return }
      sums[reference, default: AgreementSums()].add(
        row.measure, row.amount.minorUnits, book: row.book.minorUnits)
    }
  }

  private func held(_ ledger: SampleLedger, on day: CalendarDate) -> [Reference: HeldMoney] {
    let items = ledger.items.filter { $0.entry.date <= day }
    return EntryOwnership(items, agreements: [reference("A1")]).held
  }

  private func instalments(_ standing: AgreementStanding) -> [String] {
    standing.instalments.map { "\($0.due) \($0.amount)" }
  }

  @Test
  func `a raise is due on no day, and takes nothing of what was written off of an instalment`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-12-10", writingOff("A1", "15 USD"))
    try ledger.post("2017-12-20", amending("A1/1", "+60 USD"))
    let standing = try standing(ledger, on: "2017-12-31")
    #expect(
      instalments(standing) == [
        "2017-12-01 50.00 USD", "2018-02-01 30.00 USD", "2018-06-01 5.00 USD",
      ])
    #expect(try standing.open == money("145 USD"))
  }

  @Test func `money settles instalments in the order of the days they are due`() throws {
    var ledger = try ledger()
    let none = try standing(ledger, on: "2017-11-30")
    #expect(
      instalments(none) == ["2017-12-01 50.00 USD", "2018-02-01 30.00 USD", "2018-06-01 20.00 USD"])
    try ledger.post("2017-12-02", receiving("A1", "50 USD"))
    try ledger.post("2018-02-02", receiving("A1", "10 USD"))
    let some = try standing(ledger, on: "2018-02-01")
    #expect(instalments(some) == ["2018-02-01 30.00 USD", "2018-06-01 20.00 USD"])
    let more = try standing(ledger, on: "2018-02-02")
    #expect(instalments(more) == ["2018-02-01 20.00 USD", "2018-06-01 20.00 USD"])
    #expect(try more.received == money("60 USD"))
    #expect(try more.open == money("40 USD"))
    #expect(more.givenUp.isZero)
  }

  @Test func `what is written off is no longer due, the latest first`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-02", receiving("A1", "50 USD"))
    try ledger.post("2017-12-03", writingOff("A1", "25 USD"))
    let standing = try standing(ledger, on: "2017-12-31")
    #expect(instalments(standing) == ["2018-02-01 25.00 USD"])
    #expect(try standing.open == money("25 USD"))
    #expect(try standing.givenUp == money("25 USD"))
  }

  @Test func `a refund takes from what was received, and makes no instalment due again`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-02", receiving("A1", "50 USD"))
    try ledger.post("2017-12-03", refunding("A1", "15 USD"))
    let standing = try standing(ledger, on: "2017-12-31")
    #expect(instalments(standing).first == "2018-02-01 30.00 USD")
    #expect(try standing.received == money("35 USD"))
    #expect(try standing.open == money("50 USD"))
    #expect(try standing.givenUp == money("15 USD"))
  }

  @Test func `refunds add up`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-02", receiving("A1", "50 USD"))
    try ledger.post("2017-12-03", refunding("A1", "15 USD"))
    try ledger.post("2017-12-04", refunding("A1", "15 USD"))
    let standing = try standing(ledger, on: "2017-12-31")
    #expect(try standing.received == money("20 USD"))
    #expect(try standing.givenUp == money("30 USD"))
  }

  @Test func `amendments count from their days on, in amount and end`() throws {
    var ledger = try ledger()
    try ledger.post(
      "2018-01-15", amending("A1/1", "+11 USD") { $0.ends = day("2019-01-31") }, id: "A1/1")
    try ledger.post("2018-01-20", amending("A1/2", "-1 USD"), id: "A1/2")
    let before = try standing(ledger, on: "2018-01-14")
    #expect(try before.amount == money("100 USD") && before.ends == day("2018-10-31"))
    let after = try standing(ledger, on: "2018-01-31")
    #expect(try after.amount == money("110 USD") && after.ends == day("2019-01-31"))
    #expect(try after.open == money("110 USD"))
    // The raise has no day on which it is due.
    #expect(after.instalments.count == 3)
  }

  @Test func `instalments and reports of an amendment take the place of what was open`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-02", receiving("A1", "60 USD"))
    try ledger.post("2018-03-20", reporting("A1", "2018-03-31", "financial"))
    try ledger.post(
      "2018-04-01",
      amending("A1/1", "+10 USD") {
        $0.instalments = [
          Instalment(due: day("2018-09-01"), amount: try money("45 USD")),
          Instalment(due: day("2018-07-01"), amount: try money("15 USD")),
        ]
        $0.reports = [duty("2019-02-28", "8+3 narrative")]
      }, id: "A1/1")
    let before = try standing(ledger, on: "2018-03-31")
    #expect(instalments(before) == ["2018-02-01 20.00 USD", "2018-06-01 20.00 USD"])
    #expect(before.reports == [duty("2018-12-31", "final")])
    let after = try standing(ledger, on: "2018-04-01")
    // Ten of what was received pay the first of the new ones.
    #expect(instalments(after) == ["2018-07-01 5.00 USD", "2018-09-01 45.00 USD"])
    #expect(after.reports == [duty("2019-02-28", "8+3 narrative")])
  }

  @Test func `reports are owed until each is delivered`() throws {
    var ledger = try ledger()
    try ledger.post("2018-03-20", reporting("A1", "2018-03-31", "financial"))
    let before = try standing(ledger, on: "2018-03-19")
    #expect(before.reports == [duty("2018-03-31", "financial"), duty("2018-12-31", "final")])
    #expect(try standing(ledger, on: "2018-03-20").reports == [duty("2018-12-31", "final")])
  }

  @Test func `an agreement is signed, recorded, active, ended and closed`() throws {
    var ledger = try ledger {
      $0.recorded = day("2017-12-10")
      $0.starts = day("2018-01-01")
    }
    try ledger.post("2018-11-15", receiving("A1", "100 USD"))
    try ledger.post(
      "2018-11-16", refunding("A1", "100 USD", paid: [("2018-11-16", "100 USD", "asset:bank")]))
    try ledger.post("2018-11-20", reporting("A1", "2018-03-31", "financial"))
    try ledger.post("2018-12-20", reporting("A1", "2018-12-31", "final"))
    let stages: [(String, AgreementStanding.Stage)] = [
      ("2017-11-02", .signed), ("2017-12-09", .signed), ("2017-12-10", .recorded),
      ("2017-12-31", .recorded), ("2018-01-01", .active), ("2018-10-31", .active),
      ("2018-11-01", .ended), ("2018-11-20", .ended), ("2018-12-19", .ended),
      ("2018-12-20", .closed),
    ]
    for (day, stage) in stages { #expect(try standing(ledger, on: day).stage == stage, "\(day)") }
  }

  @Test func `while money is to be paid back an agreement is ended and not closed`() throws {
    var ledger = try ledger { $0.reports = [] }
    try ledger.post("2017-12-02", receiving("A1", "110 USD") { $0.allowsOverpayment = true })
    try ledger.post("2018-01-02", spending("A1", "mali", "70 USD"))
    let active = try standing(ledger, on: "2018-10-31").owedBack
    #expect(try active.total == money("10 USD") && active.unspent == nil)
    let ended = try standing(ledger, on: "2018-11-01")
    // 30 unspent and 10 too much.
    #expect(try ended.owedBack.total == money("40 USD") && ended.stage == .ended)
    #expect(
      try due(ledger, on: "2018-11-03", through: "2018-12-31") == [
        "2018-10-31 -3 refund(\(money("40 USD")))"
      ])
    let paid = try refunding("A1", "30 USD", paid: [("2018-11-20", "30 USD", "asset:bank")])
    try ledger.post("2018-11-05", paid)
    #expect(try standing(ledger, on: "2018-11-10").owedBack.total == money("40 USD"))
    let back = try standing(ledger, on: "2018-11-20")
    #expect(try back.owedBack.total == money("10 USD") && back.stage == .ended)
    try ledger.post(
      "2018-11-25",
      entering(
        (.debit, "liability:overpayments", "10 USD", "A1"), (.credit, "asset:bank", "10 USD", "A1")
      ))
    let closed = try standing(ledger, on: "2018-11-25")
    #expect(closed.owedBack.total.isZero && closed.stage == .closed)
    #expect(try due(ledger, on: "2018-11-25", through: "2019-12-31") == [])
  }

  @Test func `without a first and a last day an agreement is active for good`() throws {
    var ledger = try ledger {
      $0.ends = nil
      $0.reports = []
    }
    try ledger.post("2018-11-15", receiving("A1", "100 USD"))
    #expect(try standing(ledger, on: "2017-11-02").stage == .active)
    #expect(try standing(ledger, on: "2030-01-01").stage == .active)
  }

  private func due(
    _ ledger: SampleLedger, on date: String, through last: String
  ) throws -> [String] {
    let stamp = ReportStamp(
      ledger: "Sample", origin: .preview, facts: 0, asOf: day(date), known: nil,
      rates: table("UNORE"))
    let listing = DueListing(
      [try standing(ledger, on: date)], through: day(last), names: LedgerNames(of: ledger.book),
      stamp: stamp)
    return listing.items.map { "\($0.due) \($0.days) \($0.subject)" }
  }

  @Test func `what is overdue comes first, then what falls due, up to the last day`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-02", receiving("A1", "60 USD"))
    #expect(
      try due(ledger, on: "2018-03-30", through: "2018-06-01") == [
        "2018-02-01 -57 instalment(20.00 USD)", "2018-03-31 1 report(financial)",
        "2018-06-01 63 instalment(20.00 USD)",
      ])
    #expect(try due(ledger, on: "2018-03-30", through: "2018-05-31").count == 2)
    #expect(try due(ledger, on: "2018-02-01", through: "2018-01-31").isEmpty)
  }

  @Test func `an end is listed until it is over, what it leaves owed after it`() throws {
    let ledger = try ledger { $0.instalments = [] }
    #expect(
      try due(ledger, on: "2018-10-31", through: "2018-12-31") == [
        "2018-03-31 -214 report(financial)", "2018-10-31 0 end(Optional(100.00 USD))",
        "2018-12-31 61 report(final)",
      ])
    #expect(
      try due(ledger, on: "2018-11-01", through: "2018-11-30") == [
        "2018-03-31 -215 report(financial)"
      ])
  }

  @Test
  func `the end of a period is listed while money may be spent in it, and then tells what is left`()
    throws
  {
    var ledger = try ledger {
      $0.instalments = []
      $0.reports = []
      $0.terms.period = DateInterval(day("2017-12-01"), day("2018-06-30"))
    }
    let ends = ["2018-06-30 0 period(100.00 USD)", "2018-10-31 123 end(Optional(100.00 USD))"]
    #expect(try due(ledger, on: "2018-06-30", through: "2018-12-31") == ends)
    #expect(
      try due(ledger, on: "2018-07-01", through: "2018-12-31") == ["2018-10-31 122 end(nil)"])
    let last = try standing(ledger, on: "2018-06-30")
    #expect(try last.available == money("100 USD") && last.lapsed.isZero)
    let over = try standing(ledger, on: "2018-07-01")
    #expect(try over.available.isZero && over.lapsed == money("100 USD"))
    // An amendment that says the period anew brings it back.
    try ledger.post(
      "2018-07-02",
      amending("A1/1") {
        $0.period = DateInterval(day("2017-12-01"), day("2018-10-31"))
      }, id: "A1/1")
    try ledger.post("2018-07-03", spending("A1", "mali", "40 USD"))
    let longer = try standing(ledger, on: "2018-07-03")
    #expect(try longer.available == money("60 USD") && longer.lapsed.isZero)
    #expect(
      try due(ledger, on: "2018-07-03", through: "2018-12-31") == [
        "2018-10-31 120 end(Optional(60.00 USD))"
      ])
    try ledger.post("2018-07-04", spending("A1", "mali", "60 USD"))
    #expect(
      try due(ledger, on: "2018-07-04", through: "2018-12-31") == ["2018-10-31 119 end(nil)"])
  }

  @Test func `what was overspent stays so when the period is over`() throws {
    var ledger = try ledger {
      $0.terms.period = DateInterval(day("2017-11-02"), day("2018-06-30"))
    }
    try ledger.post(
      "2018-06-30", spending("A1", "mali", "140 USD") { $0.overspend = "agreed by letter" })
    let over = try standing(ledger, on: "2018-07-01")
    #expect(try over.available == money("-40 USD") && over.lapsed.isZero)
  }
}
