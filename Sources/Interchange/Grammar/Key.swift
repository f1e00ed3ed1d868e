/// The word that begins an indented line of the text form: a key, or the side of an entry's leg.
enum Key: UInt8, CaseIterable, Sendable {
  case account, accounts, alias, amount, bank, by, charge, complete, condition, confirmed, country
  case credit, currency, debit, document, earmark, ends, entered, expected, from, fund, iati, id,
    instalment,
    kind
  case laterYears, limit, modality, month, note, obligation, overpayment, overspend, paid, parent,
    part
  case period, pledge, posted, probability, purpose, rates, reason, recorded, report, require,
    revises, scopes,
    source,
    starts
  case support, table, tags, to, toYear, type, year

  /// The word as a ledger writes it, without its colon.
  var word: String { Self.words[Int(rawValue)] }

  /// The word as programs write it, in a JSON object.
  var name: String { String(describing: self) }

  /// The words, made once from the cases: `laterYears` is written `later-years`.
  private static let words = allCases.map { key in
    key.name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }

  /// Whether the line is a leg, `debit ACCOUNT …`, whose word has no colon.
  var isLeg: Bool { self == .debit || self == .credit }
}

/// A set of keys, and of what else a directive consists of, in one machine word.
struct KeySet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// The date that a directive begins with.
  static let date = KeySet(rawValue: 1 << 62)
  /// What stands behind its keyword and is no name: its amounts.
  static let arguments = KeySet(rawValue: 1 << 63)
  /// The names that stand there, and what else says what is meant: texts, dates.
  static let names = KeySet(rawValue: 1 << 61)
  /// Every key that there is.
  static let everyKey = KeySet(Key.allCases)

  /// The set whose members are the bits of `rawValue`, a key each.
  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The set of `key` alone.
  init(_ key: Key) {
    rawValue = 1 << UInt64(key.rawValue)
  }

  /// The set of `keys`.
  init(_ keys: [Key]) {
    self = keys.reduce(into: []) { $0.formUnion(KeySet($1)) }
  }

  /// Whether `key` is in the set.
  func contains(_ key: Key) -> Bool { contains(KeySet(key)) }
}

extension WordTable where Value == Key {
  /// All keys, each with the colon that ends it; a leg has none.
  static let ofKeys = WordTable(Key.allCases.map { ($0.isLeg ? $0.word : $0.word + ":", $0) })

  /// The key that `line` begins with, and where its value begins; the colon need no blank behind it.
  func key(_ line: Range<Int>, in bytes: [UInt8]) -> (key: Key, end: Int)? {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] != UInt8(ascii: " ") {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ":") { break }
    }
    return value(of: bytes.span.extracting(line.lowerBound..<end)).map { ($0, end) }
  }
}
