import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Testing

@testable import TestSupport

@Suite struct DirectiveDraftTests {
  @Test func `pieces make the fact that the directive states`() throws {
    var draft = DirectiveDraft(.receipt, "A1", "400,000 CHF")
    draft.add("bank", "405,022.28 USD")
    draft.add("charge", nil)
    draft.add("source", quoting: "advice of \"15 January\"")
    draft.add("note", quoting: nil)
    let fact = try draft.fact(on: "2018-01-15")
    let receipt = try receiving("A1", "400,000 CHF", bank: "405,022.28 USD")
    #expect(
      fact
        == Fact(
          day("2018-01-15"), receipt,
          provenance: Provenance(source: "advice of \"15 January\"")))
  }

  @Test(arguments: ["plain", "two\nlines", "a\ttab", "\"quoted\" \\ back", "; no comment", "füñf"])
  func `a quoted text comes back as it was`(text: String) throws {
    let draft = DirectiveDraft(.note, "mali", DirectiveDraft.quoted(text))
    #expect(
      try draft.fact(on: "2018-01-15").event == .note(ScopeNote(scope("mali"), text: text)))
  }

  @Test func `legs of an entry are lines of their own`() throws {
    var draft = DirectiveDraft(.entry, DirectiveDraft.quoted("Rent"))
    draft.add(line: "debit expense:rent 5.00 USD")
    draft.add(line: "credit asset:bank 5.00 USD")
    let fact = try draft.fact(on: "2018-01-15")
    guard case .entry(let entry) = fact.event else { throw Fault(.entryLegs) }
    #expect(entry.legs.map(\.side) == [.debit, .credit])
  }

  @Test(arguments: ["1 USD\n  overpayment: yes", "1 USD ; hidden", "1 USD\r", "1 USD\u{2028}x"])
  func `a value cannot add a line or hide behind a comment`(value: String) throws {
    let draft = DirectiveDraft(.receipt, "A1", value)
    #expect(try refusals { try draft.fact(on: "2018-01-15") } == [.directiveSyntax])
    var keyed = DirectiveDraft(.receipt, "A1", "1 USD")
    keyed.add("bank", value)
    #expect(try refusals { try keyed.fact(on: "2018-01-15") } == [.directiveSyntax])
  }

  @Test func `a name of several words is at fault beside the rest, and shown as it was given`()
    throws
  {
    var draft = DirectiveDraft(.expenditure, "A 1", "ma li", "1.001 USD")
    draft.add("account", "expense")
    let misstatement = #expect(throws: Misstatement.self) { try draft.fact(on: "2018-01-15") }
    let told = try #require(misstatement).diagnostics
    #expect(
      told.map(\.fault.code) == [.referenceSyntax, .scopeSyntax, .amountDecimals, .accountSyntax])
    #expect(told.prefix(2).map(\.fault.values) == [["A 1"], ["ma li"]])
    #expect(told.prefix(3).map(\.location?.column) == [24, 28, 34])
    #expect(told[0].excerpt == "2018-01-15 expenditure A 1 ma li 1.001 USD")
  }

  @Test func `everything that is wrong is told at once`() throws {
    var draft = DirectiveDraft(.receipt, "A1", "1.001 USD")
    draft.add("bank", "5 XYZ")
    #expect(
      try refusals { try draft.fact(on: "2018-01-15") } == [.amountDecimals, .currencyUnknown])
  }
}
