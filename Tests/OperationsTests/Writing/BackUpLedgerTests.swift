import Foundation
import Operations
import Persistence
import Testing

@testable import TestSupport

@Suite struct BackUpLedgerTests {
  @Test func `a copy is taken while the store is in use, and holds every fact`() throws {
    let ledger = try WorkedLedger()
    let copy = ledger.folder.file("copy.ledger")
    let reader = try OpenLedger.reading(ledger.store)
    try ledger.record(WorkedLedger.remark())
    let proof = try BackUpLedger.copy(ledger.store, to: copy)
    #expect(proof == (try VerifyLedger.prove(ledger.store, containing: nil)))
    #expect(proof.facts == WorkedLedger.factCount + 1)
    #expect(try ExportLedger.text(of: reader) != ExportLedger.text(of: OpenLedger.reading(copy)))
    let again = try OpenLedger.reading(ledger.store)
    #expect(try ExportLedger.text(of: again) == ExportLedger.text(of: OpenLedger.reading(copy)))
  }

  @Test func `a copy lives by itself`() throws {
    let ledger = try WorkedLedger()
    let copy = ledger.folder.file("copy.ledger")
    _ = try BackUpLedger.copy(ledger.store, to: copy)
    try ledger.record(WorkedLedger.remark())
    #expect(try VerifyLedger.prove(copy, containing: nil).facts == WorkedLedger.factCount)
    #expect(try ledger.proved() == WorkedLedger.factCount + 1)
  }

  @Test func `nothing is copied over something, nor from nothing`() throws {
    let ledger = try WorkedLedger()
    for path in [ledger.text, ledger.store] {
      #expect(throws: StoreError.exists(path: path)) {
        try BackUpLedger.copy(ledger.store, to: path)
      }
    }
    let none = ledger.folder.file("none.ledger")
    #expect(throws: FileError.missing(path: none)) {
      try BackUpLedger.copy(none, to: ledger.folder.file("copy.ledger"))
    }
    #expect(try ledger.folder.names == ["worked.bursar", "worked.ledger"])
    #expect(try ledger.proved() == WorkedLedger.factCount)
  }
}
