import Diagnostics
import Funding
import Testing

@testable import TestSupport

@Suite struct BookSuggestionTests {
  @Test(arguments: [
    (Fault(.scopeUnknown, "mail"), "mali"), (Fault(.scopeUnknown, "sahle"), "sahel"),
    (Fault(.donorUnknown, "swedn"), "sweden"), (Fault(.agreementUnknown, "A039"), "A0309"),
    (Fault(.fundUnknown, "A039"), "A0309"),
    (Fault(.pledgeUnknown, "PL-2017-7"), "PL-2017-77"),
    (Fault(.accountUndeclared, "asset:bank:ctii"), "asset:bank:citi"),
    (Fault(.scopeSyntax, "Mali"), "mali"), (Fault(.scopeParent, "mail/x", "mail"), "mali"),
    (Fault(.donorSyntax, "Sweden"), "sweden"), (Fault(.referenceSyntax, "A0309!"), "A0309"),
    (Fault(.accountSyntax, "asset:bank:Citi"), "asset:bank:citi"),
    (Fault(.currencyUnknown, "USB"), "USD"), (Fault(.tableSyntax, "UN/ORE"), "UNORE"),
    (Fault(.rateMissing, "CHF", "USD", "UNROE", "2017-01-01"), "UNORE"),
    (Fault(.factUnknown, "A039"), "A0309"), (Fault(.identifierSyntax, "A0309!"), "A0309"),
  ])
  func `an unknown name is told with the nearest of its kind`(fault: Fault, meant: String) throws {
    var ledger = try SampleLedger(accountsMustBeDeclared: true)
    try ledger.post("2017-01-01", .account(account("asset:bank:citi")))
    try ledger.post("2017-01-01", signing("A0309", "1 USD"), id: "A0309")
    try ledger.post("2017-01-01", pledging("PL-2017-77", "1 USD"))
    #expect(ledger.book.suggesting(fault).nearest == meant)
    #expect(fault.nearest == nil)
  }

  @Test(arguments: [
    Fault(.scopeUnknown, "afghanistan"), Fault(.currencyUnknown, "XXX"),
    Fault(.currencyUnknown, "ESP"), Fault(.agreementUnknown, "B7"), Fault(.donorSyntax, "?"),
    Fault(.rateMissing, "CHF", "USD", "ECB", "2017-01-01"),
    Fault(.rateMissing, "CHF", "USD", "UNORE", "2017-01-01"),
  ])
  func `nothing that is far away is suggested`(fault: Fault) throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-01", signing("A0309", "1 USD"))
    #expect(ledger.book.suggesting(fault).nearest == nil)
  }

  @Test(
    arguments: [
      ("usd", "USD"), ("EURO", "EUR"), ("CFH", "CHF"), ("USS", nil), ("ESP", nil), ("$", nil),
      ("", nil), ("dollars", nil),
    ] as [(String, String?)])
  func `a currency is suggested where its letters were written`(code: String, meant: String?) {
    #expect(Fault(unknownCurrency: code).nearest == meant)
  }

  @Test func `a fault that is no unknown name stays as it is`() throws {
    let fault = Fault(.monthClosed, "mali")
    #expect(try SampleLedger().book.suggesting(fault) == fault)
  }
}
