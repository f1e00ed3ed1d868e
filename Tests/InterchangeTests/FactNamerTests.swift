import Funding
import Testing

@testable import Interchange

/// What facts are called.
struct FactNamerTests {
  @Test func `a fact with an identifier keeps it`() {
    var namer = FactNamer()

    #expect(namer.name(fact("2017-09-05 receipt C1 100 CHF\n  id: R17")).text == "R17")
  }

  @Test(arguments: [
    ("2017-01-20 pledge P1 sdc 500,000 CHF", "P1"),
    ("2017-02-14 agreement A0051 japan 1,292,000 USD", "A0051"),
    ("2017-08-01 amendment C1/1\n  amount: +50,000 CHF", "C1/1"),
    ("2017-08-01 unidentified U7 12 USD", "U7"),
  ]) func `what has a reference is called by it`(text: String, name: String) {
    var namer = FactNamer()

    #expect(namer.name(fact(text)).text == name)
  }

  @Test func `any other fact is called by its kind and what it says`() {
    var namer = FactNamer()

    // A name is kept in stores and quoted by reversals: it never changes.
    #expect(namer.name(fact("2017-09-08 refund C1 1,000 CHF")).text == "refund:a4zps4wm7g1tm")
  }

  @Test func `who entered a fact and when is no part of its name`() {
    var (one, other) = (FactNamer(), FactNamer())
    let bare = fact("2017-09-08 refund C1 1,000 CHF")
    let entered = fact(
      "2017-09-08 refund C1 1,000 CHF\n  by: \"Awa\"\n  entered: 2017-09-09T08:00:00Z")

    #expect(one.name(bare) == other.name(entered))
  }

  @Test func `what is said of a fact beside is part of its name`() {
    var namer = FactNamer()
    let bare = namer.name(fact("2017-09-08 refund C1 1,000 CHF"))

    #expect(namer.name(fact("2017-09-08 refund C1 1,000 CHF\n  note: \"x\"")) != bare)
    #expect(namer.name(fact("2017-09-08 refund C1 1,000 CHF\n  posted: 2017-10-01")) != bare)
  }

  @Test func `the second and third of equal facts are numbered`() {
    var namer = FactNamer()
    let refund = fact("2017-09-08 refund C1 1,000 CHF")

    let names = (1...3).map { _ in namer.name(refund).text }

    #expect(names == [names[0], names[0] + "-2", names[0] + "-3"])
  }

  @Test(arguments: UInt64(1)...50) func `a made name can be read`(seed: UInt64) {
    var random = RandomFact(seed: seed)
    var namer = FactNamer()
    for fact in random.facts() {
      let name = namer.name(fact)

      #expect(FactID(name.text) == name)
    }
  }

  // Source: Landon Curt Noll, "FNV hash test suite", FNV-1a 64 bits.
  @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("foobar", 0x8594_4171_f739_67e8)])
  func `fingerprints are those of FNV-1a`(text: String, value: UInt64) {
    #expect(Fingerprint(of: text.utf8Span.span).value == value)
  }
}

/// The one fact that `text` states.
func fact(_ text: String) -> Fact {
  let ledger = read(text)
  guard ledger.diagnostics.isEmpty, ledger.facts.count == 1 else {
    preconditionFailure("not one fact: \(text)")
  }
  return ledger.facts[0].fact
}
