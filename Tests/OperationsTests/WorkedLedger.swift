import Diagnostics
import Foundation
import Funding
import Operations
import Testing

@testable import TestSupport

/// A small ledger in both its forms, in a folder of its own.
struct WorkedLedger {
  let folder: TemporaryDirectory

  /// The text, and the store that was made from it.
  var text: String { folder.file("worked.bursar") }
  var store: String { folder.file("worked.ledger") }

  init(_ directives: String = "") throws {
    folder = try TemporaryDirectory()
    try write(Self.beginning + directives, to: "worked.bursar")
    _ = try InitialiseLedger(at: store, by: "ada", on: Self.now).make(from: text)
  }

  static let now = instant("2018-06-01T09:00:00Z")

  /// Two operations, two donors, an agreement in francs recorded late and one in dollars, received.
  static let beginning = """
    ledger "Worked"
      currency: USD
      rates: UNORE

    2017-01-01 scope mali "Mali"

    2017-01-01 scope mali/health "Health"

    2017-01-01 scope niger "Niger"

    2017-01-01 donor japan "Japan"

    2017-01-01 donor sdc "Swiss Agency"
      alias: "Switzerland"

    2017-01-01 rate CHF 0.999 per USD

    2017-01-01 requirement mali 1,000,000 USD
      id: Q1

    2017-02-14 agreement A1 japan 250,000.50 USD
      earmark: earmarked mali

    2017-03-01 receipt A1 100,000 USD
      id: R1

    2017-11-02 agreement A2 sdc 400,000 CHF
      earmark: tightly mali/health
      recorded: 2018-01-03


    """

  /// How many facts the beginning has.
  static let factCount = 11

  /// Writes a file in the folder, and says where it is.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try WriteFile.replace(folder.file(name), with: Array(text.utf8))
    return folder.file(name)
  }

  /// The text and the store, opened.
  func both() throws -> [any Ledger] { try [text, store].map { try OpenLedger.reading($0) } }

  /// How many facts the store holds; it is proved.
  func proved() throws -> Int { try VerifyLedger.prove(store, containing: nil).facts }

  /// A remark, to be recorded.
  static func remark(_ text: String = "A remark", on date: String = "2018-01-02") -> Fact {
    Fact(day(date), .note(ScopeNote(scope("mali"), text: text)))
  }

  /// Records a fact in the store.
  @discardableResult
  func record(_ fact: Fact, at instant: Instant = now) throws -> RecordFact.Outcome {
    try RecordFact(fact, command: "record", by: "ben", at: instant).record(in: store)
  }
}

/// The codes of the faults for which something is refused; none where it is not.
func refusals<Result>(of body: () throws -> Result) throws -> [FaultCode] {
  do {
    _ = try body()
    return []
  } catch let refusal as Refusal {
    return refusal.diagnostics.map(\.fault.code)
  } catch let misstatement as Misstatement {
    return misstatement.diagnostics.map(\.fault.code)
  }
}
