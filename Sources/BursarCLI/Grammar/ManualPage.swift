import Monetary

/// The source of a manual page in mdoc, macro by macro; prose and names are escaped here alone.
///
/// Source: mdoc(7) and mandoc_char(7) of mandoc 1.14.
struct ManualPage {
  /// The source so far.
  private(set) var source = ""

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Starts a page that bears `date`.
  init(date: CalendarDate) {
    macro("Dd", Self.months[date.month - 1], "\(date.day), \(date.year)")
  }

  /// Adds a macro with words that are macros and names already.
  mutating func macro(_ words: String...) {
    source += "." + words.joined(separator: " ") + "\n"
  }

  /// Adds a heading.
  mutating func section(_ title: String) { macro("Sh", title.asManualText) }

  /// Adds a heading below a section.
  mutating func subsection(_ title: String) { macro("Ss", title.asManualText) }

  /// Adds a paragraph of prose, each sentence on a line of its own as mdoc(7) asks.
  mutating func prose(_ text: String) {
    for sentence in text.sentences {
      for line in sentence.wrapped(to: 78) {
        let isControl = line.hasPrefix(".") || line.hasPrefix("'")
        source += (isControl ? "\\&" : "") + line.asManualText + "\n"
      }
    }
  }

  /// Adds a list of what each parameter means; nothing for none.
  mutating func list(_ declarations: [Declaration]) {
    list(items: declarations.map { ($0.manualItem, $0.meaning) })
  }

  /// Adds a list of terms and their meanings; nothing for none.
  mutating func list(_ entries: [(term: String, meaning: String)]) {
    list(items: entries.map { ("Sy \($0.term.asManualText)", $0.meaning) })
  }

  private mutating func list(items: [(macro: String, meaning: String)]) {
    guard !items.isEmpty else { return }
    macro("Bl", "-tag", "-width", "Ds")
    for item in items {
      macro("It", item.macro)
      prose(item.meaning)
    }
    macro("El")
  }

  /// Adds examples, each as a line to type below what it does.
  mutating func list(_ examples: [Example]) {
    for (place, example) in examples.enumerated() {
      if place > 0 { macro("Pp") }
      prose(example.meaning + ":")
      macro("Dl", example.line.asManualCode)
    }
  }
}

extension Declaration {
  /// The parameter as words of a synopsis: `Fl -as\-of Ar DATE`.
  var manualWords: String {
    guard form != .operand else { return "Ar \(placeholder)" }
    return (names.first ?? "").manualFlag + (form == .flag ? "" : " Ar \(value)")
  }

  /// The parameter as the term of a list, with all its names.
  fileprivate var manualItem: String {
    guard form != .operand else { return manualWords }
    return names.map(\.manualFlag).joined(separator: " , ")
      + (form == .flag ? "" : " Ar \(value)")
  }
}

extension String {
  /// An option's name as a macro; `Fl` itself writes the first dash.
  fileprivate var manualFlag: String { "Fl " + String(dropFirst()).asManualCode }

  /// Text in which a word that begins with a dash keeps it a dash, not a hyphen.
  fileprivate var asManualText: String {
    split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("-") || $0.hasPrefix("'-") ? String($0).asManualCode : escaped($0) }
      .joined(separator: " ")
  }

  /// Text to be typed: every dash is a dash.
  fileprivate var asManualCode: String {
    escaped(self[...]).split(separator: "-", omittingEmptySubsequences: false).joined(
      separator: "\\-")
  }

  private func escaped(_ text: Substring) -> String {
    text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
  }

  /// The parts that end with a full stop and a blank before a capital letter.
  fileprivate var sentences: [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in split(separator: " ") {
      if words.last?.hasSuffix(".") == true, word.first?.isUppercase == true {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    return words.isEmpty ? sentences : sentences + [words.joined(separator: " ")]
  }
}
