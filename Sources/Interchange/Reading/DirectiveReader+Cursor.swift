import Diagnostics

extension DirectiveReader {
  /// Moves the cursor over blanks; a comment behind them ends the value.
  mutating func skipBlanks() {
    let start = place
    while place < end, bytes[place] == UInt8(ascii: " ") { place += 1 }
    if place > start, place < end, bytes[place] == UInt8(ascii: ";") { end = place }
  }

  /// Whether nothing is left of the value.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return place >= end
    }
  }

  /// Takes everything up to the next blank.
  mutating func word() throws(LineFault) -> Range<Int> {
    try word { $0 == UInt8(ascii: " ") }
  }

  /// Takes everything up to the next blank or comma.
  mutating func listWord() throws(LineFault) -> Range<Int> {
    try word { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
  }

  /// Takes `text` if it comes next, followed by a blank or the end; any blanks may part its words.
  mutating func takes(_ text: String) -> Bool {
    skipBlanks()
    let blank = UInt8(ascii: " ")
    var stop = place
    for letter in text.utf8 {
      guard stop < end, bytes[stop] == letter else { return false }
      stop += 1
      while letter == blank, stop < end, bytes[stop] == blank { stop += 1 }
    }
    guard stop == end || bytes[stop] == blank else { return false }
    place = stop
    return true
  }

  /// Whether `text` comes next, followed by a blank or the end.
  mutating func isNext(_ text: String) -> Bool {
    let start = place
    defer { place = start }
    return takes(text)
  }

  /// Takes `word`, which has to come next.
  mutating func expect(_ word: String) throws(LineFault) {
    guard !takes(word) else { return }
    throw isAtEnd ? incomplete : misfit
  }

  /// Takes a comma if it comes next.
  mutating func takesComma() -> Bool {
    skipBlanks()
    guard place < end, bytes[place] == UInt8(ascii: ",") else { return false }
    place += 1
    return true
  }

  /// Reads one value, and one more behind each comma.
  mutating func list<Value>(
    _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) throws(LineFault) -> [Value] {
    var values = [try read(&self)]
    while takesComma() { values.append(try read(&self)) }
    return values
  }

  /// Refuses what is left of the value.
  mutating func expectEnd() throws(LineFault) {
    guard isAtEnd else { throw misfit }
  }

  /// The value ends where something more has to come.
  var incomplete: LineFault {
    let wanted = form
    return LineFault(fault: Fault(.directiveIncomplete, wanted), place: end..<end)
  }

  /// The next word does not fit where it stands.
  var misfit: LineFault {
    var stop = place
    while stop < end, bytes[stop] != UInt8(ascii: " ") { stop += 1 }
    let wanted = form
    return fault(place..<stop) { Fault(.directiveSyntax, $0, wanted) }
  }

  /// All words from `start` to the end of the value, without the comment behind them.
  func rest(from start: Int) -> Range<Int> {
    var stop = start
    var last = start
    while stop < end {
      let isBlank = bytes[stop] == UInt8(ascii: " ")
      if bytes[stop] == UInt8(ascii: ";"), stop > start, bytes[stop - 1] == UInt8(ascii: " ") {
        break
      }
      stop += 1
      if !isBlank { last = stop }
    }
    return start..<last
  }

  @inline(__always)
  private mutating func word(
    until isStop: (UInt8) -> Bool
  ) throws(LineFault) -> Range<Int> {
    skipBlanks()
    let start = place
    place = stop(from: start, at: isStop)
    guard place > start else { throw place >= end ? incomplete : misfit }
    return start..<place
  }

  /// The first place from `start` on whose letter `isStop` takes, else the end of the value.
  @inline(__always)
  private func stop(from start: Int, at isStop: (UInt8) -> Bool) -> Int {
    let span = bytes.span
    var stop = start
    while stop < end, !isStop(span[stop]) { stop += 1 }
    return stop
  }
}
