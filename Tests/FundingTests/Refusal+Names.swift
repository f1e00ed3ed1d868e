import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  /// Names that are unknown, taken or of another kind.
  static func ofNames() throws -> [Refusal] {
    try scopes() + donors() + partDonors() + references() + unknownReferences() + identifiers()
  }

  private static func scopes() throws -> [Refusal] {
    let first = "2017-01-01"
    return [
      Refusal(
        .scopeUnknown, ["nowhere"], refused: on(first, try requiring("nowhere", "1 USD")),
        accepted: on(first, try requiring("mali", "1 USD"))),
      Refusal(
        .scopeUnknown, ["burkina"],
        refused: on(
          first,
          .situation(Situation(scope("east"), name: "", scopes: [scope("mali"), scope("burkina")]))),
        accepted: on(
          first, .situation(Situation(scope("east"), name: "", scopes: [scope("mali")])))),
      Refusal(
        .scopeUnknown, ["mali/*"], refused: on(first, try pledging("P1", "1 USD", "softly mali/*")),
        accepted: on(first, try pledging("P1", "1 USD", "softly mali, sahel"))),
      Refusal(
        .scopeUnknown, ["nowhere"],
        refused: on(first, .note(ScopeNote(scope("nowhere"), text: ""))),
        accepted: on(first, .note(ScopeNote(.global, text: "")))),
      Refusal(
        .scopeSituation, ["sahel"], refused: on(first, try requiring("sahel", "1 USD")),
        accepted: on(first, try requiring("mali/health", "1 USD"))),
      Refusal(
        .scopeDuplicate, ["mali"], refused: on(first, .scope(Scope(scope("mali")))),
        accepted: on(first, .scope(Scope(.global, isComplete: true)))),
      Refusal(
        .scopeDuplicate, ["sahel"], refused: on(first, .scope(Scope(scope("sahel")))),
        accepted: on(first, .scope(Scope(scope("sahel-west"))))),
      Refusal(
        .scopeDuplicate, ["mali"],
        refused: on(first, .situation(Situation(scope("mali"), name: "", scopes: [scope("mali")]))),
        accepted: on(first, .situation(Situation(scope("m"), name: "", scopes: [scope("mali")])))),
      Refusal(
        .scopeRemainder, ["mali/*"], refused: on(first, .scope(Scope(scope("mali/*")))),
        accepted: on(first, .scope(Scope(scope("mali/water"))))),
      Refusal(
        .scopeParent, ["togo/health", "togo"],
        refused: on(first, .scope(Scope(scope("togo/health")))),
        accepted: on(first, .scope(Scope(scope("togo"))))),
      Refusal(
        .scopeCycle, ["togo", "togo"],
        refused: on(first, .scope(Scope(scope("togo"), parent: scope("togo")))),
        accepted: on(first, .scope(Scope(scope("togo"), parent: scope("west-africa"))))),
      Refusal(
        .scopeParentDiffers, ["mali/water", "niger", "mali"],
        refused: on(first, .scope(Scope(scope("mali/water"), parent: scope("niger")))),
        accepted: on(first, .scope(Scope(scope("mali/water"), parent: scope("mali"))))),
    ]
  }

  private static func partDonors() throws -> [Refusal] {
    let first = "2017-01-01"
    func financed(by giver: String) throws -> Event {
      try signing("A1", "3 USD") {
        $0.parts = try [part(2017, "2 USD"), part(2017, "1 USD", by: giver)]
      }
    }
    func raised(by giver: String) throws -> Event {
      try amending("A1/1", "+1 USD") { $0.parts = [try part(2018, "+1 USD", by: giver)] }
    }
    return [
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"],
        refused: on(first, try financed(by: "norway")),
        accepted: on(first, try financed(by: "japan"))),
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"], after: [on(first, try financed(by: "japan"))],
        refused: on(first, try raised(by: "norway")),
        accepted: on(first, try raised(by: "japan"))),
    ]
  }

  private static func donors() throws -> [Refusal] {
    let first = "2017-01-01"
    func merge(_ duplicate: String, _ into: String) -> Event {
      .merge(DonorMerge(donor(duplicate), into: donor(into)))
    }
    return [
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"],
        refused: on(first, try signing("A1", "1 USD", by: "norway")),
        accepted: on(first, try signing("A1", "1 USD", by: "sdc"))),
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"],
        refused: on(first, try pledging("P1", "1 USD", by: "norway")),
        accepted: on(first, try pledging("P1", "1 USD", by: "japan"))),
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"], refused: on(first, merge("sdc", "norway")),
        accepted: on(first, merge("sdc", "japan"))),
      Refusal(
        .donorUnknown, ["norway", "norway", "NAME"],
        refused: on(
          first,
          .acknowledgement(
            Acknowledgement(donor("norway"), scope: .global, amount: try money("1 USD")))),
        accepted: on(
          first,
          .acknowledgement(
            Acknowledgement(donor("japan"), scope: .global, amount: try money("1 USD"))))),
      Refusal(
        .donorDuplicate, ["sdc"], refused: on(first, .donor(Donor(donor("sdc"), name: "Other"))),
        accepted: on(first, .donor(Donor(donor("sdc-2"), name: "Other")))),
      Refusal(
        .donorMerge, ["sdc", "sdc", "sdc"], refused: on(first, merge("sdc", "sdc")),
        accepted: on(first, merge("sdc", "japan"))),
      Refusal(
        .donorMerge, ["sdc", "france", "japan"], after: [on(first, merge("sdc", "japan"))],
        refused: on(first, merge("sdc", "france")), accepted: on(first, merge("japan", "france"))),
      Refusal(
        .donorMerge, ["japan", "sdc", "japan"], after: [on(first, merge("sdc", "japan"))],
        refused: on(first, merge("japan", "sdc")), accepted: on(first, merge("france", "sdc"))),
    ]
  }

  private static func references() throws -> [Refusal] {
    let first = "2017-02-14"
    let signed = on(first, try signing("A1", "100 USD"))
    let pledged = on(first, try pledging("P1", "100 USD"))
    return [
      Refusal(
        .referenceDuplicate, ["A1", "agreement"], after: [signed],
        refused: on(first, try pledging("A1", "1 USD")),
        accepted: on(first, try pledging("A2", "1 USD"))),
      Refusal(
        .referenceDuplicate, ["P1", "pledge"], after: [pledged],
        refused: on(first, try signing("P1", "1 USD")),
        accepted: on(first, try signing("p1", "1 USD"))),
      Refusal(
        .referenceReserved, ["general"], refused: on(first, try signing("general", "1 USD")),
        accepted: on(first, try signing("general-1", "1 USD"))),
      Refusal(
        .referenceReserved, ["memorandum"], refused: on(first, try pledging("memorandum", "1 USD")),
        accepted: on(first, try pledging("Memorandum", "1 USD"))),
    ]
  }

  private static func unknownReferences() throws -> [Refusal] {
    let first = "2017-02-14"
    let signed = on(first, try signing("A1", "100 USD"))
    let pledged = on(first, try pledging("P1", "100 USD"))
    func takingUp(_ pledge: String, by giver: String = "sdc") throws -> Event {
      try signing("A2", "1 USD", by: giver) { $0.pledge = reference(pledge) }
    }
    return [
      Refusal(
        .agreementUnknown, ["A2"], after: [signed],
        refused: on(first, try receiving("A2", "1 USD")),
        accepted: on(first, try receiving("A1", "1 USD"))),
      Refusal(
        .agreementUnknown, ["P1"], after: [pledged],
        refused: on(first, try spending("P1", "mali", "1 USD")),
        accepted: on(first, try spending(nil, "mali", "1 USD"))),
      Refusal(
        .agreementUnknown, ["A2"], after: [signed],
        refused: on(first, try allocating("A2", "mali", "1 USD")),
        accepted: on(first, try allocating("A1", "mali", "1 USD"))),
      Refusal(
        .pledgeUnknown, ["P2"], after: [pledged], refused: on(first, try takingUp("P2")),
        accepted: on(first, try takingUp("P1"))),
      Refusal(
        .pledgeDonor, ["P1", "sdc", "japan"], after: [pledged],
        refused: on(first, try takingUp("P1", by: "japan")),
        accepted: on(first, try takingUp("P1"))),
      Refusal(
        .fundUnknown, ["A2"], after: [signed],
        refused: on(first, .opening(Opening(.bank, amount: try money("1 USD"), fund: fund("A2")))),
        accepted: on(first, .opening(Opening(.bank, amount: try money("1 USD"), fund: fund("A1"))))),
      Refusal(
        .fundUnknown, ["memorandum"],
        refused: on(
          first,
          try entering(
            (.debit, "expense:rent", "1 USD", "memorandum"),
            (.credit, "asset:bank", "1 USD", "memorandum"))),
        accepted: on(
          first,
          try entering(
            (.debit, "expense:rent", "1 USD", "general"),
            (.credit, "asset:bank", "1 USD", "general")))),
    ]
  }

  private static func identifiers() throws -> [Refusal] {
    let first = "2017-02-14"
    let note = Event.note(ScopeNote(.global, text: "a"))
    return [
      Refusal(
        .factDuplicate, ["N1"], after: [on(first, note, id: "N1")],
        refused: on(first, note, id: "N1"), accepted: on(first, note, id: "N2")),
      Refusal(
        .factUnknown, ["N2"], after: [on(first, try requiring("mali", "1 USD"), id: "N1")],
        refused: on(first, reversing("N2")), accepted: on(first, reversing("N1"))),
      Refusal(
        .ledgerDuplicate, ["Other"],
        refused: on(
          first,
          .ledger(
            LedgerHead(name: "Other", currency: try Currency(code: "USD"), rates: table("UNORE")))),
        accepted: on(
          first,
          .ledger(
            LedgerHead(name: "Sample", currency: try Currency(code: "USD"), rates: table("UNORE"))))
      ),
      Refusal(
        .accountDuplicate, ["asset:bank"], after: [on(first, .account(.bank))],
        refused: on(first, .account(.bank)),
        accepted: on(first, .account(account("asset:bank:citi")))),
    ]
  }
}
