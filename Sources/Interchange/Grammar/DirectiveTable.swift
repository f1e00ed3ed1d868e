import Bookkeeping
import Funding

/// Every directive and key of the text form: the reader, its suggestions and the grammar's page
/// follow this one table.
enum DirectiveTable {
  /// The keys that may stand below every directive.
  static let ofEveryFact = [
    KeyRule(.id, "ID"), KeyRule(.posted, "DATE"), KeyRule(.source, "TEXT"),
    KeyRule(.note, "TEXT"), KeyRule(.document, "TEXT SHA256"), KeyRule(.by, "WORD"),
    KeyRule(.entered, "INSTANT"),
  ]

  /// The rules of all directives, in the order of their kinds.
  static let rules: [DirectiveRule] = FactKind.allCases.map(rule)

  private static func rule(of kind: FactKind) -> DirectiveRule {
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

  private static func declaration(_ kind: FactKind) -> DirectiveRule {
    switch kind {
    case .ledger:
      DirectiveRule(
        kind, "TEXT",
        [
          KeyRule(.currency, "CURRENCY", .required), KeyRule(.rates, "TABLE", .required),
          KeyRule(.accounts, "declared"),
        ])
    case .scope:
      DirectiveRule(
        kind, "SCOPE [TEXT]",
        [
          KeyRule(.kind, choice(Scope.Kind.self)), KeyRule(.parent, "SCOPE"),
          KeyRule(.country, "COUNTRY"), KeyRule(.complete, "YESNO"),
        ])
    case .account: DirectiveRule(kind, "ACCOUNT")
    case .donor:
      DirectiveRule(
        kind, "DONOR TEXT",
        [
          KeyRule(.type, choice(Donor.Kind.self)), KeyRule(.country, "COUNTRY"),
          KeyRule(.iati, "WORD"), KeyRule(.alias, "TEXT, …"),
        ])
    case .situation:
      DirectiveRule(kind, "SCOPE TEXT", [KeyRule(.scopes, "SCOPE, …", .required)])
    case .merge: DirectiveRule(kind, "DONOR into DONOR")
    case .opening: DirectiveRule(kind, "ACCOUNT AMOUNT", [KeyRule(.fund, "FUND")])
    default:
      DirectiveRule(
        kind, "CURRENCY DECIMAL per CURRENCY",
        [KeyRule(.table, "TABLE"), KeyRule(.revises, "TEXT"), KeyRule(.confirmed, "YESNO")])
    }
  }

  private static func commitment(_ kind: FactKind) -> DirectiveRule {
    switch kind {
    case .requirement:
      DirectiveRule(
        kind, "SCOPE AMOUNT",
        [
          KeyRule(.year, "YEAR"), KeyRule(.kind, choice(Requirement.Kind.self)),
          KeyRule(.tags, "SLUG SLUG, …"),
        ])
    case .spendingPlan:
      DirectiveRule(
        kind, "SCOPE AMOUNT", [KeyRule(.year, "YEAR"), KeyRule(.month, "MONTH AMOUNT", .repeated)])
    case .pledge:
      DirectiveRule(
        kind, "REFERENCE DONOR AMOUNT",
        [
          KeyRule(.earmark, "EARMARK"), KeyRule(.year, "YEAR"),
          KeyRule(.probability, "DECIMAL %"), KeyRule(.expected, "DATE"),
        ])
    case .agreement: DirectiveRule(kind, "REFERENCE DONOR AMOUNT", keysOfAgreement)
    case .amendment:
      DirectiveRule(
        kind, "REFERENCE",
        [
          KeyRule(.amount, "SIGNED"), KeyRule(.part, "YEAR SIGNED [EARMARK] [by DONOR]", .repeated),
          KeyRule(.earmark, "EARMARK"), KeyRule(.period, "DATE..DATE"),
          KeyRule(.limit, "AMOUNT|none on SCOPE", .repeated), KeyRule(.ends, "DATE"),
          KeyRule(.recorded, "DATE"),
          KeyRule(.instalment, "DATE AMOUNT", .repeated), KeyRule(.support, support),
          KeyRule(.report, "DATE FORM", .repeated), KeyRule(.reason, "TEXT"),
        ])
    case .reported: DirectiveRule(kind, "REFERENCE DATE FORM")
    default: DirectiveRule(kind, "REFERENCE TEXT [AMOUNT]")
    }
  }

  private static let keysOfAgreement = [
    KeyRule(.earmark, "EARMARK"), KeyRule(.modality, "A…L"), KeyRule(.year, "YEAR"),
    KeyRule(.period, "DATE..DATE"), KeyRule(.require, "SLUG SLUG, …", .repeated),
    KeyRule(.limit, "AMOUNT on SCOPE", .repeated),
    KeyRule(.part, "YEAR AMOUNT [EARMARK] [by DONOR]", .repeated), KeyRule(.starts, "DATE"),
    KeyRule(.ends, "DATE"), KeyRule(.recorded, "DATE"), KeyRule(.purpose, "TEXT"),
    KeyRule(.pledge, "REFERENCE"), KeyRule(.instalment, "DATE AMOUNT", .repeated),
    KeyRule(.condition, "TEXT AMOUNT [on part PART]", .repeated),
    KeyRule(.laterYears, choice(Deferral.self)),
    KeyRule(.support, support),
    KeyRule(.report, "DATE FORM", .repeated),
  ]

  private static let support = "DECIMAL % (\(choice(SupportRate.Base.self)))"

  private static func cash(_ kind: FactKind) -> DirectiveRule {
    switch kind {
    case .unidentified: DirectiveRule(kind, "REFERENCE AMOUNT", [KeyRule(.to, "ACCOUNT")])
    case .receipt:
      DirectiveRule(
        kind, "REFERENCE AMOUNT",
        [
          KeyRule(.bank, "AMOUNT [to ACCOUNT]"), KeyRule(.to, "ACCOUNT"),
          KeyRule(.charge, "AMOUNT"), KeyRule(.part, "PART"), KeyRule(.overpayment, "YESNO"),
          KeyRule(.confirmed, "YESNO"),
        ])
    case .matched:
      DirectiveRule(
        kind, "REFERENCE REFERENCE AMOUNT",
        [KeyRule(.bank, "AMOUNT"), KeyRule(.confirmed, "YESNO")])
    case .writeOff:
      DirectiveRule(
        kind, "REFERENCE AMOUNT", [KeyRule(.part, "PART"), KeyRule(.reason, "TEXT")])
    default:
      DirectiveRule(
        kind, "REFERENCE AMOUNT",
        [
          KeyRule(.part, "PART"), KeyRule(.overpayment, "YESNO"),
          KeyRule(.paid, "DATE AMOUNT from ACCOUNT [settles AMOUNT]", .repeated),
        ])
    }
  }

  private static func use(_ kind: FactKind) -> DirectiveRule {
    let line = "REFERENCE SCOPE AMOUNT"
    return switch kind {
    case .inKind: DirectiveRule(kind, "REFERENCE AMOUNT")
    case .expenditure:
      DirectiveRule(
        kind, "FUND SCOPE AMOUNT",
        [
          KeyRule(.from, "ACCOUNT"), KeyRule(.account, "ACCOUNT"), KeyRule(.year, "YEAR"),
          KeyRule(.purpose, "TEXT"), KeyRule(.obligation, "ID"), KeyRule(.overspend, "TEXT"),
        ])
    case .allocation:
      DirectiveRule(
        kind, line, [KeyRule(.from, "SCOPE"), KeyRule(.year, "YEAR"), KeyRule(.part, "PART")])
    case .carryOver: DirectiveRule(kind, line, [KeyRule(.toYear, "YEAR")])
    default: DirectiveRule(kind, line)
    }
  }

  private static func remark(_ kind: FactKind) -> DirectiveRule {
    switch kind {
    case .revaluation: DirectiveRule(kind, "all")
    case .entry:
      DirectiveRule(
        kind, "TEXT",
        [
          KeyRule(.debit, "ACCOUNT AMOUNT [fund FUND]", .repeated),
          KeyRule(.credit, "ACCOUNT AMOUNT [fund FUND]", .repeated),
        ])
    case .reversal: DirectiveRule(kind, "ID", [KeyRule(.reason, "TEXT", .required)])
    case .acknowledgement: DirectiveRule(kind, "DONOR SCOPE AMOUNT")
    case .note: DirectiveRule(kind, "SCOPE TEXT")
    case .assert:
      DirectiveRule(
        kind, "(\(choice(Assertion.Figure.self))) SCOPE AMOUNT | balance ACCOUNT AMOUNT")
    case .close: DirectiveRule(kind, "MONTH")
    default: DirectiveRule(kind, "MONTH", [KeyRule(.reason, "TEXT", .required)])
    }
  }

  /// The words of an enumeration, with a bar between each two.
  private static func choice<Choice: CaseIterable & RawRepresentable>(
    _ type: Choice.Type
  ) -> String where Choice.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: "|")
  }
}
