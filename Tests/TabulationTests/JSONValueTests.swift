import Foundation
import Monetary
import Testing

@testable import Tabulation

@Suite("JSON values") struct JSONValueTests {
  @Test(
    arguments: [
      ("", #""""#), ("Mali", #""Mali""#), ("\"\\", #""\"\\""#),
      ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
      ("\r\n", #""\r\n""#), ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
      ("é日👍", #""é日👍""#), ("</script>", #""</script>""#), ("\"\u{301}", "\"\\\"\u{301}\""),
    ])
  func `a string is escaped where it must be`(string: String, json: String) {
    #expect(JSONValue.string(string).text() == json)
  }

  @Test(arguments: SeededGrid.names)
  func `a string read back is the string`(string: String) throws {
    let json = Data(JSONValue.string(string).text().utf8)
    let read = try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
    #expect(try #require(read as? String) == string)
  }

  @Test func `money is a decimal string beside its currency`() {
    #expect(
      JSONValue.money(MaliDocument.money(4_100_753_165)).text(.compact)
        == #"{"amount":"41007531.65","currency":"USD"}"#)
  }

  @Test func `names that only look alike are two members`() {
    let value: JSONValue = ["\u{E9}": 1, "e\u{301}": 2]
    #expect(value.text(.compact) == "{\"\u{E9}\":1,\"e\u{301}\":2}")
  }

  @Test func `members keep their order, and nothing is laid out where nothing is`() {
    let value: JSONValue = [
      "b": 1, "a": [true, false, nil], "none": [], "object": .object([]), "deep": [["x": -2]],
    ]
    #expect(
      value.text(.compact)
        == #"{"b":1,"a":[true,false,null],"none":[],"object":{},"deep":[{"x":-2}]}"#)
    #expect(
      value.text() == """
        {
          "b": 1,
          "a": [
            true,
            false,
            null
          ],
          "none": [],
          "object": {},
          "deep": [
            {
              "x": -2
            }
          ]
        }
        """)
  }

  @Test(arguments: UInt64(1)...50)
  func `both layouts say the same`(seed: UInt64) throws {
    var seeded = SeededGrid(seed)
    let json = seeded.document().json
    let read = try [JSONValue.Layout.pretty, .compact].map {
      try JSONSerialization.jsonObject(with: Data(json.text($0).utf8)) as? NSDictionary
    }
    #expect(read[0] != nil && read[0] == read[1])
  }

  @Test func `a name twice in an object is a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = (["a": 1, "a": 2] as JSONValue).text()
    }
  }

  @Test func `a tree states the level of its rows, and a drawing is left out`() {
    let grid = Grid(
      id: "g", title: "",
      columns: [
        Grid.Column("scope", "", .tree), Grid.Column("bar", "", .bar(.funded)),
        Grid.Column("originals", "", .amounts),
      ],
      rows: [
        Grid.Row([.text("mali"), .empty, .empty]),
        Grid.Row(
          [.code("mali/protection"), .bar(Proportion(1, of: 2)), MaliDocument.dollars(5)],
          role: .subtotal, level: 1),
      ])
    #expect(
      grid.json == [
        ["row": "body", "level": 0, "scope": "mali", "originals": []],
        [
          "row": "subtotal", "level": 1, "scope": "mali/protection",
          "originals": [["amount": "5", "currency": "USD"]],
        ],
      ])
  }
}
