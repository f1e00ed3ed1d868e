import Monetary

extension Grammar {
  /// The manual page of the whole tool, in mdoc: every verb, option, example and topic.
  func manual(date: CalendarDate) -> String {
    var page = ManualPage(date: date)
    page.macro("Dt", name.uppercased(), "1")
    page.macro("Os")
    page.section("NAME")
    page.macro("Nm", name)
    page.macro("Nd", abstract)
    page.section("SYNOPSIS")
    page.macro("Nm")
    for option in leadingDeclarations { page.macro("Op", option.manualWords) }
    page.macro("Ar verb")
    page.macro("Op Ar options")
    page.section("DESCRIPTION")
    describe([discussion.isEmpty ? abstract + "." : discussion], on: &page)
    page.section("OPTIONS")
    page.prose("These options may stand before or after a verb that takes them:")
    page.list(leadingDeclarations + [.help, .version])
    page.section("VERBS")
    let leading = leadingDeclarations.map(\.name)
    for (path, verb) in everyVerb where !verb.isHidden && verb.verbs.isEmpty {
      page.subsection(([name] + path).joined(separator: " "))
      page.macro("Nm", name)
      page.macro("Cm", path.joined(separator: " "))
      for words in verb.declarations.manualSynopsis { page.macro(words) }
      page.macro("Pp")
      describe([verb.abstract + ".", verb.discussion], on: &page)
      page.list(verb.declarations.filter { !leading.contains($0.name) })
    }
    for topic in topics {
      page.section(topic.title.uppercased())
      page.list(topic.entries)
    }
    page.section("EXAMPLES")
    page.list(everyVerb.flatMap(\.verb.examples))
    return page.source
  }

  private func describe(_ texts: [String], on page: inout ManualPage) {
    for (place, paragraph) in texts.flatMap(\.paragraphs).enumerated() {
      if place > 0 { page.macro("Pp") }
      page.prose(paragraph)
    }
  }
}

extension [Declaration] {
  /// The macros of a synopsis: required options in full, the others as `[options]`, operands.
  fileprivate var manualSynopsis: [String] {
    let options = filter { $0.form != .operand }
    return options.filter(\.isRequired).map(\.manualWords)
      + (options.allSatisfy(\.isRequired) ? [] : ["Op Ar options"])
      + filter { $0.form == .operand }.map { ($0.isRequired ? "" : "Op ") + $0.manualWords }
  }
}
