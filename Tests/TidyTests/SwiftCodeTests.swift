import Testing

struct SwiftCodeTests {
  /// Code, and what is left of it once blanks are taken together.
  @Test(arguments: [
    ("a // b\nc", "a c"),
    ("a /* b /* c */ d */ e", "a e"),
    ("a = \"b\" + c", "a = + c"),
    ("a = \"b \\\" c\" + d", "a = + d"),
    ("a = \"\"\"\n b \"c\" d\n \"\"\" + e", "a = + e"),
    ("a = #\"b \" \\(c)\"# + d", "a = + d"),
    ("a = #\"b \\#(c)\"#", "a = (c)"),
    ("a = \"b \\(c(\"d \\(e)\")) f\" + g", "a = (c( (e) )) + g"),
    ("func `b c`() {}", "func () {}"),
    ("#if a\nb\n#endif", "#if a b #endif"),
    ("a = \"b\nc", "a = c"),
    ("a = \"\" + b", "a = + b"),
    ("/* a", ""),
    ("\"", ""),
    ("\"\\(", "("),
  ])
  func `only code is left`(text: String, left: String) {
    let code = SwiftCode(text)

    let words = code.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words == left)
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
