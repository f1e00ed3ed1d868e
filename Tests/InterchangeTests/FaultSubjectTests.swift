import Diagnostics
import Foundation
import Testing

@testable import Interchange

@Suite struct FaultSubjectTests {
  @Test(arguments: PointedFault.all)
  func `a fault that a rule finds points at the value it is about`(pointed: PointedFault) throws {
    let text = read(PointedFault.before + pointed.directive)
    try #require(text.diagnostics.isEmpty, "\(text.diagnostics)")

    let refusals = try text.refusals()

    try #require(refusals.count == 1, "\(refusals)")
    #expect(refusals[0].fault.code.rawValue == pointed.code)
    let linesBefore = PointedFault.before.count { $0 == "\n" }
    #expect(
      refusals[0].location
        == SourceLocation(
          input: "test.bursar", line: linesBefore + pointed.line, column: pointed.column))
    #expect(refusals[0].excerpt == pointed.excerpt)
  }

  @Test func `lines end as they may, and what follows a directive is not part of it`() throws {
    let directive = "2017-02-01 pledge P1 ‸japn 1 USD\r\n\r\n; no\r\n  year: 2017 ; yes\r\n"
    let plain = directive.replacing("‸", with: "").replacing("\r\n  year: 2017 ; yes\r\n", with: "")
    for text in [directive.replacing("‸", with: ""), plain] {
      let refusals = try read("\u{FEFF}" + PointedFault.before + text).refusals()
      #expect(refusals.map(\.location?.column) == [22])
      #expect(refusals.map(\.excerpt) == ["2017-02-01 pledge P1 japn 1 USD"])
    }
    let followed = "2017-02-01 expenditure general mali 1 USD\n2017-02-01 note japn \"x\"\n"
    #expect(try read(PointedFault.before + followed).refusals().map(\.location?.column) == [17])
  }

  /// Codes that no text reaches: its reader finds the fault first, or it cannot be written.
  private static let unreachable: Set<FaultCode> = [
    .amountSign, .scopeRemainder, .rateOfItself,
  ]

  /// What a person is warned of, and no fact is refused for by itself.
  private static let cautions: Set<FaultCode> = [
    .rateStale, .currencyEnded, .exchangeFarOff, .matchFarOff, .instalmentBeforeSigning,
    .reportBeforeSigning, .useAfterEnd, .obligationPaid, .agreementBeforePledge,
    .agreementBeyondPledge,
    .givenUpSpent, .reportForm,
    .earmarkMissing,
    .donorNamesake, .donorAlias,
  ]

  @Test func `every fault that a rule throws has a place`() throws {
    let pointed = Set(PointedFault.all.compactMap { FaultCode(rawValue: $0.code) })
    let thrown = try Self.thrownCodes().subtracting(Self.cautions)
    #expect(thrown.subtracting(pointed) == Self.unreachable)
    let told = Set(FaultCode.allCases.filter { !$0.subjects.isEmpty })
    #expect(
      told.subtracting(pointed).subtracting(Self.unreachable)
        == Self.cautions.union([.assertFailed, .accountUnknown]))
  }

  /// The codes that stand behind `Fault(` in the rules.
  private static func thrownCodes() throws -> Set<FaultCode> {
    let rules = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Funding").standardized
    let files = FileManager.default.enumerator(atPath: rules.path)?.compactMap { $0 as? String }
    let codes = Dictionary(
      uniqueKeysWithValues: FaultCode.allCases.map { (String(describing: $0), $0) })
    // What is wrong with a problem of the gap is wrong with no fact.
    let thrown = try (files ?? []).filter { file in
      file.hasSuffix(".swift") && !file.hasSuffix("Fault+Errors.swift")
        && !["Gap/", "Flow/"].contains { file.hasPrefix($0) }
    }.flatMap { file in
      try String(contentsOf: rules.appending(path: file), encoding: .utf8)
        .matches(of: /Fault\(\s*(?:[^.)]*\? *)?\.(\w+)(?: : \.(\w+))?/)
        .flatMap { [$0.1, $0.2].compactMap { $0.flatMap { codes[String($0)] } } }
    }
    #expect(thrown.count > 40)
    return Set(thrown)
  }
}
