import Funding

/// What one kind of directive looks like: its arguments, and the keys that may stand below it.
struct DirectiveRule: Sendable {
  /// The kind of fact it states; its raw value is the keyword.
  let kind: FactKind
  /// What stands behind the keyword, in the grammar's words.
  let form: String
  /// The keys of its own, in the order in which they are written.
  let keys: [KeyRule]
  /// The keys that may stand below it, those of every fact among them.
  let allowed: KeySet
  /// The keys that may stand below it several times.
  let repeated: KeySet
  /// The keys that must stand below it.
  let required: KeySet

  /// A rule of `kind`, whose keys stand in the order in which they are written.
  init(_ kind: FactKind, _ form: String, _ keys: [KeyRule] = []) {
    self.kind = kind
    self.form = form
    self.keys = keys
    let all = keys + DirectiveTable.ofEveryFact
    allowed = KeySet(all.map(\.key))
    repeated = KeySet(all.filter { $0.occurrence == .repeated }.map(\.key))
    required = KeySet(all.filter { $0.occurrence == .required }.map(\.key))
  }

  /// The directive's first line, in the grammar's words.
  var line: String {
    kind == .ledger
      ? "\(kind.rawValue) \(form)" : "YYYY-MM-DD \(kind.rawValue) \(form)"
  }

  /// The rule of `key` below this directive.
  func rule(of key: Key) -> KeyRule? {
    keys.first { $0.key == key } ?? DirectiveTable.ofEveryFact.first { $0.key == key }
  }
}

/// What one key below a directive looks like.
struct KeyRule: Sendable {
  /// How often a key may stand below one directive.
  enum Occurrence: Sendable {
    /// Once or not at all.
    case optional
    /// Exactly once.
    case required
    /// Any number of times.
    case repeated
  }

  /// The word that begins the line.
  let key: Key
  /// What stands behind the colon, in the grammar's words.
  let form: String
  /// How often it may stand.
  let occurrence: Occurrence

  /// A rule of `key`, once or not at all unless it is said otherwise.
  init(_ key: Key, _ form: String, _ occurrence: Occurrence = .optional) {
    self.key = key
    self.form = form
    self.occurrence = occurrence
  }

  /// The whole line, in the grammar's words.
  var line: String { "\(key.word)\(key.isLeg ? "" : ":") \(form)" }
}
