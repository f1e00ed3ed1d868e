import Bookkeeping
import Diagnostics
import Funding
import Monetary

/// A small ledger of Mali and its neighbours, and what was posted to it.
struct SampleLedger {
  private(set) var book: Book
  /// The head, the declarations and the rates with which it began.
  private(set) var beginning: [Fact] = []
  /// All facts posted so far, the beginning left out.
  private(set) var posted: [PostedFact] = []
  private var count = 0

  /// West Africa with Mali and Niger, Chad beside it, four donors, and the rates of `SampleLedger.rates`.
  init(accountsMustBeDeclared: Bool = false, rates: [(String, String)] = Self.rates) throws {
    book = Book(
      head: LedgerHead(
        name: "Sample", currency: try Currency(code: "USD"), rates: table("UNORE"),
        accountsMustBeDeclared: accountsMustBeDeclared))
    let scopes = [
      Scope(scope("west-africa"), name: "West Africa", kind: .region),
      Scope(scope("mali"), name: "Mali", kind: .operation, parent: scope("west-africa")),
      Scope(scope("mali/protection")), Scope(scope("mali/health")), Scope(scope("mali/education")),
      Scope(scope("mali/health/clinics")),
      Scope(scope("niger"), kind: .operation, parent: scope("west-africa")),
      Scope(scope("chad"), kind: .operation),
    ]
    for scope in scopes { try begin("2017-01-01", .scope(scope)) }
    try begin(
      "2017-01-01",
      .situation(
        Situation(
          scope("sahel"), name: "Sahel", scopes: [scope("mali"), scope("niger"), scope("chad")])))
    for id in ["sdc", "sweden", "france", "japan"] {
      try begin("2017-01-01", .donor(Donor(donor(id), name: id)))
    }
    for (date, rate) in rates { try begin(date, quote(rate)) }
    beginning.insert(Fact(LedgerHead.date, .ledger(book.head)), at: 0)
  }

  /// The rates that the posting table of DESIGN section 3 uses, and those of published agreements.
  static let rates = [
    ("2017-03-01", "SEK 9.039 per USD"), ("2017-05-01", "EUR 0.921 per USD"),
    ("2017-09-01", "XOF 560 per USD"), ("2017-11-01", "CHF 0.999 per USD"),
    ("2017-12-11", "CHF 0.984 per USD"), ("2019-11-01", "CHF 0.992 per USD"),
  ]

  private mutating func begin(_ date: String, _ event: Event) throws(Faults) {
    let fact = Fact(day(date), event)
    _ = try book.post(fact, id: name("B\(beginning.count)"))
    beginning.append(fact)
  }

  /// Posts a fact; without an identifier it is called `F1`, `F2` and so on.
  /// - Throws: The only `Fault`, or `Faults` where there are several.
  @discardableResult
  mutating func post(
    _ date: String, _ event: Event, id: String? = nil, posted: String? = nil
  ) throws -> PostedFact {
    let provenance = Provenance(posted: posted.map(day))
    do {
      return try post(Fact(day(date), event, provenance: provenance), id: id)
    } catch {
      throw error.all.count == 1 ? error.all[0] : error as any Error
    }
  }

  /// Posts a fact that is made already.
  @discardableResult
  mutating func post(_ fact: Fact, id: String? = nil) throws(Faults) -> PostedFact {
    count += 1
    let result = try book.post(fact, id: name(id ?? "F\(count)"))
    posted.append(result)
    return result
  }

  /// All entries posted so far.
  var entries: [JournalEntry] { posted.flatMap(\.consequence.entries) }

  /// All position rows so far.
  var rows: [PositionRow] { posted.flatMap(\.consequence.positions) }
}

extension PostedFact {
  /// Its entries leg by leg, as DESIGN section 3 writes them:
  /// `debit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017`.
  var legs: [String] { consequence.entries.flatMap { $0.postings.map(\.written) } }

  /// The days and occasions of its entries: `2017-11-02 signed`.
  var days: [String] { consequence.entries.map { "\($0.date) \($0.occasion)" } }

  /// Its position rows: `signed 2017-11-02 mali 2017 sdc tightly A1 +1 400,000.00 CHF [400,400.40]`.
  var rows: [String] { consequence.positions.map(\.written) }
}

extension Posting {
  var written: String {
    let part = tags.part.map { "/\($0)" } ?? ""
    let about = [
      tags.agreement.map { $0.text + part }, tags.scope?.text, tags.year?.description,
    ]
    let tail = about.compactMap(\.self).joined(separator: " ")
    return "\(side) \(account) \(amount)\(book.worth(beside: amount)) in \(fund)"
      + (tail.isEmpty ? "" : ", \(tail)")
  }
}

extension PositionRow {
  var written: String {
    let about = [
      measure.rawValue, day.description, scope.text, year.description, donor?.text,
      category?.rawValue, reference?.text, count == 0 ? nil : count > 0 ? "+\(count)" : "\(count)",
    ]
    return about.compactMap(\.self).joined(separator: " ")
      + " \(amount)\(book.worth(beside: amount))"
  }
}

extension Money {
  /// ` [400,400.40]`, or nothing where the amount is in the book currency itself.
  fileprivate func worth(beside amount: Money) -> String {
    guard amount.currency != currency else { return amount == self ? "" : " [\(self)?]" }
    return " [\(description.prefix { $0 != " " })]"
  }
}
