import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Monetary

/// Names that directives at fault would have made known: that others speak of them is no second fault.
struct LostNames {
  /// A name and what it is the name of.
  private struct Name: Hashable {
    /// What names are names of.
    enum Kind: CaseIterable {
      case scope, donor, account, agreement, pledge, unidentified, fact, requirement, rate
      /// What gave the agreement of that name more room: its terms, or what lies where.
      case room
      /// What was received for the agreement of that name, and what of that may be paid back.
      case received, repayable
      /// A fact of that kind, whose name is made from all that it says.
      case made
    }

    let kind: Kind
    let text: String
  }

  private var names: Set<Name> = []
  /// The kinds of fact of which one could not be read: nobody knows what it would undo, close or open.
  private var kinds: Set<FactKind> = []
  /// What one was refused of whose name nobody knows: it may be any that others miss.
  private var nameless: Set<Name.Kind> = []
  /// Words that could not be read where a name is given: others that miss it spell it nearly so.
  private var misspelt: [Name.Kind: Set<String>] = [:]

  /// The names of the directives that the reader of `text` refused; those that it read well enough are
  /// posted.
  ///
  /// - Complexity: O(*n*) in the diagnostics, each times the lines of its directive.
  init(refusedIn text: LedgerText) {
    let whole = Set(text.faulty.filter(\.isWhole).map { Int($0.sourced.line) })
    if text.faulty.contains(where: { !$0.isNamed }) { nameless.insert(.fact) }
    // They lack a remark, which is part of what a name is made of.
    for faulty in text.faulty where faulty.isWhole {
      lose(.made, [faulty.sourced.fact.kind.rawValue])
    }
    for diagnostic in text.diagnostics {
      guard let line = diagnostic.location?.line else { continue }
      let head = text.source.directiveLine(of: line)
      if !whole.contains(head) { loseNames(ofDirectiveOn: head, in: text.source) }
    }
    for faulty in text.faulty where !faulty.isWhole {
      // Of many faults only the first are among the diagnostics.
      loseNames(ofDirectiveOn: Int(faulty.sourced.line), in: text.source)
      loseUnread(faulty, in: text.source)
    }
  }

  /// Whether `fault` may say only that something is missed that was lost.
  func explain(_ fault: Fault) -> Bool {
    guard !names.isEmpty || !nameless.isEmpty else { return false }
    switch fault.code {
    case .periodClosed, .dayClosed, .monthClosed, .monthOpen, .monthNotLatest:
      return !kinds.isDisjoint(with: [.close, .reopen])
    case .factUnknown, .obligationUnknown:
      let kind = fault.values.first?.split(separator: ":").first.map(String.init) ?? ""
      return nameless.contains(.fact) || has(.made, kind) || has(.fact, fault.values[0])
    case .amendmentAgreement:
      let prefixes = fault.values.first.flatMap(Reference.init)?.prefixes ?? []
      return nameless.contains(.agreement) || prefixes.contains { has(.agreement, $0.text) }
    default:
      let missed = Self.kinds(missedBy: fault.code)
      if missed.contains(.room), kinds.contains(.reversal) { return true }
      return missed.contains { kind in
        nameless.contains(kind) || fault.values.contains { misses($0, of: kind) }
      }
    }
  }

  /// Whether a name that a fault tells was lost; of a rate, it may be one of another denomination.
  private func misses(_ text: String, of kind: Name.Kind) -> Bool {
    // What is no currency is looked for as it is.
    let currency = kind == .rate ? try? Currency(code: text) : nil
    return (currency?.denominations.map(\.code) ?? [text]).contains { has(kind, $0) }
  }

  private func has(_ kind: Name.Kind, _ text: String) -> Bool {
    names.contains(Name(kind: kind, text: text))
      || misspelt[kind].map { words in
        words.contains(text) || Suggestion.nearest(to: text, among: words) != nil
      } ?? false
  }

  /// Notes that `fact` was refused, so that nobody knows it, unless another has its names.
  mutating func lose(_ fact: Fact, id: FactID, for faults: [Fault]) {
    lose(.fact, [id.text])
    if let kind = Self.kind(madeBy: fact.kind) { lose(kind, Self.name(madeBy: fact)) }
    switch fact.kind {
    case .receipt, .matched: lose(.repayable, fact.mentions.map(\.text))
    case .amendment, .fulfilled, .inKind: lose(.room, fact.mentions.map(\.text))
    default: break
    }
    loseMisnamed(fact, for: faults)
  }

  /// Notes that what `fact` gives to an agreement or asks for a scope that is not there was meant for
  /// another.
  mutating func loseMisnamed(_ fact: Fact, for faults: [Fault]) {
    let isMisnamed = faults.contains {
      [.agreementUnknown, .amendmentAgreement, .unidentifiedUnknown].contains($0.code)
    }
    if isMisnamed, let room = Self.kind(givenBy: fact.kind) { nameless.insert(room) }
    if fact.kind == .requirement, faults.contains(where: { $0.code == .scopeUnknown }) {
      nameless.insert(.requirement)
    }
  }

  /// Notes what a directive that was read in part would make known or give, if only its name were known.
  private mutating func loseUnread(_ faulty: FaultyFact, in source: SourceText) {
    let fact = faulty.sourced.fact
    let words = Array(Self.words(ofDirectiveOn: Int(faulty.sourced.line), in: source).arguments)
    switch fact.event {
    case .ledger(let head): if faulty.isUnread(head.rates.text) { nameless.insert(.rate) }
    // For a currency stands another one, which nobody can tell from one that was read.
    case .rate(let quote):
      let isTableUnread = quote.table.map { faulty.isUnread($0.text) } ?? false
      if isTableUnread || !faulty.hasNames { nameless.insert(.rate) }
    default:
      if let kind = Self.kind(madeBy: fact.kind),
        Self.name(madeBy: fact).contains(where: faulty.isUnread)
      {
        loseMisspelt(kind, words.prefix(1))
      }
    }
    let mentions = fact.mentions.filter { faulty.isUnread($0.text) }
    if let room = Self.kind(givenBy: fact.kind), !mentions.isEmpty {
      let references = words.prefix(fact.mentions.count)
      loseMisspelt(room, references + references.compactMap { $0.firstPart(before: "/") })
    }
  }

  /// Notes words for names of a kind of which one could not be read.
  private mutating func loseMisspelt(_ kind: Name.Kind, _ words: some Collection<String>) {
    let unreadable = words.filter { !Self.isName($0, of: kind) }
    misspelt[kind, default: []].formUnion(unreadable)
    // Where all can be read, another word is missing; a text, or what has no letter, spells no name.
    let isSpelt = unreadable.allSatisfy { $0.contains(where: \.isLetter) && !$0.hasPrefix("\"") }
    if unreadable.isEmpty || !isSpelt { nameless.insert(kind) }
  }

  /// Whether a word can be the name of such a thing.
  private static func isName(_ word: String, of kind: Name.Kind) -> Bool {
    switch kind {
    case .scope, .requirement: ScopePath(word) != nil
    case .donor: DonorID(word) != nil
    case .account: AccountCode(word) != nil
    default: Reference(word) != nil
    }
  }

  /// What a fact makes known is called so.
  private static func name(madeBy fact: Fact) -> [String] {
    switch fact.event {
    case .scope(let scope): [scope.path.text]
    case .situation(let situation): [situation.path.text]
    case .donor(let donor): [donor.id.text]
    case .account(let account): [account.text]
    case .requirement(let requirement): [requirement.key.scope.text]
    case .rate(let quote): [quote.quote.code]
    default: fact.mentions.prefix(1).map(\.text)
    }
  }

  /// What a directive makes known by its first argument.
  private static func kind(madeBy keyword: FactKind) -> Name.Kind? {
    switch keyword {
    case .scope, .situation: .scope
    case .donor: .donor
    case .account: .account
    case .pledge: .pledge
    case .agreement: .agreement
    case .unidentified: .unidentified
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
    case .agreementUnknown, .fundUnknown: [.agreement]
    case .pledgeUnknown: [.pledge]
    case .unidentifiedUnknown: [.unidentified]
    case .requirementNone: [.requirement]
    case .rateMissing, .rateRevisesNothing: [.rate]
    case .refundExceeds, .refundExceedsPart, .overpaymentExceeds, .amendmentInstalments:
      [.received, .repayable, .room]
    case .useExceeds, .useUnspent: [.received, .room]
    case .receiptExceeds, .receiptExceedsPart, .matchOwed, .writeOffExceeds, .writeOffExceedsPart,
      .allocationExceeds, .allocationReach,
      .placeExceeds,
      .useReach, .useLimit, .amendmentCut, .amendmentSpent, .partUnknown, .reportUnknown,
      .inKindExceeds,
      .carryOverExceeds:
      [.room]
    default: []
    }
  }

  /// Takes the name that the directive on line `head` gives, those that it gives room to, and its
  /// identifier.
  private mutating func loseNames(ofDirectiveOn head: Int, in source: SourceText) {
    loseIdentifier(below: head, in: source)
    let (keyword, arguments) = Self.words(ofDirectiveOn: head, in: source)
    guard let keyword else {
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

  /// The keyword of the directive on line `head`, if it is one, and what stands behind it.
  private static func words(
    ofDirectiveOn head: Int, in source: SourceText
  ) -> (keyword: FactKind?, arguments: ArraySlice<String>) {
    let words = source.excerpt(line: head).split(separator: " ").map(String.init)
    let known = words.firstIndex { FactKind(rawValue: $0) != nil }
    return (known.flatMap { FactKind(rawValue: words[$0]) }, words.dropFirst((known ?? 1) + 1))
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

extension String {
  /// What stands before the last `letter`; nil where there is none.
  fileprivate func firstPart(before letter: Character) -> String? {
    lastIndex(of: letter).map { String(self[..<$0]) }
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
