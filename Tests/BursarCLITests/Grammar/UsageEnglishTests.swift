import Testing

@testable import BursarCLI

@Suite struct UsageEnglishTests {
  @Test(arguments: [
    (
      "",
      """
      bursar: a verb is missing; one of init, show, donor, record, summary, help, completions or version
      see 'bursar --help'
      """
    ),
    (
      "sumary",
      """
      bursar: 'sumary' is not a verb; did you mean summary?
      see 'bursar --help'
      """
    ),
    (
      "publish",
      """
      bursar: 'publish' is not a verb
      see 'bursar --help'
      """
    ),
    (
      "--basis signed summary",
      """
      bursar: --basis stands before the verb; write it after
      see 'bursar --help'
      """
    ),
    (
      "summary --as-off --f --exact=3 --scope --basis x --as-of 228 x",
      """
      bursar: unknown option --as-off; did you mean --as-of?
      bursar: --f is ambiguous; --format or --file?
      bursar: --exact takes no value, and '3' is given
      bursar: --scope needs a value, and --basis is an option; if it is the value, write --scope=--basis
      bursar: --as-of cannot be '228'; write a date as YYYY-MM-DD, as in 2017-11-28
      bursar: --basis cannot be 'x'; write one of recorded, signed or received
      see 'bursar summary --help'
      """
    ),
    (
      "summary --basis x --as-of 2017-02-30",
      """
      bursar: --as-of: '2017-02-30' is not a day of the calendar; check the month and the day
      bursar: --basis cannot be 'x'; write one of recorded, signed or received
      see 'bursar summary --help'
      """
    ),
    (
      "donor add",
      """
      bursar: CODE is missing; the short name by which the ledger knows the donor
      bursar: --kind KIND is missing; what kind of donor it is
      see 'bursar donor add --help'
      """
    ),
    (
      "record pledge --donor a --amount x --date 2017-11-28 -m",
      """
      bursar: -m needs a value; write -m TEXT
      bursar: --amount cannot be 'x'; write an amount with its currency, as in 1,250.00 USD
      see 'bursar record pledge --help'
      """
    ),
    (
      "init a b --from x --currency USD --name n --name m",
      """
      bursar: 'b' is one word too many; quote a value that contains blanks
      bursar: --from cannot stand beside --currency; leave one of them out
      bursar: --from cannot stand beside --name; leave one of them out
      bursar: --name is given twice
      see 'bursar init --help'
      """
    ),
    (
      "init a",
      """
      bursar: --from or --currency is missing
      see 'bursar init --help'
      """
    ),
  ])
  func `a misuse says what is wrong, what would be right and where to read on`(
    line: String, text: String
  ) {
    #expect(throws: Misuse.self) { try Sample.grammar.parse(line.words) }
    do {
      _ = try Sample.grammar.parse(line.words)
    } catch {
      #expect(error.english(of: "bursar") == text + "\n")
    }
  }
}
