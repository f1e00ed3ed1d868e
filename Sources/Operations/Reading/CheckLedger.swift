import Bookkeeping
public import Diagnostics
import Funding
public import Monetary
import Reporting
import Tabulation

/// Compares what a ledger asserts with what it gives, at the digits that were written.
public enum CheckLedger {
  /// How many assertions hold, and a diagnostic for each that does not.
  public struct Outcome: Hashable, Sendable {
    /// How many assertions there are.
    public let assertions: Int
    /// Those that fail, in order.
    public let failures: [Diagnostic]
    /// Currencies that had ended when a fact counted in them, each once; money in another currency than its
    /// agreement's that was far off the rates of its day; what does not go together in an agreement or is
    /// beyond its pledge, what was given up of one that was spent, and what was spent after its end or on an
    /// obligation that was paid; donors of one name; rates that were older than their table's rhythm at the
    /// ends of months that were revalued or closed; and what closed months do not carry at those rates.
    public let cautions: [Diagnostic]
  }

  /// Checks the assertions of `ledger`, and looks for what somebody should look at again.
  ///
  /// That its facts keep the rules has been seen when it was opened.
  /// - Throws: What reading the ledger throws.
  public static func outcome(of ledger: some Ledger) throws -> Outcome {
    let asserted = try assertions(in: ledger)
    let reversed = Set(try ledger.facts(of: [.reversal]).compactMap(\.fact.target))
    let cautions =
      try endedCurrencies(in: ledger) + oddExchanges(in: ledger, without: reversed)
      + oddAgreements(in: ledger, without: reversed)
      + beyondPledges(in: ledger, without: reversed)
      + shortfalls(in: ledger, without: reversed) + oddClosings(in: ledger)
      + namesakes(in: ledger)
    return Outcome(
      assertions: asserted.count, failures: try failures(of: asserted, in: ledger),
      cautions: cautions.sorted { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) })
  }

  /// A diagnostic for each assertion of `ledger` dated up to a day that fails, in order.
  /// - Throws: What reading the ledger throws.
  public static func failures(
    of ledger: some Ledger, through last: CalendarDate
  ) throws -> [Diagnostic] {
    try failures(of: assertions(in: ledger).filter { $0.fact.date <= last }, in: ledger)
  }

  /// What is asserted, and was not taken back since.
  private static func assertions(in ledger: some Ledger) throws -> [NamedFact] {
    try ledger.facts(of: [.assert, .reversal]).standing(on: .latest, known: nil)
      .filter { $0.fact.kind == .assert }
  }

  /// A diagnostic for each of some assertions that fails, in order.
  static func failures(
    of asserted: [NamedFact], in ledger: some Ledger
  ) throws -> [Diagnostic] {
    guard !asserted.isEmpty else { return [] }
    let accounts = try ledger.accounts()
    var failures: [Diagnostic] = []
    for named in asserted {
      guard case .assert(let assertion) = named.fact.event else { continue }
      if let fault = assertion.unknownAccount(among: accounts) {
        failures.append(ledger.diagnostic(fault, of: named))
        continue
      }
      let given = try printed(assertion, on: named.fact.date, in: ledger)
      guard given != assertion.amount.minorUnits else { continue }
      let shown = Money(minorUnits: given, of: assertion.amount.currency)
      failures.append(
        ledger.diagnostic(
          Fault(
            .assertFailed, "\(assertion.subject.words) on \(named.fact.date)",
            text(of: assertion.amount, as: assertion), text(of: shown, as: assertion)),
          of: named))
    }
    return failures.sorted { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
  }

  /// What the first fact is told that counts in a currency which had ended.
  private static func endedCurrencies(in ledger: some Ledger) throws -> [Diagnostic] {
    let kinds: Set<FactKind> = [
      .rate, .opening, .pledge, .agreement, .receipt, .expenditure, .entry,
    ]
    var told: Set<Fault> = []
    var cautions: [Diagnostic] = []
    for named in try ledger.facts(of: kinds) {
      for fault in named.fact.endedCurrencies where told.insert(fault).inserted {
        cautions.append(warning(of: fault, in: named, of: ledger))
      }
    }
    return cautions
  }

  /// What is told of receipts, matches and refunds in another currency than the agreement's; of those that were
  /// `reversed` nothing.
  private static func oddExchanges(
    in ledger: some Ledger, without reversed: Set<FactID>
  ) throws -> [Diagnostic] {
    let moved = try ledger.facts(of: [.unidentified, .receipt, .matched, .refund])
    var rates = try ledger.rates(
      of: moved.lazy.flatMap { named in
        named.fact.currencies.lazy.map { (currency: $0, day: named.fact.date) }
      })
    var cautions: [Diagnostic] = []
    for named in moved where !reversed.contains(named.id) {
      // What a receipt or a refund exchanged stands in itself.
      let entries = named.fact.kind == .matched ? try ledger.entries(of: named) : []
      cautions += rates.cautions(aboutExchangeBy: named.fact, in: entries).map {
        warning(of: $0, in: named, of: ledger)
      }
    }
    return cautions
  }

  /// What is told of agreements, amendments and expenditure; of what was `reversed` nothing.
  private static func oddAgreements(
    in ledger: some Ledger, without reversed: Set<FactID>
  ) throws -> [Diagnostic] {
    let facts = try ledger.facts(of: [.pledge, .agreement, .amendment, .reported])
    let agreements = try AgreementCautions(of: facts.filter { !reversed.contains($0.id) })
    var cautions = agreements.found
    for named in try ledger.facts(of: [.expenditure]) where !reversed.contains(named.id) {
      guard case .expenditure(let expenditure) = named.fact.event else { continue }
      let schedule = expenditure.agreement.flatMap { agreements.schedules[$0] }
      // Only what names an obligation is asked what it came to.
      let entries = expenditure.obligation == nil ? [] : try ledger.entries(of: named)
      cautions += [
        expenditure.caution(on: named.fact.date, by: schedule),
        expenditure.caution(ofPaying: entries),
      ].compactMap(\.self).map { (named, $0) }
    }
    return cautions.map { warning(of: $1, in: $0, of: ledger) }
  }

  /// What is told of donors that have the name of another.
  private static func namesakes(in ledger: some Ledger) throws -> [Diagnostic] {
    let declared = try ledger.facts(of: [.donor])
    var facts: [DonorID: NamedFact] = [:]
    let donors = declared.compactMap { named in
      guard case .donor(let donor) = named.fact.event else { return nil as Donor? }
      facts[donor.id] = named
      return donor
    }
    return ledger.names.donors.sharedNames(in: donors).compactMap {
      shared -> Diagnostic? in
      guard let first = facts[shared.first], let second = facts[shared.second] else { return nil }
      let line = ledger.diagnostic(shared.fault, of: first).location?.line
      let origin =
        line.map { Fault.Origin.line($0) }
        ?? .fact(first.id.text, date: first.fact.date.description)
      return warning(of: shared.fault.stated(first: origin), in: second, of: ledger)
    }
  }

  /// What is told of facts that revalued or closed months.
  private static func oddClosings(in ledger: some Ledger) throws -> [Diagnostic] {
    try ClosingCautions(of: ledger).found.map { warning(of: $0.fault, in: $0.fact, of: ledger) }
  }

  static func warning(
    of fault: Fault, in named: NamedFact, of ledger: some Ledger
  ) -> Diagnostic {
    let found = ledger.diagnostic(fault, of: named)
    return Diagnostic(fault, severity: .warning, at: found.location, excerpt: found.excerpt)
  }

  /// An amount with decimals only where the assertion has some.
  private static func text(of money: Money, as assertion: Assertion) -> String {
    assertion.digitsWritten > 0 || money.currency.minorDigits == 0
      ? money.description
      : "\(PrintedAmount.whole(money.wholeUnits(rounding: .halfEven), money.currency).grouped) "
        + money.currency.code
  }

  /// What the ledger gives, rounded as it would be printed with the digits that were written.
  private static func printed(
    _ assertion: Assertion, on date: CalendarDate, in ledger: some Ledger
  ) throws -> Int64 {
    func rounded(_ money: Money) throws -> Int64 {
      let dropped = max(0, money.currency.minorDigits - assertion.digitsWritten)
      let unit = (0..<dropped).reduce(Int128(1)) { power, _ in power * 10 }
      let whole = Rounding.halfEven.quotient(Int128(money.minorUnits), by: unit) * unit
      guard let counted = Int64(exactly: whole) else { throw MoneyError.sumOverflow("\(whole)") }
      return counted
    }
    switch assertion.subject {
    case .balance(let account):
      return try rounded(try balance(of: account, as: assertion, on: date, in: ledger))
    case .position(let figure, let scope):
      let summary = try SummariseFunding(
        scope: scope.text, asOf: date, basis: figure == .signed ? .signed : .recorded
      ).summary(of: ledger)
      return switch figure {
      case .requested: try rounded(summary.requested)
      case .funded, .signed: try rounded(summary.funded)
      case .unfunded: try rounded(summary.requested) - rounded(summary.funded)
      case .pledged: try rounded(summary.pledged)
      case .received: try rounded(summary.received)
      case .spent: try rounded(summary.spent)
      }
    }
  }

  private static func balance(
    of account: AccountCode, as assertion: Assertion, on date: CalendarDate, in ledger: some Ledger
  ) throws -> Money {
    let currency = assertion.amount.currency
    let sum = try ledger.balances(asOf: date, known: nil, byFund: false)
      .filter { $0.account.isWithin(account) && $0.currency == currency }
      .reduce(Int128(0)) { $0 + Int128($1.debits) - Int128($1.credits) }
    guard let counted = Int64(exactly: sum * account.type.normalSide.sign) else {
      throw MoneyError.sumOverflow("\(sum) minor units of \(currency)")
    }
    return Money(minorUnits: counted, of: currency)
  }
}

extension Assertion {
  /// Why a balance says nothing: none of `accounts`, which were declared or posted to, is the one it is
  /// asserted of or lies below it; nil where one is, or where no balance is asserted.
  func unknownAccount(among accounts: [AccountCode]) -> Fault? {
    guard case .balance(let account) = subject,
      !accounts.contains(where: { $0.isWithin(account) })
    else { return nil }
    return Fault(.accountUnknown, account.text).suggesting(among: accounts.map(\.text))
  }
}

extension Assertion.Subject {
  /// As the text form writes it: `funded mali`.
  fileprivate var words: String {
    switch self {
    case .position(let figure, let scope): "\(figure.rawValue) \(scope)"
    case .balance(let account): "balance \(account)"
    }
  }
}
