import Bookkeeping
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import SeededRandom
import Testing

@testable import TestSupport

/// What holds for any office, whatever happened to it, and whichever form of its ledger is asked.
@Suite(.runningOffices) struct OfficeLawTests {
  private func office(_ seed: UInt64) throws -> Office {
    try #require(RunningOffices.bySeed[seed])
  }

  /// Asks every form of the ledger, and expects of each what the store answers.
  private func expectOneAnswer(
    _ questions: [Question], of ledgers: [(form: String, ledger: Unstamped)]
  ) {
    for question in questions {
      let answers = ledgers.map { question.answer(of: $0.ledger) }
      for (form, answer) in zip(ledgers.map(\.form), answers) where answer != answers[0] {
        Issue.record("\(question): the \(form) answers otherwise")
      }
    }
  }

  @Test(arguments: RunningOffices.seeds)
  func `a store decides on what it needs as a book that holds everything`(seed: UInt64) throws {
    let office = try office(seed)
    #expect(office.disagreements.isEmpty)
    let ledger = try OpenLedger.reading(office.store)
    for posted in office.life.ledger.posted {
      let named = NamedFact(id: posted.id, fact: posted.fact)
      #expect(try ledger.entries(of: named) == posted.consequence.entries, "\(posted.id)")
    }
  }

  @Test(arguments: RunningOffices.seeds)
  func `text and store give the same reports on every day`(seed: UInt64) throws {
    let office = try office(seed)
    let ledgers = try office.ledgers()
    var random = Seeded(seed)
    let days = office.life.ledger.entries.map(\.date)
    for day in [random.pick(days), days.max()].compactMap(\.self) {
      expectOneAnswer(Question.all(of: office, on: day), of: ledgers)
    }
    expectOneAnswer(Question.dossiers(of: office), of: ledgers)
  }

  @Test(arguments: RunningOffices.seeds)
  func `text and store give the same reports as of what was known`(seed: UInt64) throws {
    let office = try office(seed)
    var random = Seeded(seed)
    let picked = random.pick(office.life.attempts)
    let attempt = try #require(picked)
    let known = attempt.fact.entered
    let day = attempt.fact.posted.adding(days: 30)
    let ledgers = try office.ledgers()
    expectOneAnswer(Question.all(of: office, on: day, known: known), of: ledgers)
    // Of these texts only the facts of that time are read, which is how the program opens them.
    let earlier = try [ledgers[0]] + office.ledgers()
    let sums =
      Question.summaries(of: office, on: day, known: known)
      + Question.balances(on: day, known: known)
    expectOneAnswer(sums, of: earlier)
  }

  @Test(arguments: RunningOffices.seeds)
  func `from text to store to text no fact is lost, nor its name, author or instant`(
    seed: UInt64
  ) throws {
    let office = try office(seed)
    let all = Set(FactKind.allCases)
    let facts = try office.ledgers().map { form in try form.ledger.facts(of: all) }
    #expect(facts[0].count == office.life.ledger.beginning.count + office.life.ledger.posted.count)
    for form in facts {
      #expect(form == facts[0])
      #expect(Set(form.map(\.id)).count == form.count)
    }
    let recorded = facts[0].filter { $0.fact.provenance.by != nil }
    #expect(
      recorded.map(\.fact.provenance.entered) == office.life.ledger.posted.map(\.fact.entered))
    let texts = try [office.store, office.remade, office.exported].map { path in
      try ExportLedger.text(of: OpenLedger.reading(path))
    }
    #expect(texts.allSatisfy { $0 == texts[0] })
  }

  @Test(arguments: RunningOffices.seeds)
  func `debits equal credits in every fund and currency`(seed: UInt64) throws {
    let office = try office(seed)
    for (form, ledger) in try office.ledgers() {
      var sums: [[String?]: Int128] = [:]
      for row in try ledger.balances(asOf: .latest, known: nil, byFund: true) {
        let sum = Int128(row.debits) - Int128(row.credits)
        sums[[row.fund?.text, row.currency.code], default: 0] += sum
        sums[[row.fund?.text, nil], default: 0] += Int128(row.bookDebits) - Int128(row.bookCredits)
      }
      #expect(sums.values.allSatisfy { $0 == 0 }, "\(form)")
      #expect(sums.count > 3)
    }
  }

  @Test(arguments: RunningOffices.seeds)
  func `the statements of all agreements and of the general fund are the books`(
    seed: UInt64
  ) throws {
    let office = try office(seed)
    var random = Seeded(seed)
    let days = office.life.ledger.entries.map(\.date)
    for (form, ledger) in try office.ledgers().prefix(2) {
      for to in [random.pick(days), days.max()].compactMap(\.self) {
        for from in [nil, random.pick(days)] where from.map({ $0 <= to }) ?? true {
          let statements = try AllStatements(of: ledger, from: from, to: to)
          #expect(try statements.faults(of: ledger, on: to) == [], "\(form), \(to)")
        }
      }
    }
  }

  @Test func `a donor's share of an agreement is what its parts come to`() throws {
    var shared = 0
    for seed in RunningOffices.seeds {
      let office = try office(seed)
      guard let day = office.life.ledger.entries.map(\.date).max() else { continue }
      for (form, ledger) in try office.ledgers().prefix(2) {
        let statements = try AllStatements(of: ledger, from: nil, to: day)
        #expect(
          try statements.sharesThatAreNoParts(of: ledger, on: day) == [], "\(form) of \(seed)")
        shared += statements.shares.count
      }
    }
    #expect(shared > 5)
  }

  @Test func `conditions are listed as the facts of all agreements make them`() throws {
    var waiting = 0
    var changed = 0
    for seed in RunningOffices.seeds {
      let office = try office(seed)
      var random = Seeded(seed)
      let days = office.life.ledger.entries.map(\.date)
      for day in [random.pick(days), days.max()].compactMap(\.self) {
        let ledger = try OpenLedger.reading(office.store)
        let listed = try ListAgreements(asOf: day).listing(of: ledger).agreements
        let told = try ledger.conditions(
          of: Set(listed.map(\.reference)), asOf: day, known: nil)
        for agreement in listed {
          #expect(agreement.conditions == told[agreement.reference] ?? [], "\(agreement.reference)")
          waiting += agreement.conditions.count { $0.waiting == $0.amount }
          changed += agreement.conditions.count { $0.waiting != $0.amount }
        }
      }
    }
    #expect(waiting > 0 && changed > 0)
  }

  @Test(arguments: RunningOffices.seeds)
  func `a month's figures add up, follow on the month before and are the summary's`(
    seed: UInt64
  ) throws {
    let office = try office(seed)
    let ledger = try OpenLedger.reading(office.store)
    let days = office.life.ledger.entries.map(\.date)
    let months = Set(days.map(AccountingMonth.init(of:)))
    for month in months.sorted().suffix(4) {
      for scope in office.life.ledger.book.programme.allNames.map(\.text) {
        let report = try FollowMonth(month, scope: scope).report(of: ledger)
        #expect(try report.faults(of: ledger) == [], "\(scope) in \(month)")
      }
    }
  }

  @Test(arguments: RunningOffices.seeds)
  func `a forecast adds up, begins with what the month has left, and has all that is open`(
    seed: UInt64
  ) throws {
    let office = try office(seed)
    let ledger = try OpenLedger.reading(office.store)
    let months = Set(office.life.ledger.entries.map { AccountingMonth(of: $0.date) })
    for month in months.sorted().suffix(2) {
      for scope in office.life.ledger.book.programme.allNames.map(\.text) {
        let forecast = try ForecastFunding(scope: scope, asOf: month.lastDay).report(of: ledger)
        #expect(try forecast.faults(of: ledger) == [], "\(scope) from \(month)")
        let closing = try FollowMonth(month, scope: scope).report(of: ledger).sum(
          .unspent, .closing)
        #expect(forecast.available.minorUnits == closing, "\(scope) in \(month)")
        guard scope == "global" else { continue }
        let open = Dictionary(grouping: forecast.items.filter { $0.kind != .pledge }) {
          $0.reference
        }.mapValues { $0.reduce(0) { $0 + $1.original.minorUnits } }
        let agreements = try ListAgreements(asOf: month.lastDay).listing(of: ledger).agreements
        let expected = agreements.filter(\.open.isPositive).map {
          ($0.reference, $0.open.minorUnits)
        }
        #expect(open == Dictionary(uniqueKeysWithValues: expected), "\(month)")
      }
    }
  }

  @Test(arguments: RunningOffices.seeds)
  func `what was recorded is proved`(seed: UInt64) throws {
    let office = try office(seed)
    let facts = office.life.ledger.beginning.count + office.life.ledger.posted.count
    for path in [office.store, office.remade] {
      #expect(try VerifyLedger.prove(path, containing: nil).facts == facts)
    }
  }

  @Test(arguments: RunningOffices.seeds.prefix(4))
  func `with everything reversed, a ledger reports as one to which nothing happened`(
    seed: UInt64
  ) throws {
    var office = try Office(seed: seed, steps: 30)
    let untouched = try Office(seed: seed, steps: 0)
    try office.undoEverything()
    #expect(office.disagreements.isEmpty)
    let years = Set(office.life.ledger.rows.map(\.year)).sorted()
    let summaries = years.flatMap { Question.summaries(of: office, on: .latest, year: $0) }
    let questions = summaries + Question.balances(on: .latest, byMonth: false)
    expectOneAnswer(questions, of: try [untouched.ledgers()[0]] + office.ledgers())
  }

  @Test(arguments: RunningOffices.seeds.prefix(4))
  func `what was printed can be printed again, whatever was recorded since`(seed: UInt64) throws {
    var office = try Office(seed: seed, steps: 30)
    let (then, days) = (office.now, office.life.ledger.entries.map(\.date))
    let day = try #require(days.max())
    let questions = [nil, then].map { known in
      Question.summaries(of: office, on: day, known: known)
        + Question.balances(on: day, known: known)
    }
    let before = Unstamped(try OpenLedger.reading(office.store))
    let printed = questions[0].map { $0.answer(of: before) }
    try office.undoEverything()
    for (form, ledger) in try office.ledgers() {
      for (question, answer) in zip(questions[1], printed) {
        if question.answer(of: ledger) != answer {
          Issue.record("\(question): the \(form) answers otherwise than before")
        }
      }
    }
  }
}
