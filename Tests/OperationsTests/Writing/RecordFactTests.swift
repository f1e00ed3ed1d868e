import Bookkeeping
import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Persistence
import Reporting
import Testing

@testable import TestSupport

@Suite struct RecordFactTests {
  @Test func `a fact is recorded with its author and its instant, and told as it is written`()
    throws
  {
    let ledger = try WorkedLedger()
    let outcome = try ledger.record(WorkedLedger.remark())
    let recorded = try #require(try OpenLedger.reading(ledger.store).facts(of: [.note]).first)
    #expect(recorded.fact.provenance.by == "ben")
    #expect(recorded.fact.provenance.entered == WorkedLedger.now)
    #expect(recorded.id == outcome.report.item.id)
    #expect(
      outcome.directive == """
        2018-01-02 note mali "A remark"
          by: "ben"
          entered: 2018-06-01T09:00:00Z

        """)
    #expect(try ledger.proved() == WorkedLedger.factCount + 1)
  }

  @Test func `a preview tells what recording comes to, and records nothing`() throws {
    let ledger = try WorkedLedger()
    let receipt = Fact(
      day("2018-01-15"), try receiving("A2", "400,000 CHF", bank: "405,022.28 USD"))
    let request = RecordFact(receipt, command: "record", by: "ben", at: WorkedLedger.now)
    let previews = try [ledger.text, ledger.store].map { try request.preview(in: $0) }
    #expect(try ledger.proved() == WorkedLedger.factCount)
    let outcome = try request.record(in: ledger.store)
    for preview in previews {
      #expect(preview.report.item.entries == outcome.report.item.entries)
      #expect(preview.report.item.id == outcome.report.item.id)
      #expect(preview.report.stamp.origin == .preview)
    }
    #expect(previews[1].directive == outcome.directive)
  }

  @Test func `a text is read, not recorded in`() throws {
    let ledger = try WorkedLedger()
    let before = try Data(contentsOf: URL(filePath: ledger.text))
    for path in [ledger.text, "-"] {
      let request = RecordFact(
        WorkedLedger.remark(), command: "record", by: "ben", at: WorkedLedger.now)
      #expect(try refusals { try request.record(in: path) } == [.textIsRead])
    }
    #expect(try Data(contentsOf: URL(filePath: ledger.text)) == before)
  }

  @Test func `a store that is not there is not made`() throws {
    let ledger = try WorkedLedger()
    let path = ledger.folder.file("none.ledger")
    #expect(throws: FileError.missing(path: path)) {
      try RecordFact(WorkedLedger.remark(), command: "record", by: "ben", at: WorkedLedger.now)
        .record(in: path)
    }
    #expect(try ledger.folder.names == ["worked.bursar", "worked.ledger"])
  }

  @Test(arguments: [
    ("2017-02-28", "2017-03-01"), ("2017-03-01", nil), ("2016-12-31", "2017-03-01"),
  ])
  func `a fact of a closed month is refused, or posted on the first open day`(
    date: String, moved: String?
  ) throws {
    let ledger = try WorkedLedger("2017-03-31 close 2017-02\n")
    let spending = Fact(day(date), try spending(nil, "mali", "10 USD"))
    func request(late: Bool) -> RecordFact {
      RecordFact(
        spending, command: "record", by: "ben", at: WorkedLedger.now, allowsLate: late)
    }
    if moved != nil {
      #expect(try refusals { try request(late: false).record(in: ledger.store) } == [.periodClosed])
    }
    let item = try request(late: true).record(in: ledger.store).report.item
    #expect(item.fact.date == day(date))
    #expect(item.fact.provenance.posted == moved.map(day))
    #expect(item.entries.allSatisfy { $0.date == day(moved ?? date) })
  }

  @Test func `what posts no entry is never late, and a rate is recorded once`() throws {
    let ledger = try WorkedLedger("2017-03-31 close 2017-02\n")
    func record(_ event: Event, late: Bool) throws -> Fact {
      try RecordFact(
        Fact(day("2017-02-20"), event), command: "record", by: "ben", at: WorkedLedger.now,
        allowsLate: late
      ).record(in: ledger.store).report.item.fact
    }
    let rate = try quote("CHF 0.98 per USD")
    #expect(try record(rate, late: true).provenance.posted == nil)
    for late in [true, false] {
      #expect(try refusals { try record(rate, late: late) } == [.rateKnown])
    }
    #expect(
      try record(.note(ScopeNote(scope("mali"), text: "x")), late: true).provenance.posted == nil)
  }

  @Test func `each fact is learnt after the one before, whatever the clock says`() throws {
    let ledger = try WorkedLedger()
    let clock = [0, 0, -5_000_000, 1, 7].map {
      Instant(microseconds: WorkedLedger.now.microseconds + $0)
    }
    let learnt = try clock.enumerated().map { number, now in
      try ledger.record(WorkedLedger.remark("remark \(number)"), at: now).report.item.fact.entered
    }
    #expect(learnt.map { $0.microseconds - WorkedLedger.now.microseconds } == [0, 1, 2, 3, 7])
  }

  @Test func `facts that say the same have names of their own`() throws {
    let ledger = try WorkedLedger()
    let names = try (0..<3).map { _ in
      try ledger.record(WorkedLedger.remark()).report.item.id.text
    }
    #expect(names[1] == names[0] + "-2" && names[2] == names[0] + "-3")
  }

  @Test func `what a rule refuses is not recorded, and the name that was meant is told`() throws {
    let ledger = try WorkedLedger("2017-01-02 pledge P-77 sdc 5 USD\n")
    let opening = Opening(.bank, amount: try money("1 USD"), fund: fund("A22"))
    let refused: [(Event, FaultCode, nearest: String)] = [
      (try receiving("A22", "1 USD"), .agreementUnknown, "A2"),
      (.opening(opening), .fundUnknown, "A2"),
      (try signing("A9", "1 USD") { $0.pledge = reference("P-7") }, .pledgeUnknown, "P-77"),
    ]
    for (event, code, nearest) in refused {
      do {
        try ledger.record(Fact(day("2018-01-15"), event))
        Issue.record("recorded")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.map(\.fault.code) == [code])
        #expect(refusal.diagnostics[0].fault.nearest == nearest)
      }
    }
    #expect(try ledger.proved() == WorkedLedger.factCount + 1)
  }

  @Test func `a fact that is misstated is looked at by the rules as far as it can be read`() throws
  {
    let ledger = try WorkedLedger()
    var draft = DirectiveDraft(.agreement, "A1", "nobody", "1.001 USD")
    draft.add("earmark", "tightly nowhere")
    draft.add("purpose", "unquoted")
    do throws(Misstatement) {
      _ = try draft.fact(on: "2017-02-30")
      Issue.record("read")
    } catch {
      for path in [ledger.text, ledger.store] {
        #expect(
          RecordFact.refusal(of: error, in: path).diagnostics.map(\.fault.code) == [
            .dateImpossible, .amountDecimals, .textUnquoted, .referenceDuplicate, .donorUnknown,
            .scopeUnknown,
          ])
      }
      let alone = RecordFact.refusal(of: error, in: ledger.folder.file("none.ledger"))
      #expect(alone.diagnostics == error.diagnostics)
    }
    #expect(try ledger.proved() == WorkedLedger.factCount)
  }

  /// A month is closed in a store, and what that comes to in it and in the text.
  private func closings(
    _ name: String, on date: String, of ledger: WorkedLedger
  ) throws -> [RecordFact.Outcome] {
    let request = RecordFact(
      Fact(day(date), .close(month(name))), command: "close", by: "ben",
      at: WorkedLedger.now, revaluingMonths: true)
    let previews = try [ledger.text, ledger.store].map { try request.preview(in: $0) }
    return previews + [try request.record(in: ledger.store)]
  }

  @Test func `months closed along are each revalued at their own end, in order, and named`() throws
  {
    let ledger = try WorkedLedger(
      """
      2017-12-20 rate CHF 0.984 per USD

      2018-01-31 rate CHF 0.96 per USD

      """)
    let along = (1...12).map { "2017-" + ($0 < 10 ? "0" : "") + "\($0)" } + ["2018-01"]
    for outcome in try closings("2018-02", on: "2018-03-05", of: ledger) {
      let report = outcome.report
      #expect(
        report.items.map { "\($0.fact.date) \($0.fact.kind)" } == [
          "2017-12-31 revaluation", "2018-01-31 revaluation", "2018-02-28 revaluation",
          "2018-03-05 close",
        ])
      #expect(report.items.map(\.entries.count) == [2, 2, 2, 0])
      #expect(
        report.items.dropLast().map { $0.entries[1].date.description } == [
          "2018-01-01", "2018-02-01", "2018-03-01",
        ])
      #expect(report.closed == (along + ["2018-02"]).map(month))
      #expect(
        outcome.cautions.map(\.fault) == [
          Fault(.monthOrder, "2018-02", "2017-01 to 2018-01", "2017-01"),
          Fault(
            .rateStale, "CHF 0.999 per USD", "UNORE", "2017-01-01", "333", "2017-11-30", "35"),
        ])
      #expect(outcome.cautions.allSatisfy { $0.severity == .warning })
    }
    #expect(try ledger.proved() == WorkedLedger.factCount + 6)
    for outcome in try closings("2018-03", on: "2018-04-05", of: ledger).suffix(2) {
      #expect(outcome.report.closed == [month("2018-03")])
      #expect(outcome.cautions.map(\.fault.code) == [.rateStale])
    }
  }

  @Test func `a closing rate that is old is told where the revaluation comes to nothing`() throws {
    let ledger = try WorkedLedger("2017-12-02 close 2017-11\n  entered: 2018-01-04T00:00:00Z\n")
    let old = Fault(
      .rateStale, "CHF 0.999 per USD", "UNORE", "2017-01-01", "364", "2017-12-31", "35")
    let revaluation = try ledger.record(Fact(day("2017-12-31"), .revaluation))
    #expect(revaluation.cautions.map(\.fault) == [old])
    for outcome in try closings("2017-12", on: "2018-01-05", of: ledger) {
      #expect(outcome.report.items.map(\.fact.kind) == [.close])
      #expect(outcome.report.closed == [month("2017-12")])
      #expect(outcome.cautions.map(\.fault) == [old])
    }
  }

  @Test func `closing tells what closed months do not carry at the rates of their ends`() throws {
    let ledger = try WorkedLedger(
      """
      2017-12-31 rate CHF 0.984 per USD

      2018-01-05 close 2017-12

      """)
    let told = Fault(
      .monthUnrevalued, "2017-12", "asset:receivable of A2", "6,103.67 USD", "2017-12-31")
    for outcome in try closings("2018-01", on: "2018-02-05", of: ledger) {
      #expect(outcome.cautions.map(\.fault).filter { $0.code != .rateStale } == [told])
      #expect(outcome.cautions.allSatisfy { $0.severity == .warning })
    }
    let ends = try WorkedLedger("2017-12-31 rate CHF 0.984 per USD\n")
    for outcome in try closings("2017-12", on: "2018-01-05", of: ends) {
      #expect(!outcome.cautions.contains { $0.fault.code == .monthUnrevalued })
    }
  }

  @Test func `a month that is not over closes none`() throws {
    let ledger = try WorkedLedger()
    #expect(
      try refusals { try closings("9999-12", on: "2018-01-05", of: ledger) } == [.monthNotOver])
  }
}
