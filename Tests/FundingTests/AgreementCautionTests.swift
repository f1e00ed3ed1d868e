import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What an agreement may be right about and a person should look at again.
@Suite struct AgreementCautionTests {
  /// Signs an agreement of 100 dollars on 2 November 2017, and gives what is cautioned of.
  @discardableResult
  private func sign(
    in ledger: inout SampleLedger, changing change: (inout Agreement) throws -> Void
  ) throws -> [Fault] {
    let agreed = try signing("A1", "100 USD", "earmarked mali", changing: change)
    let posted = try ledger.post("2017-11-02", agreed)
    return ledger.book.cautions(about: posted)
  }

  @Test func `what falls due before the signing is cautioned of, on its day not`() throws {
    for (due, codes) in [
      ("2017-11-01", [FaultCode.instalmentBeforeSigning, .reportBeforeSigning]), ("2017-11-02", []),
    ] {
      var ledger = try SampleLedger()
      let cautions = try sign(in: &ledger) {
        $0.instalments = [
          Instalment(due: day(due), amount: try money("60 USD")),
          Instalment(due: day("2018-01-01"), amount: try money("40 USD")),
        ]
        $0.reports = [duty(due, "final"), duty("2018-01-01", "final")]
      }
      #expect(cautions == codes.map { Fault($0, due, "A1", "2017-11-02") })
    }
  }

  @Test func `instalments that an amendment leaves too few or too many are cautioned of`() throws {
    var ledger = try SampleLedger()
    try sign(in: &ledger) {
      $0.instalments = [Instalment(due: day("2018-01-01"), amount: try money("100 USD"))]
    }
    func cautions(_ event: Event) throws -> [Fault] {
      let posted = try ledger.post("2017-11-03", event)
      return ledger.book.cautions(about: posted)
    }
    #expect(
      try cautions(amending("A1/1", "+5 USD")) == [
        Fault(.amendmentInstalments, "A1", "100.00 USD", "105.00 USD")
      ])
    #expect(try cautions(amending("A1/2", "-5 USD")) == [])
  }

  @Test func `an amendment's own dates are looked at beside the signing, and its sum is settled`()
    throws
  {
    var ledger = try SampleLedger()
    try sign(in: &ledger) {
      $0.instalments = [Instalment(due: day("2018-01-01"), amount: try money("100 USD"))]
    }
    let posted = try ledger.post(
      "2017-11-03",
      amending("A1/1", "+5 USD") {
        $0.instalments = [Instalment(due: day("2017-11-01"), amount: try money("105 USD"))]
        $0.reports = [duty("2017-11-01", "final")]
      })
    #expect(
      ledger.book.cautions(about: posted) == [
        Fault(.instalmentBeforeSigning, "2017-11-01", "A1", "2017-11-02"),
        Fault(.reportBeforeSigning, "2017-11-01", "A1", "2017-11-02"),
      ])
  }

  @Test func `what is signed before its pledge is cautioned of, on its day not`() throws {
    for (pledged, isEarly) in [("2017-11-03", true), ("2017-11-02", false)] {
      var ledger = try SampleLedger()
      try ledger.post(pledged, pledging("P1", "100 USD"))
      let cautions = try sign(in: &ledger) { $0.pledge = reference("P1") }
      #expect(
        cautions
          == (isEarly ? [Fault(.agreementBeforePledge, "2017-11-02", "A1", "P1", pledged)] : []))
    }
  }

  @Test func `what is worth more than its pledge has left is cautioned of, no less`() throws {
    for (first, excess) in [("20 USD", nil), ("40 USD", "20.00 USD")] {
      var ledger = try SampleLedger()
      try ledger.post("2017-10-01", pledging("P1", "120 USD"))
      try ledger.post("2017-11-01", signing("A0", first) { $0.pledge = reference("P1") })
      let cautions = try sign(in: &ledger) { $0.pledge = reference("P1") }
      #expect(
        cautions
          == (excess.map { [Fault(.agreementBeyondPledge, "A1", $0, "P1", "120.00 USD")] } ?? []))
      let pledge = ledger.book.standing(ofPledge: reference("P1"), asOf: day("2017-11-01"))
      #expect(try pledge?.converted == money(first).minorUnits)
    }
  }

  @Test func `a form of report that donors do not ask for is cautioned of, with what may be meant`()
    throws
  {
    for (form, nearest) in [
      ("8+3 narrative", nil), ("final", nil), ("finacial", "financial"), ("handover", ""),
    ] {
      var ledger = try SampleLedger()
      let cautions = try sign(in: &ledger) { $0.reports = [duty("2018-03-31", form)] }
      #expect(cautions.map(\.code) == (nearest == nil ? [] : [.reportForm]), "\(form)")
      #expect(cautions.first?.nearest ?? "" == nearest ?? "")
    }
  }

  @Test func `what is given up of what was spent is cautioned of, of what was not spent not`()
    throws
  {
    for (given, short) in [("40 USD", nil), ("70 USD", "30.00 USD")] {
      var ledger = try SampleLedger()
      _ = try sign(in: &ledger) { _ in }
      try ledger.post("2017-11-03", receiving("A1", "30 USD"))
      try ledger.post("2017-11-04", spending("A1", "mali", "60 USD"))
      let posted = try ledger.post("2017-11-05", writingOff("A1", given))
      #expect(
        ledger.book.cautions(about: posted)
          == (short.map { [Fault(.givenUpSpent, "A1", $0)] } ?? []))
    }
  }

  @Test func `a loss on exchange alone is not short of anything that was spent`() throws {
    for (spent, given, short) in [
      (nil, "500 CHF", nil), ("0.05 USD", "500 CHF", "0.05 USD"),
      ("200 USD", "400 CHF", "143.94 USD"),
    ] {
      var ledger = try SampleLedger()
      try ledger.post("2017-11-02", signing("A2", "999 CHF", "earmarked mali"))
      try ledger.post("2017-12-31", try quote("CHF 0.9 per USD"))
      try ledger.post("2018-01-15", receiving("A2", "500 CHF", bank: "500.50 USD"))
      if let spent { try ledger.post("2018-01-16", spending("A2", "mali", spent)) }
      try ledger.post("2018-02-01", writingOff("A2", "499 CHF"))
      let posted = try ledger.post("2018-02-02", refunding("A2", given))
      #expect(
        ledger.book.cautions(about: posted).filter { $0.code == .givenUpSpent }
          == (short.map { [Fault(.givenUpSpent, "A2", $0)] } ?? []), "\(spent ?? "nothing")")
    }
  }

  @Test func `an agreement that says nothing of where its money may be used is cautioned of`()
    throws
  {
    var ledger = try SampleLedger()
    func cautions(_ event: Event) throws -> [Fault] {
      ledger.book.cautions(about: try ledger.post("2017-11-02", event))
    }
    #expect(try cautions(signing("A1", "1 USD")) == [Fault(.earmarkMissing, "A1")])
    #expect(try cautions(signing("A2", "1 USD", "not-stated")) == [])
    func parted(_ name: String, _ uses: [String?]) throws -> Event {
      try signing(name, "2 USD") { $0.parts = try uses.map { try part(2017, "1 USD", $0) } }
    }
    #expect(try cautions(parted("A3", ["earmarked mali", nil])) == [Fault(.earmarkMissing, "A3")])
    #expect(try cautions(parted("A4", ["earmarked mali", "earmarked niger"])) == [])
  }

  @Test func `an agreement without instalments is amended without a caution`() throws {
    var ledger = try SampleLedger()
    try sign(in: &ledger) { _ in }
    let posted = try ledger.post("2017-11-03", amending("A1/1", "+5 USD"))
    #expect(ledger.book.cautions(about: posted) == [])
  }

  @Test func `spending after the agreement's end, as amended, is cautioned of, on its day not`()
    throws
  {
    var ledger = try SampleLedger()
    try sign(in: &ledger) { $0.ends = day("2017-11-10") }
    func cautions(_ date: String) throws -> [Fault] {
      let posted = try ledger.post(date, spending("A1", "mali", "1 USD"), id: "X\(date)")
      return ledger.book.cautions(about: posted)
    }
    #expect(try cautions("2017-11-10") == [])
    #expect(
      try cautions("2017-11-11") == [Fault(.useAfterEnd, "2017-11-11", "A1", "2017-11-10")])
    try ledger.post("2017-11-12", amending("A1/1") { $0.ends = day("2017-11-12") })
    #expect(try cautions("2017-11-12") == [])
    #expect(
      try cautions("2017-11-13") == [Fault(.useAfterEnd, "2017-11-13", "A1", "2017-11-12")])
  }

  @Test func `what is paid on an obligation of which nothing is left is cautioned of`() throws {
    var ledger = try SampleLedger()
    try sign(in: &ledger) { _ in }
    try ledger.post("2017-11-10", obliging("A1", "mali", "10 USD"), id: "O1")
    func cautions(_ amount: String, id: String) throws -> [Fault] {
      let paid = try spending("A1", "mali", amount) { $0.obligation = name("O1") }
      let posted = try ledger.post("2017-11-11", paid, id: id)
      return ledger.book.cautions(about: posted)
    }
    #expect(try cautions("9.99 USD", id: "X1") == [])
    #expect(try cautions("10 USD", id: "X2") == [])
    #expect(try cautions("10 USD", id: "X3") == [Fault(.obligationPaid, "O1")])
  }
}
