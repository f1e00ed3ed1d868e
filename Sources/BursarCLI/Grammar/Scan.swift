/// The words after a verb, sorted to the declarations they belong to; no value is read yet.
struct Scan {
  /// The values given, by index of the declaration; the empty word for each time a flag was given.
  private(set) var given: [[String]]
  /// What is wrong with the words; all of it.
  private(set) var errors: [UsageError] = []
  /// Whether help is asked for; then nothing else matters.
  private(set) var asksForHelp = false
  /// Whether the version is asked for.
  private(set) var asksForVersion = false

  /// Sorts `words`.
  /// - Complexity: O(*n* *m*) in the numbers of words and declarations.
  init(_ words: [String], for declarations: [Declaration]) {
    given = Array(repeating: [], count: declarations.count)
    var reader = WordReader(words, for: declarations + [.help, .version])
    var operands: [String] = []
    while let token = reader.next() {
      switch token {
      case .fault(let error): errors.append(error)
      case .operand(let word): operands.append(word)
      case .option(declarations.count, _): asksForHelp = true
      case .option(declarations.count + 1, _): asksForVersion = true
      case .option(let index, let value): given[index].append(value)
      }
    }
    place(operands, by: declarations)
    check(declarations)
  }

  /// Gives each operand in turn one word, and the repeating one all that are left.
  private mutating func place(_ operands: [String], by declarations: [Declaration]) {
    var rest = operands[...]
    for (index, declaration) in declarations.enumerated() where declaration.form == .operand {
      let count = declaration.isRepeating ? rest.count : min(1, rest.count)
      given[index] = Array(rest.prefix(count))
      rest.removeFirst(count)
    }
    // After an option that is not understood a word may have been meant as its value.
    guard !errors.contains(where: \.hidesOperands) else { return }
    errors += rest.map { .unexpectedOperand($0) }
  }

  /// Checks how often each was given, and beside what.
  private mutating func check(_ declarations: [Declaration]) {
    for (index, declaration) in declarations.enumerated() {
      if given[index].isEmpty {
        guard declaration.isRequired, !errors.contains(where: { $0.concerns(declaration) }) else {
          continue
        }
        errors.append(.missing(declaration))
      } else if given[index].count > 1, !declaration.isRepeating, declaration.form == .option {
        errors.append(.givenTwice(declaration.name))
      }
      for other in declarations.indices.dropFirst(index + 1)
      where !given[index].isEmpty && !given[other].isEmpty
        && declarations[other].excludes.contains(declaration.name)
      {
        errors.append(.conflicting(declaration.name, declarations[other].name))
      }
    }
  }
}
