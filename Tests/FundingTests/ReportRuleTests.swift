import Diagnostics
import Funding
import Testing

@testable import TestSupport

@Suite struct ReportRuleTests {
  private func ledger(owing duties: [ReportDuty]) throws -> SampleLedger {
    var ledger = try SampleLedger()
    let agreed = try signing("A1", "100 USD", "earmarked mali") { $0.reports = duties }
    try ledger.post("2017-11-02", agreed, id: "A1")
    return ledger
  }

  @Test func `a report delivered posts nothing, in a closed month too`() throws {
    var ledger = try ledger(owing: [duty("2017-11-30", "final")])
    try ledger.post("2017-12-05", .close(month("2017-11")))
    let posted = try ledger.post("2017-11-29", reporting("A1", "2017-11-30", "final"), id: "D1")
    #expect(posted.consequence.entries.isEmpty)
    #expect(posted.consequence.positions.isEmpty)
    #expect(
      ledger.book.agreements[reference("A1")]?.delivered == [
        name("D1"): duty("2017-11-30", "final")
      ])
  }

  @Test func `a delivery that was reversed may be recorded again`() throws {
    var ledger = try ledger(owing: [duty("2017-11-30", "final")])
    try ledger.post("2017-11-29", reporting("A1", "2017-11-30", "final"), id: "D1")
    #expect(throws: Fault(.reportDelivered, "A1", "2017-11-30 final", "D1")) {
      try ledger.post("2017-11-30", reporting("A1", "2017-11-30", "final"), id: "D2")
    }
    try ledger.post("2017-11-30", reversing("D1"), id: "R1")
    #expect(ledger.book.agreements[reference("A1")]?.delivered == [:])
    try ledger.post("2017-12-01", reporting("A1", "2017-11-30", "final"), id: "D2")
  }

  @Test func `a delivery that an amendment of the reports left standing is reversed no more`()
    throws
  {
    var ledger = try ledger(owing: [duty("2017-11-30", "financial"), duty("2017-12-31", "final")])
    try ledger.post("2017-11-29", reporting("A1", "2017-11-30", "financial"), id: "D1")
    try ledger.post(
      "2017-12-01", amending("A1/1") { $0.reports = [duty("2018-01-31", "8+3 narrative")] },
      id: "A1/1")
    #expect(
      ledger.book.agreements[reference("A1")]?.schedule.reports == [
        duty("2017-11-30", "financial"), duty("2018-01-31", "8+3 narrative"),
      ])
    #expect(throws: Fault(.reversalDependants, "D1", "A1/1")) {
      try ledger.post("2017-12-02", reversing("D1"))
    }
    try ledger.post("2017-12-02", reporting("A1", "2018-01-31", "8+3 narrative"), id: "D2")
    try ledger.post("2017-12-03", reversing("D2"))
  }

  @Test func `an agreement whose report was delivered is not reversed before the delivery`() throws
  {
    var ledger = try ledger(owing: [duty("2017-11-30", "final")])
    try ledger.post("2017-11-29", reporting("A1", "2017-11-30", "final"), id: "D1")
    #expect(throws: Fault(.reversalDependants, "A1", "D1")) {
      try ledger.post("2017-11-30", reversing("A1"))
    }
    try ledger.post("2017-11-30", reversing("D1"), id: "R1")
    try ledger.post("2017-11-30", reversing("A1"), id: "R2")
  }
}
