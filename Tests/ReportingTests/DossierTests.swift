import Bookkeeping
import Funding
import Monetary
import Reporting
import Testing

@testable import Tabulation
@testable import TestSupport

@Suite struct DossierTests {
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      try signing("A1", "400,000 CHF", by: "sdc") { agreement in
        agreement.parts = [
          try part(2017, "300,000 CHF", "tightly mali/health"),
          try part(2018, "100,000 CHF", "earmarked mali"),
        ]
        agreement.starts = day("2017-11-02")
        agreement.ends = day("2018-11-01")
        agreement.purpose = "Clinics"
      })
    try ledger.post("2017-11-20", try receiving("A1", "120,000 CHF"), id: "R1")
    return ledger
  }

  private func dossier(
    _ ledger: SampleLedger, _ name: String = "A1", asOf last: String = "2017-12-31",
    stamped stamp: ReportStamp = stamp
  ) -> Dossier {
    let items = ledger.posted.map {
      Dossier.Item(
        id: $0.id, fact: $0.fact, text: "fact \($0.id)\n", entries: $0.consequence.entries)
    }
    return Dossier(
      name, agreement: ledger.book.standing(of: reference(name), asOf: day(last)),
      names: LedgerNames(of: ledger.book), items: items,
      rates: RateHistory(of: ledger.book, by: ledger.book.head.rates), stamp: stamp)
  }

  @Test func `an agreement's figures are the sums of its parts`() throws {
    let ledger = try ledger()
    let dossier = dossier(ledger)
    let document = dossier.document()
    #expect(document.title == "Agreement A1, sdc")
    #expect(document.subtitle == "signed 2017-11-02, from 2017-11-02 to 2018-11-01")
    #expect(document.figure("agreed") == "CHF 400,000.00")
    #expect(document.figure("settled") == "CHF 120,000.00")
    #expect(document.figure("open") == "CHF 280,000.00")
    #expect(document.figure("book") == "USD 400,400.40")
    #expect(document.figure("carrying") == "USD 280,280.28")
    let parts = try #require(document.grid("parts")).texts
    #expect(
      parts == [
        [
          "2017", "mali/health", "Tightly earmarked", "CHF 300,000.00", "CHF 120,000.00",
          "CHF 180,000.00",
        ],
        ["2018", "mali", "Earmarked", "CHF 100,000.00", "CHF 0.00", "CHF 100,000.00"],
      ])
  }

  @Test func `what is agreed as amended is settled, written off or open, beside what was signed`()
    throws
  {
    var ledger = try ledger()
    try ledger.post(
      "2017-11-25",
      try amending("A1/1", "+50,000 CHF") { $0.parts = [try part(2018, "50,000 CHF")] })
    try ledger.post("2017-11-26", try writingOff("A1", "30,000 CHF"))
    let document = dossier(ledger).document()
    #expect(
      document.allFigures.map { "\($0.label) \($0.value.inline)" }.prefix(5) == [
        "Agreed, as signed CHF 400,000.00", "Agreed, as amended CHF 450,000.00",
        "Settled CHF 120,000.00", "Written off CHF 30,000.00", "Open CHF 300,000.00",
      ])
    let parts = try #require(document.grid("parts"))
    #expect(
      parts.columns.map(\.header) == [
        "Year", "Place", "Earmark", "Agreed", "Settled", "Written off", "Open",
      ])
    #expect(
      parts.texts.map { $0.dropFirst(3) } == [
        ["CHF 300,000.00", "CHF 120,000.00", "CHF 0.00", "CHF 180,000.00"],
        ["CHF 150,000.00", "CHF 0.00", "CHF 30,000.00", "CHF 120,000.00"],
      ])
  }

  @Test func `programs get what is signed, agreed and written off where people are spared it`()
    throws
  {
    let (document, records) = (dossier(try ledger()).document(), dossier(try ledger()).records)
    #expect(document.figure("amountSigned") == nil && document.figure("writtenOff") == nil)
    #expect(document.allFigures.first?.label == "Agreed")
    #expect(records.figure("amountSigned") == records.figure("agreed"))
    #expect(records.figure("writtenOff") == "CHF 0.00")
    #expect(records.grid("parts")?.columns.contains { $0.id == "writtenOff" } == true)
  }

  @Test func `entries after the day are counted below`() throws {
    let ledger = try ledger()
    let early = ReportStamp(
      ledger: "Sample", origin: .text(sha256: "00"), facts: 7, asOf: day("2017-11-10"), known: nil,
      rates: table("UNORE"))
    let before = dossier(ledger, asOf: "2017-11-10", stamped: early).document()
    #expect(
      before.notes.items == ["1 entry lies after 2017-11-10; --as-of 2017-11-20 shows it"])
    #expect(dossier(ledger).document().notes.items == [])
  }

  @Test(arguments: [("2017-12-06", 0), ("2017-12-07", 1)])
  func `a rate that was old when it was used is warned of`(date: String, count: Int) throws {
    var ledger = try SampleLedger()
    try ledger.post(date, try signing("A1", "400,000 CHF", "earmarked mali"))
    let warnings = dossier(ledger).document().blocks.filter { block in
      if case .notes(let notes) = block {
        notes.title == "Warning: old rates were used"
      } else {
        false
      }
    }
    #expect(warnings.count == count)
    #expect(dossier(ledger).records.grid("rates")?.rows.count == 1)
  }

  @Test func `facts stand with their entries, and as they are written`() throws {
    let ledger = try ledger()
    let document = dossier(ledger, "R1").document()
    #expect(document.title == "R1" && document.keyFigures.isEmpty && document.subtitle.isEmpty)
    #expect(document.grid("facts")?.texts.map { $0[1] } == ["agreement", "receipt"])
    let legs = ledger.entries.flatMap(\.postings).count
    #expect(document.grid("entries")?.rows.filter { $0.level == 1 }.count == legs)
    #expect(document.blocks.last == .verbatim("fact F1\n\nfact R1\n"))
  }

  @Test func `a fact without entries has no table of them`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-28", .note(ScopeNote(scope("mali"), text: "x")))
    #expect(dossier(ledger).document().grid("entries") == nil)
  }
}
