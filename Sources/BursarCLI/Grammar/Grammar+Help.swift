extension Grammar {
  /// What `--help` shows: of the verb at `path`, or of the whole tool without one.
  func help(for verb: Verb<Context>?, at path: [String], width: Int = 80) -> String {
    guard let verb else { return overview(width: width) }
    return verb.verbs.isEmpty
      ? help(forCommand: verb, at: path, width: width)
      : help(forFamily: verb, at: path, width: width)
  }

  private func overview(width: Int) -> String {
    let sections = sections.map { (title: $0.title, rows: rows(of: $0.verbs)) }
    let options = (leadingDeclarations + [.help, .version]).map(\.row)
    var page = HelpPage(
      width: width, labels: (sections.flatMap(\.rows) + options).map(\.label))
    page.add("\(name): \(abstract)")
    let leading = leadingDeclarations.map { "[\($0.names[0]) \($0.value)]" }
    page.add((["Usage: \(name)"] + leading + ["VERB [options]"]).joined(separator: " "), hanging: 2)
    for section in sections { page.add(section.title, section.rows) }
    page.add("Options, before or after a verb that takes them", options)
    page.add("See '\(name) help VERB' for what a verb does and takes.")
    return page.text
  }

  private func help(forFamily verb: Verb<Context>, at path: [String], width: Int) -> String {
    let verbs = rows(of: verb.verbs)
    var page = HelpPage(width: width, labels: verbs.map(\.label))
    let call = ([name] + path).joined(separator: " ")
    page.add(verb.abstract + ".")
    page.add("Usage: \(call) VERB [options]")
    page.add("Verbs", verbs)
    page.add("See '\(call) VERB --help' for what a verb does and takes.")
    return page.text
  }

  private func help(forCommand verb: Verb<Context>, at path: [String], width: Int) -> String {
    let declarations = verb.declarations + [.help]
    var page = HelpPage(width: width, labels: declarations.map(\.row.label))
    let usage = "Usage: " + ([name] + path).joined(separator: " ")
    page.add(verb.abstract + ".")
    page.add(([usage] + verb.synopsis).joined(separator: " "), hanging: 2)
    page.add(discussion: verb.discussion)
    page.add("Operands", declarations.filter { $0.form == .operand }.map(\.row))
    for (heading, options) in declarations.optionsByHeading {
      page.add(heading, options.map(\.row))
    }
    page.add("Examples", verb.examples)
    return page.text
  }

  private func rows(of verbs: [Verb<Context>]) -> [HelpPage.Row] {
    verbs.filter { !$0.isHidden }.map { ($0.name, $0.abstract) }
  }
}

extension Verb {
  /// What is written after the verb: required options in full, the others as `[options]`, operands.
  var synopsis: [String] {
    let options = declarations.filter { $0.form != .operand }
    return options.filter(\.isRequired).map { "\($0.name) \($0.placeholder)" }
      + (options.allSatisfy(\.isRequired) ? [] : ["[options]"])
      + declarations.filter { $0.form == .operand }.map {
        $0.isRequired ? $0.placeholder : "[\($0.placeholder)]"
      }
  }
}

extension Declaration {
  /// Its value in a synopsis: `FILE`, or `FILE...` if it repeats.
  var placeholder: String { isRepeating ? value + "..." : value }

  /// Its line in help.
  var row: HelpPage.Row {
    guard form != .operand else { return (placeholder, meaning) }
    let indent = shortNames.isEmpty ? "    " : ""
    let spelling = names.joined(separator: ", ")
    return (indent + spelling + (value.isEmpty ? "" : " \(value)"), meaning)
  }

  /// What it is for, with all that the type of its property adds to that.
  var meaning: String {
    var notes: [String] = []
    if case .words(let words) = completion { notes.append(words.joined(separator: ", ")) }
    if isRequired, form == .option { notes.append("required") }
    if isRepeating, form == .option { notes.append("may be repeated") }
    if !excludes.isEmpty { notes.append("not beside \(excludes.asChoice)") }
    if !defaults.isEmpty { notes.append("default \(defaults.joined(separator: " "))") }
    return notes.isEmpty ? help : "\(help) [\(notes.joined(separator: "; "))]"
  }
}

extension [Declaration] {
  /// The options under the headings of help, in the order in which they are declared.
  var optionsByHeading: [(heading: String, options: [Declaration])] {
    var groups: [(heading: String, options: [Declaration])] = []
    for declaration in self where declaration.form != .operand {
      let heading = declaration.heading.isEmpty ? "Options" : declaration.heading
      if let index = groups.firstIndex(where: { $0.heading == heading }) {
        groups[index].options.append(declaration)
      } else {
        groups.append((heading, [declaration]))
      }
    }
    return groups
  }
}
