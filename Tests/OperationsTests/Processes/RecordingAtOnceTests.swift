import Dispatch
import Funding
import Operations
import Synchronization
import Testing

@testable import TestSupport

/// Several processes of the program that record in one store.
@Suite struct RecordingAtOnceTests {
  /// Records one fact that every writer records, word for word, and two of the writer's own.
  private static let script = """
    bursar -f "$1" record note mali 'said by all' --date 2018-01-02 &&
    bursar -f "$1" record receipt A1 --amount '10 USD' --date 2018-01-03 --id "R-$2" &&
    bursar -f "$1" record note mali "said by $2" --date 2018-01-02
    """

  @Test func `eight processes at once lose nothing, write nothing twice and keep one chain`() throws
  {
    let program = try Program()
    let store = try program.makeStore()
    let outcomes = Mutex<[ChildProcess.Outcome]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      do {
        let outcome = try program.runShell(
          Self.script, [store, "w\(writer)"], by: "writer \(writer)")
        outcomes.withLock { $0.append(outcome) }
      } catch {
        Issue.record(error)
      }
    }
    let all = outcomes.withLock { $0 }
    #expect(all.map(\.status) == Array(repeating: 0, count: 8), "\(all.map(\.error))")
    let told = all.flatMap { outcome in
      outcome.output.split(separator: "\n").filter { $0.hasPrefix("Recorded: ") }
        .map { String($0.dropFirst("Recorded: ".count)) }
    }
    #expect(told.count == 24)

    #expect(try VerifyLedger.prove(store, containing: nil).facts == Program.factCount + 24)
    let facts = try OpenLedger.reading(store).facts(of: [.note, .receipt])
      .filter { $0.fact.provenance.by != nil }
    #expect(facts.map(\.id.text).sorted() == told.sorted())
    let instants = facts.compactMap(\.fact.provenance.entered)
    #expect(Set(instants).count == 24 && instants == instants.sorted())
    for writer in 0..<8 {
      let own = facts.filter { $0.fact.provenance.by == "writer \(writer)" }
      #expect(own.map(\.fact.kind) == [.note, .receipt, .note])
    }
    let state = try #require(try OpenLedger.reading(store).state(of: reference("A1")))
    #expect(state.open == 14_992_000)
  }
}
