import Bookkeeping
public import Diagnostics
import Monetary

extension Book {
  /// The fault with the name that was probably meant, where one is not known or cannot be read.
  ///
  /// Rules and readers do not look for it themselves: a file may have ten thousand faults, of which few
  /// are read.
  /// - Complexity: As ``Diagnostics/Suggestion/nearest(to:among:)`` among the names of that kind.
  public func suggesting(_ fault: Fault) -> Fault {
    guard fault.nearest == nil else { return fault }
    switch fault.code {
    case .scopeUnknown, .scopeSyntax: return fault.suggesting(among: names(of: .scope))
    case .scopeParent: return fault.suggesting(forValue: 1, among: names(of: .scope))
    case .donorUnknown, .donorSyntax: return fault.suggesting(among: names(of: .donor))
    case .accountUndeclared, .accountSyntax: return fault.suggesting(among: names(of: .account))
    case .currencyUnknown: return fault.suggesting(among: names(of: .currency))
    case .tableSyntax: return fault.suggesting(among: names(of: .table))
    case .rateMissing:
      // A table that has rates is one, though not of these currencies.
      let tables = names(of: .table)
      return tables.contains(fault.values[2])
        ? fault : fault.suggesting(forValue: 2, among: tables)
    case .agreementUnknown, .fundUnknown: return fault.suggesting(among: names(of: .agreement))
    case .pledgeUnknown: return fault.suggesting(among: names(of: .pledge))
    case .unidentifiedUnknown: return fault.suggesting(among: names(of: .unidentified))
    case .referenceSyntax:
      return fault.suggesting(
        among: names(of: .agreement) + names(of: .pledge) + names(of: .unidentified))
    case .factUnknown, .identifierSyntax: return fault.suggesting(among: names(of: .fact))
    case .amendmentAgreement: return fault.suggesting(amendmentOf: names(of: .agreement))
    case .conditionUnknown, .reportUnknown, .obligationUnknown:
      return fault.suggesting(
        forValue: fault.code == .obligationUnknown ? 0 : 1, among: owed(fault))
    default: return fault
    }
  }

  /// What names are names of.
  private enum NameKind {
    case scope, donor, account, currency, table, agreement, pledge, unidentified, fact
  }

  /// The names of a kind that the book knows, in order.
  private func names(of kind: NameKind) -> [String] {
    switch kind {
    case .scope: programme.allNames.map(\.text).sorted()
    case .donor: donors.all.map(\.id.text)
    case .account: accounts.declared.map(\.text).sorted()
    case .currency: currencies.map(\.code).sorted()
    case .table: rates.names.map(\.text)
    case .agreement: agreements.keys.map(\.text).sorted()
    case .pledge: pledges.keys.map(\.text).sorted()
    case .unidentified: unapplied.keys.map(\.text).sorted()
    case .fact:
      // Nobody writes a name that was made from a fact's content by heart.
      posted.inOrder.lazy.map(\.id.text).filter { !$0.contains(":") }
    }
  }

  /// The currencies that the ledger counts in.
  private var currencies: Set<Currency> {
    let agreed = agreements.values.map(\.agreement.amount.currency)
    let pledged = pledges.values.map(\.pledge.amount.currency)
    return rates.currencies.union(agreed + pledged + [head.currency])
  }

  /// What an agreement that the fault names owes of the kind that it missed.
  private func owed(_ fault: Fault) -> [String] {
    switch fault.code {
    case .obligationUnknown:
      return obligations.filter { $1.agreement.text == fault.values[1] }.keys.map(\.text).sorted()
    case .conditionUnknown:
      let conditions = Reference(fault.values[0]).flatMap { agreements[$0]?.agreement.conditions }
      return (conditions ?? []).map(\.name)
    default:
      let duties = Reference(fault.values[0]).flatMap { agreements[$0]?.schedule.reports }
      return (duties ?? []).map(\.description).sorted()
    }
  }
}
