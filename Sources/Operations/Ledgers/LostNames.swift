import Bookkeeping
import Diagnostics
import Funding
import Interchange

/// Names that directives at fault would have made known: that others speak of them is no second fault.
struct LostNames {
  /// A name and what it is the name of.
  private struct Name: Hashable {
    /// What names are names of.
    enum Kind: CaseIterable { case scope, donor, account, reference, fact, requirement, rate }

    let kind: Kind
    let text: String
  }

  private var names: Set<Name> = []

  /// The names of the directives that the reader of `text` refused.
  ///
  /// - Complexity: O(*n*) in the diagnostics, each times the lines of its directive.
  init(refusedIn text: LedgerText) {
    for diagnostic in text.diagnostics {
      if let line = diagnostic.location?.line { loseNames(ofLine: line, in: text.source) }
    }
  }

  /// Whether `fault` says only that a lost name is not known.
  func explain(_ fault: Fault) -> Bool {
    guard !names.isEmpty, let kind = Self.kind(missedBy: fault.code) else { return false }
    return fault.values.contains { names.contains(Name(kind: kind, text: $0)) }
  }

  /// Notes that `fact` was refused, so that nobody knows it, unless another has its names.
  mutating func lose(_ fact: Fact, id: FactID) {
    names.insert(Name(kind: .fact, text: id.text))
    guard let kind = Self.kind(madeBy: fact.kind) else { return }
    switch fact.event {
    case .scope(let scope): names.insert(Name(kind: kind, text: scope.path.text))
    case .situation(let situation): names.insert(Name(kind: kind, text: situation.path.text))
    case .donor(let donor): names.insert(Name(kind: kind, text: donor.id.text))
    case .account(let account): names.insert(Name(kind: kind, text: account.text))
    case .requirement(let requirement):
      names.insert(Name(kind: kind, text: requirement.key.scope.text))
    default:
      if let reference = fact.reference { names.insert(Name(kind: kind, text: reference.text)) }
    }
  }

  /// What a directive makes known by its first argument.
  private static func kind(madeBy keyword: FactKind) -> Name.Kind? {
    switch keyword {
    case .scope, .situation: .scope
    case .donor: .donor
    case .account: .account
    case .pledge, .agreement, .unidentified: .reference
    case .requirement: .requirement
    case .rate: .rate
    default: nil
    }
  }

  /// What a fault misses.
  private static func kind(missedBy code: FaultCode) -> Name.Kind? {
    switch code {
    case .scopeUnknown, .scopeParent: .scope
    case .donorUnknown: .donor
    case .accountUndeclared: .account
    case .agreementUnknown, .pledgeUnknown, .fundUnknown, .unidentifiedUnknown: .reference
    case .factUnknown, .obligationUnknown: .fact
    case .requirementNone: .requirement
    case .rateMissing, .rateRevisesNothing: .rate
    default: nil
    }
  }

  /// Takes the name that the directive around `line` gives, and its identifier.
  private mutating func loseNames(ofLine line: Int, in source: SourceText) {
    var head = line
    while head > 1, !source.beginsDirective(onLine: head) { head -= 1 }
    let words = source.excerpt(line: head).split(separator: " ").map(String.init)
    let known = words.firstIndex { FactKind(rawValue: $0) != nil }
    let keyword = known ?? 1
    if words.indices.contains(keyword + 1) {
      let made = known.flatMap { FactKind(rawValue: words[$0]) }.map { Self.kind(madeBy: $0) }
      // A misspelt keyword may be any.
      let kinds = made.map { [$0, .fact].compactMap(\.self) } ?? Name.Kind.allCases
      for kind in kinds { names.insert(Name(kind: kind, text: words[keyword + 1])) }
    }
    var below = head + 1
    while source.isBelow(line: below) {
      let words = source.excerpt(line: below).split(separator: " ")
      if words.count == 2, words[0] == "id:" {
        names.insert(Name(kind: .fact, text: String(words[1])))
      }
      below += 1
    }
  }
}

extension SourceText {
  /// Whether a directive begins on the line.
  fileprivate func beginsDirective(onLine line: Int) -> Bool {
    guard let first = excerpt(line: line).first else { return false }
    return ![" ", "␉", ";"].contains(first)
  }

  /// Whether the line belongs to a directive above it.
  fileprivate func isBelow(line: Int) -> Bool {
    excerpt(line: line).first.map { [" ", "␉"].contains($0) } ?? false
  }
}
