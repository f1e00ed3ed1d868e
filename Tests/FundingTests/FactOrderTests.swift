import Bookkeeping
import Funding
import Monetary
import SeededRandom
import Testing

@testable import TestSupport

@Suite struct FactOrderTests {
  private func order(_ facts: Fact...) -> [Int] { FactOrder.indices(of: facts) }

  private func fact(
    _ date: String, _ event: Event, id: String? = nil, entered: String? = nil, posted: String? = nil
  ) -> Fact {
    Fact(
      day(date), event,
      provenance: Provenance(
        id: id.map(name), entered: entered.flatMap { Instant($0) }, posted: posted.map(day)))
  }

  @Test func `nothing has an order of nothing`() {
    #expect(FactOrder.indices(of: []) == [])
  }

  @Test func `facts of one day apply in the order of their kinds`() throws {
    let date = "2017-11-30"
    let usd = try money("1 USD")
    let head = LedgerHead(name: "", currency: usd.currency, rates: table("UNORE"))
    let events: [Event] = [
      .ledger(head), .scope(Scope(scope("a"))), .account(.bank),
      .donor(Donor(donor("d"), name: "")),
      .situation(Situation(scope("s"), name: "", scopes: [scope("a")])),
      .merge(DonorMerge(donor("d"), into: donor("e"))), .opening(Opening(.bank, amount: usd)),
      try quote("CHF 1 per USD"), try requiring("a", "1 USD"), try planning("a", "1 USD"),
      try pledging("P", "1 USD"),
      try signing("A", "1 USD"), .amendment(Amendment(reference("A/1"))),
      .fulfilled(Fulfilment(reference("A"), condition: "")),
      reporting("A", "2017-12-31", "final"),
      .unidentified(UnidentifiedReceipt(reference("U"), amount: usd)), try receiving("A", "1 USD"),
      .matched(Match(reference("U"), agreement: reference("A"), settled: usd)),
      .writeOff(WriteOff(reference("A"), amount: usd)),
      .refund(Refund(reference("A"), amount: usd)),
      .obligation(Obligation(reference("A"), scope: scope("a"), amount: usd)),
      .inKind(InKindGift(reference("A"), amount: usd)),
      .inKindUsed(LineUse(reference("A"), scope: scope("a"), amount: usd)),
      try spending("A", "a", "1 USD"), try allocating("A", "a", "1 USD"),
      .carryOver(CarryOver(reference("A"), scope: scope("a"), amount: usd)), .revaluation,
      try entering((.debit, "expense:x", "1 USD", "general")), reversing("X"),
      .acknowledgement(Acknowledgement(donor("d"), scope: .global, amount: usd)),
      .note(ScopeNote(.global, text: "")),
      .assert(Assertion(.balance(.bank), amount: usd, digitsWritten: 0)), .close(month("2017-11")),
      .reopen(Reopening(month("2017-11"), reason: "")),
    ]
    #expect(events.map(\.kind) == FactKind.allCases)
    let facts = events.map { fact(date, $0) }
    for seed in UInt64(1)...20 {
      var random = Seeded(seed)
      let shuffled = facts.shuffled(using: &random)
      #expect(FactOrder.indices(of: shuffled).map { shuffled[$0] } == facts)
    }
  }

  @Test func `declarations come first, whatever their day`() throws {
    #expect(
      order(
        fact("2017-01-01", try requiring("mali", "1 USD")),
        fact("2018-01-01", .donor(Donor(donor("sdc"), name: ""))),
        fact("2018-06-01", .scope(Scope(scope("mali"))))) == [2, 1, 0])
  }

  @Test func `parents come before their children, however deep and however called`() {
    #expect(
      order(
        fact("2017-01-01", .scope(Scope(scope("a"), parent: scope("b")))),
        fact("2017-01-01", .scope(Scope(scope("c/d/e")))),
        fact("2017-01-01", .scope(Scope(scope("b"), parent: scope("z")))),
        fact("2017-01-01", .scope(Scope(scope("c/d")))),
        fact("2017-01-01", .scope(Scope(scope("z")))),
        fact("2017-01-01", .scope(Scope(scope("c"), parent: scope("a")))))
        == [4, 2, 0, 5, 3, 1])
  }

  @Test func `parents that name each other have some order`() {
    let loop = ["a": "b", "b": "c", "c": "a"].map { path, parent in
      fact("2017-01-01", .scope(Scope(scope(path), parent: scope(parent))))
    }
    #expect(FactOrder.indices(of: loop).sorted() == [0, 1, 2])
  }

  @Test func `facts follow by the instant they were entered, else recorded, else by their day`()
    throws
  {
    #expect(
      order(
        fact("2017-03-01", try pledging("P1", "1 USD")),
        fact("2017-01-01", try pledging("P2", "1 USD"), entered: "2017-03-01T00:00:01Z"),
        fact("2017-01-02", try signing("A1", "1 USD") { $0.recorded = day("2017-02-27") }),
        fact("2017-01-03", try pledging("P3", "1 USD"), posted: "2017-05-01")) == [3, 2, 0, 1])
  }

  @Test func `equal days and kinds follow by reference, then amount`() throws {
    #expect(
      order(
        fact("2017-03-01", try receiving("B", "1 USD")),
        fact("2017-03-01", try receiving("A", "10 USD")),
        fact("2017-03-01", try receiving("A", "9 USD"))) == [2, 1, 0])
  }

  @Test func `versions of a requirement follow as original, revised, supplementary`() throws {
    #expect(
      order(
        fact("2017-03-01", try requiring("mali", "1 USD", .supplementary)),
        fact("2017-03-01", try requiring("mali", "9 USD", .revised)),
        fact("2017-03-01", try requiring("mali", "90 USD"))) == [2, 1, 0])
  }

  @Test func `an agreement comes before what speaks of it, whatever the dates say`() throws {
    let agreement = try signing("A", "9 USD") {
      $0.recorded = day("2018-01-03")
      $0.pledge = reference("P")
    }
    #expect(
      order(
        fact("2017-11-01", try receiving("A", "1 USD")),
        fact("2017-11-02", try spending("A", "mali", "1 USD"), entered: "2017-11-02T08:00:00Z"),
        fact("2017-11-02", agreement, entered: "2018-03-01T00:00:00Z"),
        fact("2018-02-01", try allocating("A", "mali", "1 USD")),
        fact("2017-11-02", .opening(Opening(.bank, amount: try money("1 USD"), fund: fund("A")))),
        fact("2017-11-01", try entering((.debit, "asset:bank", "1 USD", "A"))),
        fact("2017-12-01", try pledging("P", "1 USD"), entered: "2018-04-01T00:00:00Z"),
        fact("2017-11-01", try pledging("Q", "1 USD"))) == [7, 6, 2, 4, 0, 1, 3, 5])
  }

  @Test func `an opening of an agreement's fund waits for an agreement of its own day`() throws {
    #expect(
      order(
        fact("2017-11-02", .opening(Opening(.bank, amount: try money("1 USD"), fund: fund("A")))),
        fact("2017-11-02", try signing("A", "9 USD")),
        fact("2017-11-02", .opening(Opening(.bank, amount: try money("1 USD"))))) == [2, 1, 0])
  }

  @Test func `a reference used again after a reversal does not hold up what spoke of the first`()
    throws
  {
    let facts = [
      fact("2017-11-01", try signing("A", "9 USD"), id: "first"),
      fact("2017-11-02", try receiving("A", "1 USD"), id: "R"),
      fact("2017-11-03", reversing("R")), fact("2017-11-04", reversing("first")),
      fact("2017-11-05", try signing("A", "9 USD"), id: "second"),
      fact("2017-11-06", try receiving("A", "2 USD")),
    ]
    for seed in UInt64(1)...20 {
      var random = Seeded(seed)
      let shuffled = facts.shuffled(using: &random)
      #expect(FactOrder.indices(of: shuffled).map { shuffled[$0] } == facts)
    }
  }

  @Test func `a reversal comes after its target, by the identifier or reference it has`() throws {
    #expect(
      order(
        fact("2017-11-03", reversing("R17")), fact("2017-11-03", reversing("A")),
        fact("2017-11-01", try receiving("B", "1 USD"), id: "R17", entered: "2018-01-01T00:00:00Z"),
        fact("2017-11-01", try signing("A", "1 USD"), entered: "2018-02-01T00:00:00Z"))
        == [2, 0, 3, 1])
  }

  @Test func `a fact that reverses itself is no reason to wait`() {
    #expect(order(fact("2017-11-03", reversing("V"), id: "V")) == [0])
  }

  @Test func `only facts that say the same in every word keep the order of the input`() throws {
    let purposes = try ["water", "roads", "staff"].map { purpose in
      fact("2017-11-03", try spending(nil, "mali", "1 USD") { $0.purpose = purpose })
    }
    let notes = ["b", "a", "a"].map { fact("2017-11-03", .note(ScopeNote(.global, text: $0))) }
    #expect(FactOrder.indices(of: purposes) == [1, 2, 0])
    #expect(FactOrder.indices(of: notes) == [1, 2, 0])
  }

  @Test(arguments: UInt64(1)...20)
  func `the order is a permutation and does not depend on the input's`(seed: UInt64) throws {
    var random = Seeded(seed)
    let names = ["A", "B", "C"]
    func odd() -> String? {
      random.rarely(2) ? nil : "2017-0\(Int.random(in: 1...9, using: &random))-01T00:00:00Z"
    }
    let facts = try (0..<60).map { number in
      let date = "2017-0\(Int.random(in: 1...9, using: &random))-01"
      let name = random.pick(names) ?? "A"
      let events = try [
        signing(name, "\(number + 1) USD"), receiving(name, "\(number + 1) USD"),
        pledging("P\(name)", "\(number + 1) USD"), requiring("mali", "\(number + 1) USD"),
        .scope(Scope(scope("s\(number)"))), spending(nil, "mali", "\(number + 1) USD"),
      ]
      return fact(date, random.pick(events) ?? events[0], entered: odd())
    }
    let order = FactOrder.indices(of: facts)
    #expect(order.sorted() == Array(facts.indices))
    let sorted = order.map { facts[$0] }
    let shuffled = facts.shuffled(using: &random)
    #expect(FactOrder.indices(of: shuffled).map { shuffled[$0] } == sorted)
    for (place, fact) in sorted.enumerated() where fact.kind == .receipt {
      let agreement = sorted.firstIndex { $0.kind == .agreement && $0.reference == fact.reference }
      #expect(agreement.map { $0 < place } ?? true)
    }
  }
}
