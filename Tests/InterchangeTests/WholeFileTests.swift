import Diagnostics
import Funding
import Testing

@testable import Interchange

/// What is wrong with a file as a whole, and what is not.
struct WholeFileTests {
  private let note = "2017-11-30 note mali \"read\"\n"

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `any line end and a byte order mark are taken`(end: String, mark: String) {
    let text = mark + Samples.first.replacing("\n", with: end)

    #expect(read(text).diagnostics.isEmpty)
    #expect(read(text).facts == read(Samples.first).facts)
  }

  @Test(arguments: ["", "\n\n", "; a comment only", "   "])
  func `a file may state nothing`(text: String) {
    #expect(read(text).diagnostics.isEmpty)
    #expect(read(text).facts.isEmpty)
  }

  @Test func `a complete last line needs no line end`() {
    let ledger = read("2017-11-30 note mali \"read\"")

    #expect(ledger.diagnostics.isEmpty)
    #expect(ledger.facts.count == 1)
  }

  @Test(arguments: [
    ("2017-11-30 note mali \"cut in a te", "note"),
    ("2017-02-14 agreement A0051 japan 1,292,000 US", "agreement"),
    ("2017-02-14 agreement A0051 japan 1,292,", "agreement"),
    ("2017-02-14 agreement A0051 japan 1 USD\n  ends: 2018-1", "agreement"),
    ("2017-02-14 agreement A0051 japan 1 USD\n  en", "agreement"),
    ("2017-02-14 agree", "line"),
    ("2017-0", "line"),
  ]) func `a file that is cut off in the middle of a directive is told as cut off`(
    text: String, what: String
  ) {
    let ledger = read(note + text)

    #expect(ledger.facts.count == 1)
    #expect(ledger.diagnostics.map(\.fault) == [Fault(.textTruncated, "this \(what)")])
  }

  @Test func `a mistake further left in an open last line is told for what it is`() {
    #expect(
      read(note + "2017-02-31 note mali \"x\"").diagnostics.map(\.fault.code) == [.dateImpossible])
  }

  @Test(arguments: [0x00, 0x07, 0x1B, 0x7F, 0x0D] as [UInt8])
  func `a control character is told once a line, and the rest is read`(letter: UInt8) {
    let bad = Array("2017-11-30 note mali \"a".utf8) + [letter, letter] + Array("b\"\n".utf8)

    let ledger = LedgerTextReader().read(bad + Array(note.utf8), named: "test")

    #expect(ledger.facts.map(\.line) == [2])
    #expect(ledger.diagnostics.map(\.fault.code) == [.textControl])
    #expect(ledger.diagnostics.map(\.location?.column) == [24])
  }

  @Test(arguments: ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"])
  func `a mark that reorders a line is refused like a control character`(mark: String) {
    let ledger = read("2017-11-30 note mali \"a\(mark)b – c\"\n" + note)

    #expect(ledger.facts.map(\.line) == [2])
    #expect(ledger.diagnostics.map(\.fault.code) == [.textControl])
    #expect(ledger.diagnostics.map(\.location?.column) == [24])
    #expect(read("2017-11-30 note mali \"a – “b”\u{200F}\u{2065}\"\n").diagnostics.isEmpty)
  }

  @Test(arguments: [("", FaultCode.textEmpty), ("a\\u{202E}b", .textControl)])
  func `what a store recorded is read though no text may say it`(text: String, code: FaultCode) {
    let directive = "2017-11-30 note mali \"\(text)\"\n"

    #expect(LedgerTextReader().fact(Array(directive.utf8)) != nil)
    #expect(read(directive).diagnostics.map(\.fault.code) == [code])
  }

  @Test func `what is no text at all is told from text with a few strange letters`() {
    #expect(LedgerTextReader.isBinary((0...255).map { UInt8($0) }))
    #expect(
      LedgerTextReader.isBinary([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]))
    #expect(!LedgerTextReader.isBinary(Array(note.utf8) + [0, 0xE8]))
    #expect(
      !LedgerTextReader.isBinary([0xFF, 0xFE] + Array(note.utf16).flatMap { [UInt8($0), 0] }))
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0x80]] as [[UInt8]])
  func `what is not UTF-8 is told at its place, and the rest is read`(letters: [UInt8]) {
    let bad = Array("2017-11-30 note mali \"é".utf8) + letters + Array("\"\n".utf8)

    let ledger = LedgerTextReader().read(bad + Array(note.utf8), named: "test")

    #expect(ledger.facts.map(\.line) == [2])
    #expect(ledger.diagnostics.map(\.fault.code) == [.textEncoding])
    #expect(ledger.diagnostics.map(\.location?.column) == [25])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `a file of two bytes a letter is told once`(mark: [UInt8]) {
    let text = mark + note.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    let ledger = LedgerTextReader().read(text, named: "test")

    #expect(ledger.diagnostics.map(\.fault.code) == [.textEncoding])
  }

  @Test func `a line that cannot be read takes its directive with it, and no other`() {
    let ledger = read("2017-11-30 note mali \"x\"\n  source: \"\u{0}\"\n" + note)

    #expect(ledger.facts.map(\.line) == [3])
    #expect(ledger.diagnostics.map(\.fault.code) == [.textControl])
  }

  @Test func `a line beyond the longest is refused by its length, and the rest is read`() throws {
    let text = "2017-11-30 note mali \"" + String(repeating: "x", count: 1000) + "\"\n"

    let ledger = LedgerTextReader(longestLine: 1000).read(Array((text + note).utf8), named: "x")

    #expect(ledger.facts.map(\.line) == [2])
    let diagnostic = try #require(ledger.diagnostics.first)
    #expect(diagnostic.fault == Fault(.textLineTooLong, "1000"))
    #expect(diagnostic.excerpt.utf8.count < 200)
  }

  @Test func `the longest line is read`() {
    let reader = LedgerTextReader(longestLine: note.utf8.count - 1)

    #expect(reader.read(Array(note.utf8), named: "x").facts.count == 1)
  }

  @Test func `of ten thousand mistakes a thousand are kept and the rest counted`() {
    let ledger = read(String(repeating: "nonsense\n", count: 10_000) + note)

    #expect(ledger.facts.count == 1)
    #expect(ledger.diagnostics.count == 1001)
    #expect(ledger.diagnostics.last?.fault == Fault(.textTooManyErrors, "9000"))
    #expect(ledger.diagnostics.last?.location?.line == 1001)
  }

  @Test func `every faulty part of a directive is told in one run, in the order of places`() {
    let ledger = read(
      """
      2017-02-30 agreement A japan five USD
        earmark: loosely mali
        unknown: x
        year: 2017
        year: 2018
        part: 2017 1,00 USD
        part: 2018 1 FRF
        source: unquoted
      """ + "\n")

    #expect(
      ledger.diagnostics.map(\.fault.code) == [
        .dateImpossible, .amountSyntax, .directiveValue, .directiveKeyUnknown, .directiveKeyTwice,
        .amountGrouping, .currencyUnknown, .textUnquoted,
      ])
    #expect(ledger.diagnostics.compactMap(\.location?.line) == [1, 1, 2, 3, 5, 6, 7, 8])
  }

  @Test func `faults that are found later are shown at what they are about, in their order`() throws
  {
    let ledger = read(Samples.first)
    let agreement = try #require(ledger.facts.first { $0.fact.kind == .agreement })

    let diagnostics = ledger.diagnostics(
      [
        Fault(.donorUnknown, "japan"), Fault(.rateMissing, "USD"), Fault(.agreementParts),
        Fault(.referenceDuplicate, "A0051", "agreement"),
      ], of: agreement)

    #expect(
      diagnostics.map(\.fault.code) == [
        .agreementParts, .referenceDuplicate, .donorUnknown, .rateMissing,
      ])
    #expect(diagnostics.map(\.location?.line) == [30, 30, 30, 30])
    #expect(diagnostics.map(\.location?.column) == [1, 22, 28, 44])
    #expect(
      Set(diagnostics.map(\.excerpt)) == ["2017-02-14 agreement A0051 japan 1,292,000 USD"])
  }

  @Test func `any line of a long file can be shown`() {
    let lines = (1...2000).map { "; line \($0)" }
    let source = SourceText(name: "x", bytes: Array(lines.joined(separator: "\n").utf8))

    #expect((1...2000).allSatisfy { source.excerpt(line: $0) == "; line \($0)" })
    #expect(source.excerpt(line: 0).isEmpty)
    #expect(source.excerpt(line: 2001).isEmpty)
  }

  @Test func `of a long line what lies around the mistake is shown`() {
    let line = String(repeating: "é", count: 300) + "HERE" + String(repeating: "–", count: 300)
    let source = SourceText(name: "x", bytes: Array(line.utf8))

    let excerpt = source.excerpt(line: 1, around: 601)

    #expect(excerpt.contains("HERE"))
    #expect(excerpt.hasPrefix("…é"))
    #expect(excerpt.hasSuffix("–…"))
  }
}
