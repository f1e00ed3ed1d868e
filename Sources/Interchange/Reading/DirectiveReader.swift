import Bookkeeping
import Diagnostics
import Funding
import Monetary

/// Reads the directives of one input, line by line; a cursor over its bytes.
///
/// A directive's own line and those below it are gathered first. When the next one begins, its values
/// are read key by key, so that every line that is at fault is told in one run.
struct DirectiveReader {
  /// The bytes of the input.
  let bytes: [UInt8]
  /// What the input is called.
  let input: String
  /// The longest line that is read, in bytes.
  let longestLine: Int
  /// Whether a store recorded it, by the rules of its time.
  let isRecorded: Bool
  /// What is wrong so far.
  var log = DiagnosticLog()
  /// The facts read so far.
  var facts: [SourcedFact] = []
  /// Those of directives at fault, as far as they were read.
  var faulty: [FaultyFact] = []
  /// Where lines begin.
  var marks = LineMarks()
  /// Names read so far.
  var names = Names()
  /// The words of the text form.
  let words = Words.all

  /// The directive that is being gathered.
  var rule: DirectiveRule?
  /// Its date; nil where that is at fault.
  var headDate: CalendarDate?
  /// Its own line.
  var head = ValueLine(number: 0, bounds: 0..<0, value: 0, key: nil)
  /// The lines below it.
  var lines: [ValueLine] = []
  /// The keys that stand below it.
  var present: KeySet = []
  /// What of it could not be read.
  var unread: KeySet = []
  /// Whether the lines below belong to a directive that nobody knows, and are passed over.
  var isSkipping = false

  /// What was read, for those who ask where it stands; nil where nobody does.
  var values: [ReadValue]?
  /// Where the cursor stands.
  var place = 0
  /// Where the value ends, at the latest.
  var end = 0
  /// What is wrong with values of the line that is being read for which others stand, and what is lost.
  var wrong: [(fault: LineFault, lost: KeySet)] = []
  /// The line that is being read.
  var current = ValueLine(number: 0, bounds: 0..<0, value: 0, key: nil)

  /// Begins to read `bytes`; with `isRecorded`, what a store recorded.
  init(_ bytes: [UInt8], named input: String, longestLine: Int, isRecorded: Bool = false) {
    self.bytes = bytes
    self.isRecorded = isRecorded
    self.input = input
    self.longestLine = longestLine
    // A directive has some 180 bytes; memory that is reserved and not used costs nothing.
    facts.reserveCapacity(min(bytes.count / 180, 1 << 20))
  }

  /// The names of a ledger, each kind in its own table.
  struct Names {
    var references = NameTable<Reference>()
    var scopes = NameTable<ScopePath>()
    var donors = NameTable<DonorID>()
    var accounts = NameTable<AccountCode>()
    var slugs = NameTable<Slug>()
    var tables = NameTable<RateTableName>()
    var texts = NameTable<String>()
  }

  /// The words that the text form knows.
  struct Words: Sendable {
    /// Made once, since every stored fact is read by itself.
    static let all = Words()

    let keywords = WordTable(DirectiveTable.rules.map { ($0.kind.rawValue, $0) })
    let keys = WordTable.ofKeys
    let categories = WordTable(of: EarmarkCategory.self)
  }

  // MARK: What a directive's rule reads by

  /// The value of `key`, if it stands below the directive and is not at fault.
  mutating func one<Value>(
    _ key: Key, _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) -> Value? {
    guard present.contains(key), let line = lines.first(where: { $0.key == key }) else {
      return nil
    }
    return value(of: line, read)
  }

  /// The values of all lines of `key` that are not at fault.
  mutating func many<Value>(
    _ key: Key, _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) -> [Value] {
    guard present.contains(key) else { return [] }
    var values: [Value] = []
    for line in lines where line.key == key {
      if let value = value(of: line, read) { values.append(value) }
    }
    return values
  }

  /// What stands behind the keyword, if it can be told apart.
  mutating func arguments<Value>(
    _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) -> Value? {
    value(of: head, read)
  }

  /// What stands behind the keyword; `standIn` where it cannot be told apart, so that the keys below
  /// are looked at.
  mutating func arguments<Value>(
    or standIn: Value, _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) -> Value {
    value(of: head, read) ?? standIn
  }

  /// The whole value of a line; everything that is wrong with it, or left of it, is told.
  ///
  /// Who does not come to the end of a line may have taken one value for another: then only the first
  /// fault is told, and nothing is read.
  mutating func value<Value>(
    of line: ValueLine, _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) -> Value? {
    current = line
    place = line.value
    end = line.bounds.upperBound
    wrong.removeAll(keepingCapacity: true)
    noteLine()
    do throws(LineFault) {
      let value = try read(&self)
      try expectEnd()
      for (fault, lost) in wrong {
        tell(fault, of: line, losing: line.key.map { KeySet($0) } ?? lost)
      }
      return value
    } catch {
      tell(wrong.first?.fault ?? error, of: line)
      return nil
    }
  }

  // MARK: What is wrong

  /// Tells what is wrong with a line, unless that is told already; its value, or what `lost` says, is
  /// not read.
  mutating func tell(_ error: LineFault, of line: ValueLine, losing lost: KeySet? = nil) {
    // What reaches the end of a file that does not end its last line may have been cut off.
    let isCut = line.bounds.upperBound == bytes.count && error.place.upperBound >= bytes.count
    unread.formUnion(lost ?? line.key.map { KeySet($0) } ?? [.names, .arguments])
    if isCut { unread.formUnion(.everyKey) }
    let fault =
      isCut ? Fault(.textTruncated, "this \(rule?.kind.rawValue ?? "line")") : error.fault
    let location = SourceLocation(
      input: input, line: line.number, column: error.place.lowerBound - line.bounds.lowerBound + 1)
    guard !log.tells(fault, at: location) else { return }
    log.add(fault, at: location) {
      Excerpt.text(of: bytes, line.bounds, around: error.place.lowerBound)
    }
  }

  /// What the current line should look like, in the grammar's words.
  var form: String {
    guard let rule else { return "YYYY-MM-DD DIRECTIVE …" }
    return current.key.flatMap(rule.rule)?.line ?? rule.line
  }

  /// The fault of the bytes in `place`, which `fault` gets as a text.
  func fault(_ place: Range<Int>, _ fault: (String) -> Fault) -> LineFault {
    LineFault(fault: fault(String(decoding: bytes[place], as: UTF8.self)), place: place)
  }

  /// The fault of a word that is not what `code` says.
  func fault(_ code: FaultCode, _ place: Range<Int>) -> LineFault {
    fault(place) { Fault(code, $0) }
  }
}
