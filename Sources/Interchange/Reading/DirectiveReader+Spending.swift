import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Money that is used on budget lines.
extension DirectiveReader {
  /// Money committed to a partner.
  mutating func obligation() -> Event {
    let (agreement, scope, amount) = use()
    return .obligation(Obligation(agreement, scope: scope, amount: amount))
  }

  /// Goods used on a line.
  mutating func inKindUsed() -> Event {
    let (agreement, scope, amount) = use()
    return .inKindUsed(LineUse(agreement, scope: scope, amount: amount))
  }

  /// Money spent; the fund `general` names no agreement.
  mutating func expenditure() -> Event {
    let (fund, scope, amount) = use()
    let source = one(.from) { reader throws(LineFault) in try reader.account() }
    let account = one(.account) { reader throws(LineFault) in try reader.account() }
    let year = one(.year) { reader throws(LineFault) in try reader.year() }
    let purpose = one(.purpose) { reader throws(LineFault) in try reader.quoted() }
    let obligation = one(.obligation) { reader throws(LineFault) in try reader.identifier() }
    let overspend = one(.overspend) { reader throws(LineFault) in try reader.quoted() }
    let isGeneral = fund.text == FundCode.general.text
    var expenditure = Expenditure(isGeneral ? nil : fund, scope: scope, amount: amount)
    if let source { expenditure.source = source }
    if let account { expenditure.account = account }
    expenditure.year = year
    expenditure.purpose = purpose
    expenditure.obligation = obligation
    expenditure.overspend = overspend
    return .expenditure(expenditure)
  }

  /// Money moved to a line.
  mutating func allocation() -> Event {
    let (agreement, scope, amount) = use()
    let source = one(.from) { reader throws(LineFault) in try reader.scope() }
    let year = one(.year) { reader throws(LineFault) in try reader.year() }
    let part = one(.part) { reader throws(LineFault) in try reader.partSelector() }
    var allocation = Allocation(agreement, to: scope, amount: amount)
    allocation.source = source
    allocation.year = year
    allocation.part = part
    return .allocation(allocation)
  }

  /// Money taken into a later year.
  mutating func carryOver() -> Event {
    let (agreement, scope, amount) = use()
    let year = one(.toYear) { reader throws(LineFault) in try reader.year() }
    return .carryOver(CarryOver(agreement, scope: scope, amount: amount, toYear: year))
  }

  /// Reads a reference, a scope and an amount.
  private mutating func use() -> (Reference, ScopePath, Money) {
    arguments(or: (StandIn.reference, StandIn.scope, StandIn.amount)) {
      reader throws(LineFault) in
      (try reader.reference(), try reader.scope(), try reader.positiveAmount())
    }
  }
}
