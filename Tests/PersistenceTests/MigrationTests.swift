import Foundation
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct MigrationTests {
  private static let second = Migration(
    version: 2, tables: "ALTER TABLE batch ADD COLUMN host TEXT; PRAGMA user_version = 2;",
    indexes: "CREATE INDEX batch_by_host ON batch (host);")

  private static func open(
    _ path: String, _ more: [Migration], for access: Store.Access = .writing
  ) throws -> Store {
    try Store.open(
      path: path, for: access, waitMilliseconds: 0, summingThreshold: 10,
      migrations: Schema.migrations + more)
  }

  private static func form(_ path: String) throws -> Int {
    var form = 0
    try Raw.change(path) { form = try $0.formVersion() }
    return form
  }

  @Test func `the migrations are numbered without a gap, and each writes its number`() throws {
    #expect(Schema.migrations.map(\.version) == Array(1...Schema.version))
    let model = try Connection(opening: ":memory:", for: .inMemory, path: "", waitMilliseconds: 0)
    for migration in Schema.migrations {
      try model.migrate(from: migration.version - 1, by: [migration])
      #expect(try model.formVersion() == migration.version)
    }
    #expect(try model.integer("PRAGMA application_id") == Int64(Schema.application))
  }

  @Test func `an earlier ledger is brought forward when it is opened, with all it holds`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 8)
    _ = try Store.sample(directory.file(), try sample.facts(5))
    let store = try Self.open(directory.file(), [Self.second], for: .reading)
    #expect(try store.read { snapshot in try snapshot.head().count } == 5)
    #expect(try Self.form(directory.file()) == 2)
    // Once more, there is nothing to do.
    _ = try Self.open(directory.file(), [Self.second])
  }

  @Test func `who finds the work done while he waited for the lock does nothing`() throws {
    let directory = try TemporaryDirectory()
    _ = try Store.sample(directory.file())
    try Raw.change(directory.file()) { raw in
      try raw.migrate(from: 1, by: [Self.second])
      try raw.migrate(from: 1, by: [Self.second])
      #expect(try raw.formVersion() == 2)
    }
  }

  @Test(
    arguments: [
      "ALTER TABLE batch ADD COLUMN host TEXT; CREATE TABLE batch (a); PRAGMA user_version = 2",
      "ALTER TABLE batch ADD COLUMN host TEXT",
      "INSERT INTO mention VALUES (77, 77); PRAGMA user_version = 2",
    ] as [StaticString])
  func `a migration that fails leaves the ledger as it was`(tables: StaticString) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    let bad = Migration(version: 2, tables: tables, indexes: "")
    #expect(throws: StoreError.self) { _ = try Self.open(path, [bad]) }
    #expect(try Self.form(path) == 1)
    let store = try Store.open(path: path)
    #expect(try store.read { snapshot in try snapshot.verify() }.isSound)
  }

  @Test func `an earlier ledger that cannot be written is refused`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    try directory.permit(0o444, path)
    try directory.permit(0o555, directory.path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      #expect(throws: StoreError.olderSchema(path: path, found: 1, known: 2)) {
        _ = try Self.open(path, [Self.second], for: .reading)
      }
    }
    try directory.permit(0o755, directory.path)
  }
}
