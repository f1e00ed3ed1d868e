import Bookkeeping
import Diagnostics
import Funding
import Monetary
import SeededRandom

/// A ledger to which facts happen at random: most of them sound, some of them nonsense.
struct RandomLife {
  /// A fact that was to happen, and the faults for which it was refused; none if it happened.
  struct Attempt {
    let fact: Fact
    let faults: [FaultCode]
  }

  private(set) var ledger: SampleLedger
  private(set) var attempts: [Attempt] = []
  private var random: Seeded
  private var today = day("2017-12-15")
  private var count = 0
  /// Whether agreements are amended, which no reversal undoes.
  private let amends: Bool

  private static let scopes = [
    "global", "west-africa", "mali", "mali/health", "mali/health/clinics", "mali/education",
    "niger",
    "chad",
  ].map(scope)

  private static let earmarks = [
    "not-stated", "unearmarked", "softly west-africa", "softly sahel", "softly sahel except chad",
    "softly west-africa except mali/health", "earmarked mali", "earmarked niger, chad",
    "tightly mali/health", "tightly mali/health/clinics",
  ].map(earmark)

  init(seed: UInt64, amends: Bool = false) throws {
    self.amends = amends
    random = Seeded(seed)
    ledger = try SampleLedger()
  }

  /// The faults for which facts were refused.
  var refused: [FaultCode] { attempts.flatMap(\.faults) }

  /// Lets `steps` facts happen; a refused one leaves no trace, which `check` is told of.
  mutating func live(
    _ steps: Int, refusing check: (_ before: Book, _ after: Book) -> Void = { _, _ in }
  ) throws {
    for _ in 0..<steps {
      let event = try next()
      let before = ledger.book
      count += 1
      // Each fact has an instant of its own, as those of a store have.
      let provenance = Provenance(
        id: name("F\(count)"), entered: Instant(microseconds: 1_600_000_000_000_000 + Int64(count)),
        posted: random.rarely(event.kind == .rate ? 24 : 8) ? today.adding(days: 40) : nil)
      let date = random.rarely(20) ? today.adding(days: -200) : today
      let fact = Fact(date, event, provenance: provenance)
      do {
        try ledger.post(fact, id: "F\(count)")
        attempts.append(Attempt(fact: fact, faults: []))
      } catch {
        attempts.append(Attempt(fact: fact, faults: error.all.map(\.code)))
        check(before, ledger.book)
      }
      if random.rarely(3) { today = today.adding(days: Int.random(in: 1...9, using: &random)) }
    }
  }

  /// Reverses whatever can be reversed and is not yet, the latest first; what a fact before it rests on
  /// by now, after that.
  mutating func undoEverything() throws {
    let last = today.adding(days: 400)
    let reversed = Set(ledger.posted.compactMap(\.target))
    var standing = ledger.posted.reversed().filter {
      $0.fact.kind.isReversible && !reversed.contains($0.id)
    }
    while !standing.isEmpty {
      var resting: [PostedFact] = []
      for posted in standing {
        let reversal = Reversal(of: posted.id, reason: "everything is undone")
        do throws(Faults) {
          try ledger.post(Fact(last, .reversal(reversal)), id: "U\(posted.id)")
        } catch {
          guard error.all.map(\.code) == [.reversalDependants] else { throw error }
          resting.append(posted)
        }
      }
      guard resting.count < standing.count else { return }
      standing = resting
    }
  }

  private mutating func next() throws -> Event {
    switch Int.random(in: 0..<45, using: &random) {
    case 0...1: requirement()
    case 2: pledge()
    case 3...5: agreement()
    case 6...8: receipt()
    case 9...11: allocation()
    case 12...13: expenditure()
    case 14: entry()
    case 15: .opening(Opening(account("asset:bank"), amount: anyAmount(), fund: anyFund()))
    case 16...17:
      .reversal(Reversal(of: random.pick(ledger.posted)?.id ?? name("none"), reason: "at random"))
    case 18:
      random.rarely(4)
        ? .close(AccountingMonth(of: today.adding(days: -31)))
        : .rate(RateQuote(anyUnits(), of: anyCurrency(), per: try Currency(code: "USD")))
    case 19: assertion()
    case 20...21: fulfilment()
    case 22: refund()
    case 23: writeOff()
    case 24...25: obligation()
    case 26...27:
      .unidentified(
        UnidentifiedReceipt(
          reference("U\(Int.random(in: 1...9, using: &random))"), amount: anyAmount(),
          account: account(random.rarely(2) ? "asset:bank" : "asset:bank:chf")))
    case 28...29: match()
    case 30...31: amends ? amendment() : expenditure()
    case 32...33: goods()
    case 34...35: carryOver()
    case 36: revaluation()
    case 37: .merge(DonorMerge(anyDonor(), into: anyDonor()))
    case 38: .note(ScopeNote(anyScope(), text: "at random"))
    case 39:
      .acknowledgement(
        Acknowledgement(anyDonor(), scope: anyScope(), amount: anyAmount(of: dollar)))
    case 41...42: delivery()
    case 43...44: spendingPlan()
    default:
      .reopen(Reopening(ledger.book.lock.closedThrough ?? month("2017-01"), reason: "at random"))
    }
  }

  private mutating func requirement() -> Event {
    let kind = random.pick(Requirement.Kind.allCases) ?? .original
    let amount = anyAmount(of: dollar, signed: kind == .supplementary)
    return .requirement(
      Requirement(anyScope(), year: anyYear(), amount: amount, kind: kind))
  }

  private mutating func pledge() -> Event {
    .pledge(
      Pledge(
        reference("P\(Int.random(in: 1...9, using: &random))"), donor: anyDonor(),
        amount: anyAmount(), earmark: random.pick(Self.earmarks) ?? .unstated,
        probability: random.rarely(3)
          ? nil : Probability(percent: ExactDecimal(coefficient: anyPerMille(), scale: 1)),
        expected: random.rarely(3) ? nil : today.adding(days: Int(anyPerMille()) / 3)))
  }

  private mutating func anyPerMille() -> Int64 { Int64.random(in: 0...1000, using: &random) }

  private mutating func spendingPlan() -> Event {
    let amount = anyAmount(of: dollar)
    let year = BudgetYear(of: today)
    let months = [3, 7, 12].compactMap {
      CalendarDate(year: today.year, month: $0, day: 1).map(AccountingMonth.init(of:))
    }
    let shares = amount.isPositive ? amount.allocated(by: [1, 2, 4]) : []
    return .spendingPlan(
      SpendingPlan(
        anyScope(), year: year, amount: amount,
        months: random.rarely(2)
          ? [] : zip(months, shares).map { SpendingPlan.Month($0, $1) }.filter(\.amount.isPositive))
    )
  }

  private mutating func agreement() -> Event {
    let amount = anyAmount()
    var agreement = Agreement(
      reference("A\(Int.random(in: 1...20, using: &random))"), donor: anyDonor(), amount: amount)
    agreement.terms.earmark = random.pick(Self.earmarks)
    if random.rarely(3) {
      agreement.recorded = today.adding(days: Int.random(in: 0...90, using: &random))
    }
    if random.rarely(4) { agreement.pledge = random.pick(Array(ledger.book.pledges.keys).sorted()) }
    if random.rarely(2), amount.isPositive {
      let weights = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int64.random(in: 1...9, using: &random)
      }
      agreement.parts = amount.allocated(by: weights).map { share in
        AgreementPart(
          year: anyYear(), amount: share,
          earmark: random.rarely(2) ? nil : random.pick(Self.earmarks),
          donor: random.rarely(3) ? anyDonor() : nil)
      }
    }
    if random.rarely(3) { agreement.deferral = .deferred }
    if random.rarely(3) { agreement.support = supportRate() }
    if random.rarely(3), amount.isPositive {
      let bound = amount.allocated(by: [1, Int64.random(in: 0...3, using: &random)])[0]
      agreement.conditions = [Condition("audit", amount: bound)]
    }
    addDuties(to: &agreement)
    return .agreement(agreement)
  }

  /// Adds days on which something is due, before and after today.
  private mutating func addDuties(to agreement: inout Agreement) {
    func anyDay() -> CalendarDate { today.adding(days: Int.random(in: -20...200, using: &random)) }
    if random.rarely(2) {
      agreement.reports = ["narrative", "financial", "final"].map {
        ReportDuty(due: anyDay().monthEnd, form: reportForm($0))
      }
    }
    if random.rarely(2), agreement.amount.isPositive {
      agreement.instalments = agreement.amount.allocated(by: [3, 2, 1]).filter(\.isPositive).map {
        Instalment(due: anyDay(), amount: $0)
      }
    }
    if random.rarely(2) { agreement.ends = anyDay() }
  }

  private mutating func delivery() -> Event {
    let state = anyState()
    let duty = random.pick(state?.agreement.reports ?? [])
    return .reported(
      ReportDelivery(
        state?.agreement.reference ?? reference("A0"),
        duty ?? TestSupport.duty("2018-01-31", "final")))
  }

  private mutating func fulfilment() -> Event {
    let states = ledger.book.agreements.values.filter { !$0.agreement.conditions.isEmpty }
    let state = random.pick(states.sorted { $0.agreement.reference < $1.agreement.reference })
    let amount = state.map { state in
      Money(
        minorUnits: Int64.random(in: 1...max(1, state.agreement.amount.minorUnits), using: &random),
        of: state.agreement.amount.currency)
    }
    return .fulfilled(
      Fulfilment(
        state?.agreement.reference ?? reference("A0"), condition: "audit",
        amount: random.rarely(2) ? amount : nil))
  }

  private mutating func supportRate() -> SupportRate {
    SupportRate(
      percent: ExactDecimal(coefficient: Int64.random(in: 0...150, using: &random), scale: 1),
      base: random.pick(SupportRate.Base.allCases) ?? .onDirect)
  }

  private mutating func amendment() -> Event {
    let state = anyState()
    let name = state?.agreement.reference.text ?? "A0"
    var amendment = Amendment(reference("\(name)/\(count)"))
    if random.rarely(3) { amendment.earmark = random.pick(Self.earmarks) }
    if random.rarely(3) { amendment.support = supportRate() }
    if random.rarely(3) {
      amendment.recorded = today.adding(days: Int.random(in: 0...90, using: &random))
    }
    if random.rarely(2), let part = random.pick(state?.parts ?? []) {
      let change =
        random.rarely(2) ? some(of: part.amount, in: state) : some(of: part.open, in: state)
      let signed = random.rarely(2) ? change : (try? change.negated()) ?? change
      amendment.amount = signed
      amendment.parts = [
        AgreementPart(
          year: random.rarely(5) ? anyYear() : part.year, amount: signed, earmark: part.earmark,
          donor: random.rarely(5) ? anyDonor() : random.rarely(2) ? part.donor : nil)
      ]
    } else if random.rarely(2), let part = random.pick(state?.parts ?? []) {
      rephase(part, of: state, by: &amendment)
    }
    return .amendment(amendment)
  }

  /// What is open of a part moves to others, with some more or less on the way.
  private mutating func rephase(
    _ part: PartState, of state: AgreementState?, by amendment: inout Amendment
  ) {
    let moved = some(of: min(part.open, 9_999_999), in: state)
    let other = random.pick(state?.parts ?? []) ?? part
    let more = random.rarely(2) ? 0 : Int64.random(in: -5_000...5_000, using: &random)
    let gains = [
      (part.year, part, -moved.minorUnits), (anyYear(), part, moved.minorUnits / 2),
      (other.year, other, moved.minorUnits - moved.minorUnits / 2 + more),
    ]
    amendment.amount = more == 0 ? nil : Money(minorUnits: more, of: moved.currency)
    amendment.parts = gains.map { year, like, amount in
      AgreementPart(
        year: year, amount: Money(minorUnits: amount, of: moved.currency), earmark: like.earmark,
        donor: like.donor)
    }
  }

  private mutating func obligation() -> Event {
    let state = anyState()
    return .obligation(
      Obligation(
        state?.agreement.reference ?? reference("A0"), scope: anyScope(),
        amount: random.rarely(3)
          ? anyAmount()
          : some(of: state.map { Int64(clamping: $0.available(from: today)) }, of: dollar)))
  }

  private mutating func writeOff() -> Event {
    let state = anyState()
    return .writeOff(
      WriteOff(
        state?.agreement.reference ?? reference("A0"), amount: some(of: state?.open, in: state),
        part: anyPart(of: state)))
  }

  private mutating func refund() -> Event {
    let state = anyState()
    if let giving = givingBack(of: state) { return giving }
    let there = state?.parts.reduce(0) { $0 + $1.received - $1.refunded }
    let amount = some(of: there, in: state)
    let payment = Refund.Payment(
      date: today.adding(days: 10), amount: random.rarely(3) ? anyAmount() : amount,
      from: account("asset:bank"))
    return .refund(
      Refund(
        state?.agreement.reference ?? reference("A0"), amount: amount, part: anyPart(of: state),
        payments: random.rarely(2) ? [payment] : []))
  }

  /// A refund of what was paid too much, if anything was, and not always then.
  private mutating func givingBack(of state: AgreementState?) -> Event? {
    guard let state, let currency = state.overpaid.keys.sorted().first, random.rarely(2) else {
      return nil
    }
    let amount = some(of: state.overpaid[currency]?.amount, of: currency)
    let payment = Refund.Payment(
      date: today.adding(days: 10), amount: random.rarely(3) ? anyAmount() : amount,
      from: account("asset:bank"))
    return .refund(
      Refund(
        state.agreement.reference, amount: amount, isOfOverpayment: true,
        payments: random.rarely(2) ? [payment] : []))
  }

  /// All of what there is of an agreement, or some, or a little more.
  private mutating func some(of there: Int64?, in state: AgreementState?) -> Money {
    some(of: there, of: state?.agreement.amount.currency ?? dollar)
  }

  private mutating func some(of there: Int64?, of currency: Currency) -> Money {
    let most = max(there ?? 0, 9)
    return Money(
      minorUnits: random.rarely(4) ? most : Int64.random(in: 1...most, using: &random),
      of: currency)
  }

  private mutating func receipt() -> Event {
    let state = anyState()
    let open = state?.open ?? 5
    let currency = state?.agreement.amount.currency ?? dollar
    let settled = Money(
      minorUnits: random.rarely(4) ? open : Int64.random(in: -1...max(open, 9), using: &random),
      of: currency)
    var receipt = Receipt(state?.agreement.reference ?? reference("A0"), settled: settled)
    if random.rarely(3) { receipt.bank = anyAmount() }
    if random.rarely(4) {
      receipt.charge = Money(
        minorUnits: random.anySize() >> 40, of: receipt.bank?.currency ?? currency)
    }
    receipt.part = anyPart(of: state)
    receipt.allowsOverpayment = random.rarely(5)
    receipt.account = account(random.rarely(3) ? "asset:bank:chf" : "asset:bank")
    return .receipt(receipt)
  }

  /// Goods that come, or are used.
  private mutating func goods() -> Event {
    let stores = ledger.book.cash.filter { $0.key.account == .inventory && $0.value.amount > 0 }
    let funds = stores.keys.map(\.fund.text).sorted()
    guard random.rarely(2), let fund = random.pick(funds), let agreement = Reference(fund),
      let store = stores.first(where: { $0.key.fund.text == fund })
    else {
      return .inKind(
        InKindGift(anyState()?.agreement.reference ?? reference("A0"), amount: anyAmount()))
    }
    return .inKindUsed(
      LineUse(
        agreement, scope: anyScope(), amount: some(of: store.value.amount, of: store.key.currency)))
  }

  private mutating func carryOver() -> Event {
    let state = anyState()
    let part = random.pick(state?.parts ?? [])
    let lines = Array(part?.allocated.keys ?? [:].keys).sorted() + [part?.place ?? .global]
    return .carryOver(
      CarryOver(
        state?.agreement.reference ?? reference("A0"), scope: random.pick(lines) ?? .global,
        amount: some(of: part.map { $0.amount / 4 }, in: state),
        toYear: part?.year.following))
  }

  /// The month's end comes, and what is open is revalued.
  private mutating func revaluation() -> Event {
    today = AccountingMonth(of: today).lastDay
    return .revaluation
  }

  private mutating func match() -> Event {
    let state = anyState()
    let arrived = ledger.posted.compactMap { posted in
      if case .unidentified(let receipt) = posted.fact.event { receipt } else { nil }
    }
    let found = random.pick(arrived)
    let isExchanged = found?.amount.currency != state?.agreement.amount.currency
    let bank =
      random.rarely(2) || !isExchanged
      ? nil : found.map { some(of: $0.amount.minorUnits / 2, of: $0.amount.currency) }
    return .matched(
      Match(
        found?.reference ?? reference("U0"),
        agreement: state?.agreement.reference ?? reference("A0"),
        settled: random.rarely(2) && found?.amount.currency == state?.agreement.amount.currency
          ? found?.amount ?? anyAmount() : some(of: state?.open, in: state),
        bank: bank))
  }

  private mutating func allocation() -> Event {
    let state = anyState()
    let part = random.pick(state?.parts ?? [])
    let source =
      random.rarely(3) ? random.pick(Array(part?.allocated.keys ?? [:].keys).sorted()) : nil
    let most = source.flatMap { part?.allocated[$0] } ?? part?.amount ?? 9
    var allocation = Allocation(
      state?.agreement.reference ?? reference("A0"), to: anyScope(),
      amount: Money(
        minorUnits: random.rarely(4) ? most : Int64.random(in: -1...max(most, 9), using: &random),
        of: state?.agreement.amount.currency ?? dollar))
    allocation.source = source
    allocation.year = part?.year
    if random.rarely(4) { allocation.part = part.map { selector(of: $0) } }
    return .allocation(allocation)
  }

  private mutating func expenditure() -> Event {
    var expenditure = Expenditure(
      random.rarely(2) ? nil : anyState()?.agreement.reference, scope: anyScope(),
      amount: anyAmount())
    if random.rarely(3) { expenditure.source = .payables }
    let obliged = ledger.posted.filter { $0.fact.kind == .obligation }
    if random.rarely(2), let posted = random.pick(obliged),
      case .obligation(let obligation) = posted.fact.event
    {
      expenditure = Expenditure(
        obligation.agreement, scope: obligation.scope,
        amount: random.rarely(3) ? anyAmount() : obligation.amount)
      expenditure.obligation = posted.id
      if random.rarely(3) { expenditure.overspend = "at random" }
    }
    return .expenditure(expenditure)
  }

  private mutating func entry() -> Event {
    let (amount, fund) = (anyAmount(), anyFund())
    let more = Money(minorUnits: random.anySize() >> 30, of: amount.currency)
    let other = random.rarely(9) ? anyFund() : fund
    return .entry(
      ManualEntry(
        "at random",
        legs: [
          .init(.debit, account("expense:rent"), amount, fund: fund),
          .init(.debit, account("expense:staff"), more, fund: fund),
          .init(.credit, account("asset:bank"), (try? amount.adding(more)) ?? amount, fund: other),
        ]))
  }

  private mutating func assertion() -> Event {
    let amount = anyAmount(of: dollar)
    let figure = random.pick(Assertion.Figure.allCases) ?? .funded
    return .assert(Assertion(.position(figure, anyScope()), amount: amount, digitsWritten: 2))
  }

  // MARK: - Parts of facts

  private var dollar: Currency {
    guard let dollar = try? Currency(code: "USD") else { preconditionFailure("no dollar") }
    return dollar
  }

  private mutating func anyCurrency() -> Currency {
    (try? Currency(code: random.pick(["CHF", "EUR", "XOF", "SEK", "KWD"]) ?? "CHF")) ?? dollar
  }

  private mutating func anyUnits() -> ExactDecimal {
    ExactDecimal(coefficient: Int64.random(in: 0...2_000, using: &random), scale: 3)
  }

  /// An amount of everyday size mostly, now and then of any size, now and then of none.
  private mutating func anyAmount(of currency: Currency? = nil, signed: Bool = false) -> Money {
    let everyday = Int64.random(in: 1...9_999_999, using: &random)
    let units = random.rarely(12) ? random.anySize() : everyday
    return Money(
      minorUnits: signed && random.rarely(2) ? -units : units,
      of: currency ?? (random.rarely(2) ? dollar : anyCurrency()))
  }

  private mutating func anyScope() -> ScopePath { random.pick(Self.scopes) ?? .global }

  private mutating func anyDonor() -> DonorID {
    donor(random.pick(["sdc", "sdc", "sdc", "sweden", "japan"]) ?? "sdc")
  }

  private mutating func anyYear() -> BudgetYear {
    BudgetYear(of: today.adding(days: Int.random(in: 0...2, using: &random) * 366))
  }

  /// The name of a part of an agreement; nil mostly.
  private mutating func anyPart(of state: AgreementState?) -> PartSelector? {
    guard random.rarely(4), let part = random.pick(state?.parts ?? []) else { return nil }
    return selector(of: part)
  }

  private mutating func selector(of part: PartState) -> PartSelector {
    PartSelector(
      year: part.year, scope: random.rarely(2) ? part.place : nil,
      earmark: random.rarely(4) ? part.earmark : nil, donor: random.rarely(2) ? part.donor : nil)
  }

  private mutating func anyFund() -> FundCode {
    guard random.rarely(2), let state = anyState() else { return .general }
    return FundCode(of: state.agreement.reference)
  }

  private mutating func anyState() -> AgreementState? {
    let references = ledger.book.agreements.keys.sorted()
    return random.pick(references).flatMap { ledger.book.agreements[$0] }
  }
}

extension PostedFact {
  /// The fact that a reversal cancels.
  var target: FactID? {
    if case .reversal(let reversal) = fact.event { reversal.target } else { nil }
  }
}
