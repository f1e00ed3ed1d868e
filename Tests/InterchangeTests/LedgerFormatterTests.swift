import Diagnostics
import Foundation
import Funding
import SeededRandom
import Testing

@testable import Interchange

/// What formatting does to a text: it orders and aligns, and loses nothing.
struct LedgerFormatterTests {
  @Test func `comments move with what they speak of`() throws {
    let text = """
      ; The head of the file
      ; stays on top.

      ; Written second, dated first.
      2018-01-15   receipt A1 400,000.00 CHF ; at the end of the line
        ; before the bank
        bank: 405,022.28 USD   ; behind the bank
      ; not indented, yet within
        id: R1
        ; behind the last line


      ; A section

      ; The agreement
      2017-11-02 agreement A1 sdc 400,000 CHF
      ; The tail

      ; of the file
      """

    #expect(
      try formatted(text) == """
        ; The head of the file
        ; stays on top.

        ; A section

        ; The agreement
        2017-11-02 agreement A1 sdc 400,000 CHF

        ; Written second, dated first.
        2018-01-15 receipt A1 400,000 CHF  ; at the end of the line
          ; not indented, yet within
          id: R1
          ; before the bank
          bank: 405,022.28 USD  ; behind the bank
          ; behind the last line

        ; The tail

        ; of the file

        """)
  }

  @Test func `the comment of a line that only states a default is kept`() throws {
    let text = """
      2017-01-01 opening asset:bank:citi 5 USD
        fund: general  ; nobody else's
        note: "x"
      """

    #expect(
      try formatted(text) == """
        2017-01-01 opening asset:bank:citi 5 USD
          note: "x"
          ; nobody else's

        """)
  }

  @Test func `directives of one line and one day stand together, unless a comment parts them`()
    throws
  {
    let text = """
      2017-01-01 rate EUR 0.9 per USD

      2017-01-01 rate CHF 1.0 per USD
      ; Sweden's
      2017-01-01 rate SEK 9 per USD
      2017-01-02 rate CHF 1.1 per USD
      """

    #expect(
      try formatted(text) == """
        2017-01-01 rate CHF 1.0 per USD
        2017-01-01 rate EUR 0.9 per USD

        ; Sweden's
        2017-01-01 rate SEK 9 per USD

        2017-01-02 rate CHF 1.1 per USD

        """)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}", "   \n\t\n"])
  func `an empty file stays empty`(text: String) throws {
    #expect(try formatted(text).isEmpty)
  }

  @Test func `a file of comments stays as it is`() throws {
    let text = "; one\n\n; two\n; three\n"

    #expect(try formatted(text) == text)
  }

  @Test func `a text that is at fault is refused with all its diagnostics`() throws {
    let outcome = LedgerFormatter().format(Array("; x\nnonsense\n".utf8), named: "x")

    guard case .refused(let diagnostics) = outcome else {
      Issue.record("formatted")
      return
    }
    #expect(diagnostics.map(\.fault.code) == [.directiveUnknown])
  }

  @Test func `the worked ledger of Mali keeps its facts and every comment`() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Ledgers/mali-2017.bursar")

    try expectFormatting(String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }

  @Test(arguments: UInt64(1)...50)
  func `any text keeps its facts and every comment, and is formatted once`(seed: UInt64) throws {
    var random = RandomFact(seed: seed)
    let facts = (random.facts() + random.facts()).shuffled(using: &random.random)
    let text = facts.map { String(decoding: LedgerTextWriter().directive($0), as: UTF8.self) }

    try expectFormatting(commented(text.joined(), &random.random))
  }

  /// `text` with comments, empty lines and blanks wherever they may stand.
  private func commented(_ text: String, _ random: inout Seeded) -> String {
    let comments = ["; plain", "  ; indented", ";", "", "  ", "; \"quoted ; \\", "; é\t"]
    let end = random.one(of: ["\n", "\r\n"])
    var number = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      number += 1
      let before = random.some { $0.one(of: comments) }
      let comment = random.one(of: ["", "", "   ", " ; at the end \(number)", "  ;; \" \(number)"])
      return (before + [line + (line.isEmpty ? "" : comment)]).joined(separator: end)
    }.joined(separator: end)
  }

  private func expectFormatting(_ text: String) throws {
    let once = try formatted(text)

    let (before, after) = (read(text), read(once))
    #expect(before.diagnostics.isEmpty)
    #expect(counts(of: after.facts.map(\.fact)) == counts(of: before.facts.map(\.fact)))
    #expect(comments(of: once) == comments(of: text))
    #expect(try formatted(once) == once)
    let canonical = LedgerTextWriter().ledger(before.facts.map(\.fact))
    #expect(order(of: once) == order(of: String(decoding: canonical, as: UTF8.self)))
  }

  /// All comments, in the order of their letters; found by other means than the formatter's.
  private func comments(of text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.compactMap { line in
      var isQuoted = false
      var last = UInt8(ascii: " ")
      for index in line.indices {
        let letter = line[index]
        if letter == UInt8(ascii: "\""), last != UInt8(ascii: "\\") { isQuoted.toggle() }
        if letter == UInt8(ascii: ";"), !isQuoted, last == UInt8(ascii: " ") {
          return String(decoding: line[index...], as: UTF8.self)
            .trimmingCharacters(in: .whitespaces)
        }
        // A backslash that is itself escaped escapes nothing.
        last = letter == last && letter == UInt8(ascii: "\\") ? 0 : letter
      }
      return nil
    }
    .sorted()
  }

  /// The facts in the order of the text.
  private func order(of text: String) -> [Fact] {
    read(text).facts.map(\.fact)
  }

  private func formatted(_ text: String) throws -> String {
    switch LedgerFormatter().format(Array(text.utf8), named: "test") {
    case .formatted(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .refused(let diagnostics): throw try #require(diagnostics.first)
    }
  }
}
