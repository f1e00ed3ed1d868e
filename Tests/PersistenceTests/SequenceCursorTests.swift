import Testing

@testable import Persistence

@Suite struct SequenceCursorTests {
  /// Rows of the facts 2, 2, 5, 6, 6, 6 and 9.
  private static func cursor() throws -> SequenceCursor {
    let connection = try Connection(
      opening: ":memory:", for: .inMemory, path: "", waitMilliseconds: 0)
    try connection.execute(
      """
      CREATE TABLE a (seq INTEGER, line INTEGER, PRIMARY KEY (seq, line)) WITHOUT ROWID;
      INSERT INTO a VALUES (2, 1), (2, 2), (5, 1), (6, 1), (6, 2), (6, 3), (9, 1)
      """)
    return SequenceCursor(
      try connection.prepare("SELECT seq, line FROM a WHERE seq >= ? ORDER BY seq, line"))
  }

  private static let counts: [Int64: Int] = [2: 2, 5: 1, 6: 3, 9: 1]

  @Test(
    arguments: [
      Array(0...10), Array((0...10).reversed()), [2, 2, 2], [5, 6, 5, 6], [9, 10, 11, 9],
      [3, 4, 5],
      [6, 2, 9, 2, 5], [11, 1, 2],
    ] as [[Int64]])
  func `the rows of each fact are shown, in whatever order facts are asked for`(
    sequences: [Int64]
  ) throws {
    var cursor = try Self.cursor()
    for sequence in sequences {
      var lines: [Int64] = []
      try cursor.rows(of: sequence) { (row) throws(StoreError) in
        lines.append(row.integer(1))
      }
      #expect(lines.count == Self.counts[sequence] ?? 0, "\(sequence) of \(sequences)")
      #expect(lines == lines.sorted())
    }
  }

  @Test func `the facts that have rows are told one after the other, and again`() throws {
    var cursor = try Self.cursor()
    for _ in 0..<2 {
      var (found, latest): ([Int64], Int64) = ([], 0)
      while let next = try cursor.first(from: latest + 1) {
        var count = 0
        try cursor.rows(of: next) { (_) throws(StoreError) in count += 1 }
        #expect(count == Self.counts[next])
        found.append(next)
        latest = next
      }
      #expect(found == [2, 5, 6, 9])
    }
  }

  @Test func `a reading that was broken off does not spoil the next`() throws {
    var cursor = try Self.cursor()
    #expect(throws: StoreError.overflow) {
      try cursor.rows(of: 6) { (_) throws(StoreError) in throw .overflow }
    }
    for sequence in [6, 7, 9] as [Int64] {
      var count = 0
      try cursor.rows(of: sequence) { (_) throws(StoreError) in count += 1 }
      #expect(count == Self.counts[sequence] ?? 0)
    }
  }
}
