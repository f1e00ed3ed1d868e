import Diagnostics
import Funding
import Monetary

// Lines: what each belongs to.
extension DirectiveReader {
  /// Reads the whole input.
  mutating func readAll() {
    var start = bytes.startOfText
    let check = LetterCheck(bytes, longestLine: longestLine)
    guard !check.isSixteenBit else {
      let first = ValueLine(number: 1, bounds: 0..<0, value: 0, key: nil)
      tell(LineFault(fault: Fault(.textEncoding), place: 0..<0), of: first)
      return log.endDirective()
    }
    var number = 0
    while start < bytes.count {
      number += 1
      marks.line(at: start)
      let stop = bytes.endOfLine(from: start)
      let bounds = start..<bytes.endOfContent(start..<stop)
      start = stop + 1
      if check.isClean, bounds.count <= longestLine {
        read(number, bounds)
      } else if let fault = check.fault(of: bounds, in: bytes) {
        refuse(ValueLine(number: number, bounds: bounds, value: bounds.lowerBound, key: nil), fault)
      } else {
        read(number, bounds)
      }
    }
    finishDirective()
  }

  /// Whether the first line that is no comment is the first of a directive that the text form knows.
  mutating func beginsWithDirective() -> Bool {
    var start = bytes.startOfText
    while start < bytes.count {
      let stop = bytes.endOfLine(from: start)
      let bounds = start..<bytes.endOfContent(start..<stop)
      start = stop + 1
      switch LineShape(bounds, in: bytes) {
      case nil, .comment: continue
      case .below: return false
      case .directive:
        begin(1, bounds)
        return rule != nil
      }
    }
    return false
  }

  /// Reads one line: nothing, a comment, a directive, or a line below one.
  private mutating func read(_ number: Int, _ bounds: Range<Int>) {
    guard let shape = LineShape(bounds, in: bytes) else { return }
    switch shape {
    case .comment: break
    case .directive: begin(number, bounds)
    case .below(let start): add(number, bounds, from: start)
    }
  }

  /// Tells of a line that cannot be read at all; what it belongs to gives no fact.
  private mutating func refuse(_ line: ValueLine, _ fault: LineFault) {
    let begins = line.bounds.first.map { bytes[$0] != UInt8(ascii: " ") } ?? false
    if begins {
      finishDirective()
      isSkipping = true
    }
    tell(fault, of: line, losing: .everyKey)
    if rule == nil { log.endDirective() }
  }

  /// Begins a directive.
  private mutating func begin(_ number: Int, _ bounds: Range<Int>) {
    finishDirective()
    lines.removeAll(keepingCapacity: true)
    present = []
    unread = []
    headDate = nil
    place = bounds.lowerBound
    end = bounds.upperBound
    current = ValueLine(number: number, bounds: bounds, value: place, key: nil)
    head = current
    do throws(LineFault) {
      try readHead()
      isSkipping = false
    } catch {
      isSkipping = rule == nil
      tell(error, of: head, losing: .date)
      if rule == nil { log.endDirective() }
    }
    head = ValueLine(number: number, bounds: bounds, value: place, key: nil)
  }

  /// Reads date and keyword.
  private mutating func readHead() throws(LineFault) {
    let first = try word()
    if let undated = words.keywords.value(of: bytes.span.extracting(first)) {
      rule = undated
      if undated.kind == .ledger {
        headDate = .ledgerDate
        return
      }
      throw fault(.dateMissing, first)
    }
    headDate = CalendarDate(ascii: bytes.span.extracting(first))
    guard headDate != nil else { throw misdated(first) }
    let word = try word()
    guard let rule = words.keywords.value(of: bytes.span.extracting(word)) else {
      throw unknown(word)
    }
    self.rule = rule
    note(.word, word)
    guard rule.kind != .ledger else {
      throw fault(first) { Fault(.directiveSyntax, $0, rule.line) }
    }
  }

  /// What is wrong with a line that begins with no date; the keyword behind it is taken all the same.
  private mutating func misdated(_ first: Range<Int>) -> LineFault {
    let mark = Array(bytes[first]).startOfText
    guard mark == 0 else {
      return LineFault(fault: Fault(.textMark), place: first.prefix(mark))
    }
    guard hasDigit(first) else { return unknown(first) }
    var stop = first.upperBound
    // `228 NOVEMBER 2017 note …`: the words before the keyword stand for a date.
    for _ in 0..<3 {
      guard !isAtEnd else { break }
      guard let word = try? word() else { break }
      if let rule = words.keywords.value(of: bytes.span.extracting(word)) {
        self.rule = rule
        break
      }
      stop = word.upperBound
    }
    if rule == nil { stop = first.upperBound }
    return hasShape(first, "0000-00-00")
      ? fault(.dateImpossible, first) : fault(.dateSyntax, first.lowerBound..<stop)
  }

  private func unknown(_ word: Range<Int>) -> LineFault {
    guard !log.isFull else { return fault(.directiveUnknown, word) }
    let keywords = FactKind.allCases.map(\.rawValue)
    return fault(word) { word in
      Suggestion.nearest(to: word, among: keywords)
        .map { Fault(.directiveMisspelt, word, $0) }
        ?? Fault(.directiveUnknown, word, keywords.joined(separator: ", "))
    }
  }

  /// Adds a line to the directive above it.
  private mutating func add(_ number: Int, _ bounds: Range<Int>, from start: Int) {
    guard !isSkipping else { return }
    place = start
    end = bounds.upperBound
    current = ValueLine(number: number, bounds: bounds, value: start, key: nil)
    do throws(LineFault) {
      guard let rule else { throw fault(.directiveIndent, start..<start) }
      guard bytes[start] != UInt8(ascii: "\t") else {
        throw fault(.directiveTab, start..<(start + 1))
      }
      let word = try word()
      let key = try key(word, of: rule)
      if present.contains(key), !rule.repeated.contains(key) {
        let twice = fault(word) { _ in Fault(.directiveKeyTwice, key.word) }
        return tell(twice, of: current, losing: KeySet(key))
      }
      present.insert(KeySet(key))
      lines.append(ValueLine(number: number, bounds: bounds, value: place, key: key))
    } catch {
      tell(error, of: current, losing: .everyKey)
      if rule == nil { log.endDirective() }
    }
  }

  /// The key that `word` is, if the directive has it.
  private mutating func key(_ word: Range<Int>, of rule: DirectiveRule) throws(LineFault) -> Key {
    if let (key, end) = words.keys.key(word, in: bytes), rule.allowed.contains(key) {
      place = end
      return key
    }
    guard let colon = bytes[word].firstIndex(of: UInt8(ascii: ":")) else {
      let key = rule.keys.first { $0.key.word.utf8.elementsEqual(bytes[word]) }
      throw fault(word) { Fault(.directiveSyntax, $0, key?.line ?? "KEY: VALUE") }
    }
    guard !log.isFull else { throw fault(.directiveKeyUnknown, word) }
    let known = (rule.keys + DirectiveTable.ofEveryFact).map(\.key.word)
    throw fault(word.lowerBound..<colon) { word in
      Suggestion.nearest(to: word, among: known)
        .map { Fault(.directiveKeyMisspelt, word, rule.kind.rawValue, $0) }
        ?? Fault(.directiveKeyUnknown, word, rule.kind.rawValue, known.joined(separator: ", "))
    }
  }
}
