import Testing

@testable import Tabulation

@Suite("Line breaking") struct LineBreakingTests {
  @Test(
    arguments: [
      ("", 5, [""]), ("one", 5, ["one"]), ("one two", 7, ["one two"]),
      ("one two", 6, ["one", "two"]), ("  one   two ", 20, ["one two"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("a bcdefgh i", 4, ["a", "bcde", "fgh", "i"]),
      ("日本国", 4, ["日本", "国"]), ("日本国", 3, ["日", "本", "国"]), ("日", 1, ["日"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func `words go to the next line, and only longer ones are broken`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(LineBreaking.lines(of: text, width: width) == lines)
  }

  @Test func `the lines after the first may be narrower`() {
    let lines = LineBreaking.lines(of: "one two three", width: 7, continuationWidth: 5)
    #expect(lines == ["one two", "three"])
  }

  @Test(
    arguments: [
      ("asset:receivable:revaluation", 18, ["asset:receivable:", "revaluation"]),
      ("memorandum:pledges-made", 14, ["memorandum:", "pledges-made"]),
      ("memorandum:pledges-outstanding", 13, ["memorandum:", "pledges-", "outstanding"]),
      ("mali/protection/birth-registration", 18, ["mali/protection/", "birth-registration"]),
      ("to asset:receivable", 12, ["to", "asset:", "receivable"]),
      ("https://www.unhcr.org/mali", 18, ["https://", "www.unhcr.org/mali"]),
      ("2017-05-15", 6, ["2017-0", "5-15"]), ("receivable", 8, ["receivab", "le"]),
    ])
  func `accounts are broken after a colon, paths after a slash, then words after a hyphen`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(LineBreaking.lines(of: text, width: width) == lines)
  }

  @Test(arguments: [20, 12, 4])
  func `a code is broken between its parts alone`(width: Int) {
    let lines = LineBreaking.lines(of: "memorandum:pledges-made", width: width, isCode: true)
    #expect(lines == ["memorandum:", "pledges-made"])
  }

  @Test(arguments: UInt64(1)...50)
  func `breaking loses and adds nothing but blanks`(seed: UInt64) {
    var seeded = SeededGrid(seed)
    let text = seeded.name() + " " + seeded.name()
    for width in 1...40 {
      let lines = LineBreaking.lines(of: text, width: width, continuationWidth: max(1, width - 2))
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test(
    arguments: [
      (.words, 4, 30), (.paths, 4, 19), (.hyphens, 4, 11),
    ] as [(LineBreaking.Fineness, Int, Int)])
  func `the finer words are taken apart, the narrower they fit`(
    fineness: LineBreaking.Fineness, first: Int, rest: Int
  ) {
    let pieces = LineBreaking.widestPieces(of: "from memorandum:pledges-outstanding", at: fineness)
    #expect(pieces == (first, rest))
  }
}
