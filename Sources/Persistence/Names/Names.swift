import Bookkeeping
import Funding
import Monetary

/// All vocabularies of a ledger.
final class Names {
  var accounts: Vocabulary<AccountCode>
  var donors: Vocabulary<DonorID>
  var kinds: Vocabulary<FactKind>
  var occasions: Vocabulary<Occasion>
  var measures: Vocabulary<PositionRow.Measure>
  var categories: Vocabulary<EarmarkCategory>
  var reaches: Vocabulary<Reach>
  var currencies: Vocabulary<Currency>
  /// What agreements, pledges, funds and facts are called.
  var labels: Vocabulary<Label>
  var scopes: ScopeTree

  /// Prepares what reads and adds names on `connection`.
  init(_ connection: Connection) throws(StoreError) {
    accounts = try Vocabulary(
      connection, find: "SELECT number FROM account WHERE text = ?",
      insert: "INSERT INTO account (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM account WHERE number = ?")
    donors = try Vocabulary(
      connection, find: "SELECT number FROM donor WHERE text = ?",
      insert: "INSERT INTO donor (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM donor WHERE number = ?")
    kinds = try Vocabulary(
      connection, find: "SELECT number FROM kind WHERE text = ?",
      insert: "INSERT INTO kind (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM kind WHERE number = ?")
    occasions = try Vocabulary(
      connection, find: "SELECT number FROM occasion WHERE text = ?",
      insert: "INSERT INTO occasion (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM occasion WHERE number = ?")
    measures = try Vocabulary(
      connection, find: "SELECT number FROM measure WHERE text = ?",
      insert: "INSERT INTO measure (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM measure WHERE number = ?")
    categories = try Vocabulary(
      connection, find: "SELECT number FROM category WHERE text = ?",
      insert: "INSERT INTO category (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM category WHERE number = ?")
    reaches = try Vocabulary(
      connection, find: "SELECT number FROM reach WHERE text = ?",
      insert: "INSERT INTO reach (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM reach WHERE number = ?")
    currencies = try Vocabulary(
      connection, find: "SELECT number FROM currency WHERE text = ?",
      insert: "INSERT INTO currency (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM currency WHERE number = ?")
    labels = try Vocabulary(
      connection, find: "SELECT number FROM name WHERE text = ?",
      insert: "INSERT INTO name (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM name WHERE number = ?")
    scopes = try ScopeTree(connection)
  }

  /// Forgets what was at hand, since some of it may have been rolled back.
  func forget() {
    accounts.forget()
    donors.forget()
    kinds.forget()
    occasions.forget()
    measures.forget()
    categories.forget()
    reaches.forget()
    currencies.forget()
    labels.forget()
    scopes.forget()
  }
}

/// What an agreement, a pledge, a fund or a fact is called: they share one vocabulary, since an
/// agreement's fund and the fact that signed it mostly bear its name.
struct Label: StoredName {
  let storedText: String

  static func stored(_ text: String) -> Label? { Label(storedText: text) }
}
