import Funding
import Monetary
import Testing

@testable import Interchange

/// What the writer makes of facts: one text for each, which is read back as the same fact.
struct LedgerTextWriterTests {
  @Test(arguments: UInt64(1)...50)
  func `a fact that is printed and read is the same fact`(seed: UInt64) {
    var random = RandomFact(seed: seed)
    for fact in random.facts() {
      let directive = LedgerTextWriter().directive(fact)

      let ledger = LedgerTextReader().read(directive, named: "printed")

      let text = String(decoding: directive, as: UTF8.self)
      #expect(ledger.diagnostics.isEmpty, "\(text)")
      #expect(ledger.facts.map(\.fact) == [fact], "\(text)")
      #expect(LedgerTextReader().fact(directive) == fact)
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `a ledger that is printed and read has the same facts, and prints the same`(seed: UInt64) {
    var random = RandomFact(seed: seed)
    let facts = random.facts() + random.facts()

    let text = LedgerTextWriter().ledger(facts)
    let ledger = LedgerTextReader().read(text, named: "printed")

    let read = ledger.facts.map(\.fact)
    #expect(ledger.diagnostics.isEmpty)
    #expect(counts(of: read) == counts(of: facts))
    #expect(LedgerTextWriter().ledger(read.reversed()) == text)
  }

  @Test func `the first sample prints as an auditor would write it`() {
    let facts = read(Samples.first).facts.map(\.fact)

    let text = String(decoding: LedgerTextWriter().ledger(facts.reversed()), as: UTF8.self)

    #expect(text == Self.firstSamplePrinted)
  }

  private static let firstSamplePrinted = """
    ledger "UNHCR Mali 2017"
      currency: USD
      rates: UNORE

    2017-01-01 scope mali "Mali"
      kind: operation
      country: ML

    2017-01-01 scope mali/protection "Protection"
      kind: sector

    2017-01-01 donor japan "Ministry of Foreign Affairs of Japan"
      type: government
      country: JP
      iati: XM-DAC-701-2

    2017-01-01 donor sdc "Swiss Agency for Development and Cooperation"
      type: government
      country: CH
      alias: "Switzerland", "SDC"

    2017-01-01 requirement mali 41,007,531.65 USD
      year: 2017
      source: "IATI budget of XM-DAC-41121-2017-AFR-MLI"

    2017-02-14 agreement A0051 japan 1,292,000 USD
      earmark: tightly mali
      year: 2017

    2017-11-01 rate CHF 0.999 per USD
      table: UNORE

    2017-11-02 agreement A0309 sdc 400,000 CHF
      earmark: tightly mali/protection
      modality: I
      starts: 2017-11-02
      ends: 2018-11-01
      recorded: 2018-01-03
      purpose: "Protection monitoring in central and northern Mali"

    2017-12-31 entry "Bank charges, December"
      debit  expense:bank-charges 25.00 USD
      credit asset:bank:usd       25.00 USD

    2018-01-15 receipt A0309 400,000 CHF
      bank: 405,022.28 USD

    """
}

/// How often each fact occurs.
func counts(of facts: [Fact]) -> [Fact: Int] {
  facts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}
