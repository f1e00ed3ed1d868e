import Bookkeeping
import Funding
import Monetary
import SeededRandom

/// Facts of every kind, with every field present or absent, and with names and texts of all sorts.
struct RandomFact {
  var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  /// A fact of `kind`.
  mutating func fact(_ kind: FactKind) -> Fact {
    let date = kind == .ledger ? CalendarDate(dayNumber: -719_162) : self.date()
    return Fact(date, event(kind), provenance: provenance())
  }

  /// A fact of each kind.
  mutating func facts() -> [Fact] {
    FactKind.allCases.map { fact($0) }
  }

  private mutating func event(_ kind: FactKind) -> Event {
    switch kind {
    case .ledger, .scope, .account, .donor, .situation, .merge, .opening, .rate:
      declaration(kind)
    case .requirement, .spendingPlan, .pledge, .agreement, .amendment, .fulfilled, .reported:
      commitment(kind)
    case .unidentified, .receipt, .matched, .writeOff, .refund: cash(kind)
    case .obligation, .inKind, .inKindUsed, .expenditure, .allocation, .carryOver: use(kind)
    case .revaluation, .entry, .reversal, .acknowledgement, .note, .assert, .close, .reopen:
      remark(kind)
    }
  }

  private mutating func declaration(_ kind: FactKind) -> Event {
    switch kind {
    case .ledger:
      .ledger(
        LedgerHead(
          name: text(), currency: currency(), rates: table(),
          accountsMustBeDeclared: .random(using: &random)))
    case .scope:
      .scope(
        Scope(
          scope().scope, name: perhaps { $0.text() }, kind: perhaps { $0.one(Scope.Kind.self) },
          parent: perhaps { $0.scope() }, country: perhaps { $0.country() },
          isComplete: .random(using: &random)))
    case .account: .account(account())
    case .donor:
      .donor(
        Donor(
          donor(), name: text(), kind: perhaps { $0.one(Donor.Kind.self) },
          country: perhaps { $0.country() },
          iati: perhaps { $0.random.one(of: ["XM-DAC-7", "GB-CHC 1", ";x", $0.text()]) },
          aliases: some { $0.text() }))
    case .situation:
      .situation(Situation(scope().scope, name: text(), scopes: [scope()] + some { $0.scope() }))
    case .merge: .merge(DonorMerge(donor(), into: donor()))
    case .opening: .opening(Opening(account(), amount: amount(), fund: fund()))
    default: .rate(rate())
    }
  }

  private mutating func rate() -> RateQuote {
    let pair = Currency.all.shuffled(using: &random)
    return RateQuote(
      decimal(), of: pair[0], per: pair[1], table: perhaps { $0.table() },
      revises: perhaps { $0.text() }, isConfirmed: .random(using: &random))
  }

  private mutating func commitment(_ kind: FactKind) -> Event {
    switch kind {
    case .requirement:
      let kind = one(Requirement.Kind.self)
      return .requirement(
        Requirement(
          scope(), year: year(), amount: kind == .supplementary ? signed() : amount(), kind: kind,
          tags: some { Tag($0.slug(), $0.slug()) }))
    case .pledge:
      return .pledge(
        Pledge(
          reference(), donor: donor(), amount: amount(), earmark: earmark(),
          year: perhaps { $0.year() },
          probability: perhaps { $0.probability() } ?? nil, expected: perhaps { $0.date() }))
    case .spendingPlan:
      return .spendingPlan(
        SpendingPlan(
          scope(), year: year(), amount: amount(),
          months: some { SpendingPlan.Month(AccountingMonth(of: $0.date()), $0.amount()) }))
    case .agreement: return .agreement(agreement())
    case .amendment:
      var amendment = Amendment(reference())
      amendment.recorded = perhaps { $0.date() }
      amendment.amount = perhaps { $0.signed() }
      amendment.parts = some {
        AgreementPart(
          year: $0.year(), amount: $0.signed(), earmark: $0.perhaps { $0.earmark() },
          donor: $0.perhaps { $0.donor() })
      }
      amendment.period = perhaps { $0.interval() }
      amendment.limits = some { LimitChange($0.perhaps { $0.amount() }, on: $0.scope()) }
      amendment.ends = perhaps { $0.date() }
      amendment.earmark = perhaps { $0.earmark() }
      amendment.instalments = some { Instalment(due: $0.date(), amount: $0.amount()) }
      amendment.support = perhaps { $0.support() }
      amendment.reports = some { ReportDuty(due: $0.date(), form: $0.reportForm()) }
      amendment.reason = perhaps { $0.text() }
      return .amendment(amendment)
    case .reported:
      return .reported(ReportDelivery(reference(), ReportDuty(due: date(), form: reportForm())))
    default:
      return .fulfilled(
        Fulfilment(reference(), condition: text(), amount: perhaps { $0.amount() }))
    }
  }

  private mutating func probability() -> Probability? {
    Probability(
      percent: ExactDecimal(coefficient: .random(in: 0...1000, using: &random), scale: 1))
  }

  private mutating func support() -> SupportRate {
    SupportRate(
      percent: ExactDecimal(coefficient: .random(in: 0..<1000, using: &random), scale: 1),
      base: one(SupportRate.Base.self))
  }

  private mutating func agreement() -> Agreement {
    var agreement = Agreement(reference(), donor: donor(), amount: amount())
    agreement.terms.earmark = perhaps { $0.earmark() }
    agreement.terms.modality = perhaps { $0.one(EarmarkModality.self) }
    agreement.terms.year = perhaps { $0.year() }
    agreement.terms.period = perhaps { $0.interval() }
    agreement.terms.requirements = some {
      TagRequirement($0.slug(), values: [$0.slug()] + $0.some { $0.slug() })
    }
    agreement.terms.limits = some { SubLimit($0.amount(), on: $0.scope()) }
    agreement.parts = some {
      AgreementPart(
        year: $0.year(), amount: $0.amount(), earmark: $0.perhaps { $0.earmark() },
        donor: $0.perhaps { $0.donor() })
    }
    agreement.recorded = perhaps { $0.date() }
    agreement.starts = perhaps { $0.date() }
    agreement.ends = perhaps { $0.date() }
    agreement.purpose = perhaps { $0.text() }
    agreement.pledge = perhaps { $0.reference() }
    agreement.instalments = some { Instalment(due: $0.date(), amount: $0.amount()) }
    agreement.conditions = some {
      Condition($0.text(), amount: $0.amount(), part: $0.perhaps { $0.part() })
    }
    agreement.deferral = perhaps { $0.one(Deferral.self) }
    agreement.support = perhaps { $0.support() }
    agreement.reports = some { ReportDuty(due: $0.date(), form: $0.reportForm()) }
    return agreement
  }

  private mutating func cash(_ kind: FactKind) -> Event {
    switch kind {
    case .unidentified:
      return .unidentified(UnidentifiedReceipt(reference(), amount: amount(), account: account()))
    case .receipt:
      var receipt = Receipt(reference(), settled: amount())
      receipt.bank = perhaps { $0.amount() }
      receipt.account = account()
      receipt.charge = perhaps { $0.amount() }
      receipt.part = perhaps { $0.part() }
      receipt.allowsOverpayment = .random(using: &random)
      receipt.isConfirmed = .random(using: &random)
      return .receipt(receipt)
    case .matched:
      return .matched(
        Match(
          reference(), agreement: reference(), settled: amount(), bank: perhaps { $0.amount() },
          isConfirmed: .random(using: &random)))
    case .writeOff:
      return .writeOff(
        WriteOff(
          reference(), amount: amount(), part: perhaps { $0.part() }, reason: perhaps { $0.text() })
      )
    default:
      return .refund(
        Refund(
          reference(), amount: amount(), part: perhaps { $0.part() },
          isOfOverpayment: .random(using: &random),
          payments: some {
            Refund.Payment(
              date: $0.date(), amount: $0.amount(), from: $0.account(),
              settling: $0.perhaps { $0.amount() })
          }))
    }
  }

  private mutating func use(_ kind: FactKind) -> Event {
    switch kind {
    case .obligation:
      return .obligation(Obligation(reference(), scope: scope(), amount: amount()))
    case .inKind: return .inKind(InKindGift(reference(), amount: amount()))
    case .inKindUsed: return .inKindUsed(LineUse(reference(), scope: scope(), amount: amount()))
    case .expenditure:
      var expenditure = Expenditure(
        perhaps { $0.reference() }, scope: scope(), amount: amount())
      expenditure.account = random.one(of: [.programme, account()])
      expenditure.source = account()
      expenditure.year = perhaps { $0.year() }
      expenditure.purpose = perhaps { $0.text() }
      expenditure.obligation = perhaps { $0.identifier() }
      expenditure.overspend = perhaps { $0.text() }
      return .expenditure(expenditure)
    case .allocation:
      var allocation = Allocation(reference(), to: scope(), amount: amount())
      allocation.source = perhaps { $0.scope() }
      allocation.year = perhaps { $0.year() }
      allocation.part = perhaps { $0.part() }
      return .allocation(allocation)
    default:
      return .carryOver(
        CarryOver(
          reference(), scope: scope(), amount: amount(), toYear: perhaps { $0.year() }))
    }
  }

  private mutating func remark(_ kind: FactKind) -> Event {
    switch kind {
    case .revaluation: return .revaluation
    case .entry:
      let legs = [Side.debit, .credit].map { leg($0) } + some { $0.leg($0.one(Side.self)) }
      return .entry(ManualEntry(text(), legs: legs.shuffled(using: &random)))
    case .reversal: return .reversal(Reversal(of: identifier(), reason: text()))
    case .acknowledgement:
      return .acknowledgement(Acknowledgement(donor(), scope: scope(), amount: amount()))
    case .note: return .note(ScopeNote(scope(), text: text()))
    case .assert: return .assert(assertion())
    case .close: return .close(AccountingMonth(of: date()))
    default: return .reopen(Reopening(AccountingMonth(of: date()), reason: text()))
    }
  }

  private mutating func assertion() -> Assertion {
    let subject: Assertion.Subject =
      Bool.random(using: &random)
      ? .balance(account()) : .position(one(Assertion.Figure.self), scope())
    let currency = self.currency()
    let digits = Int.random(in: 0...currency.minorDigits, using: &random)
    let unit = (digits..<currency.minorDigits).reduce(Int64(1)) { unit, _ in unit * 10 }
    let amount = Money(minorUnits: .random(in: 0...99_999, using: &random) * unit, of: currency)
    return Assertion(subject, amount: amount, digitsWritten: digits)
  }
}
