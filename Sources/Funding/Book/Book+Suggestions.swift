import Bookkeeping
public import Diagnostics

extension Book {
  /// The fault with the name that was probably meant, where its rule did not know one.
  ///
  /// Rules do not look for it themselves: a file may have ten thousand faults, of which few are read.
  /// - Complexity: As ``Diagnostics/Suggestion/nearest(to:among:)`` among the names of that kind.
  public func suggesting(_ fault: Fault) -> Fault {
    let names: [String]
    switch fault.code {
    case .scopeUnknown:
      names = programme.allNames.map(\.text)
    case .donorUnknown: names = donors.all.map(\.id.text)
    case .agreementUnknown, .fundUnknown: names = agreements.keys.map(\.text)
    case .amendmentAgreement:
      return fault.suggesting(amendmentOf: agreements.keys.map(\.text).sorted())
    case .conditionUnknown:
      let conditions = Reference(fault.values[0]).flatMap { agreements[$0]?.agreement.conditions }
      return fault.suggesting(forValue: 1, among: (conditions ?? []).map(\.name))
    case .reportUnknown:
      let duties = Reference(fault.values[0]).flatMap { agreements[$0]?.agreement.reports }
      return fault.suggesting(forValue: 1, among: (duties ?? []).map(\.description))
    case .obligationUnknown:
      names = obligations.filter { $1.agreement.text == fault.values[1] }.keys.map(\.text)
    case .pledgeUnknown: names = pledges.keys.map(\.text)
    case .unidentifiedUnknown: names = unapplied.keys.map(\.text)
    case .accountUndeclared: names = accounts.declared.map(\.text)
    default: return fault
    }
    return fault.suggesting(among: names.sorted())
  }
}
