public import Bookkeeping

extension Fact {
  /// What the fact is about: its own reference where it has one, else the agreement it speaks of.
  public var reference: Reference? { mentions.first }

  /// All references that the fact's rule needs to know about, its own first.
  ///
  /// A reversal mentions none: what it needs is what its target mentions.
  public var mentions: [Reference] {
    switch event {
    case .pledge(let pledge): [pledge.reference]
    case .agreement(let agreement): [agreement.reference] + (agreement.pledge.map { [$0] } ?? [])
    case .amendment(let amendment): [amendment.reference] + amendment.reference.prefixes
    case .fulfilled(let fulfilment): [fulfilment.agreement]
    case .reported(let delivery): [delivery.agreement]
    case .unidentified(let receipt): [receipt.reference]
    case .receipt(let receipt): [receipt.agreement]
    case .matched(let match): [match.agreement, match.unidentified]
    case .writeOff(let writeOff): [writeOff.agreement]
    case .refund(let refund): [refund.agreement]
    case .obligation(let obligation): [obligation.agreement]
    case .inKind(let gift): [gift.agreement]
    case .inKindUsed(let use): [use.agreement]
    case .expenditure(let expenditure): expenditure.agreement.map { [$0] } ?? []
    case .allocation(let allocation): [allocation.agreement]
    case .carryOver(let carryOver): [carryOver.agreement]
    case .opening(let opening): opening.fund.agreement.map { [$0] } ?? []
    case .entry(let entry): Set(entry.legs.compactMap(\.fund.agreement)).sorted()
    case .ledger, .scope, .account, .donor, .situation, .merge, .rate, .requirement, .spendingPlan,
      .revaluation, .reversal, .acknowledgement, .note, .assert, .close, .reopen:
      []
    }
  }
}

extension Fact {
  /// The fact that a reversal cancels; nil for all else.
  public var target: FactID? {
    if case .reversal(let reversal) = event { reversal.target } else { nil }
  }

  /// Whether the fact is what bears a reference, and does not only speak of it.
  public func bears(_ reference: Reference) -> Bool {
    [.pledge, .agreement, .amendment, .unidentified].contains(kind) && self.reference == reference
  }
}

extension Fact {
  /// The donors that an agreement or an amendment names, each once: who signs, then who finances parts.
  public var financingDonors: [DonorID] {
    switch event {
    case .agreement(let agreement): agreement.donors
    case .amendment(let amendment): amendment.donors
    default: []
    }
  }

  /// The one of `agreements` that an agreement signs, or an amendment changes; nil for other facts.
  public func signedOrAmended(among agreements: Set<Reference>) -> Reference? {
    switch event {
    case .agreement(let agreement):
      agreements.contains(agreement.reference) ? agreement.reference : nil
    case .amendment(let amendment): amendment.reference.prefixes.first(where: agreements.contains)
    default: nil
    }
  }
}

extension Fact {
  /// The scope or situation that a note or an acknowledgement is about.
  public var remarkedScope: ScopePath? {
    switch event {
    case .note(let note): note.scope
    case .acknowledgement(let acknowledgement): acknowledgement.scope
    default: nil
    }
  }
}

extension Reference {
  /// What stands before each slash, longest first: `C/1` and `C` of `C/1/2`.
  public var prefixes: [Reference] {
    let slashes = text.indices.filter { text[$0] == "/" }
    return slashes.reversed().compactMap { Reference(String(text[..<$0])) }
  }
}
