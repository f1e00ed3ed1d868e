import Testing

@testable import BursarCLI
@testable import Funding
@testable import Interchange

/// What the text form can say of a fact, the command line can record.
@Suite struct RecordedKeyTests {
  /// A verb that records a kind of fact, and the kind.
  struct Recorded: Sendable, CustomTestStringConvertible {
    let path: [String]
    let kind: FactKind

    var testDescription: String { path.joined(separator: " ") }
  }

  /// Every verb of `record`, which is called as the directive is, and those that have a place of their own.
  static let recorded: [Recorded] =
    Grammar.bursar.everyVerb.filter { $0.path.first == "record" && $0.path.count == 2 }
    .compactMap { path, _ in FactKind(rawValue: path[1]).map { Recorded(path: path, kind: $0) } }
    + [
      (["donor", "add"], .donor), (["donor", "merge"], .merge), (["scope", "add"], .scope),
      (["scope", "situation"], .situation), (["account", "add"], .account),
      (["reverse"], .reversal), (["revalue"], .revaluation), (["close"], .close),
      (["reopen"], .reopen),
    ].map { Recorded(path: $0, kind: $1) }

  /// What no verb records, and why.
  private static let unrecorded: [FactKind: String] = [
    .ledger: "a ledger has one head, with which 'init' makes it"
  ]

  /// Keys whose option is called otherwise: it repeats, or says more for itself.
  private static let names: [Key: String] = [
    .tags: "--tag", .scopes: "--scope", .revises: "--revise", .confirmed: "--confirm-rate",
    .posted: "--late",
  ]

  /// Keys that the command line does not state of a kind of fact, and why.
  private static let unstated: [FactKind: [Key: String]] = [
    .revaluation: [.posted: "a month's end is posted on its last day"]
  ]

  /// The keys that a command line can state: who recorded a fact and when is not among them, nor is the
  /// day on which it is posted where it posts nothing.
  private static func stated(of rule: DirectiveRule) -> [KeyRule] {
    (rule.keys + DirectiveTable.ofEveryFact).filter { key in
      key.key != .by && key.key != .entered && (key.key != .posted || rule.kind.isBoundByLock)
        && unstated[rule.kind]?[key.key] == nil
    }
  }

  @Test func `every directive is recorded by one verb`() {
    let kinds = Self.recorded.map(\.kind) + Self.unrecorded.keys
    #expect(kinds.sorted() == FactKind.allCases)
  }

  @Test func `every verb of record is called as its directive is`() {
    let verbs = Grammar.bursar.everyVerb.filter { $0.path.first == "record" && $0.path.count == 2 }
    #expect(
      verbs.map { $0.path[1] } == verbs.compactMap { FactKind(rawValue: $0.path[1])?.rawValue })
  }

  @Test(arguments: recorded)
  func `every key of a directive has an option of the verb that records it`(
    recorded: Recorded
  ) throws {
    let verb = try #require(try Grammar.bursar.verb(at: recorded.path))
    let rule = try #require(DirectiveTable.rules.first { $0.kind == recorded.kind })
    for key in Self.stated(of: rule) {
      let name = Self.names[key.key] ?? "--\(key.key.word)"
      let option = verb.declarations.first { $0.name == name }
      #expect(option != nil, "\(name)")
      if key.occurrence == .required { #expect(option?.isRequired == true, "\(name)") }
    }
  }

  @Test(arguments: recorded)
  func `what may stand several times may be given several times`(recorded: Recorded) throws {
    let verb = try #require(try Grammar.bursar.verb(at: recorded.path))
    let rule = try #require(DirectiveTable.rules.first { $0.kind == recorded.kind })
    for key in rule.keys where key.occurrence == .repeated {
      let name = Self.names[key.key] ?? "--\(key.key.word)"
      #expect(verb.declarations.first { $0.name == name }?.isRepeating == true, "\(name)")
    }
  }
}
