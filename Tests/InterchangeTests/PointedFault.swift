import Diagnostics
import Funding
import Testing

@testable import Interchange

/// A directive that a rule refuses, and the place in it that the fault points at.
struct PointedFault: Sendable, CustomTestStringConvertible {
  let code: String
  let directive: String
  /// Counted from 1 at the directive's own line.
  let line: Int
  /// Counted from 1, in bytes.
  let column: Int
  /// The line that is shown.
  let excerpt: String

  /// Reads a code, and below it a directive with a `‸` before what the fault is about.
  init(_ block: [Substring]) {
    code = String(block[0])
    let marked = block.dropFirst().firstIndex { $0.contains("‸") } ?? 1
    line = marked
    column = block[marked].prefix { $0 != "‸" }.utf8.count + 1
    excerpt = String(block[marked].filter { $0 != "‸" })
    directive = block.dropFirst().map { $0.filter { $0 != "‸" } + "\n" }.joined()
  }

  var testDescription: String { "\(code): \(directive)" }

  /// One for each block of ``rules``, ``terms`` and ``cash``.
  static let all = "\(rules)\n\(terms)\n\(cash)"
    .split(separator: "\n", omittingEmptySubsequences: false)
    .split(separator: "").map { PointedFault(Array($0)) }

  /// What the ledger holds before.
  static let before = """
    ledger "Before"
      currency: USD
      rates: UNORE
      accounts: declared
    2016-01-01 account asset:bank
    2016-01-01 account asset:citi
    2016-01-01 account expense:bank
    2016-01-01 account expense:rent
    2016-01-01 account revenue:gifts
    2016-01-01 scope mali "Mali"
    2016-01-01 scope mali/health "Health"
    2016-01-01 scope mali/schools "Schools"
    2016-01-01 scope niger "Niger"
    2016-01-01 scope niger/health "Health"
    2016-01-01 situation sahel "Sahel"
      scopes: mali, niger
    2016-01-01 donor japan "Japan"
    2016-01-01 donor tokyo "Tokyo"
    2016-01-01 donor sweden "Sweden"
    2016-01-01 merge tokyo into japan
    2017-01-01 rate CHF 0.999 per USD
    2017-01-01 rate EUR 0.9 per USD
    2017-01-01 rate XOF 560 per USD
    2017-01-01 requirement mali 5 USD
    2017-01-01 spending-plan niger 5 USD
    2017-01-01 pledge P0 japan 5 USD
    2017-01-02 agreement A0 japan 10 USD
      earmark: softly mali
      period: 2017-01-01..2017-12-31
      limit: 2 USD on mali/health
    2017-01-02 agreement B1 japan 8 USD
      earmark: earmarked mali
      part: 2017 4 USD
      part: 2018 4 USD
      condition: "audit" 1 USD on part 2018
      report: 2017-03-31 financial
    2017-01-02 agreement D0 japan 1 USD
      earmark: softly mali
      condition: "visit" 1 USD
    2017-01-02 fulfilled D0 "visit"
    2017-01-02 agreement G0 japan 1 USD
      earmark: earmarked mali
      condition: "visit" 1 USD
    2017-01-03 write-off G0 1 USD
    2017-01-03 receipt D0 2 USD
      overpayment: yes
    2017-01-03 reported B1 2017-03-31 financial
    2017-01-03 obligation B1 mali/schools 5 USD
      id: O0
    2017-01-03 amendment B1/0
      support: 0 % on direct
    2017-01-03 unidentified U0 5 USD
    2017-01-03 receipt A0 1 USD
    2017-01-03 allocation B1 mali/schools 3 USD
      year: 2017
    2017-01-03 expenditure general mali 1 USD
      id: E0
    2017-01-03 expenditure general mali 1 USD
      id: E1
    2017-01-04 reversal E1
      id: X1
      reason: "x"
    2017-01-05 close 2016-12
      id: C0

    """
}

extension LedgerText {
  /// What the rules refuse of the text, as its readers are told.
  func refusals() throws -> [Diagnostic] {
    let facts = facts.map(\.fact)
    guard case .ledger(let head) = facts.first?.event else { return [] }
    var book = Book(head: head)
    var namer = FactNamer()
    var refusals: [Diagnostic] = []
    for index in FactOrder.indices(of: facts) {
      do throws(Faults) {
        _ = try book.post(facts[index], id: namer.name(facts[index]))
      } catch {
        refusals += diagnostics(error.all, of: self.facts[index])
      }
    }
    return refusals
  }
}
