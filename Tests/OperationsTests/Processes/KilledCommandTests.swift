import Foundation
import Funding
import Operations
import Testing

@testable import TestSupport

/// What is left of a ledger when the process that writes is ended in the middle of it.
///
/// The system ends a process without a warning at the first write beyond the size that a file may
/// have: so each limit ends it at another write, and the same one every time.
@Suite struct KilledCommandTests {
  /// A verb that writes, and what it makes of a store of ``Program/factCount`` facts.
  enum Verb: String, CaseIterable {
    case initialise, record, reverse, close, backup

    /// Its words, `FILE` for the store that it writes in or makes.
    var words: [String] {
      switch self {
      case .initialise: ["init", "FILE", "--from", "small.bursar"]
      case .record: ["-f", "FILE", "record", "note", "mali", "A remark", "--date", "2018-01-02"]
      case .reverse:
        ["-f", "FILE", "reverse", "R1", "--reason", "bounced", "--date", "2018-01-02"]
      case .close: ["-f", "FILE", "close", "2017-02"]
      case .backup: ["-f", "small.ledger", "backup", "FILE"]
      }
    }

    /// Whether it makes a file, so that there is none before.
    var makes: Bool { [.initialise, .backup].contains(self) }

    /// How many facts the file holds when the verb is done.
    var factsAfter: Int { makes ? Program.factCount : Program.factCount + 1 }

    /// File sizes, in blocks of 512 bytes, at which it is ended: in the journal, then in the file.
    static let limits =
      Array(stride(from: 0, to: 48, by: 6)) + Array(stride(from: 48, to: 384, by: 48))
  }

  @Test(arguments: Verb.allCases)
  func `killed at any write, a command is done wholly or not at all`(verb: Verb) throws {
    let program = try Program()
    let untouched = try program.makeStore()
    var killed = 0
    for limit in Verb.limits {
      let file = program.folder.file("\(limit).ledger")
      if !verb.makes { try FileManager.default.copyItem(atPath: untouched, toPath: file) }
      // Somebody reads: what SQLite shares among processes is there, and the journal stays.
      let reader = try verb.makes ? nil : OpenLedger.reading(file)

      let words = verb.words.map { $0 == "FILE" ? file : $0 }
      let outcome = try program.run(words, mostBlocks: limit)

      killed += outcome.status == SIGXFSZ ? 1 : 0
      #expect([0, SIGXFSZ].contains(outcome.status), "\(limit): \(outcome.error)")
      if FileManager.default.fileExists(atPath: file) {
        let facts = try VerifyLedger.prove(file, containing: nil).facts
        #expect(facts == verb.factsAfter || !verb.makes && facts == Program.factCount)
        // What was told is there.
        if outcome.status == 0 || !outcome.output.isEmpty { #expect(facts == verb.factsAfter) }
      } else {
        #expect(verb.makes && outcome.status != 0 && outcome.output.isEmpty)
      }
      #expect(try reader?.facts(of: Set(FactKind.allCases)).count ?? 5 == Program.factCount)

      // Nothing that is left behind stands in the way.
      if outcome.status != 0, verb.makes {
        #expect(try program.run(words).status == 0)
        #expect(try VerifyLedger.prove(file, containing: nil).facts == verb.factsAfter)
        #expect(try program.folder.names.allSatisfy { !$0.hasSuffix(".draft") })
      }
    }
    #expect(killed >= Verb.limits.count / 3)
    #expect(try VerifyLedger.prove(untouched, containing: nil).facts == Program.factCount)
  }

  @Test func `killed after they were told, facts are there`() async throws {
    let program = try Program()
    let store = try program.makeStore()
    await #expect(processExitsWith: .signal(SIGKILL)) { [store = store as String] in
      for number in 1...3 {
        let note = Fact(
          day("2018-01-02"), .note(ScopeNote(scope("mali"), text: "remark \(number)")))
        _ = try RecordFact(note, command: "record", by: "ada", at: Program.now).record(in: store)
      }
      kill(getpid(), SIGKILL)
    }
    #expect(try VerifyLedger.prove(store, containing: nil).facts == Program.factCount + 3)
  }
}
