import Diagnostics
import Testing

@testable import Interchange

/// What a problem in JSON is refused for before it is solved.
@Suite struct GapProblemReaderTests {
  private func fault(of text: String) -> Fault? {
    do throws(Fault) {
      _ = try GapProblemReader.problem(of: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func `two currencies cannot be added, whether or not the problem names its own`() {
    let records = """
      "contributions": [{"id": "A", "amount": 1, "include": [], "currency": "USD"},
      {"id": "B", "amount": 1, "include": [], "currency": "CHF"}]
      """
    #expect(fault(of: "{\(records)}") == Fault(.gapRate, "B", "CHF", "USD"))
    #expect(fault(of: #"{"currency": "CHF", \#(records)}"#) == Fault(.gapRate, "A", "USD", "CHF"))
  }

  @Test func `a line's currency is that of money, too`() {
    let text = """
      {"lines": [{"id": "L", "parent": "OP", "required": 1, "currency": "USD"}],
       "contributions": [{"id": "B", "amount": 1, "include": [], "currency": "CHF"}]}
      """
    #expect(fault(of: text) == Fault(.gapRate, "B", "CHF", "USD"))
  }

  @Test(arguments: ["9223372036854775807", "9223372036854775808", "99999999999999999999"])
  func `a number of 64 bits or more is too great, and not another`(number: String) {
    let text = #"{"lines": [{"id": "L", "parent": "OP", "required": \#(number)}]}"#
    #expect(fault(of: text)?.code == .gapOverflow)
    #expect(fault(of: text.replacing("\(number)", with: "9223372036854775806")) == nil)
  }

  @Test func `one currency, or none, is one`() {
    let text = """
      {"lines": [{"id": "L", "parent": "OP", "required": 1}],
       "contributions": [{"id": "B", "amount": 1, "include": [], "currency": "CHF"}]}
      """
    #expect(fault(of: text) == nil)
    #expect(fault(of: "{}") == nil)
  }

  @Test(arguments: [
    (#"{"nodes":[],"nodes":[]}"#, 13), (#"{"a": [{"b": 1, "c": {}, "b": 2}]}"#, 26),
    (#"{"nodes": 1, "n\u006fdes": 2}"#, 14), (#"{"": 1, "a": "", "" : 2}"#, 18),
    (#"{"\u00e9": 1, "e\u0301": 2}"#, 15),
  ]) func `an object has a name once`(text: String, byte: Int) {
    let fault = fault(of: text)
    #expect(fault?.code == .jsonSyntax)
    #expect(fault?.values.first == String(byte))
  }

  @Test(arguments: [
    #"{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": "a"}"#, #"{"a": "\"a\": 1", "b": ["a", "a"]}"#,
    #"{"a": "{", "b": "\\", "c": "]"}"#,
  ]) func `another object may have it as well`(text: String) {
    #expect(fault(of: text) == nil)
  }
}
