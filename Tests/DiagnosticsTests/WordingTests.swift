import Diagnostics
import Testing

@Suite struct WordingTests {
  @Test func `placeholders take the values of their numbers, in message and remedy`() {
    let wording = Wording("'{1}' where {2} is, and {1} again", "write {2}")
    #expect(
      wording.filled(with: ["a", "b"]) == Wording("'a' where b is, and a again", "write b"))
  }

  @Test(arguments: ["{0}", "{3}", "{x}", "{}", "{", "{1", "}", "{-1}", "{1{"])
  func `what is no placeholder stays as it stands`(text: String) {
    #expect(Wording("a \(text) b").filled(with: ["v", "w"]).message == "a \(text) b")
  }

  @Test func `a value that looks like a placeholder is not filled again`() {
    #expect(Wording("{1} {2}").filled(with: ["{2}", "{1}"]).message == "{2} {1}")
  }

  @Test func `a missing value shows its placeholder instead of trapping`() {
    #expect(Wording("{1} and {2}").filled(with: ["one"]).message == "one and {2}")
  }
}

@Suite struct FaultTests {
  @Test func `a fault is told in the words of its code`() {
    let fault = Fault(.receiptExceeds, "5.00 USD", "4.00 USD", "A0309")
    #expect(
      fault.english
        == Wording(
          "5.00 USD is more than the 4.00 USD that 'A0309' has open",
          "say 'overpayment: yes' (--overpayment) if it is to be owed back"))
  }

  @Test func `a currency without decimals is said to have none`() {
    #expect(
      Fault(.amountDecimals, "1.001", "USD", "2").english
        == Wording("'1.001' has more decimals than USD has", "write at most 2 decimals"))
    #expect(
      Fault(.amountDecimals, "1.5", "JPY", "0").english
        == Wording("'1.5' has decimals, and JPY has none", "write whole JPY, without decimals"))
  }

  @Test func `the name that was probably meant comes before any other remedy`() {
    let fault = Fault(.donorUnknown, "swedn").suggesting(among: ["norway", "sweden"])
    #expect(fault.nearest == "sweden")
    #expect(fault.english == Wording("no donor 'swedn'", "did you mean 'sweden'?"))
    let far = Fault(.donorUnknown, "x").suggesting(among: ["norway", "sweden"])
    #expect(far == Fault(.donorUnknown, "x"))
    #expect(Fault(.earmarkNowhere).suggesting(among: ["a"]) == Fault(.earmarkNowhere))
  }
}

@Suite struct DiagnosticTests {
  @Test func `a diagnostic is an error without a place unless it says otherwise`() {
    let diagnostic = Diagnostic(Fault(.ledgerMissing))
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location == nil)
    #expect(diagnostic.excerpt.isEmpty)
  }

  @Test func `a place counts lines and columns from one, as editors do`() {
    let location = SourceLocation(input: "mali.bursar", line: 1, column: 1)
    let diagnostic = Diagnostic(
      Fault(.dateSyntax, "x"), severity: .warning, at: location, excerpt: "x")
    #expect(diagnostic.location == location)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.excerpt == "x")
  }

  @Test func `a reading begins with nothing read and nothing wrong`() {
    let reading = Reading<Int>()
    #expect(reading.records.isEmpty && reading.diagnostics.isEmpty)
  }
}
