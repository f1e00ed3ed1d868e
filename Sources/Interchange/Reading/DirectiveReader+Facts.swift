import Bookkeeping
import Diagnostics
import Funding
import Monetary

extension DirectiveReader {
  /// Makes the fact of the directive that was gathered, or tells what is wrong with it.
  mutating func finishDirective() {
    defer {
      log.endDirective()
      rule = nil
    }
    guard let rule else { return }
    let event = event(rule.kind)
    let provenance = provenance()
    let missing = rule.required.subtracting(present)
    // It may stand on a line whose key was not understood.
    if !missing.isEmpty, !unread.isSuperset(of: .everyKey) {
      let keys = rule.keys.filter { missing.contains($0.key) }.map { "\($0.key.word):" }
      let fault = Fault(.directiveKeyMissing, rule.kind.rawValue, keys.joined(separator: ", "))
      let start = head.bounds.lowerBound..<head.bounds.lowerBound
      tell(LineFault(fault: fault, place: start), of: head, losing: missing)
    }
    guard let event else { return }
    let fact = Fact(headDate ?? .earliest, event, provenance: provenance)
    let sourced = SourcedFact(fact, line: Int32(clamping: head.number))
    if !log.directiveIsFaulty {
      facts.append(sourced)
    } else {
      faulty.append(FaultyFact(sourced, unread: unread))
    }
  }

  private mutating func event(_ kind: FactKind) -> Event? {
    switch kind {
    case .ledger: ledger()
    case .scope: scopeDeclaration()
    case .account: accountDeclaration()
    case .donor: donorDeclaration()
    case .situation: situation()
    case .merge: merge()
    case .opening: opening()
    case .rate: rateQuote()
    case .requirement: requirement()
    case .spendingPlan: spendingPlan()
    case .pledge: pledge()
    case .agreement: agreement()
    case .amendment: amendment()
    case .fulfilled: fulfilment()
    case .reported: delivery()
    case .unidentified: unidentified()
    case .receipt: receipt()
    case .matched: match()
    case .writeOff: writeOff()
    case .refund: refund()
    case .obligation: obligation()
    case .inKind: inKind()
    case .inKindUsed: inKindUsed()
    case .expenditure: expenditure()
    case .allocation: allocation()
    case .carryOver: carryOver()
    case .revaluation: revaluation()
    case .entry: entry()
    case .reversal: reversal()
    case .acknowledgement: acknowledgement()
    case .note: note()
    case .assert: assertion()
    case .close: arguments { reader throws(LineFault) in .close(try reader.month()) }
    case .reopen: reopening()
    }
  }

  private mutating func provenance() -> Provenance {
    guard !present.isDisjoint(with: Self.ofEveryFact) else { return Provenance() }
    return Provenance(
      id: one(.id) { reader throws(LineFault) in try reader.identifier() },
      by: one(.by) { reader throws(LineFault) in try reader.quotedOrWord() },
      entered: one(.entered) { reader throws(LineFault) in try reader.instant() },
      posted: one(.posted) { reader throws(LineFault) in try reader.date() },
      source: one(.source) { reader throws(LineFault) in try reader.repeatedQuoted() },
      note: one(.note) { reader throws(LineFault) in try reader.quoted() },
      document: one(.document) { reader throws(LineFault) in try reader.document() })
  }

  private static let ofEveryFact = KeySet(DirectiveTable.ofEveryFact.map(\.key))

  private mutating func document() throws(LineFault) -> DocumentLink {
    let path = try quoted()
    let digest = try word()
    guard let link = DocumentLink(path: path, sha256: text(digest)) else {
      throw fault(.documentSyntax, digest)
    }
    return link
  }
}
