public import Diagnostics
public import Funding
public import Interchange
public import Persistence

/// A fact as a person states it piece by piece, before it is known to make sense.
///
/// It is written down as a directive of the text form and read as one, so that a command line and a
/// file are held to the same rules and told of faults in the same words.
public struct DirectiveDraft: Hashable, Sendable {
  private let keyword: FactKind
  private let arguments: [String]
  private var lines: [String] = []
  /// What was added as it stands, not quoted.
  private var raw: [String] = []

  /// Begins a directive; `arguments`, without those that are nil, are written as the text form wants them.
  public init(_ keyword: FactKind, _ arguments: String?...) {
    self.keyword = keyword
    self.arguments = arguments.compactMap(\.self)
  }

  /// Adds a key with a value that is written as it stands; nothing where there is no value.
  public mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    lines.append("\(key): \(value)")
    raw.append(value)
  }

  /// Adds a key with a text, which is quoted; nothing where there is no text.
  public mutating func add(_ key: String, quoting text: String?) {
    if let text { lines.append("\(key): \(Self.quoted(text))") }
  }

  /// Adds a document: its path, and the SHA-256 of what is there now.
  /// - Throws: ``UnreadableDocument`` where the file cannot be read.
  public mutating func add(documentAt path: String) throws(UnreadableDocument) {
    do throws(FileError) {
      let digest = Digest.sha256(try InputFile.bytes(at: path))
      lines.append("document: \(Self.quoted(path)) \(digest)")
    } catch {
      throw UnreadableDocument(cause: error)
    }
  }

  /// Adds a line below the directive that is no key, such as a leg of an entry.
  public mutating func add(line: String) {
    lines.append(line)
    raw.append(line)
  }

  /// The text in quotes, as the text form wants it.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\"", "\\": quoted += "\\\(scalar)"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The fact that the directive states, on a `date` that is written `2017-11-28`.
  /// - Throws: ``Misstatement`` with everything that is wrong with it by itself.
  public func fact(on date: String) throws(Misstatement) -> Fact {
    // A comment or a line break inside a value would hide or add something unseen.
    for value in arguments.filter({ !$0.hasPrefix("\"") }) + raw
    where value.contains(where: \.isNewline) || value.contains(" ;") {
      let fault = Fault(.directiveSyntax, value, "the value on one line, without a comment")
      throw Misstatement([Diagnostic(fault)], of: nil as FaultyFact?)
    }
    let names = arguments.prefix(keyword.countOfNames).map(SingleWord.init)
    let words = names.map(\.word) + arguments.dropFirst(names.count)
    let head = ([date, keyword.rawValue] + words).joined(separator: " ")
    let text = ([head] + lines.map { "  \($0)" }).map { $0 + "\n" }.joined()
    let reading = LedgerTextReader().read(Array(text.utf8), named: "(new \(keyword.rawValue))")
    guard reading.diagnostics.isEmpty, let sourced = reading.facts.first else {
      let told = reading.diagnostics.map { diagnostic in
        names.reduce(diagnostic) { $1.restored(in: $0) }
      }
      throw Misstatement(told, of: reading.faulty.first)
    }
    return sourced.fact
  }
}

/// A name as one word: of one that has blanks a reader would take what stands behind the first for something
/// else.
private struct SingleWord {
  private let name: String
  /// The name, with what no name has for its blanks.
  let word: String

  init(_ name: String) {
    self.name = name
    word = name.replacing(" ", with: "?")
  }

  /// What a reader told of the word, told of the name.
  func restored(in diagnostic: Diagnostic) -> Diagnostic {
    guard word != name else { return diagnostic }
    return Diagnostic(
      diagnostic.fault.replacing(word, with: name), severity: diagnostic.severity,
      at: diagnostic.location, excerpt: diagnostic.excerpt.replacing(word, with: name))
  }
}

extension FactKind {
  /// How many of the directive's arguments, from the first on, are names of one word each.
  fileprivate var countOfNames: Int {
    switch self {
    case .pledge, .agreement, .matched, .obligation, .inKindUsed, .expenditure, .allocation,
      .carryOver, .acknowledgement:
      2
    case .scope, .account, .requirement, .spendingPlan, .note, .donor, .situation, .amendment,
      .fulfilled, .reported, .unidentified,
      .receipt, .writeOff, .refund, .inKind, .reversal:
      1
    default: 0
    }
  }
}

/// A fact that cannot be recorded as it is stated; what rules have against it is not asked yet.
public struct Misstatement: Error, Hashable, Sendable {
  /// What is wrong with the statement by itself; never empty.
  public let diagnostics: [Diagnostic]
  /// As much of the fact as could be read; nil where that is nothing.
  public let faulty: FaultyFact?

  /// Makes a misstatement of what `diagnostics` tell.
  /// - Precondition: There is at least one.
  public init(_ diagnostics: [Diagnostic], of faulty: FaultyFact?) {
    precondition(!diagnostics.isEmpty, "a misstatement needs a reason")
    self.diagnostics = diagnostics
    self.faulty = faulty
  }

  /// Makes a misstatement of a fact that can be read, and of what `diagnostics` tell of it.
  /// - Precondition: There is at least one.
  public init(_ diagnostics: [Diagnostic], of fact: Fact) {
    self.init(diagnostics, of: FaultyFact(fact))
  }

  /// The same with what else is wrong, told first.
  public func preceded(by others: [Diagnostic]) -> Misstatement {
    Misstatement(others + diagnostics, of: faulty)
  }
}

/// A document that a fact should name, and that cannot be read: nothing is recorded.
public struct UnreadableDocument: Error, Hashable, Sendable {
  /// Why.
  public let cause: FileError
}
