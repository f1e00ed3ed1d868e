/// A value of a directive as the reader came upon it: what it is, and where it stands.
struct ReadValue {
  /// What the reader took it for.
  enum Kind {
    /// Everything behind a key.
    case line
    /// The word that says what a line is: the directive's keyword, or a key.
    case word
    /// The name of a scope or situation; one that is declared here; one that an earmark excludes.
    case scope, newScope, exclusion
    case donor, account, reference, identifier
    /// How narrowly an earmark directs money.
    case category
    case month, rate
    /// What stands between quotes, as it is written.
    case text
    /// An amount with its currency; a currency, that of an amount too.
    case amount, currency
  }

  let kind: Kind
  /// The key it stands behind; nil on the directive's own line.
  let key: Key?
  /// Counted from 1 at the directive's own.
  let line: Int
  /// Counted from 1, in bytes.
  let column: Int
  /// As it is written.
  let text: String
}

/// The values of one directive, found by how they are spelt.
struct ReadValues {
  /// All of them, in the order of the text.
  let all: [ReadValue]
  private let bySpelling: [String: [ReadValue]]

  init(_ values: [ReadValue]) {
    all = values
    bySpelling = Dictionary(grouping: values, by: \.text)
  }

  /// Those that are spelt like that, in the order of the text.
  func spelt(_ text: String) -> [ReadValue] { bySpelling[text] ?? [] }
}

extension DirectiveReader {
  /// Every value of one directive, which is read anew: only who asks for places pays for them.
  static func values(ofDirective bytes: [UInt8]) -> ReadValues {
    var reader = DirectiveReader(bytes, named: "", longestLine: .max)
    reader.values = []
    reader.readAll()
    return ReadValues(reader.values ?? [])
  }

  /// Notes what was read, if somebody asks.
  @inline(__always)
  mutating func note(_ kind: ReadValue.Kind, _ place: Range<Int>) {
    guard values != nil else { return }
    let value = ReadValue(
      kind: kind, key: current.key, line: current.number,
      column: place.lowerBound - current.bounds.lowerBound + 1, text: text(place))
    values?.append(value)
  }

  /// Notes the key of the current line and all that stands behind it, if somebody asks.
  mutating func noteLine() {
    guard values != nil, let key = current.key else { return }
    let word = bytes[current.bounds].prefix { $0 == UInt8(ascii: " ") }.endIndex
    note(.word, word..<(word + key.word.utf8.count))
    skipBlanks()
    note(.line, rest(from: place))
  }
}
