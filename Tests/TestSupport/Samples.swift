import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Values of literals that tests know to be right.

func money(_ text: String) throws -> Money { try Money(parsing: text) }

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("a test's date: \(text)") }
  return date
}

func account(_ text: String) -> AccountCode {
  guard let code = AccountCode(text) else { preconditionFailure("a test's account: \(text)") }
  return code
}

func scope(_ text: String) -> ScopePath {
  guard let path = ScopePath(text) else { preconditionFailure("a test's scope: \(text)") }
  return path
}

func reference(_ text: String) -> Reference {
  guard let code = Reference(text) else { preconditionFailure("a test's reference: \(text)") }
  return code
}

func donor(_ text: String) -> DonorID {
  guard let id = DonorID(text) else { preconditionFailure("a test's donor: \(text)") }
  return id
}

func year(_ number: Int) -> BudgetYear {
  guard let year = BudgetYear(number) else { preconditionFailure("a test's year: \(number)") }
  return year
}

func month(_ text: String) -> AccountingMonth {
  guard let month = AccountingMonth(text) else { preconditionFailure("a test's month: \(text)") }
  return month
}

func fund(_ text: String) -> FundCode {
  guard let code = FundCode(text) else { preconditionFailure("a test's fund: \(text)") }
  return code
}

func slug(_ text: String) -> Slug {
  guard let slug = Slug(text) else { preconditionFailure("a test's slug: \(text)") }
  return slug
}

func reportForm(_ text: String) -> ReportForm {
  guard let form = ReportForm(text) else { preconditionFailure("a test's form: \(text)") }
  return form
}

func name(_ text: String) -> FactID {
  guard let id = FactID(text) else { preconditionFailure("a test's identifier: \(text)") }
  return id
}

func table(_ text: String) -> RateTableName {
  guard let name = RateTableName(text) else { preconditionFailure("a test's table: \(text)") }
  return name
}

/// An earmark as the text form has it: `softly mali, niger except mali/health`.
func earmark(_ text: String) -> Earmark {
  let halves = text.split(separator: " except ").map(String.init)
  let words = halves[0].split(separator: " ", maxSplits: 1).map(String.init)
  guard let category = EarmarkCategory(rawValue: words[0]) else {
    preconditionFailure("a test's earmark: \(text)")
  }
  func scopes(_ list: String?) -> [ScopePath] {
    (list ?? "").split(separator: ",").map { scope(String($0.drop { $0 == " " })) }
  }
  return Earmark(
    category, includes: scopes(words.count > 1 ? words[1] : nil),
    excludes: scopes(halves.count > 1 ? halves[1] : nil))
}

/// A rate as a ledger writes it: `CHF 0.999 per USD`.
func quote(
  _ text: String, table: RateTableName? = nil, revises: String? = nil, isConfirmed: Bool = false
) throws -> Event {
  let words = text.split(separator: " ").map(String.init)
  return .rate(
    RateQuote(
      try ExactDecimal(parsing: words[1]), of: try Currency(code: words[0]),
      per: try Currency(code: words[3]), table: table, revises: revises,
      isConfirmed: isConfirmed))
}

func signing(
  _ name: String, _ amount: String, _ use: String? = nil, by giver: String = "sdc",
  changing change: (inout Agreement) throws -> Void = { _ in }
) throws -> Event {
  var agreement = Agreement(reference(name), donor: donor(giver), amount: try money(amount))
  agreement.terms.earmark = use.map(earmark)
  try change(&agreement)
  return .agreement(agreement)
}

func part(
  _ number: Int, _ amount: String, _ use: String? = nil, by giver: String? = nil
) throws -> AgreementPart {
  AgreementPart(
    year: year(number), amount: try signed(amount), earmark: use.map(earmark),
    donor: giver.map(donor))
}

func receiving(
  _ name: String, _ settled: String, bank: String? = nil,
  changing change: (inout Receipt) throws -> Void = { _ in }
) throws -> Event {
  var receipt = Receipt(reference(name), settled: try money(settled))
  receipt.bank = try bank.map(money)
  try change(&receipt)
  return .receipt(receipt)
}

func arriving(_ name: String, _ amount: String) throws -> Event {
  .unidentified(UnidentifiedReceipt(reference(name), amount: try money(amount)))
}

func matching(
  _ found: String, _ name: String, _ settled: String, bank: String? = nil
) throws -> Event {
  .matched(
    Match(
      reference(found), agreement: reference(name), settled: try money(settled),
      bank: try bank.map { try money($0) }))
}

func delivering(_ name: String, _ amount: String) throws -> Event {
  .inKind(InKindGift(reference(name), amount: try money(amount)))
}

func using(_ name: String, _ line: String, _ amount: String) throws -> Event {
  .inKindUsed(LineUse(reference(name), scope: scope(line), amount: try money(amount)))
}

func carrying(
  _ name: String, _ line: String, _ amount: String, to number: Int? = nil
) throws -> Event {
  .carryOver(
    CarryOver(
      reference(name), scope: scope(line), amount: try money(amount), toYear: number.map(year)))
}

func allocating(
  _ name: String, _ line: String, _ amount: String, from source: String? = nil,
  changing change: (inout Allocation) throws -> Void = { _ in }
) throws -> Event {
  var allocation = Allocation(reference(name), to: scope(line), amount: try money(amount))
  allocation.source = source.map(scope)
  try change(&allocation)
  return .allocation(allocation)
}

func spending(
  _ name: String?, _ line: String, _ amount: String,
  changing change: (inout Expenditure) throws -> Void = { _ in }
) throws -> Event {
  var expenditure = Expenditure(
    name.map(reference), scope: scope(line), amount: try money(amount))
  try change(&expenditure)
  return .expenditure(expenditure)
}

func obliging(_ name: String, _ line: String, _ amount: String) throws -> Event {
  .obligation(Obligation(reference(name), scope: scope(line), amount: try money(amount)))
}

func requiring(
  _ place: String, _ amount: String, _ kind: Requirement.Kind = .original, of number: Int = 2017,
  tags: [Tag] = []
) throws -> Event {
  .requirement(
    Requirement(
      scope(place), year: year(number), amount: try money(amount), kind: kind, tags: tags))
}

func pledging(
  _ name: String, _ amount: String, _ use: String = "not-stated", by giver: String = "sdc",
  probability: String? = nil, expected expectedDay: String? = nil
) throws -> Event {
  .pledge(
    Pledge(
      reference(name), donor: donor(giver), amount: try money(amount), earmark: earmark(use),
      probability: try probability.flatMap {
        Probability(percent: try ExactDecimal(parsing: $0))
      },
      expected: expectedDay.map(day)))
}

func planning(
  _ place: String, _ amount: String, of number: Int = 2017, _ months: (String, String)...
) throws -> Event {
  .spendingPlan(
    SpendingPlan(
      scope(place), year: year(number), amount: try money(amount),
      months: try months.map { SpendingPlan.Month(month($0.0), try money($0.1)) }))
}

func reversing(_ target: String) -> Event {
  .reversal(Reversal(of: name(target), reason: "a test"))
}

func entering(_ legs: (Side, String, String, String)...) throws -> Event {
  .entry(
    ManualEntry(
      "By hand",
      legs: try legs.map {
        ManualEntry.Leg($0.0, account($0.1), try money($0.2), fund: fund($0.3))
      }))
}

func instant(_ text: String) -> Instant {
  guard let instant = Instant(text) else { preconditionFailure("a test's instant: \(text)") }
  return instant
}

/// An amount with its sign, as amendments have it: `-50,000 CHF`.
func signed(_ text: String) throws -> Money {
  let amount = try money(String(text.drop { $0 == "+" || $0 == "-" }))
  return text.hasPrefix("-") ? try amount.negated() : amount
}

func amending(
  _ name: String, _ amount: String? = nil,
  changing change: (inout Amendment) throws -> Void = { _ in }
) throws -> Event {
  var amendment = Amendment(reference(name))
  amendment.amount = try amount.map(signed)
  try change(&amendment)
  return .amendment(amendment)
}

func refunding(
  _ name: String, _ amount: String, paid payments: [(String, String, String)] = [],
  settling settled: [String?] = [], ofOverpayment: Bool = false
) throws -> Event {
  .refund(
    Refund(
      reference(name), amount: try money(amount), isOfOverpayment: ofOverpayment,
      payments: try payments.enumerated().map { place, payment in
        let settles = settled.indices.contains(place) ? settled[place] : nil
        return Refund.Payment(
          date: day(payment.0), amount: try money(payment.1), from: account(payment.2),
          settling: try settles.map(money))
      }))
}

func writingOff(_ name: String, _ amount: String) throws -> Event {
  .writeOff(WriteOff(reference(name), amount: try money(amount)))
}

func reporting(_ name: String, _ due: String, _ form: String) -> Event {
  .reported(ReportDelivery(reference(name), duty(due, form)))
}

func duty(_ due: String, _ form: String) -> ReportDuty {
  ReportDuty(due: day(due), form: reportForm(form))
}

func fulfilling(_ name: String, _ condition: String, _ amount: String? = nil) throws -> Event {
  .fulfilled(
    Fulfilment(reference(name), condition: condition, amount: try amount.map(money)))
}
