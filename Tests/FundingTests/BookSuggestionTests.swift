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
  ])
  func `an unknown name is told with the nearest of its kind`(fault: Fault, meant: String) throws {
    var ledger = try SampleLedger(accountsMustBeDeclared: true)
    try ledger.post("2017-01-01", .account(account("asset:bank:citi")))
    try ledger.post("2017-01-01", signing("A0309", "1 USD"))
    try ledger.post("2017-01-01", pledging("PL-2017-77", "1 USD"))
    #expect(ledger.book.suggesting(fault).nearest == meant)
    #expect(fault.nearest == nil)
  }

  @Test func `a fault that is no unknown name stays as it is`() throws {
    let fault = Fault(.monthClosed, "mali")
    #expect(try SampleLedger().book.suggesting(fault) == fault)
  }
}
