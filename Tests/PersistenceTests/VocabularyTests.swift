import Bookkeeping
import Testing

@testable import Persistence

@Suite struct VocabularyTests {
  private static func vocabulary(limit: Int) throws -> Vocabulary<AccountCode> {
    let connection = try Connection(
      opening: ":memory:", for: .inMemory, path: "", waitMilliseconds: 0)
    try connection.migrate(from: 0, by: Schema.migrations)
    return try Vocabulary(
      connection, find: "SELECT number FROM account WHERE text = ?",
      insert: "INSERT INTO account (text) VALUES (?) RETURNING number",
      read: "SELECT text FROM account WHERE number = ?", limit: limit)
  }

  @Test(arguments: [1, 2, 3, 100])
  func `a name keeps its number, however few are at hand`(limit: Int) throws {
    var vocabulary = try Self.vocabulary(limit: limit)
    let names = try (1...7).map { try #require(AccountCode("asset:bank-\($0)")) }
    #expect(try vocabulary.known(names[3]) == nil)
    var numbers: [Int64] = []
    for name in names { numbers.append(try vocabulary.number(of: name)) }
    #expect(Set(numbers).count == 7)
    for (name, number) in zip(names, numbers).reversed() + Array(zip(names, numbers)) {
      #expect(try vocabulary.number(of: name) == number)
      #expect(try vocabulary.known(name) == number)
      #expect(try vocabulary.name(of: number) == name)
    }
    vocabulary.forget()
    #expect(try vocabulary.number(of: names[5]) == numbers[5])
    #expect(try vocabulary.name(of: 4_711) == nil)
  }
}
