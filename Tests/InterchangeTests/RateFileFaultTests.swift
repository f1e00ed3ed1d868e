import Diagnostics
import Monetary
import SeededRandom
import Testing

@testable import Interchange

/// Tables of rates that are damaged, cut off, or none.
@Suite struct RateFileFaultTests {
  /// A file with one mistake, and how it is told.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let fault: Fault
    let line: Int
    let column: Int

    init(_ fault: Fault, _ line: Int, _ column: Int, _ text: String) {
      self.fault = fault
      self.line = line
      self.column = column
      self.text = text
    }

    var testDescription: String { "\(fault.code.rawValue): \(text.prefix(60))" }
  }

  @Test(arguments: ofLines + ofBank + ofTreasury + ofMarkup)
  func `a mistake is told at its place, and the file is refused`(mistake: Mistake) throws {
    let file = RateFile(reading: mistake.text)

    try #require(file.diagnostics.count == 1, "\(file.diagnostics)")
    let diagnostic = file.diagnostics[0]
    #expect(diagnostic.fault == mistake.fault)
    #expect(diagnostic.location?.line == mistake.line)
    #expect(diagnostic.location?.column == mistake.column)
    let lines = mistake.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(diagnostic.excerpt == (mistake.text.hasPrefix("<") ? "" : lines[mistake.line - 1]))
    #expect(file.isRefused)
  }

  private static func line(_ line: String) -> String {
    "currency,date,units_per_usd\nEUR,2017-11-01,0.9\n\(line)\n"
  }

  static let ofLines = [
    Mistake(Fault(.rateSyntax, "0"), 3, 16, line("CHF,2017-11-01,0")),
    Mistake(Fault(.rateSyntax, "-0.999"), 3, 16, line("CHF,2017-11-01,-0.999")),
    Mistake(Fault(.rateSyntax, ""), 3, 16, line("CHF,2017-11-01,")),
    Mistake(Fault(.rateSyntax, "1e3"), 3, 16, line("CHF,2017-11-01,1e3")),
    Mistake(Fault(.dateImpossible, "2017-02-30"), 3, 5, line("CHF,2017-02-30,0.999")),
    Mistake(Fault(.dateSyntax, "yesterday"), 3, 5, line("CHF,yesterday,0.999")),
    Mistake(Fault(.csvFields, "3", "2"), 3, 1, line("CHF,2017-11-01")),
    Mistake(Fault(.csvFields, "3", "4"), 3, 1, line("CHF,2017-11-01,0.999,5")),
    Mistake(Fault(.csvQuote), 3, 1, line("CHF,2017-11-01,\"0.999")),
    Mistake(Fault(.rateOfItself, "USD"), 3, 16, line("USD,2017-11-01,1.1")),
    Mistake(
      Fault(.ratesRowDiffers, "EUR", "2017-11-01", "0.91", "0.9", "2"), 3, 16,
      line("EUR,2017-11-01,0.91")),
    Mistake(
      Fault(.textTruncated, "a line"), 3, 1, String(line("CHF,2017-11").dropLast())),
    Mistake(Fault(.ratesForm, "currency,date,rate"), 1, 1, "currency,date,rate\nCHF,2017-11-01,5"),
    Mistake(Fault(.ratesForm, "hello"), 1, 1, "hello"),
  ]

  static let ofBank = [
    Mistake(Fault(.rateSyntax, "n/a"), 2, 12, "Date,USD,\n2017-11-02,n/a,\n"),
    Mistake(Fault(.csvFields, "3", "4"), 2, 1, "Date,USD,\n2017-11-02,1.1,2,\n"),
    Mistake(Fault(.textTruncated, "a line"), 2, 1, "Date,USD,CHF,\n2017-11-02,1.1645"),
    Mistake(Fault(.ratesForm, "Date,Opening,"), 1, 1, "Date,Opening,\n2017-11-02,5,\n"),
  ]

  private static func record(_ fields: String) -> String {
    "<UN_OPERATIONAL_RATES_DATASET>\n<R>\n\(fields)\n</R>\n</UN_OPERATIONAL_RATES_DATASET>\n"
  }

  private static func record(code: String, rate: String, date: String) -> String {
    record(
      "<f_curr_code>\(code)</f_curr_code><rate>\(rate)</rate><eff_date>\(date)</eff_date>")
  }

  static let ofTreasury = [
    Mistake(Fault(.rateSyntax, "-1"), 3, 1, record(code: "CHF", rate: "-1", date: "1 Nov 2017")),
    Mistake(Fault(.rateSyntax, "0.0"), 3, 1, record(code: "CHF", rate: "0.0", date: "1 Nov 2017")),
    Mistake(
      Fault(.dateImpossible, "31 Nov 2017"), 3, 1,
      record(code: "CHF", rate: "1", date: "31 Nov 2017")),
    Mistake(
      Fault(.dateSyntax, "1 Brumaire 2017"), 3, 1,
      record(code: "CHF", rate: "1", date: "1 Brumaire 2017")),
    Mistake(
      Fault(.ratesField, "eff_date"), 2, 1,
      record("<f_curr_code>CHF</f_curr_code><rate>1</rate>")),
    Mistake(
      Fault(.ratesField, "f_curr_code"), 3, 1, record(code: "", rate: "1", date: "1 Nov 2017")),
    Mistake(
      Fault(.ratesField, "rate"), 2, 1,
      "<Envelope>\n<Cube><Cube time='2017-11-01'><Cube currency='CHF'/></Cube></Cube></Envelope>"),
    Mistake(
      Fault(.dateImpossible, "2017-11-31"), 2, 1,
      "<Envelope>\n<Cube time='2017-11-31'><Cube currency='CHF' rate='1'/></Cube></Envelope>"),
  ]

  static let ofMarkup = [
    Mistake(Fault(.ratesForm, "html"), 2, 1, "<?xml version='1.0'?>\n<html/>"),
    Mistake(
      Fault(.xmlDoctype), 1, 1,
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><UN_OPERATIONAL_RATES_DATASET/>"),
    Mistake(
      Fault(.xmlSyntax, "Entity 'x' not defined"), 1, 34,
      "<UN_OPERATIONAL_RATES_DATASET>&x;</UN_OPERATIONAL_RATES_DATASET>"),
    Mistake(
      Fault(.textTruncated, "the document"), 2, 4, "<UN_OPERATIONAL_RATES_DATASET>\n<R>"),
  ]

  @Test func `a file that is not in the encoding it says is refused`() {
    let latin = Array("currency,date,units_per_usd\nCHF,2017-11-01,0.9 Z".utf8) + [0xFC, 0x0A]
    #expect(RateFile(reading: latin).diagnostics.map(\.fault) == [Fault(.textEncoding)])
    let marked =
      Array("<UN_OPERATIONAL_RATES_DATASET><R>R".utf8) + [0xE9]
      + Array("union</R></UN_OPERATIONAL_RATES_DATASET>".utf8)
    #expect(RateFile(reading: marked).diagnostics.map(\.fault) == [Fault(.textEncoding)])
    let wide: [UInt8] = [0xFF, 0xFE] + Array("Date".utf8).flatMap { [$0, 0] }
    #expect(RateFile(reading: wide).diagnostics.map(\.fault) == [Fault(.textEncoding)])
  }

  @Test(arguments: [
    "", "\n \n", "currency,date,units_per_usd\n", "Date,USD,\n2017-11-01,N/A,\n", "<Envelope/>",
    "currency,date,units_per_usd\nUSD,2017-11-01,1\n",
  ])
  func `a file without a rate is refused`(text: String) {
    let file = RateFile(reading: text)
    #expect(file.diagnostics == [Diagnostic(Fault(.ratesNone, "rates"))])
  }

  @Test func `more different rates than anybody publishes are refused, and no more is read`() {
    var reader = RateFileReader(named: "rates", limit: 2)
    reader.take(Array("Date,USD,CHF,SEK,NOK,\n2017-11-01,1,2,3,4,\n".utf8))
    #expect(reader.isDone)
    #expect(reader.finish().diagnostics.map(\.fault) == [Fault(.ratesTooMany, "2")])
  }

  @Test func `all mistakes are told in one run, a thousand at most`() {
    let text =
      "currency,date,units_per_usd\n" + String(repeating: "CHF,2017-11-01,x\n", count: 1002)
    let file = RateFile(reading: text)
    #expect(file.diagnostics.count == 1001)
    #expect(file.diagnostics.last?.fault == Fault(.textTooManyErrors, "2"))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func `whatever bytes come, something is told and nothing traps`(seed: UInt64) {
    var random = Seeded(seed)
    let samples = [
      RateFileReaderTests.treasury, RateFileReaderTests.bankOfTwoDays,
      RateFileReaderTests.bankOfAllDays, RateFileReaderTests.lines,
    ]
    for _ in 0..<100 {
      var bytes = Array((samples.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
      let file = RateFile(reading: bytes, by: Int.random(in: 1...100, using: &random))
      #expect(!file.rows.isEmpty || file.isRefused)
    }
  }
}
