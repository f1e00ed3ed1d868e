/// What marks a file as a ledger of bursar, and which forms of it this version knows.
enum Schema {
  /// `Burs` in ASCII, kept in the file's header; `file` and SQLite show it as `application_id`.
  static let application: Int32 = 0x4275_7273

  /// Every change of the schema that was ever released, in order.
  static let migrations = [Migration.first]

  /// The form that this version reads and writes.
  static var version: Int { migrations.count }
}

/// One change of the schema; never edited after its release.
struct Migration: Sendable {
  /// The form of the file once it is done, counted from 1.
  let version: Int
  /// Makes or changes tables, and sets `user_version`.
  let tables: StaticString
  /// Makes indexes and triggers; run last where a new ledger is filled at once.
  let indexes: StaticString

  /// How many indexes it makes; they stand first.
  var indexCount: Int {
    indexes.description.split(separator: "\n")
      .count { $0.hasPrefix("CREATE INDEX") || $0.hasPrefix("CREATE UNIQUE INDEX") }
  }
}

extension Connection {
  /// Brings a file of the form `version` to that of the last of `migrations`.
  ///
  /// Each migration is one transaction, which ends in a check of all foreign keys: it is done
  /// wholly or not at all, and one that fails leaves the file as those before it made it.
  func migrate(from version: Int, by migrations: [Migration]) throws(StoreError) {
    for migration in migrations where migration.version > version {
      try execute("BEGIN IMMEDIATE")
      do throws(StoreError) {
        // Somebody else may have done it while this one waited for the lock.
        if try formVersion() < migration.version {
          try execute(migration.tables)
          try execute(migration.indexes)
          guard try integer("PRAGMA foreign_key_check") == nil,
            try formVersion() == migration.version
          else { throw .corrupt(path: path) }
        }
        try execute("COMMIT")
      } catch {
        // The first error says what happened; SQLite may already have rolled back by itself.
        try? execute("ROLLBACK")
        throw error
      }
    }
  }

  /// The form of the file, as its header says; 0 where it says nothing.
  func formVersion() throws(StoreError) -> Int {
    Int(try integer("PRAGMA user_version") ?? 0)
  }
}
