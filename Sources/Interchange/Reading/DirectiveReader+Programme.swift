import Bookkeeping
import Diagnostics
import Funding
import Monetary

// The ledger itself, the programme tree, donors and rates.
extension DirectiveReader {
  private enum Declared: String, CaseIterable { case declared }

  /// The head of the ledger; its date is the calendar's first, since it has none of its own.
  mutating func ledger() -> Event? {
    let name = arguments { reader throws(LineFault) in try reader.quoted() }
    let currency = one(.currency) { reader throws(LineFault) in try reader.currency() }
    let rates = one(.rates) { reader throws(LineFault) in try reader.table() }
    let accounts = one(.accounts) { reader throws(LineFault) in
      try reader.choice(of: Declared.self)
    }
    guard let currency, let rates else { return nil }
    return .ledger(
      LedgerHead(
        name: name ?? "", currency: currency, rates: rates, accountsMustBeDeclared: accounts != nil)
    )
  }

  /// A node of the programme tree; its name may be left out where only `complete:` is set.
  mutating func scopeDeclaration() -> Event {
    let head: (path: ScopePath, name: String?) = arguments(or: (StandIn.scope, nil)) {
      reader throws(LineFault) in
      (try reader.newScope(), reader.isQuoteNext ? try reader.quotedAmongOthers() : nil)
    }
    let kind = one(.kind) { reader throws(LineFault) in try reader.choice(of: Scope.Kind.self) }
    let parent = one(.parent) { reader throws(LineFault) in try reader.scope() }
    let country = one(.country) { reader throws(LineFault) in try reader.country() }
    let complete = one(.complete) { reader throws(LineFault) in try reader.yesOrNo() }
    return .scope(
      Scope(
        head.path, name: head.name, kind: kind, parent: parent, country: country,
        isComplete: complete ?? false))
  }

  /// An account that people may post to.
  mutating func accountDeclaration() -> Event {
    .account(arguments(or: StandIn.account) { reader throws(LineFault) in try reader.account() })
  }

  /// A named set of scopes.
  mutating func situation() -> Event? {
    let (path, name) = arguments(or: (StandIn.scope, "")) { reader throws(LineFault) in
      (try reader.newScope(), try reader.quotedAmongOthers())
    }
    let scopes = one(.scopes) { reader throws(LineFault) in
      try reader.list { reader throws(LineFault) in try reader.listedScope() }
    }
    return scopes.map { .situation(Situation(path, name: name, scopes: $0)) }
  }

  /// A donor with its aliases.
  mutating func donorDeclaration() -> Event {
    let (id, name) = arguments(or: (StandIn.donor, "")) { reader throws(LineFault) in
      (try reader.donor(), try reader.quotedAmongOthers())
    }
    let kind = one(.type) { reader throws(LineFault) in try reader.choice(of: Donor.Kind.self) }
    let country = one(.country) { reader throws(LineFault) in try reader.country() }
    let iati = one(.iati) { reader throws(LineFault) in try reader.quotedOrWord() }
    let aliases = one(.alias) { reader throws(LineFault) in
      try reader.list { reader throws(LineFault) in try reader.quoted() }
    }
    return .donor(
      Donor(
        id, name: name, kind: kind, country: country, iati: iati, aliases: aliases ?? []))
  }

  /// A donor that is another one.
  mutating func merge() -> Event? {
    arguments { reader throws(LineFault) in
      let duplicate = try reader.donor()
      try reader.expect("into")
      return .merge(DonorMerge(duplicate, into: try reader.donor()))
    }
  }

  /// A rate, `CHF 0.999 per USD`: greater than zero, of two currencies.
  mutating func rateQuote() -> Event {
    let (units, quote, base) = arguments(or: (StandIn.rate, StandIn.currency, StandIn.base)) {
      reader throws(LineFault) in
      let quote = try reader.currencyAmongOthers(or: StandIn.currency)
      let units = try reader.rateAmongOthers()
      try reader.expect("per")
      let base = try reader.currencyAmongOthers(or: StandIn.base)
      guard base != quote else { throw reader.fault(.rateOfItself, reader.lastWord) }
      return (units, quote, base)
    }
    let table = one(.table) { reader throws(LineFault) in try reader.table() }
    let revises = one(.revises) { reader throws(LineFault) in try reader.quoted() }
    let isConfirmed = one(.confirmed) { reader throws(LineFault) in try reader.yesOrNo() }
    return .rate(
      RateQuote(
        units, of: quote, per: base, table: table, revises: revises,
        isConfirmed: isConfirmed ?? false))
  }

  /// A requirement; a sign is read only where it is supplementary.
  mutating func requirement() -> Event? {
    let (scope, amount) = arguments(or: (StandIn.scope, StandIn.amount)) {
      reader throws(LineFault) in
      (try reader.scope(), try reader.amount(sign: .optional))
    }
    let year = one(.year) { reader throws(LineFault) in try reader.year() }
    let kind = one(.kind) { reader throws(LineFault) in
      try reader.choice(of: Requirement.Kind.self)
    }
    let tags = one(.tags) { reader throws(LineFault) in
      try reader.list { reader throws(LineFault) in Tag(try reader.slug(), try reader.slug()) }
    }
    if kind != .supplementary, !unread.contains(KeySet(.kind)) { refuseSign() }
    guard let year = year ?? BudgetYear((headDate ?? .earliest).year) else { return nil }
    return .requirement(
      Requirement(scope, year: year, amount: amount, kind: kind ?? .original, tags: tags ?? []))
  }

  /// What will be spent, by month or evenly.
  mutating func spendingPlan() -> Event? {
    let (scope, amount) = arguments(or: (StandIn.scope, StandIn.amount)) {
      reader throws(LineFault) in
      (try reader.scope(), try reader.positiveAmount())
    }
    let year = one(.year) { reader throws(LineFault) in try reader.year() }
    let months = many(.month) { reader throws(LineFault) in
      SpendingPlan.Month(try reader.month(), try reader.positiveAmount())
    }
    guard let year = year ?? BudgetYear((headDate ?? .earliest).year) else { return nil }
    return .spendingPlan(SpendingPlan(scope, year: year, amount: amount, months: months))
  }

  /// Refuses a sign before the amount of a requirement that states a total.
  private mutating func refuseSign() {
    _ = arguments { reader throws(LineFault) in
      (try reader.scope(), try reader.amount())
    }
  }

  /// Reads the name of a scope or situation that is declared here.
  private mutating func newScope() throws(LineFault) -> ScopePath {
    let scope = try scope(.newScope)
    if scope.isRemainder { return standIn(StandIn.scope, for: fault(.scopeRemainder, lastWord)) }
    if scope.text == "except" {
      return standIn(StandIn.scope, for: fault(.scopeReserved, lastWord))
    }
    return scope
  }

  /// Reads a country: two capital letters; a text takes any other.
  private mutating func country() throws(LineFault) -> String {
    if isQuoteNext { return try repeatedQuoted() }
    let word = try word()
    guard word.count == 2, bytes[word].allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 })
    else { throw fault(.countrySyntax, word) }
    return names.texts.name(bytes, word, make: { $0 }) ?? text(word)
  }

  /// The word that ends where the cursor stands.
  private var lastWord: Range<Int> {
    var start = place
    while start > current.value, bytes[start - 1] != UInt8(ascii: " ") { start -= 1 }
    return start..<place
  }
}
