@testable import TestSupport

/// One column altered in one row, as anybody could who has `sqlite3`.
struct Tampering: Sendable, CustomStringConvertible {
  private let table: TamperedTable
  private let name: String
  /// Another value, as SQL.
  private let value: String

  fileprivate init(_ name: String, of table: TamperedTable, to value: String) {
    self.name = name
    self.table = table
    self.value = value
  }

  /// One for each column of each table but those that are notes: `batch`, and `fact.batch`.
  static let all = (TamperedTable.journal + TamperedTable.vocabularies + TamperedTable.sums)
    .flatMap(\.tamperings)

  /// The table and the column: `posting.day`.
  var column: String { "\(table.name).\(name)" }

  var description: String { column }

  /// The rows that can be altered: a first one, and a later one where the table has it.
  var rows: Range<Int> { 0..<(table.hasOneRow ? 1 : 2) }

  /// Alters one of the rows in the store at `path`, every safeguard taken out.
  /// - Returns: How many rows were altered.
  func alter(row: Int, in path: String) throws -> Int {
    try AnySQL(path).run(
      """
      PRAGMA ignore_check_constraints = ON;
      \(table.triggers.map { "DROP TRIGGER \($0);" }.joined(separator: " "))
      UPDATE \(table.name) SET \(name) = \(value)
      WHERE (\(table.key)) =
        (SELECT \(table.key) FROM \(table.name) WHERE \(table.among)
         ORDER BY \(table.key) LIMIT 1 OFFSET \(row))
      """)
  }
}

/// How the columns of one table are altered, and which rows.
private struct TamperedTable {
  let name: String
  /// The columns that order the rows and tell them apart.
  let key: String
  /// The condition of the rows that are altered.
  var among = "true"
  var hasOneRow = false
  /// The triggers that keep a row as it was written.
  var triggers: [String] = []
  /// Another value of each column, as SQL.
  let values: KeyValuePairs<String, String>

  var tamperings: [Tampering] {
    values.map { Tampering($0.key, of: self, to: $0.value) }
  }

  /// The number of another row of a vocabulary, for a column of a table.
  private static func other(_ vocabulary: String, than column: String) -> String {
    "(SELECT min(number) FROM \(vocabulary) WHERE number IS NOT \(column))"
  }
}

extension TamperedTable {
  /// The facts, and what is stored beside the text of each.
  static let journal = [
    TamperedTable(
      name: "book", key: "only", hasOneRow: true, triggers: ["book_keeps"],
      values: ["only": "2", "currency": "(SELECT max(number) FROM currency)"]),
    TamperedTable(
      name: "fact", key: "seq", among: "seq IN (1, 8)", triggers: ["fact_keeps"],
      values: [
        "seq": "seq + 1000", "kind": other("kind", than: "fact.kind"), "id": "id || 'x'",
        "date": "date - 1", "posted": "posted + 1", "recorded": "coalesce(recorded, posted) + 1",
        "entered": "entered + 1", "author": "author || 'x'",
        "reference": other("name", than: "fact.reference"), "body": "body || ' '",
        "digest": "zeroblob(32)", "hash": "zeroblob(32)",
      ]),
    TamperedTable(
      name: "mention", key: "seq, name", triggers: ["mention_keeps"],
      values: [
        "seq": "1", "name": "(SELECT max(number) FROM name WHERE number <> mention.name)",
      ]),
    TamperedTable(
      name: "posting", key: "seq, entry, line", among: "seq = \(agreement) AND entry = 1",
      triggers: ["posting_keeps"],
      values: [
        "seq": "1", "entry": "1000", "line": "line + 1000", "day": "day + 1",
        "occasion": other("occasion", than: "posting.occasion"),
        "account": other("account", than: "posting.account"),
        "fund": other("name", than: "posting.fund"), "side": "-side",
        "amount_minor": "amount_minor + 1", "currency": other("currency", than: "posting.currency"),
        "book_minor": "book_minor + 1", "agreement": other("name", than: "posting.agreement"),
        "part": "coalesce(part, 0) + 1", "scope": other("scope", than: "posting.scope"),
        "year": "coalesce(year, 2017) + 1",
      ]),
    TamperedTable(
      name: "position", key: "seq, line", among: "seq = \(agreement)",
      triggers: ["position_keeps"],
      values: [
        "seq": "1", "line": "line + 1000", "measure": other("measure", than: "position.measure"),
        "day": "day + 1", "scope": other("scope", than: "position.scope"), "year": "year + 1",
        "donor": other("donor", than: "position.donor"),
        "category": other("category", than: "position.category"),
        "reach": other("reach", than: "position.reach"),
        "reference": other("name", than: "position.reference"), "count": "count + 1",
        "amount_minor": "amount_minor + 1",
        "currency": other("currency", than: "position.currency"), "book_minor": "book_minor + 1",
      ]),
  ]

  /// An agreement of two parts in two scopes.
  private static let agreement = "(SELECT seq FROM fact WHERE id = 'A3')"

  static let vocabularies =
    [
      "currency", "account", "donor", "name", "kind", "occasion", "measure", "category", "reach",
    ].map { name in
      TamperedTable(
        name: name, key: "number", triggers: ["\(name)_keeps"],
        values: ["number": "number + 1000", "text": "text || 'x'"])
    } + [
      TamperedTable(
        name: "scope", key: "number", among: "text IN ('mali', 'mali/health')",
        triggers: ["scope_keeps"],
        values: [
          "number": "number + 1000", "text": "text || 'x'", "parent": "iif(parent = 1, 2, 1)",
        ])
    ]

  static let sums = [
    balances("balance_by_day", each: "day", of: "funds", moved: "(funds + 1) % 3"),
    balances("balance_by_month", each: "month", of: "funds", moved: "(funds + 1) % 3"),
    balances("balance_by_fund", each: "month", of: "fund", moved: "fund + 1000"),
    TamperedTable(
      name: "position_count", key: "scope",
      values: ["scope": "scope + 1000", "rows": "rows + 1", "summed": "1 - summed"]),
    TamperedTable(
      name: "position_by_donor", key: "scope, year, measure, month, donor, currency",
      values: [
        "scope": "scope + 1000", "year": "year + 1000", "measure": "measure + 1000",
        "month": "month + 1000", "donor": "donor + 1000", "currency": "currency + 1000",
        "count": "count + 1", "amount_minor": "amount_minor + 1", "book_minor": "book_minor + 1",
      ]),
    TamperedTable(
      name: "position_by_category", key: "scope, year, measure, month, category",
      values: [
        "scope": "scope + 1000", "year": "year + 1000", "measure": "measure + 1000",
        "month": "month + 1000", "category": "category + 1000", "count": "count + 1",
        "book_minor": "book_minor + 1",
      ]),
  ]

  private static func balances(
    _ name: String, each span: String, of funds: String, moved: String
  ) -> TamperedTable {
    TamperedTable(
      name: name, key: "\(span), account, \(funds), currency",
      values: [
        span: "\(span) + 1000", "account": "account + 1000", funds: moved,
        "currency": "currency + 1000", "debits_minor": "debits_minor + 1",
        "credits_minor": "credits_minor + 1", "book_debits_minor": "book_debits_minor + 1",
        "book_credits_minor": "book_credits_minor + 1",
      ])
  }
}
