import Bookkeeping
import Funding
import Monetary

// Lines of one value, left out where there is none.
extension DirectivePrinter {
  /// A line with a text.
  mutating func line(_ key: Key, _ text: String?) {
    guard let text else { return }
    line(key)
    self.text(text)
  }

  /// A line with a name.
  mutating func line(_ key: Key, _ code: (some Code)?) {
    guard let code else { return }
    line(key)
    name(code)
  }

  /// A line with a day.
  mutating func line(_ key: Key, _ date: CalendarDate?) {
    guard let date else { return }
    line(key)
    self.date(date)
  }

  /// A line with a year.
  mutating func line(_ key: Key, _ year: BudgetYear?) {
    guard let year else { return }
    line(key)
    word(year.description)
  }

  /// A line with how likely something is.
  mutating func line(_ key: Key, _ probability: Probability?) {
    guard let probability else { return }
    line(key)
    word(probability.percent.description)
    word("%")
  }

  /// A line with a word.
  mutating func line(_ key: Key, word: String?) {
    guard let word else { return }
    line(key)
    self.word(word)
  }

  /// A line with an amount.
  mutating func line(_ key: Key, _ amount: Money?) {
    guard let amount else { return }
    line(key)
    self.amount(amount)
  }

  /// A line with a country: its code, or a text where it is none.
  mutating func line(_ key: Key, country: String?) {
    guard let country else { return }
    line(key)
    let isCode =
      country.utf8.count == 2
      && country.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    isCode ? word(country) : text(country)
  }

  /// A line with a part's name.
  mutating func line(_ key: Key, _ part: PartSelector?) {
    guard let part else { return }
    line(key)
    self.part(part)
  }

  /// A line with an earmark.
  mutating func line(_ key: Key, _ earmark: Earmark?) {
    guard let earmark else { return }
    line(key)
    self.earmark(earmark)
  }

  /// A part's name.
  mutating func part(_ part: PartSelector) {
    word(part.year.description)
    if let scope = part.scope { name(scope) }
    if let earmark = part.earmark {
      word("as")
      self.earmark(earmark)
    }
    donor(part.donor)
  }

  /// Who gives a part, where it is named.
  mutating func donor(_ donor: DonorID?) {
    guard let donor else { return }
    word("by")
    name(donor)
  }

  /// Where money may be used.
  mutating func earmark(_ earmark: Earmark) {
    word(earmark.category.rawValue)
    list(earmark.includes)
    guard !earmark.excludes.isEmpty else { return }
    word("except")
    list(earmark.excludes)
  }
}
