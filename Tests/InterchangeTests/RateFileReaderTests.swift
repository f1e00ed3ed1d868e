import Diagnostics
import Foundation
import Monetary
import Testing

@testable import Interchange

/// Tables of rates as their publishers write them.
@Suite struct RateFileReaderTests {
  static let treasury = """
    <?xml version="1.0" encoding="UTF-8"?>
    <UN_OPERATIONAL_RATES_DATASET>
    \t<UN_OPERATIONAL_RATES>
    \t\t<country>Switzerland\t</country>
    \t\t<f_curr_code>CHF\t</f_curr_code>
    \t\t<rate>.999\t</rate>
    \t\t<eff_date>1 Nov 2017\t</eff_date>
    \t</UN_OPERATIONAL_RATES>
    \t<UN_OPERATIONAL_RATES>
    \t\t<country>Liechtenstein</country><f_curr_code>CHF</f_curr_code>
    \t\t<rate>0.9990</rate><eff_date>01 Nov 2017</eff_date>
    \t</UN_OPERATIONAL_RATES>
    \t<UN_OPERATIONAL_RATES>
    \t\t<country>France &amp; R&#xE9;union</country><f_curr_code>EUR</f_curr_code>
    \t\t<rate>0.86</rate><eff_date>15 NOV 2017</eff_date>
    \t</UN_OPERATIONAL_RATES>
    \t<UN_OPERATIONAL_RATES>
    \t\t<country>Galápagos</country><f_curr_code>ECS</f_curr_code>
    \t\t<rate>25000</rate><eff_date>1 Nov 2017</eff_date>
    \t</UN_OPERATIONAL_RATES>
    \t<UN_OPERATIONAL_RATES>
    \t\t<country>Ecuador</country><f_curr_code>USD</f_curr_code>
    \t\t<rate>1</rate><eff_date>1 Nov 2017</eff_date>
    \t</UN_OPERATIONAL_RATES>
    </UN_OPERATIONAL_RATES_DATASET>

    """

  static let bankOfTwoDays = """
    <?xml version="1.0" encoding="UTF-8"?>
    <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://ecb.int/x">
      <gesmes:subject>Reference rates</gesmes:subject>
      <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
      <Cube>
        <Cube time="2017-11-02">
          <Cube currency="USD" rate="1.1645"/>
          <Cube currency="CHF" rate="1.1647"/>
        </Cube>
        <Cube time="2017-11-01"><Cube currency='CHF' rate='1.164'/></Cube>
      </Cube>
    </gesmes:Envelope>

    """

  static let bankOfAllDays = """
    Date,USD,CHF,ECS,
    2017-11-02,1.1645,1.1647,N/A,
    2017-11-01,1.1612,N/A,,

    """

  static let lines = """
    currency,date,units_per_usd,n_transactions,conflicting_rates
    "CHF",2017-11-02,0.999,2,
    EUR,2017-05-03,0.921,1,

    """

  /// The rates as a ledger would write them.
  private func written(_ file: RateFile) -> [String] {
    file.rows.map { "\($0.line):\($0.column) \($0.date) \($0.quote) \($0.units) per \($0.base)" }
  }

  @Test func `the Treasury's rates are per dollar, and each currency counts once`() {
    let file = RateFile(reading: Self.treasury)

    #expect(file.table == .operational)
    #expect(
      written(file) == [
        "6:1 2017-11-01 CHF 0.999 per USD", "15:1 2017-11-15 EUR 0.86 per USD",
      ])
    #expect(file.diagnostics.map(\.fault) == [Fault(.ratesSkipped, "ECS", "1 rate")])
    #expect(file.diagnostics.map(\.severity) == [.warning])
    #expect(file.diagnostics.map(\.location?.line) == [18])
    #expect(!file.isRefused)
  }

  @Test func `the bank's rates are per euro, of one day or of many`() {
    let file = RateFile(reading: Self.bankOfTwoDays)

    #expect(file.table == .europeanCentralBank)
    #expect(
      written(file) == [
        "7:1 2017-11-02 USD 1.1645 per EUR", "8:1 2017-11-02 CHF 1.1647 per EUR",
        "10:1 2017-11-01 CHF 1.164 per EUR",
      ])
    #expect(file.diagnostics == [])
  }

  @Test func `the bank's table of all days has a column a currency, and cells without a rate`() {
    let file = RateFile(reading: Self.bankOfAllDays)

    #expect(file.table == .europeanCentralBank)
    #expect(
      written(file) == [
        "2:12 2017-11-02 USD 1.1645 per EUR", "2:19 2017-11-02 CHF 1.1647 per EUR",
        "3:12 2017-11-01 USD 1.1612 per EUR",
      ])
    #expect(file.diagnostics == [])
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `a rate a line is read by the names in the header, and belongs to no table yet`(
    ending: String, mark: String
  ) {
    let file = RateFile(
      reading: mark + Self.lines.replacing("\n", with: ending))

    #expect(file.table == nil)
    #expect(
      written(file) == ["2:18 2017-11-02 CHF 0.999 per USD", "3:16 2017-05-03 EUR 0.921 per USD"])
    #expect(file.diagnostics == [])
  }

  @Test(arguments: [treasury, bankOfTwoDays, bankOfAllDays, lines])
  func `where the chunks are cut makes no difference`(text: String) {
    let whole = RateFile(reading: text)
    for size in [1, 2, 3, 7, 64, 1000] {
      let cut = RateFile(reading: Array(text.utf8), by: size)
      #expect(cut.rows == whole.rows, "by \(size)")
      #expect(cut.diagnostics == whole.diagnostics, "by \(size)")
    }
  }

  @Test func `a table in another encoding is read if it says which`() throws {
    let latin = Self.treasury.replacing("UTF-8", with: "ISO-8859-1")
      .replacing("Switzerland", with: "Suisse é")
    let bytes = try #require(latin.data(using: .isoLatin1))
    #expect(RateFile(reading: Array(bytes)).rows.count == 2)
    let wide = try #require(
      Self.treasury.replacing("UTF-8", with: "UTF-16").data(using: .utf16))
    #expect(RateFile(reading: Array(wide)).rows.count == 2)
  }

  @Test func `however long a table is, no more of it is held than a line and a chunk`() {
    var reader = RateFileReader(named: "long.csv")
    let rows = String(repeating: "CHF,2017-11-02,0.999\n", count: 3000)
    reader.take(Array("currency,date,units_per_usd\n".utf8))
    for _ in 0..<20 {
      reader.take(Array(rows.utf8))
      #expect(reader.heldCount < 100)
    }
    reader.take(Array(String(repeating: "x", count: 3 << 20).utf8))
    #expect(reader.heldCount <= 1 << 20)
    let file = reader.finish()
    #expect(file.rows.count == 1)
    #expect(
      file.diagnostics.map(\.fault) == [Fault(.textLineTooLong, "1048576")])
  }
}

extension RateFile {
  /// Reads a text in one chunk.
  init(reading text: String) {
    self.init(reading: Array(text.utf8))
  }

  /// Reads bytes in chunks of some size.
  init(reading bytes: [UInt8], by size: Int = .max) {
    var reader = RateFileReader(named: "rates")
    var start = 0
    while start < bytes.count {
      let end = start + min(size, bytes.count - start)
      reader.take(Array(bytes[start..<end]))
      start = end
    }
    self = reader.finish()
  }
}
