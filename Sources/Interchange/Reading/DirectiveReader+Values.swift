import Bookkeeping
import Diagnostics
import Funding
import Monetary

// The values of the text form, each read from the cursor on. For a name at fault a stand-in is read.
extension DirectiveReader {
  /// Reads a day.
  mutating func date() throws(LineFault) -> CalendarDate {
    let word = try word()
    if let date = CalendarDate(ascii: bytes.span.extracting(word)) { return date }
    throw notADate(word)
  }

  /// What is wrong with a word that stands for a date.
  func notADate(_ word: Range<Int>) -> LineFault {
    hasShape(word, "0000-00-00")
      ? fault(.dateImpossible, word) : fault(.dateSyntax, rest(from: word.lowerBound))
  }

  /// Whether a word has digits where `shape` has zeros, and the shape's own letters elsewhere.
  func hasShape(_ word: Range<Int>, _ shape: StaticString) -> Bool {
    let letters = Array("\(shape)".utf8)
    return word.count == letters.count
      && zip(bytes[word], letters).allSatisfy { letter, wanted in
        wanted == UInt8(ascii: "0")
          ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) : letter == wanted
      }
  }

  /// Reads a budget year.
  mutating func year() throws(LineFault) -> BudgetYear {
    let word = try word()
    guard hasShape(word, "0000"), let number = Int(text(word)), let year = BudgetYear(number)
    else { throw fault(.yearSyntax, word) }
    return year
  }

  /// Reads a month, `2017-11`.
  mutating func month() throws(LineFault) -> AccountingMonth {
    let word = try word()
    note(.month, word)
    guard let month = AccountingMonth(text(word)) else { throw fault(.monthSyntax, word) }
    return month
  }

  /// Reads an instant.
  mutating func instant() throws(LineFault) -> Instant {
    let word = try word()
    guard let instant = Instant(text(word)) else { throw fault(.instantSyntax, word) }
    return instant
  }

  /// Reads a first and a last day, `2017-01-01..2017-12-31`.
  mutating func interval() throws(LineFault) -> DateInterval {
    let word = try word()
    guard hasShape(word, "0000-00-00..0000-00-00") else { throw fault(.periodSyntax, word) }
    let halves = [word.prefix(10), word.suffix(10)].map { $0.startIndex..<$0.endIndex }
    guard let first = CalendarDate(ascii: bytes.span.extracting(halves[0])) else {
      throw fault(.dateImpossible, halves[0])
    }
    guard let last = CalendarDate(ascii: bytes.span.extracting(halves[1])) else {
      throw fault(.dateImpossible, halves[1])
    }
    guard let interval = DateInterval(first, last) else { throw fault(.periodSyntax, word) }
    return interval
  }

  /// Reads the name of an agreement, a pledge, an amendment or an unidentified receipt.
  mutating func reference() throws(LineFault) -> Reference {
    let word = try word()
    note(.reference, word)
    // Most are short and stand few times: a short text lies in its own bytes and need not be shared.
    let name =
      word.count < 16
      ? Reference(text(word)) : names.references.name(bytes, word, make: Reference.init)
    if let name { return name }
    return standIn(StandIn.reference, for: fault(.referenceSyntax, word))
  }

  /// Reads the name of a scope or a situation, in the role that `kind` says.
  mutating func scope(_ kind: ReadValue.Kind = .scope) throws(LineFault) -> ScopePath {
    scope(try word(), kind)
  }

  /// Reads the name of a scope or a situation that stands in a list.
  mutating func listedScope(_ kind: ReadValue.Kind = .scope) throws(LineFault) -> ScopePath {
    scope(try listWord(), kind)
  }

  private mutating func scope(_ word: Range<Int>, _ kind: ReadValue.Kind) -> ScopePath {
    note(kind, word)
    if let name = names.scopes.name(bytes, word, make: ScopePath.init) {
      return name
    }
    return standIn(StandIn.scope, for: fault(.scopeSyntax, word))
  }

  /// Reads a donor's code.
  mutating func donor() throws(LineFault) -> DonorID {
    let word = try word()
    note(.donor, word)
    if let name = names.donors.name(bytes, word, make: DonorID.init) {
      return name
    }
    return standIn(StandIn.donor, for: fault(.donorSyntax, word))
  }

  /// Reads an account's code.
  mutating func account() throws(LineFault) -> AccountCode {
    let word = try word()
    note(.account, word)
    if let name = names.accounts.name(bytes, word, make: AccountCode.init) {
      return name
    }
    return standIn(StandIn.account, for: fault(.accountSyntax, word))
  }

  /// Reads a lower-case word of the user's own, in a list or alone.
  mutating func slug() throws(LineFault) -> Slug {
    let word = try listWord()
    if let name = names.slugs.name(bytes, word, make: Slug.init) { return name }
    return standIn(StandIn.slug, for: fault(.slugSyntax, word))
  }

  /// Reads what kind of report is meant: all words that are left.
  mutating func reportForm() throws(LineFault) -> ReportForm {
    guard !isAtEnd else { throw incomplete }
    let start = place
    var words: [String] = []
    while !isAtEnd { words.append(text(try word())) }
    guard let form = ReportForm(words.joined(separator: " ")) else {
      return standIn(StandIn.form, for: fault(.formSyntax, rest(from: start)))
    }
    return form
  }

  /// Reads the name of a rate table.
  mutating func table() throws(LineFault) -> RateTableName {
    let word = try word()
    if let name = names.tables.name(bytes, word, make: RateTableName.init) {
      return name
    }
    return standIn(StandIn.table, for: fault(.tableSyntax, word))
  }

  /// Reads a fund: `general`, or the reference of an agreement.
  mutating func fund() throws(LineFault) -> FundCode {
    FundCode(of: try reference())
  }

  /// Reads what a fact is called.
  mutating func identifier() throws(LineFault) -> FactID {
    let word = try word()
    note(.identifier, word)
    return FactID(text(word)) ?? standIn(StandIn.identifier, for: fault(.identifierSyntax, word))
  }

  /// Reads one of the words of an enumeration, each of which may consist of several words.
  ///
  /// `other` is a word that would be right as well, for those who wrote a wrong one.
  mutating func choice<Choice: CaseIterable & RawRepresentable>(
    of type: Choice.Type, or other: String? = nil
  ) throws(LineFault) -> Choice where Choice.RawValue == String {
    guard !isAtEnd else { throw incomplete }
    let start = place
    for choice in Choice.allCases where takes(choice.rawValue) { return choice }
    let words = Choice.allCases.map(\.rawValue) + [other].compactMap(\.self)
    let isOfSeveralWords = words.contains { $0.utf8.contains(UInt8(ascii: " ")) }
    let wrong = isOfSeveralWords ? rest(from: start) : try word()
    throw fault(wrong, noneOf: words, for: current.key?.word ?? rule?.kind.rawValue ?? "")
  }

  /// The fault of a word that is none of those that `subject` takes.
  func fault(_ word: Range<Int>, noneOf words: [String], for subject: String) -> LineFault {
    fault(word) { word in
      Fault(.directiveValue, word, subject, words.joined(separator: ", "))
        .suggesting(among: log.isFull ? [] : words)
    }
  }

  /// Reads `yes` or `no`.
  mutating func yesOrNo() throws(LineFault) -> Bool {
    try choice(of: YesOrNo.self) == .yes
  }

  private enum YesOrNo: String, CaseIterable { case yes, no }

  /// The letters of a word.
  func text(_ word: Range<Int>) -> String {
    String(decoding: bytes[word], as: UTF8.self)
  }
}
