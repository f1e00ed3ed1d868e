import Diagnostics
import Testing

/// The English words of every fault, as those who must mend something read them.
@Suite struct EnglishTests {
  private static func placeholders(of code: FaultCode) -> Set<Int> {
    let wording = code.english
    return Set((wording.message + wording.remedy).matches(of: /\{(\d+)\}/).compactMap { Int($0.1) })
  }

  @Test(arguments: FaultCode.allCases)
  func `a code says what is wrong, with its values numbered from one`(code: FaultCode) {
    let numbers = Self.placeholders(of: code)
    #expect(!code.english.message.isEmpty)
    #expect(numbers == Set(numbers.indices.isEmpty ? 1..<1 : 1..<(numbers.count + 1)))
  }

  @Test(arguments: FaultCode.allCases)
  func `a text is a clause: no capital it does not need, no full stop, no blank too many`(
    code: FaultCode
  ) {
    for text in [code.english.message, code.english.remedy] where !text.isEmpty {
      #expect(!text.hasSuffix("."))
      #expect(!text.contains("  ") && text.first?.isWhitespace == false && text.last != " ")
      // A name such as SQLite or a pattern such as YYYY keeps its capitals.
      let capitals = text.prefix { $0.isUppercase }.count
      #expect(capitals != 1, "\(text)")
      #expect(text.filter { $0 == "'" }.count.isMultiple(of: 2) || text.contains("'s "), "\(text)")
    }
  }

  @Test func `a remedy stands beside every message`() {
    let without = FaultCode.allCases.filter { $0.english.remedy.isEmpty }
    #expect(without.isEmpty)
  }

  @Test func `no two codes say the same`() {
    let words = FaultCode.allCases.map(\.english)
    #expect(Set(words).count == words.count)
  }

  @Test func `each fault in the sources gives its code as many values as its words name`() throws {
    let thrown = try ThrownFault.all.get()
    let codes = Dictionary(
      uniqueKeysWithValues: FaultCode.allCases.map { (String(describing: $0), $0) })
    #expect(thrown.count > 100)
    for fault in thrown {
      guard let code = codes[fault.code] else {
        Issue.record("\(fault): there is no such code")
        continue
      }
      let named = Self.placeholders(of: code).count
      #expect(fault.isText ? named <= 1 : named == fault.values, "\(fault)")
    }
  }

  @Test func `each code is thrown somewhere`() throws {
    let thrown = Set(try ThrownFault.all.get().map(\.code))
    let idle = FaultCode.allCases.map { String(describing: $0) }.filter { !thrown.contains($0) }
    #expect(idle.isEmpty)
  }

  @Test func `what reads the sources counts arguments as the compiler does`() {
    let source = """
      throw Fault(
        .receiptExceeds, f(a, b), "x, \\(y)", [1, 2].description)
      throw Fault(isOpen ? .monthOpen : .monthClosed, month)
      throw Fault(error)
      case .x(let y): self.init(.entryLegs, String(y))
      """
    #expect(
      ThrownFault.made(in: source, of: "Fault+Errors.swift").map { "\($0.code) \($0.values)" } == [
        "receiptExceeds 3", "monthOpen 1", "monthClosed 1", "entryLegs 1",
      ])
  }
}
