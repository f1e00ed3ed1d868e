import Bookkeeping
import Funding
import Monetary

// Lines of one value, left out where there is none.
extension DirectivePrinter {
  mutating func line(_ key: Key, _ text: String?) {
    guard let text else { return }
    line(key)
    self.text(text)
  }

  mutating func line(_ key: Key, _ code: (some Code)?) {
    guard let code else { return }
    line(key)
    name(code)
  }

  mutating func line(_ key: Key, _ date: CalendarDate?) {
    guard let date else { return }
    line(key)
    self.date(date)
  }

  mutating func line(_ key: Key, _ year: BudgetYear?) {
    guard let year else { return }
    line(key)
    word(year.description)
  }

  mutating func line(_ key: Key, word: String?) {
    guard let word else { return }
    line(key)
    self.word(word)
  }

  mutating func line(_ key: Key, _ amount: Money?) {
    guard let amount else { return }
    line(key)
    self.amount(amount)
  }

  mutating func line(_ key: Key, country: String?) {
    guard let country else { return }
    line(key)
    let isCode =
      country.utf8.count == 2
      && country.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    isCode ? word(country) : text(country)
  }

  mutating func line(_ key: Key, _ part: PartSelector?) {
    guard let part else { return }
    line(key)
    self.part(part)
  }

  mutating func line(_ key: Key, _ earmark: Earmark?) {
    guard let earmark else { return }
    line(key)
    self.earmark(earmark)
  }

  /// A part's name.
  mutating func part(_ part: PartSelector) {
    word(part.year.description)
    if let scope = part.scope { name(scope) }
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
