/// Finds what somebody may have meant who typed a name that does not exist.
public enum Suggestion {
  /// The candidate nearest to `word`, if one is near enough to be worth asking about.
  ///
  /// Distance is that of Damerau and Levenshtein, restricted to one edit in a place: letters
  /// inserted, left out, replaced, or two neighbours swapped; upper and lower case are the same.
  /// One edit is allowed for each three letters of the longer word, three at most. If nothing is so near,
  /// the only candidate that begins with `word` is meant. Before all that, the only candidate that ends with
  /// `word` behind a slash is.
  ///
  /// - Returns: The nearest; among equally near ones the first. Nil if none is near, or if `word` is
  ///   itself a candidate, so that nobody is asked whether they meant what they typed.
  /// - Complexity: O(*n* *m*²) for *n* candidates of *m* letters; those of another length are skipped.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    var nearest: (candidate: String, distance: Int)?
    var continuations: [String] = []
    var endings: [String] = []
    for candidate in candidates {
      guard candidate != word else { return nil }
      let letters = Array(candidate.lowercased())
      if typed.count >= 2, letters.starts(with: typed) { continuations.append(candidate) }
      if typed.count >= 2, letters.suffix(typed.count + 1).elementsEqual(["/"] + typed) {
        endings.append(candidate)
      }
      let limit = min(3, max(typed.count, letters.count) / 3, (nearest?.distance ?? 4) - 1)
      guard limit >= 0, abs(typed.count - letters.count) <= limit else { continue }
      let distance = distance(from: typed, to: letters)
      if distance <= limit { nearest = (candidate, distance) }
    }
    if endings.count == 1 { return endings[0] }
    return nearest?.candidate ?? (continuations.count == 1 ? continuations[0] : nil)
  }

  /// The least number of edits that turn one word into the other.
  static func distance(from source: [Character], to target: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for (row, letter) in source.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(target.count + 1)
      for (column, other) in target.enumerated() {
        var best = min(last[column + 1], current[column]) + 1
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == target[column - 1], source[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
