import Diagnostics
import Foundation
import Funding
import Interchange
import Monetary
import Operations

@testable import TestSupport

/// An office to which months happen at random: it records them fact by fact in a store, and keeps
/// the same facts as a text; from the text a second store is made.
struct Office {
  /// What the store decided otherwise than a book that holds everything.
  private(set) var disagreements: [String] = []
  private(set) var life: RandomLife
  private let directory: TemporaryDirectory
  private var written: [UInt8]

  /// The store in which each fact was recorded when it happened.
  var store: String { directory.file("office.ledger") }
  /// The facts as they were told when they were recorded, one below the other.
  var text: String { directory.file("office.bursar") }
  /// The store that was made from the text.
  var remade: String { directory.file("remade.ledger") }
  /// What the store gave out as text.
  var exported: String { directory.file("exported.bursar") }

  /// Lives the months of `seed`, in which `steps` facts happen or are refused.
  init(seed: UInt64, steps: Int) throws {
    directory = try TemporaryDirectory()
    life = try RandomLife(seed: seed)
    written = LedgerTextWriter().ledger(life.ledger.beginning)
    try WriteFile.replace(text, with: written)
    _ = try InitialiseLedger(at: store, by: "ada", on: Self.beginning).make(from: text)
    try life.live(steps)
    for attempt in life.attempts { try record(attempt) }
    try writeDown()
  }

  /// Before the first fact of a life is entered.
  private static let beginning = Instant(microseconds: 1_500_000_000_000_000)

  /// When the last fact so far was entered.
  var now: Instant { life.attempts.last?.fact.entered ?? Self.beginning }

  /// Makes the text, the export and the second store anew.
  func writeDown() throws {
    for path in [text, remade] { try? FileManager.default.removeItem(atPath: path) }
    try WriteFile.replace(text, with: written)
    _ = try InitialiseLedger(at: remade, by: "ada", on: now).make(from: text)
    try WriteFile.renew(
      exported, with: ExportLedger.text(of: OpenLedger.reading(store)), madeFrom: store)
  }

  /// Reverses whatever can be reversed, the latest first.
  mutating func undoEverything() throws {
    let before = life.ledger.posted.count
    try life.undoEverything()
    var instant = now
    for posted in life.ledger.posted.dropFirst(before) {
      instant = Instant(microseconds: instant.microseconds + 1)
      try record(posted.fact, at: instant)
    }
    try writeDown()
  }

  /// Every form in which the office has its ledger, by what it is called.
  func ledgers() throws -> [(form: String, ledger: Unstamped)] {
    try [("store", store), ("text", text), ("export", exported), ("store of the text", remade)]
      .map { form, path in (form, Unstamped(try OpenLedger.reading(path))) }
  }

  private mutating func record(_ attempt: RandomLife.Attempt) throws {
    do {
      try record(attempt.fact, at: attempt.fact.entered)
      if !attempt.faults.isEmpty {
        disagreements.append("recorded, not refused as \(attempt.faults): \(attempt.fact)")
      }
    } catch let refusal as Refusal {
      let codes = refusal.diagnostics.map(\.fault.code)
      if codes != attempt.faults {
        disagreements.append("\(codes), not \(attempt.faults): \(attempt.fact)")
      }
    }
  }

  private mutating func record(_ fact: Fact, at instant: Instant) throws {
    let recording = RecordFact(fact, command: "record", by: "ada", at: instant)
    written += Array("\n\(try recording.record(in: store).directive)".utf8)
  }
}
