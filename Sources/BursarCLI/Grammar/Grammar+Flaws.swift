extension Grammar {
  /// What is wrong with the declarations themselves: a programmer's mistakes, found before any use.
  ///
  /// Checked by an assertion whenever a grammar is made in a debug build.
  var flaws: [String] {
    var flaws: [String] = []
    for (title, names) in families where Set(names).count < names.count {
      flaws.append("\(title): a verb is declared twice")
    }
    let every = everyVerb
    for (path, verb) in every {
      flaws += verb.declarations.flaws.map { "\(path.joined(separator: " ")): \($0)" }
    }
    let asks = every.flatMap(\.verb.declarations).contains {
      if case .dynamic = $0.completion { true } else { false }
    }
    if asks, !verbs.contains(where: { $0.name == Self.completionVerb && $0.isHidden }) {
      flaws.append("a hidden verb \(Self.completionVerb) is needed for dynamic completion")
    }
    return flaws
  }

  private var families: [(title: String, names: [String])] {
    [(name, verbs.map(\.name))]
      + everyVerb.map { ($0.path.joined(separator: " "), $0.verb.verbs.map(\.name)) }
  }
}

extension [Declaration] {
  /// What is wrong with the parameters of one verb.
  var flaws: [String] {
    var flaws: [String] = []
    let names = (self + [.help, .version]).flatMap(\.names)
    for (place, name) in names.enumerated() {
      if names[..<place].contains(name) { flaws.append("\(name) is declared twice") }
      if !name.isOptionName { flaws.append("\(name) is neither -x nor --long-name") }
    }
    for declaration in self {
      if declaration.form != .operand, declaration.names.isEmpty {
        flaws.append("\(declaration.help): an option needs a name")
      }
      for excluded in declaration.excludes where !contains(where: { $0.name == excluded }) {
        flaws.append("\(declaration.name) excludes \(excluded), which is not declared")
      }
      if declaration.isRepeating || declaration.form == .flag, !declaration.defaults.isEmpty {
        flaws.append("\(declaration.name) must start empty")
      }
    }
    let operands = filter { $0.form == .operand }
    for (operand, next) in zip(operands, operands.dropFirst())
    where operand.isRepeating || (!operand.isRequired && next.isRequired) {
      flaws.append("\(operand.name) takes the words of \(next.name)")
    }
    return flaws
  }
}

extension String {
  /// Whether it is a dash and a letter or digit, or two dashes and two or more of letters, digits, dashes.
  fileprivate var isOptionName: Bool {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain && (hasPrefix("--") ? count > 3 : hasPrefix("-") && count == 2)
  }
}
