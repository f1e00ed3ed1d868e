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
}
