import Testing

struct SwiftCodeTests {
  /// Code, and what is left of it once blanks are taken together.
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let left: String

    init(_ text: String, _ left: String) {
      self.text = text
      self.left = left
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Sample("a // b\nc", "a c"),
    Sample("a /* b /* c */ d */ e", "a e"),
    Sample("a = \"b\" + c", "a = + c"),
    Sample("a = \"b \\\" c\" + d", "a = + d"),
    Sample("a = \"\"\"\n b \"c\" d\n \"\"\" + e", "a = + e"),
    Sample("a = #\"b \" \\(c)\"# + d", "a = + d"),
    Sample("a = #\"b \\#(c)\"#", "a = (c)"),
    Sample("a = \"b \\(c(\"d \\(e)\")) f\" + g", "a = (c( (e) )) + g"),
    Sample("func `b c`() {}", "func () {}"),
    Sample("#if a\nb\n#endif", "#if a b #endif"),
    Sample("a = \"b\nc", "a = c"),
    Sample("a = \"\" + b", "a = + b"),
    Sample("/* a", ""),
    Sample("\"", ""),
    Sample("\"\\(", "("),
  ])
  func `only code is left`(sample: Sample) {
    let code = SwiftCode(sample.text)

    let words = code.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words == sample.left)
  }

  @Test func `a word knows its line and its neighbours`() {
    let words = SwiftCode("a\n  .b (\"c\")").words

    #expect(
      words == [
        Word(text: "a", line: 1, before: nil, after: "."),
        Word(text: "b", line: 2, before: ".", after: "("),
      ])
  }
}
