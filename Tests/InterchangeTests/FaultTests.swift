import Diagnostics
import Foundation
import Funding
import Testing

@testable import Interchange

/// What each kind of mistake is told as, and where.
struct FaultTests {
  /// A text with one mistake.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: FaultCode
    let line: Int
    let column: Int
    let text: String
    var values: [String]?

    init(
      _ code: FaultCode, _ line: Int, _ column: Int, _ text: String, _ values: [String]? = nil
    ) {
      self.code = code
      self.line = line
      self.column = column
      self.text = text
      self.values = values
    }

    var testDescription: String { "\(code.rawValue): \(text.prefix(80))" }
  }

  @Test(arguments: amounts + dates + directives + texts + names)
  func `a mistake gives one diagnostic at its place, and no fact`(mistake: Mistake) throws {
    let ledger = read(mistake.text + "\n")

    #expect(ledger.facts.isEmpty)
    try #require(ledger.diagnostics.count == 1, "\(ledger.diagnostics)")
    let diagnostic = ledger.diagnostics[0]
    #expect(diagnostic.fault.code == mistake.code)
    #expect(diagnostic.location?.line == mistake.line)
    #expect(diagnostic.location?.column == mistake.column)
    let lines = mistake.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(diagnostic.excerpt == lines[mistake.line - 1].replacing("\t", with: "␉"))
    if let values = mistake.values { #expect(diagnostic.fault.values == values) }
  }

  @Test func `each fault that the reader tells of has its mistake here, or its file elsewhere`()
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Interchange/Reading")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let told = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: #/[Ff]ault\(\s*\.(\w+)/#)
        .map { String($0.output.1) }
    }
    // WholeFileTests has these.
    let ofFiles: [FaultCode] = [
      .textEncoding, .textControl, .textLineTooLong, .textTruncated, .textTooManyErrors,
    ]
    let mistakes = Self.amounts + Self.dates + Self.directives + Self.texts + Self.names
    let shown = (mistakes.map(\.code) + ofFiles).map { String(describing: $0) }

    #expect(told.count > 40)
    #expect(Set(told).subtracting(shown) == [])
  }

  static let amounts = [
    Mistake(.amountSyntax, 1, 26, "2017-01-01 pledge P1 sdc NaN USD", ["NaN"]),
    Mistake(.amountSyntax, 1, 26, "2017-01-01 pledge P1 sdc 400,000", ["400,000"]),
    Mistake(.amountSyntax, 1, 26, "2017-01-01 pledge P1 sdc .5 USD", [".5"]),
    Mistake(.amountSyntax, 1, 26, "2017-01-01 pledge P1 sdc 1e3 USD", ["1e3"]),
    Mistake(.amountGrouping, 1, 26, "2017-01-01 pledge P1 sdc 4,00 USD", ["4,00"]),
    Mistake(.amountGrouping, 1, 26, "2017-01-01 pledge P1 sdc 1.000,00 EUR", ["1.000,00"]),
    Mistake(.amountDecimals, 1, 26, "2017-01-01 pledge P1 sdc 1.000 USD", ["1.000", "USD", "2"]),
    Mistake(.amountDecimals, 1, 26, "2017-01-01 pledge P1 sdc 1.5 XOF", ["1.5", "XOF", "0"]),
    Mistake(.amountOverflow, 1, 26, "2017-01-01 pledge P1 sdc 92,233,720,368,547,758.08 USD"),
    Mistake(.amountSign, 1, 26, "2017-01-01 pledge P1 sdc -5 USD", ["-5"]),
    Mistake(.amountSign, 1, 26, "2017-01-01 pledge P1 sdc +5 USD", ["+5"]),
    Mistake(.amountSign, 1, 26, "2017-01-01 pledge P1 sdc 0.00 USD", ["0.00 USD"]),
    Mistake(.amountSign, 1, 29, "2017-01-01 requirement mali +5 USD\n  kind: revised"),
    Mistake(
      .amountUnit, 1, 26, "2017-01-01 pledge P1 sdc 3 million USD", ["3 million USD", "million"]),
    Mistake(.amountUnit, 1, 26, "2017-01-01 pledge P1 sdc US$ 3,068,942 million"),
    Mistake(.amountUnit, 1, 26, "2017-01-01 pledge P1 sdc $300", ["$300", "$"]),
    Mistake(
      .amountList, 2, 31,
      "2017-01-01 agreement A s 2 USD\n  instalment: 2017-04-01 1 USD, 2018-02-01 1 USD"),
    Mistake(
      .directiveSyntax, 2, 3, "2017-01-01 pledge P1 sdc 5 USD\n  population refugees",
      ["population", "KEY: VALUE"]),
    Mistake(.currencyUnknown, 1, 28, "2017-01-01 pledge P1 sdc 5 FRF", ["FRF"]),
    Mistake(.currencyUnknown, 1, 28, "2017-01-01 pledge P1 sdc 5 usd", ["usd"]),
    Mistake(.currencyUnknown, 2, 13, "ledger \"x\"\n  currency: EURO\n  rates: ECB", ["EURO"]),
    Mistake(.rateSyntax, 1, 21, "2017-01-01 rate CHF 0,999 per USD", ["0,999"]),
    Mistake(.rateSyntax, 1, 21, "2017-01-01 rate CHF 0 per USD", ["0"]),
    Mistake(.rateSyntax, 1, 21, "2017-01-01 rate CHF -1 per USD", ["-1"]),
    Mistake(.rateOfItself, 1, 27, "2017-01-01 rate USD 1 per USD", ["USD"]),
    Mistake(.probabilitySyntax, 2, 16, "2017-01-01 pledge P sdc 1 USD\n  probability: 100.1 %"),
    Mistake(.probabilitySyntax, 2, 16, "2017-01-01 pledge P sdc 1 USD\n  probability: -5%"),
    Mistake(.percentSyntax, 2, 12, "2017-01-01 agreement A sdc 1 USD\n  support: 100 % on direct"),
  ]

  static let dates = [
    Mistake(.dateImpossible, 1, 1, "2017-02-30 note mali \"x\"", ["2017-02-30"]),
    Mistake(.dateImpossible, 1, 1, "2017-13-01 note mali \"x\"", ["2017-13-01"]),
    Mistake(.dateSyntax, 1, 1, "228 NOVEMBER 2017 note mali \"x\"", ["228 NOVEMBER 2017"]),
    Mistake(.dateSyntax, 1, 1, "1/2/2017 note mali \"x\"", ["1/2/2017"]),
    Mistake(.dateSyntax, 1, 1, "228 NOVEMBER", ["228"]),
    Mistake(
      .dateSyntax, 2, 13, "2017-01-01 amendment A/1\n  recorded: 228 NOVEMBER ; x", ["228 NOVEMBER"]
    ),
    Mistake(.dateImpossible, 2, 13, "2017-01-01 amendment A/1\n  recorded: 2017-11-31"),
    Mistake(.dateMissing, 1, 1, "note mali \"x\"", ["note"]),
    Mistake(.yearSyntax, 2, 9, "2017-01-01 pledge P1 sdc 5 USD\n  year: 0000", ["0000"]),
    Mistake(.yearSyntax, 2, 9, "2017-01-01 pledge P1 sdc 5 USD\n  year: +217", ["+217"]),
    Mistake(.monthSyntax, 1, 18, "2017-11-30 close 2017-13", ["2017-13"]),
    Mistake(.monthSyntax, 1, 18, "2017-11-30 close November", ["November"]),
    Mistake(
      .periodSyntax, 2, 11, "2017-01-01 agreement A s 1 USD\n  period: 2017-12-31..2017-01-01"),
    Mistake(
      .dateImpossible, 2, 23, "2017-01-01 agreement A s 1 USD\n  period: 2017-01-01..2017-06-31"),
    Mistake(.instantSyntax, 2, 12, "2017-01-01 account asset:bank\n  entered: 2017-01-01T10:00Z"),
  ]

  static let directives = [
    Mistake(
      .directiveMisspelt, 1, 12, "2017-01-01 agrement A1 sdc 5 USD", ["agrement", "agreement"]),
    Mistake(.directiveMisspelt, 1, 1, "legder \"x\"", ["legder", "ledger"]),
    Mistake(.directiveUnknown, 1, 12, "2017-01-01 hocuspocus A1\n  key: is not looked at"),
    Mistake(.directiveIncomplete, 1, 11, "2017-01-01"),
    Mistake(
      .directiveIncomplete, 1, 21, "2017-01-01 pledge P1",
      ["YYYY-MM-DD pledge REFERENCE DONOR AMOUNT"]),
    Mistake(.directiveIncomplete, 2, 8, "2017-01-01 pledge P1 sdc 5 USD\n  year:", ["year: YEAR"]),
    Mistake(
      .directiveIncomplete, 2, 22, "2017-01-01 agreement A s 1 USD\n  part: 2017 1 USD by",
      ["part: YEAR AMOUNT [EARMARK] [by DONOR]"]),
    Mistake(
      .directiveSyntax, 2, 32,
      "2017-01-01 agreement A s 1 USD\n  part: 2017 1 USD softly mali norway",
      ["norway", "part: YEAR AMOUNT [EARMARK] [by DONOR]"]),
    Mistake(.directiveSyntax, 1, 32, "2017-01-01 pledge P1 sdc 5 USD 6 USD"),
    Mistake(
      .directiveSyntax, 1, 1, "2017-01-01 ledger \"x\"\n  currency: USD\n  rates: UNORE",
      ["2017-01-01", "ledger TEXT"]),
    Mistake(
      .directiveSyntax, 2, 3, "2017-01-01 pledge P1 sdc 5 USD\n  year 2017", ["year", "year: YEAR"]),
    Mistake(.directiveSyntax, 1, 27, "2017-01-01 rate CHF 0.999 for USD"),
    Mistake(.directiveSyntax, 2, 26, "2017-01-01 receipt A 5 USD\n  bank: 5 USD to asset:x and"),
    Mistake(
      .directiveKeyMisspelt, 2, 3, "2017-01-01 pledge P1 sdc 5 USD\n  earmrak: tightly mali",
      ["earmrak", "pledge", "earmark"]),
    Mistake(.directiveKeyUnknown, 2, 3, "2017-01-01 close 2017-01\n  xylophone: x"),
    Mistake(
      .directiveKeyUnknown, 2, 3, "2017-01-01 pledge P1 sdc 5 USD\n  instalment: 2017-01-01 5 USD"),
    Mistake(
      .directiveKeyTwice, 3, 3, "2017-01-01 pledge P1 sdc 5 USD\n  year: 2017\n  year: 2018",
      ["year"]),
    Mistake(
      .directiveKeyTwice, 3, 6,
      "2017-01-01 receipt A 5 USD\n  bank: 5 USD to asset:x\n  to: asset:y", ["to"]),
    Mistake(.directiveKeyMissing, 1, 1, "ledger \"x\"", ["ledger", "currency:, rates:"]),
    Mistake(.directiveKeyMissing, 1, 1, "2017-01-01 reversal R1", ["reversal", "reason:"]),
    Mistake(
      .directiveValue, 2, 9, "2017-01-01 donor x \"X\"\n  type: goverment",
      ["goverment", "type", "government, multilateral, pooled-fund, private"]),
    Mistake(.directiveValue, 2, 12, "2017-01-01 pledge P1 sdc 5 USD\n  earmark: loosely mali"),
    Mistake(.directiveValue, 2, 16, "2017-01-01 receipt A 5 USD\n  overpayment: maybe"),
    Mistake(
      .directiveValue, 1, 19, "2017-01-01 assert found mali 5 USD",
      [
        "found", "assert",
        "requested, funded, unfunded, pledged, signed, received, spent, balance",
      ]),
    Mistake(.directiveIndent, 1, 3, "  year: 2017"),
    Mistake(.directiveTab, 2, 1, "2017-01-01 pledge P1 sdc 5 USD\n\tyear: 2017"),
  ]

  static let texts = [
    Mistake(.textQuote, 1, 19, "2017-01-01 note m \"never closed"),
    Mistake(.textQuote, 1, 19, "2017-01-01 note m \"closed by an escape \\\""),
    Mistake(.textUnquoted, 1, 19, "2017-01-01 note m two words ; comment", ["two words"]),
    Mistake(.textUnquoted, 2, 7, "2017-01-01 note m \"x\"\n  by: a\"b"),
    Mistake(.textEmpty, 1, 19, "2017-01-01 note m \"\""),
    Mistake(.textEmpty, 1, 19, "2017-01-01 note m \" \\t\\u{A0} \""),
    Mistake(.textEmpty, 1, 20, "2017-01-01 donor m \"\""),
    Mistake(.textEmpty, 1, 23, "2017-01-01 scope mali \"\""),
    Mistake(.textEmpty, 1, 8, "ledger \"\"\n  currency: USD\n  rates: UNORE"),
    Mistake(
      .textEmpty, 1, 18, "2017-01-01 entry \"  \"\n  debit asset:b 1 USD\n  credit asset:c 1 USD"),
    Mistake(.textEmpty, 2, 11, "2017-01-01 reversal E1\n  reason: \"\""),
    Mistake(.textEmpty, 2, 14, "2017-01-01 agreement A s 2 USD\n  condition: \"\" 1 USD"),
    Mistake(.textControl, 1, 21, "2017-01-01 note m \"a\\u{202E}b\""),
    Mistake(.textControl, 2, 12, "2017-01-01 note m \"a\"\n  source: \"\\u{02066}\""),
    Mistake(.textMark, 2, 1, "; a\n\u{FEFF}2017-01-02 note m \"b\""),
    Mistake(.textMark, 2, 1, "; a\n\u{FEFF}; joined"),
    Mistake(.textEscape, 1, 21, "2017-01-01 note m \"a\\qb\"", ["\\q"]),
    Mistake(.textEscape, 1, 20, "2017-01-01 note m \"\\u{D800}\"", ["\\u"]),
    Mistake(
      .directiveSyntax, 1, 22, "2017-01-01 note m \"x\"y", ["y", "YYYY-MM-DD note SCOPE TEXT"]),
  ]

  static let names = [
    Mistake(.referenceSyntax, 1, 19, "2017-01-01 pledge P#1 sdc 5 USD", ["P#1"]),
    Mistake(.scopeSyntax, 1, 17, "2017-01-01 note Mali \"x\"", ["Mali"]),
    Mistake(.scopeRemainder, 1, 18, "2017-01-01 scope mali/*", ["mali/*"]),
    Mistake(.scopeReserved, 1, 18, "2017-01-01 scope except", ["except"]),
    Mistake(.donorSyntax, 1, 18, "2017-01-01 donor Japan \"Japan\"", ["Japan"]),
    Mistake(.accountSyntax, 1, 20, "2017-01-01 account bank:citi", ["bank:citi"]),
    Mistake(.slugSyntax, 2, 23, "2017-01-01 agreement A s 1 USD\n  require: population Refugees"),
    Mistake(
      .formSyntax, 2, 22, "2017-01-01 agreement A s 1 USD\n  report: 2017-12-01 8+3 Narrative",
      ["8+3 Narrative"]),
    Mistake(.formSyntax, 1, 34, "2017-01-01 reported A 2017-12-01 8_3", ["8_3"]),
    Mistake(.tableSyntax, 2, 10, "2017-01-01 rate CHF 1 per USD\n  table: UN/ORE", ["UN/ORE"]),
    Mistake(.countrySyntax, 2, 12, "2017-01-01 scope mali\n  country: Mali", ["Mali"]),
    Mistake(.identifierSyntax, 2, 7, "2017-01-01 note m \"x\"\n  id: a:b:c", ["a:b:c"]),
    Mistake(
      .documentSyntax, 2, 21, "2017-01-01 note m \"x\"\n  document: \"a.pdf\" ABCDEF", ["ABCDEF"]),
  ]
}
