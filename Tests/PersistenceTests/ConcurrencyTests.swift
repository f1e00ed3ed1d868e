import Foundation
import Funding
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct ConcurrencyTests {
  @Test func `four writers at once lose nothing and keep one chain`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path, threshold: 20)
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      do {
        var sample = SampleLedger(seed: UInt64(writer))
        var store = try Store.open(path: path)
        for fact in try sample.facts(12) {
          let named = try fact.renamed("note:\(writer)-\(fact.header.id.text.dropFirst(5))")
          _ = try store.write(SampleLedger.batch) { transaction in try transaction.append(named) }
        }
      } catch {
        Issue.record(error)
      }
    }
    let store = try Store.open(path: path, for: .reading)
    let found = try store.read { snapshot in try snapshot.verify() }
    #expect(found.isSound && found.facts == 48)
    let ids = try store.read { snapshot in try snapshot.allFacts().map(\.header.id.text) }
    for writer in 0..<4 {
      let own = ids.filter { $0.hasPrefix("note:\(writer)-") }
      #expect(own == (1...12).map { "note:\(writer)-\($0)" })
    }
  }

  @Test func `two pieces of work are both done before either is told`() throws {
    let (first, second) = TwoThreads.run({ (1...1_000).reduce(0, +) }) { "first" }
    #expect(first == "first" && second == 500_500)
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      _ = try TwoThreads.run({ 1 }) { () throws -> Int in throw Refusal() }
    }
  }
}

extension AppendedFact {
  /// The same fact under another name.
  fileprivate func renamed(_ name: String) throws -> AppendedFact {
    let header = FactHeader(
      kind: header.kind, id: try #require(FactID(name)), date: header.date, posted: header.posted,
      recorded: header.recorded, entered: header.entered, by: header.by,
      reference: header.reference)
    return AppendedFact(
      header, body: body + Array(name.utf8), entries: entries, positions: positions,
      mentions: mentions)
  }
}
