import Bookkeeping
import Diagnostics
import Foundation
import Funding
import Testing

@testable import TestSupport

@Suite struct RefusalTests {
  @Test(arguments: try all())
  func `a refused fact is told its fault and leaves the book as it was`(refusal: Refusal) throws {
    var ledger = try SampleLedger()
    for step in refusal.before { try ledger.post(step) }
    let before = ledger.book
    let fault = #expect(throws: Fault.self) { try ledger.post(refusal.refused) }
    #expect(fault?.code == refusal.code)
    #expect(fault?.values == refusal.values)
    #expect(ledger.book == before)
    try ledger.post(refusal.accepted)
    #expect(ledger.book != before || refusal.accepted.event.kind == .note)
  }

  @Test func `where accounts must be declared an unknown one is refused`() throws {
    var ledger = try SampleLedger(accountsMustBeDeclared: true)
    try ledger.post("2017-01-01", signing("A1", "100 USD"))
    let bank = account("asset:bank:citi")
    let events: [Event] = try [
      .opening(Opening(bank, amount: money("1 USD"))),
      receiving("A1", "1 USD") { $0.account = bank },
      spending(nil, "mali", "1 USD") { $0.source = bank },
      entering(
        (.debit, "asset:bank:citi", "1 USD", "general"), (.credit, "asset:bank", "1 USD", "general")
      ),
    ]
    for event in events {
      let before = ledger.book
      #expect(throws: Fault(.accountUndeclared, "asset:bank:citi")) {
        try ledger.post("2017-02-01", event)
      }
      #expect(ledger.book == before)
    }
    try ledger.post("2017-01-01", .account(bank))
    for event in events { try ledger.post("2017-02-01", event) }
  }

  @Test func `every fault that a rule throws stands in the table`() throws {
    let tested = Set(
      try Self.all().map(\.code)
        + [.accountUndeclared] + Self.cautions)
    #expect(try Self.thrownCodes().subtracting(tested).isEmpty)
  }

  private static func all() throws -> [Refusal] {
    try Refusal.ofNames() + Refusal.ofPlans() + Refusal.ofForecasts() + Refusal.ofMoney()
  }

  /// What a person is only warned of; BookRateTests and AgreementCautionTests have these.
  private static let cautions: [FaultCode] = [
    .rateStale, .currencyEnded, .exchangeFarOff, .matchFarOff, .amendmentInstalments,
    .instalmentBeforeSigning,
    .reportBeforeSigning, .useAfterEnd, .obligationPaid, .agreementBeforePledge,
    .agreementBeyondPledge,
    .givenUpSpent, .reportForm,
    .earmarkMissing,
    .donorNamesake, .donorAlias,
  ]

  /// The codes that stand after `Fault(` in the sources, those that translate other errors left out.
  private static func thrownCodes() throws -> Set<FaultCode> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Funding").standardized
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap {
      $0 as? String
    }
    // What is wrong with a problem of the gap is wrong with no fact.
    let names = try files.filter { file in
      file.hasSuffix(".swift") && !file.hasSuffix("Fault+Errors.swift")
        && !["Gap/", "Flow/"].contains { file.hasPrefix($0) }
    }
    .flatMap { file in
      try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        .matches(of: /Fault\(\s*(?:[^.)]*\? *)?\.(\w+)(?: : \.(\w+))?/)
        .flatMap { [$0.1, $0.2].compactMap { $0.map(String.init) } }
    }
    #expect(names.count > 40)
    let codes = Dictionary(
      uniqueKeysWithValues: FaultCode.allCases.map { (String(describing: $0), $0) })
    return Set(try names.map { try #require(codes[$0]) })
  }
}
