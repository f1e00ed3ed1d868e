/// Where a text is broken into lines.
enum LineBreaking {
  /// How finely words are taken apart; each takes apart what those before it do, and more.
  enum Fineness: Int, CaseIterable {
    /// At blanks, and between characters of scripts that have none.
    case words
    /// After the `:` of an account and the `/` of a path, too.
    case paths
    /// After a hyphen, too.
    case hyphens

    fileprivate var next: Fineness? { Fineness(rawValue: rawValue + 1) }

    /// The characters after which words are taken apart.
    fileprivate var seams: Set<Character> { Self.seams[rawValue] }

    private static let seams: [Set<Character>] = [
      [], [":", "/"], [":", "/", "-", "‐", "–", "_"],
    ]
  }

  /// Breaks at blanks, and a word that alone is too long as coarsely as makes it fit; inside a piece
  /// that even then is too long, anywhere. A code is broken as a path at most.
  ///
  /// - Precondition: Widths are at least 1.
  /// - Returns: At least one line, without blanks at its ends; none is wider than its width, except for
  ///   a single character, or a piece of a code, that is.
  static func lines(
    of text: String, width: Int, continuationWidth: Int? = nil, isCode: Bool = false
  ) -> [String] {
    guard DisplayWidth.of(text) > width || text.first == " " || text.last == " " else {
      return [text]
    }
    var lines = Lines(
      width: width, continuationWidth: continuationWidth ?? width, isCode: isCode)
    for word in text.split(separator: " ") { lines.take(word: word) }
    return lines.all
  }

  /// The widest pieces of a text taken apart: the one it begins with, and of the others.
  static func widestPieces(of text: String, at fineness: Fineness) -> (first: Int, rest: Int) {
    let pieces = text.split(separator: " ").flatMap { Self.pieces(of: $0, at: fineness) }
    return (
      pieces.first.map { DisplayWidth.of($0) } ?? 0,
      pieces.dropFirst().reduce(0) { max($0, DisplayWidth.of($1)) }
    )
  }

  /// No less than the width of the longest word, at the cost of looking at each byte once.
  static func longestWordAtMost(in text: String) -> Int {
    var (longest, length) = (0, 0)
    for byte in text.utf8 {
      length = byte == UInt8(ascii: " ") ? 0 : length + 1
      longest = max(longest, length)
    }
    return longest
  }

  /// The pieces of a word, which together are the word.
  fileprivate static func pieces(of word: Substring, at fineness: Fineness) -> [Substring] {
    let seams = fineness.seams
    guard word.utf8.contains(where: { $0 >= 0x80 }) || word.contains(where: seams.contains) else {
      return [word]
    }
    var pieces: [Substring] = []
    var start = word.startIndex
    for index in word.indices.dropFirst() {
      guard isSeam(word[word.index(before: index)], word[index], of: seams) else { continue }
      pieces.append(word[start..<index])
      start = index
    }
    return pieces + [word[start...]]
  }

  /// Whether a word may be broken between two characters; never inside `2017-05` or `://`.
  private static func isSeam(
    _ before: Character, _ after: Character, of seams: Set<Character>
  ) -> Bool {
    if DisplayWidth.of(before) == 2 || DisplayWidth.of(after) == 2 { return true }
    guard seams.contains(before), !seams.contains(after) else { return false }
    return !after.isNumber || before == ":"
  }
}

/// Lines as they fill with words.
private struct Lines {
  private var done: [String] = []
  private var line = ""
  private var lineWidth = 0
  private var room: Int
  private let continuationWidth: Int
  private let isCode: Bool

  init(width: Int, continuationWidth: Int, isCode: Bool) {
    room = width
    self.continuationWidth = continuationWidth
    self.isCode = isCode
  }

  /// The lines filled so far, and the one begun; at least one.
  var all: [String] { line.isEmpty && !done.isEmpty ? done : done + [line] }

  mutating func take(word: Substring) {
    let width = DisplayWidth.of(word)
    if lineWidth > 0, lineWidth + 1 + width <= room {
      append(" " + word, width: 1 + width)
    } else {
      if lineWidth > 0 { end() }
      take(piece: word, at: .words)
    }
  }

  private mutating func take(piece: Substring, at fineness: LineBreaking.Fineness?) {
    let width = DisplayWidth.of(piece)
    // Of a code, no finer pieces are made than those of a path.
    let isLast = isCode && fineness == .hyphens
    if lineWidth > 0, lineWidth + width > room, isLast || width <= continuationWidth { end() }
    if lineWidth + width <= room || isLast {
      append(piece, width: width)
    } else if let fineness {
      for part in LineBreaking.pieces(of: piece, at: fineness) {
        take(piece: part, at: fineness.next)
      }
    } else {
      for character in piece {
        let width = DisplayWidth.of(character)
        if lineWidth > 0, lineWidth + width > room { end() }
        append(String(character), width: width)
      }
    }
  }

  private mutating func append(_ text: some StringProtocol, width: Int) {
    line += text
    lineWidth += width
  }

  private mutating func end() {
    done.append(line)
    (line, lineWidth, room) = ("", 0, continuationWidth)
  }
}
