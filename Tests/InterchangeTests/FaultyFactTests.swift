import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import Interchange

/// What rules may still say of a directive that could not be read in full.
struct FaultyFactTests {
  private func faulty(_ text: String) throws -> FaultyFact {
    let ledger = read(text + "\n")
    #expect(ledger.facts.isEmpty)
    return try #require(ledger.faulty.first)
  }

  @Test(arguments: [
    "ledger Untitled\n  currency: USD\n  rates: UNORE",
    "2017-02-30 scope mali \"Mali\"",
    "2017-02-30 donor sdc \"Swiss Agency\"\n  alias: SDC\n  type: goverment",
    "2017-01-01 agreement A1 sdc 5 USD\n  purpose: health\n  source: report",
    "2017-01-01 reversal R1\n  reason: wrong",
    "2017-01-01 reversal R1",
    "2017-01-01 entry Rent\n  debit expense:rent 5 USD\n  credit asset:bank 5 USD",
  ])
  func `a directive without its remarks is whole, and a name without its date`(text: String) throws
  {
    #expect(try faulty(text).isWhole)
  }

  @Test(arguments: [
    "2017-02-30 agreement A1 sdc 5 USD",
    "2017-01-01 agreement A1 sdc five USD",
    "2017-01-01 agreement A1 sdc 5 USD\n  earmark: loosely mali",
    "2017-01-01 agreement A1 sdc 5 USD\n  unknown: x",
    "2017-01-01 agreement A1 sdc 5 USD\n  year: 2017\n  year: 2018",
    "2017-01-01 agreement A1 sdc 5 USD\n  part: 2017 5\u{0} USD",
    "2017-02-30 merge sdc into japan",
    "2017-01-01 scope mali \"Mali\"\n  parent: Africa",
  ])
  func `a directive without what rules ask for is not whole`(text: String) throws {
    #expect(try faulty(text).isWhole == false)
  }

  @Test func `what stands for an amount leaves every name as it was written`() throws {
    let fact = try faulty(
      "2017-01-01 agreement A1 sdc 3 million USD\n  part: 2017 x USD tightly mali/health"
    ).sourced.fact

    guard case .agreement(let agreement) = fact.event else {
      Issue.record("\(fact)")
      return
    }
    #expect(agreement.reference.text == "A1" && agreement.donor.text == "sdc")
    #expect(agreement.parts.map { $0.earmark?.includes.map(\.text) } == [["mali/health"]])
  }

  @Test func `a name that was read is wrong whatever else is`() throws {
    let agreement = try faulty(
      "2017-02-30 agreement A1 nobody five USD\n  earmark: loosely mali\n  unknown: x")

    #expect(agreement.bears(Fault(.donorUnknown, "nobody")))
    #expect(!agreement.bears(Fault(.rateMissing, "AED")))
    #expect(!agreement.bears(Fault(.amountOverflow, "5")))
  }

  @Test func `a comparison stands only where all that it compares was read`() throws {
    let parts = Fault(.agreementParts, "5.00 USD", "6.00 USD")
    let head = "2017-01-01 agreement A1 sdc 6 USD\n  part: 2017 5 USD\n"

    #expect(try faulty(head + "  earmark: loosely mali").bears(parts))
    #expect(try faulty(head + "  part: 2018 one USD").bears(parts) == false)
    #expect(try faulty(head + "  prat: 2018 1 USD").bears(parts) == false)
    #expect(
      try faulty("2017-01-01 agreement A1 sdc six USD\n  part: 2017 5 USD").bears(parts) == false)
  }

  @Test(
    arguments: [
      ("agreement A/1! Japan x USD", [.referenceSyntax, .donorSyntax, .amountSyntax]),
      ("agreement A1! japan 5000", [.referenceSyntax, .amountSyntax]),
      ("allocation A1! Mali 0 USD", [.referenceSyntax, .scopeSyntax, .amountSign]),
      ("matched U! A! 5 usd", [.referenceSyntax, .referenceSyntax, .currencyUnknown]),
      ("note Mali remark", [.scopeSyntax, .textUnquoted]),
      ("acknowledgement Japan Mali 5 USD", [.donorSyntax, .scopeSyntax]),
      ("reported A! 2017-02-30 Final", [.referenceSyntax, .dateImpossible, .formSyntax]),
      ("rate chf 0 per usd", [.currencyUnknown, .rateSyntax, .currencyUnknown]),
      ("assert found bank:citi 5", [.directiveValue, .accountSyntax, .amountSyntax]),
      (
        "refund A1 5 USD\n  paid: 2017-02-30 x USD from Bank",
        [.dateImpossible, .amountSyntax, .accountSyntax]
      ),
      (
        "agreement A1 s 5 USD\n  part: 17 x USD loosely Mali by Sdc",
        [
          .yearSyntax, .amountSyntax, .directiveValue, .scopeSyntax, .donorSyntax,
        ]
      ),
    ] as [(String, [FaultCode])])
  func `every value at fault of a line is told`(directive: String, codes: [FaultCode]) {
    #expect(read("2017-01-01 \(directive)\n").diagnostics.map(\.fault.code) == codes)
  }

  @Test(
    arguments: [
      ("agreement A1 Japan Tokyo 5 USD", .donorSyntax),
      ("agreement A1! 5,000 USD", .referenceSyntax),
      ("agreement A1! japan", .referenceSyntax), ("receipt 5 USD", .amountSyntax),
      ("note Mali north \"x\"", .scopeSyntax), ("allocation A1 5,000 USD", .scopeSyntax),
      ("rate 0.94 per EUR", .currencyUnknown),
      ("agreement A1! Japan 5 USD 6 USD", .referenceSyntax),
    ] as [(String, FaultCode)])
  func `where a word is missing or too much, what comes behind it is no second mistake`(
    directive: String, code: FaultCode
  ) {
    #expect(read("2017-01-01 \(directive)\n").diagnostics.map(\.fault.code) == [code])
  }

  @Test(arguments: [
    "agreement A/1! nobody 5 USD", "receipt A! 5 USD", "receipt 5 USD",
  ])
  func `a name that was not read is not told of again, what stands below it is`(directive: String)
    throws
  {
    let fact = try faulty("2017-01-01 \(directive)\n  note: \"x\"")

    #expect(!fact.bears(Fault(.agreementUnknown, "-")) && !fact.bears(Fault(.donorUnknown, "-")))
    #expect(fact.bears(Fault(.scopeUnknown, "nowhere")) && fact.isUnread("-"))
    #expect(!fact.isUnread("nobody") && !fact.hasNames)
  }

  @Test func `a requirement whose kind cannot be read may be supplementary`() {
    let ledger = read("2017-01-01 requirement mali -5 USD\n  kind: suplementary\n")

    #expect(ledger.diagnostics.map(\.fault.code) == [.directiveValue])
  }

  @Test func `a key that may be misspelt is not missed as well`() {
    let ledger = read("2017-01-01 reversal R1\n  reson: \"wrong\"\n")

    #expect(ledger.diagnostics.map(\.fault.code) == [.directiveKeyMisspelt])
  }

  @Test func `a date, what stands behind the keyword, and what is missing are told apart`() {
    let ledger = read("2017-02-30 reversal R:1:2\n1/2/2017 note mali x\nnote mali y\n")

    #expect(
      ledger.diagnostics.map(\.fault.code) == [
        .dateImpossible, .directiveKeyMissing, .identifierSyntax, .dateSyntax, .textUnquoted,
        .dateMissing, .textUnquoted,
      ])
    #expect(ledger.diagnostics.map(\.location?.line) == [1, 1, 1, 2, 2, 3, 3])
  }
}
