import Diagnostics
import Funding
import Operations
import Testing

@testable import TestSupport

/// A directive with several mistakes that have nothing to do with each other: all are told in one run.
@Suite struct SeveralMistakesTests {
  /// A directive, and what is wrong with it by the reader and by the rules, in the order of its values.
  struct Mistaken: Sendable, CustomTestStringConvertible {
    let text: String
    let codes: [FaultCode]

    init(_ text: String, _ codes: FaultCode...) {
      self.text = text
      self.codes = codes
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Mistaken(
      "agreement A/1! nobody 5 USD\n  earmark: tightly nowhere\n  pledge: P9", .referenceSyntax,
      .donorUnknown, .scopeUnknown, .pledgeUnknown),
    Mistaken(
      "agreement B1 nobody 5 USD\n  condition: \"audit\" 1 USD\n  condition: \"audit\" 1 USD",
      .donorUnknown, .conditionDuplicate),
    Mistaken("agreement B1 Nobody x\n  earmark: tightly nowhere", .donorSyntax, .scopeUnknown),
    Mistaken("receipt A! 5 USD\n  to: expense:rent", .referenceSyntax, .receiptAccount),
    Mistaken("receipt A9 5 USD\n  to: expense:rent", .agreementUnknown, .receiptAccount),
    Mistaken(
      "amendment A9/1\n  recorded: 2017-12-31\n  earmark: tightly nowhere", .amendmentAgreement,
      .agreementRecorded, .scopeUnknown),
    Mistaken(
      "amendment A1/1\n  amount: +5 EUR\n  recorded: 2017-12-31\n  earmark: tightly nowhere",
      .currencyMismatch, .agreementRecorded, .scopeUnknown),
    Mistaken(
      "amendment A1/1\n  ends: 2016-12-31\n  instalment: 2018-03-01 5 USD\n  report: 2018-03-31 final\n"
        + "  report: 2018-03-31 final", .agreementDates, .amendmentInstalments, .reportDuplicate),
    Mistaken(
      "agreement B1 nobody 5 USD\n  report: 2018-03-31 Final\n  report: 2018-03-31 Last",
      .donorUnknown, .formSyntax, .formSyntax),
    Mistaken(
      "refund A9 5 USD\n  paid: 2018-02-02 5 CHF from expense:rent\n  paid: 2018-02-03 1 USD from asset:bank",
      .agreementUnknown, .refundAccount, .refundSettles),
    Mistaken("fulfilled A1 \"audit\" 5 EUR", .conditionUnknown, .currencyMismatch),
    Mistaken(
      "write-off A1 5 EUR\n  part: 2031", .currencyMismatch, .partUnknown),
    Mistaken(
      "refund A9 5 USD\n  paid: 2018-01-01 5 USD from expense:rent\n  paid: 2018-02-09 5 USD from revenue:gifts",
      .agreementUnknown, .refundPayment, .refundAccount, .refundAccount),
    Mistaken(
      "expenditure A9 nowhere 5 USD\n  from: expense:rent\n  account: asset:bank\n  obligation: O9",
      .agreementUnknown, .scopeUnknown, .expenditureSource, .expenditureAccount, .obligationUnknown),
    Mistaken(
      "allocation A9 nowhere 5 USD\n  from: elsewhere", .agreementUnknown, .scopeUnknown,
      .scopeUnknown),
  ])
  func `all mistakes of a directive are told in one run`(mistaken: Mistaken) throws {
    let ledger = try WorkedLedger()
    let path = try ledger.write(
      WorkedLedger.beginning + "2018-02-01 \(mistaken.text)\n", to: "mistaken.bursar")
    #expect(try Set(refusals { try OpenLedger.reading(path) }) == Set(mistaken.codes))
    #expect(try refusals { try OpenLedger.reading(path) }.count == mistaken.codes.count)
  }

  @Test func `a rate that cannot be taken is missed by neither denomination`() throws {
    let ledger = try WorkedLedger()
    let path = try ledger.write(
      WorkedLedger.beginning
        + """
        2024-01-01 rate SLE 0 per USD
        2024-01-02 agreement L1 japan 5 SLL
        2024-01-02 agreement L2 japan 5 SLE

        """, to: "mistaken.bursar")
    #expect(try refusals { try OpenLedger.reading(path) } == [.rateSyntax])
  }
}
