public import Diagnostics
public import Funding

/// What a directive at fault says as far as it could be read, so that rules can look at the rest of it.
///
/// It is no fact: what could not be read is left out of it, or something stands for it.
public struct FaultyFact: Hashable, Sendable {
  /// What was read, and where; its date is the calendar's first where that is at fault.
  public let sourced: SourcedFact
  /// What could not be read.
  private let unread: KeySet

  init(_ sourced: SourcedFact, unread: KeySet) {
    self.sourced = sourced
    self.unread = unread
  }

  /// A fact that was read, of a directive that is refused for another reason.
  public init(_ fact: Fact) {
    self.init(SourcedFact(fact, line: 1), unread: [])
  }

  /// Whether all was read that any rule asks for, so that it can be posted like any other.
  public var isWhole: Bool { unread.isSubset(of: Self.unasked(in: sourced.fact.kind)) }

  /// Whether its date was read.
  public var isDated: Bool { !unread.contains(.date) }

  /// Whether it was read by what name it is called, if it says so.
  public var isNamed: Bool { !unread.contains(KeySet(.id)) }

  /// Whether `name` stands for one that could not be read.
  public func isUnread(_ name: String) -> Bool {
    !isWhole && StandIn.isNamed(by: name)
  }

  /// Whether the names behind its keyword were read, and what else says there what is meant.
  public var hasNames: Bool { unread.isDisjoint(with: .names) }

  /// Whether a rule that finds `fault` finds it whatever stands where something could not be read.
  public func bears(_ fault: Fault) -> Bool {
    if isWhole { return true }
    guard let grounds = fault.code.grounds, !fault.values.contains(where: StandIn.isNamed)
    else { return false }
    return grounds.isDisjoint(with: unread)
  }

  /// Whether `diagnostic` is about the name that the directive gives: it is none of those that there are.
  public func givesName(of diagnostic: Diagnostic) -> Bool {
    let syntax: FaultCode? =
      switch sourced.fact.kind {
      case .scope, .situation: .scopeSyntax
      case .donor: .donorSyntax
      case .account: .accountSyntax
      case .pledge, .agreement, .amendment, .unidentified: .referenceSyntax
      default: nil
      }
    return diagnostic.location?.line == Int(sourced.line) && diagnostic.fault.code == syntax
  }

  /// What no rule asks for in a directive of that kind.
  private static func unasked(in kind: FactKind) -> KeySet {
    let titles: KeySet = kind == .ledger || kind == .entry ? [.names, .arguments] : []
    // Names are known whatever their date.
    let dates: KeySet = kind.isDeclaration && kind != .merge ? .date : []
    return remarks.union(titles).union(dates)
  }

  private static let remarks = KeySet([
    .purpose, .reason, .source, .note, .document, .by, .country, .iati, .alias, .type,
  ])
}
