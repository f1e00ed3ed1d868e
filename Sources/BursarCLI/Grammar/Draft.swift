/// A verb on its way: its words are sorted to its parameters, its values are not yet read.
struct Draft<Draftee: Invocable> {
  /// The words as they were sorted.
  let scan: Scan
  private let parameters: [Parameter<Draftee>]

  /// Sorts `words`, which follow the verb.
  init(words: [String]) {
    parameters = Draftee.parameters
    scan = Scan(words, for: Draftee().declarations(of: parameters))
  }

  /// Reads the values; `path` is the verb's.
  ///
  /// - Throws: Every error of the words and of their values; if there is none, every fault between
  ///   the values.
  func completed(at path: [String]) throws(Misuse) -> Draftee {
    var value = Draftee()
    var errors = scan.errors
    for (parameter, words) in zip(parameters, scan.given) {
      for (place, word) in words.enumerated() {
        do {
          try parameter.store(word, place == 0, &value)
        } catch {
          let name = parameter.declaration.name
          errors.append(
            error.fault.map { .refused(name, $0) }
              ?? .badValue(name, word, expected: error.text, nearest: error.nearest))
        }
      }
    }
    if errors.isEmpty { errors = value.faults() }
    guard errors.isEmpty else { throw Misuse(errors, of: path) }
    return value
  }
}
