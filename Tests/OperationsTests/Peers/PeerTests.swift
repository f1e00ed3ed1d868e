import Bookkeeping
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

/// The same journal in the books of others: what they hold is what bursar says.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["BURSAR_PEERS"] == "1",
    "compares with hledger, ledger and beancount: make test-peers"))
struct PeerTests {
  /// What accounts hold: minor units by account and currency; those that hold nothing are left out.
  private typealias Holdings = [[String]: Int64]

  @Test(arguments: Peer.allCases, Peer.Value.allCases)
  func `Mali's journal is accepted, and every account holds the same`(
    peer: Peer, value: Peer.Value
  ) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try compare(peer, value, ledger: package.appending(path: "Ledgers/mali-2017.bursar").path)
  }

  @Test(arguments: Peer.allCases, Peer.Value.allCases)
  func `a generated journal is accepted, and every account holds the same`(
    peer: Peer, value: Peer.Value
  ) throws {
    let program = try Program()
    let ledger = program.folder.file("generated.bursar")
    let made = try program.runShell("exec workbench generate 400 \"$1\"", [ledger])
    #expect(made.status == 0, "\(made.error)")
    try compare(peer, value, ledger: ledger)
  }

  private func compare(_ peer: Peer, _ value: Peer.Value, ledger path: String) throws {
    let folder = try TemporaryDirectory()
    let journal = folder.file("journal.\(peer)")
    let items = try OpenLedger.reading(path).journal(JournalListing.Filter())
    try WriteFile.replace(journal, with: Array(peer.journal(items, of: value).utf8))

    let check = try run(peer.check(journal), in: folder)
    #expect(check.status == 0, "\(check.error)\(check.output)")

    let own = try holdings(of: path, value)
    let currencies = Set(items.flatMap(\.entry.postings).map { value.of($0).currency }).sorted()
    var theirs: Holdings = [:]
    for currency in currencies {
      let balance = try run(peer.balance(journal, in: currency), in: folder)
      #expect(balance.status == 0, "\(balance.error)")
      for line in balance.output.split(whereSeparator: \.isNewline) {
        let fields = line.split(separator: ",").map { $0.filter { $0 != "\"" && $0 != " " } }
        guard fields.count == 3, fields[1] == currency.code else { continue }
        let number = fields[2].replacing(currency.code, with: "")
        let units = try minorUnits(number, currency)
        if units != 0 { theirs[[fields[0], currency.code]] = units }
      }
    }
    #expect(theirs.count >= 10)
    #expect(
      theirs
        == Dictionary(
          uniqueKeysWithValues: own.map { key, units in
            ([peer.name(of: key[0]), key[1]], units)
          }))
  }

  /// What `bursar balance` says that accounts hold.
  private func holdings(of path: String, _ value: Peer.Value) throws -> Holdings {
    let program = try Program()
    let division = value == .amount ? ["--by", "currency"] : []
    let outcome = try program.run(
      ["-f", path, "balance", "--as-of", "2030-12-31", "--format", "json"] + division)
    #expect(outcome.status == 0, "\(outcome.error)")
    let report = try JSONDecoder().decode(BalanceReport.self, from: Data(outcome.output.utf8))
    var holdings: Holdings = [:]
    for row in report.tables.values.joined() where row.row == "body" {
      for (side, amount) in [(Int64(1), row.debit), (-1, row.credit)] {
        guard let amount else { continue }
        let currency = try Currency(code: amount.currency)
        holdings[[row.account, amount.currency]] =
          try side * minorUnits(amount.amount, currency)
      }
    }
    return holdings
  }

  private func minorUnits(_ number: String, _ currency: Currency) throws -> Int64 {
    let sign: Int64 = number.hasPrefix("-") ? -1 : 1
    let digits = number.drop { $0 == "-" }
    return sign * (try Money(parsing: "\(digits) \(currency)").minorUnits)
  }

  private func run(
    _ command: [String], in folder: TemporaryDirectory
  ) throws -> ChildProcess.Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try ChildProcess(
      "/usr/bin/env", command, in: folder.path,
      environment: ["PATH": path, "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    ).run()
  }
}

/// What a test reads of a trial balance in JSON.
private struct BalanceReport: Decodable {
  let tables: [String: [Row]]

  struct Row: Decodable {
    let row: String
    let account: String
    let debit: Amount?
    let credit: Amount?
  }

  struct Amount: Decodable {
    let amount: String
    let currency: String
  }
}
