import Funding
import Schemas
import Testing

@testable import Interchange

/// What a fact looks like as a line of JSON.
struct FactLineWriterTests {
  @Test func `an agreement is one line, its amounts decimal texts`() {
    let agreement = fact(
      """
      2017-11-02 agreement A0309 sdc 400,000 CHF
        earmark: tightly mali/protection
        recorded: 2018-01-03
        note: "a \\"note\\""
      """)

    #expect(
      line(agreement)
        == #"{"kind":"agreement","id":"A0309","date":"2017-11-02","event":{"reference":"A0309","#
        + #""donor":"sdc","amount":{"amount":"400000.00","currency":"CHF"},"earmark":{"#
        + #""category":"tightly","includes":["mali/protection"]},"recorded":"2018-01-03"},"#
        + #""note":"a \"note\""}"# + "\n")
  }

  @Test func `defaults are stated, and the ledger has no date`() {
    let head = fact("ledger \"Mali\"\n  currency: USD\n  rates: UNORE")
    let receipt = fact("2018-01-15 receipt A 5 XOF")

    #expect(
      line(head)
        == #"{"kind":"ledger","id":"x","event":{"name":"Mali","currency":"USD","rates":"UNORE","#
        + #""accountsMustBeDeclared":false}}"# + "\n")
    #expect(line(receipt).contains(#""account":"asset:bank","overpayment":false"#))
    #expect(line(receipt).contains(#""amount":"5""#))
  }

  @Test(arguments: UInt64(1)...20)
  func `any line is one line of JSON that the schema describes`(seed: UInt64) throws {
    let schema = try Schema("Facts", of: "Interchange")
    var random = RandomFact(seed: seed)
    for fact in random.facts() {
      let text = line(fact)

      #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
      #expect(try schema.faults(of: text) == [], "\(text)")
    }
  }

  @Test(arguments: UInt64(1)...20) func `facts that differ have lines that differ`(seed: UInt64) {
    var random = RandomFact(seed: seed)
    let facts = Set(random.facts() + random.facts())

    #expect(Set(facts.map { line($0) }).count == facts.count)
  }

  @Test func `the schema describes nothing that no fact has`() throws {
    let schema = try Schema("Facts", of: "Interchange")
    for seed in UInt64(1)...12 {
      var random = RandomFact(seed: seed)
      for fact in random.facts() {
        _ = try schema.faults(of: line(fact))
      }
    }

    #expect(schema.unused == [])
  }

  private func line(_ fact: Fact) -> String {
    let id = fact.provenance.id ?? FactID("x")
    guard let id = fact.kind == .agreement ? FactID("A0309") : id else { return "" }
    return String(decoding: FactLineWriter().line(fact, id: id), as: UTF8.self)
  }
}
