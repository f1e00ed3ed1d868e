import Bookkeeping
import Diagnostics
import Funding
import Interchange

/// Names that directives at fault would have made known: that others speak of them is no second fault.
struct LostNames {
  /// A name and what it is the name of.
  private struct Name: Hashable {
    /// What names are names of.
    enum Kind: CaseIterable {
      case scope, donor, account, reference, fact, requirement, rate
      /// What gave the agreement of that name more room: its terms, or what lies where.
      case room
      /// What was received for the agreement of that name.
      case received
      /// A fact of that kind, whose name is made from all that it says.
      case made
    }

    let kind: Kind
    let text: String
  }

  private var names: Set<Name> = []
  /// The kinds of fact of which one could not be read: nobody knows what it would undo, close or open.
  private var kinds: Set<FactKind> = []
  /// Whether a name could not be read that a fact was given.
  private var hasNamelessFact: Bool

  /// The names of the directives that the reader of `text` refused; those that it read well enough are
  /// posted.
  ///
  /// - Complexity: O(*n*) in the diagnostics, each times the lines of its directive.
  init(refusedIn text: LedgerText) {
    let whole = Set(text.faulty.filter(\.isWhole).map { Int($0.sourced.line) })
    hasNamelessFact = text.faulty.contains { !$0.isNamed }
    // They lack a remark, which is part of what a name is made of.
    for faulty in text.faulty where faulty.isWhole {
      lose(.made, [faulty.sourced.fact.kind.rawValue])
    }
    for diagnostic in text.diagnostics {
      guard let line = diagnostic.location?.line else { continue }
      let head = text.source.directiveLine(of: line)
      if !whole.contains(head) { loseNames(ofDirectiveOn: head, in: text.source) }
    }
  }

  /// Whether `fault` may say only that something is missed that was lost.
  func explain(_ fault: Fault) -> Bool {
    guard !names.isEmpty else { return false }
    switch fault.code {
    case .periodClosed, .monthClosed, .monthOpen, .monthNotLatest:
      return !kinds.isDisjoint(with: [.close, .reopen])
    case .factUnknown, .obligationUnknown:
      let kind = fault.values.first?.split(separator: ":").first.map(String.init) ?? ""
      return hasNamelessFact || has(.made, kind) || has(.fact, fault.values[0])
    case .amendmentAgreement:
      let prefixes = fault.values.first.flatMap(Reference.init)?.prefixes ?? []
      return prefixes.contains { has(.reference, $0.text) }
    default:
      let missed = Self.kinds(missedBy: fault.code)
      if missed.contains(.room), kinds.contains(.reversal) { return true }
      return missed.contains { kind in fault.values.contains { has(kind, $0) } }
    }
  }

  private func has(_ kind: Name.Kind, _ text: String) -> Bool {
    names.contains(Name(kind: kind, text: text))
  }

  /// Notes that `fact` was refused, so that nobody knows it, unless another has its names.
  mutating func lose(_ fact: Fact, id: FactID) {
    lose(.fact, [id.text])
    guard let kind = Self.kind(madeBy: fact.kind) else { return }
    switch fact.event {
    case .scope(let scope): lose(kind, [scope.path.text])
    case .situation(let situation): lose(kind, [situation.path.text])
    case .donor(let donor): lose(kind, [donor.id.text])
    case .account(let account): lose(kind, [account.text])
    case .requirement(let requirement): lose(kind, [requirement.key.scope.text])
    default: lose(kind, fact.mentions.prefix(1).map(\.text))
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

  /// What a directive gives to the agreements that it speaks of.
  private static func kind(givenBy keyword: FactKind) -> Name.Kind? {
    switch keyword {
    case .amendment, .fulfilled, .allocation, .inKind: .room
    case .receipt, .matched: .received
    default: nil
    }
  }

  /// What a fault may miss.
  private static func kinds(missedBy code: FaultCode) -> [Name.Kind] {
    switch code {
    case .scopeUnknown, .scopeParent: [.scope]
    case .donorUnknown: [.donor]
    case .accountUndeclared: [.account]
    case .agreementUnknown, .pledgeUnknown, .fundUnknown, .unidentifiedUnknown: [.reference]
    case .requirementNone: [.requirement]
    case .rateMissing, .rateRevisesNothing: [.rate]
    case .refundExceeds, .useExceeds: [.received, .room]
    case .receiptExceeds, .writeOffExceeds, .allocationExceeds, .allocationReach, .placeExceeds,
      .useReach, .useLimit, .amendmentCut, .partUnknown, .reportUnknown, .inKindExceeds,
      .carryOverExceeds:
      [.room]
    default: []
    }
  }

  /// Takes the name that the directive on line `head` gives, those that it gives room to, and its
  /// identifier.
  private mutating func loseNames(ofDirectiveOn head: Int, in source: SourceText) {
    loseIdentifier(below: head, in: source)
    let words = source.excerpt(line: head).split(separator: " ").map(String.init)
    let known = words.firstIndex { FactKind(rawValue: $0) != nil }
    let arguments = words.dropFirst((known ?? 1) + 1)
    guard let keyword = known.flatMap({ FactKind(rawValue: words[$0]) }) else {
      // A misspelt keyword may be any.
      for kind in Name.Kind.allCases { lose(kind, arguments.prefix(1)) }
      return
    }
    kinds.insert(keyword)
    lose(.fact, arguments.prefix(1))
    lose(.made, [keyword.rawValue])
    if let kind = Self.kind(madeBy: keyword) { lose(kind, arguments.prefix(1)) }
    if let room = Self.kind(givenBy: keyword) {
      let references = arguments.compactMap(Reference.init)
      lose(room, (references + references.flatMap(\.prefixes)).map(\.text))
    }
  }

  private mutating func loseIdentifier(below head: Int, in source: SourceText) {
    var below = head + 1
    while source.isBelow(line: below) {
      let words = source.excerpt(line: below).split(separator: " ")
      if words.count == 2, words[0] == "id:" { lose(.fact, [String(words[1])]) }
      below += 1
    }
  }

  private mutating func lose(_ kind: Name.Kind, _ texts: some Sequence<String>) {
    for text in texts { names.insert(Name(kind: kind, text: text)) }
  }
}

extension SourceText {
  /// The line on which the directive around `line` begins.
  fileprivate func directiveLine(of line: Int) -> Int {
    var head = line
    while head > 1, !beginsDirective(onLine: head) { head -= 1 }
    return head
  }

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
