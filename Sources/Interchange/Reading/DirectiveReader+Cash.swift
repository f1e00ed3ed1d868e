import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Money that arrives, is given up or goes back.
extension DirectiveReader {
  /// Money that nobody can name yet.
  mutating func unidentified() -> Event {
    let (reference, amount) = claim()
    let account = one(.to) { reader throws(LineFault) in try reader.account() }
    return .unidentified(
      UnidentifiedReceipt(reference, amount: amount, account: account ?? .bank))
  }

  /// Money received; the account stands behind the bank's amount or on its own line, not on both.
  mutating func receipt() -> Event {
    let (agreement, settled) = claim()
    let bank = one(.bank) { reader throws(LineFault) in
      (try reader.positiveAmount(), reader.takes("to") ? try reader.account() : nil)
    }
    let account = one(.to) { reader throws(LineFault) in
      guard bank?.1 == nil else { throw reader.statedTwice }
      return try reader.account()
    }
    let charge = one(.charge) { reader throws(LineFault) in try reader.positiveAmount() }
    let part = one(.part) { reader throws(LineFault) in try reader.partSelector() }
    let overpayment = one(.overpayment) { reader throws(LineFault) in try reader.yesOrNo() }
    let isConfirmed = one(.confirmed) { reader throws(LineFault) in try reader.yesOrNo() }
    var receipt = Receipt(agreement, settled: settled)
    receipt.bank = bank?.0
    receipt.account = bank?.1 ?? account ?? .bank
    receipt.charge = charge
    receipt.part = part
    receipt.allowsOverpayment = overpayment ?? false
    receipt.isConfirmed = isConfirmed ?? false
    return .receipt(receipt)
  }

  /// Unidentified money that settles an agreement.
  mutating func match() -> Event {
    let (unidentified, agreement, settled) = arguments(
      or: (StandIn.reference, StandIn.reference, StandIn.amount)
    ) { reader throws(LineFault) in
      (try reader.reference(), try reader.reference(), try reader.positiveAmount())
    }
    let bank = one(.bank) { reader throws(LineFault) in try reader.positiveAmount() }
    let isConfirmed = one(.confirmed) { reader throws(LineFault) in try reader.yesOrNo() }
    return .matched(
      Match(
        unidentified, agreement: agreement, settled: settled, bank: bank,
        isConfirmed: isConfirmed ?? false))
  }

  /// A claim given up.
  mutating func writeOff() -> Event {
    let (agreement, amount) = claim()
    let part = one(.part) { reader throws(LineFault) in try reader.partSelector() }
    let reason = one(.reason) { reader throws(LineFault) in try reader.quoted() }
    return .writeOff(WriteOff(agreement, amount: amount, part: part, reason: reason))
  }

  /// Money owed back, with its payments.
  mutating func refund() -> Event {
    let (agreement, amount) = claim()
    let part = one(.part) { reader throws(LineFault) in try reader.partSelector() }
    let overpayment = one(.overpayment) { reader throws(LineFault) in try reader.yesOrNo() }
    let payments = many(.paid) { reader throws(LineFault) in
      let date = try reader.dateAmongOthers()
      let amount = try reader.positiveAmount()
      try reader.expect("from")
      let account = try reader.account()
      let settles = reader.takes("settles") ? try reader.positiveAmount() : nil
      return Refund.Payment(date: date, amount: amount, from: account, settling: settles)
    }
    return .refund(
      Refund(
        agreement, amount: amount, part: part, isOfOverpayment: overpayment ?? false,
        payments: payments))
  }

  /// Goods delivered.
  mutating func inKind() -> Event {
    let (agreement, amount) = claim()
    return .inKind(InKindGift(agreement, amount: amount))
  }

  /// Reads a reference and an amount.
  private mutating func claim() -> (Reference, Money) {
    arguments(or: (StandIn.reference, StandIn.amount)) { reader throws(LineFault) in
      (try reader.reference(), try reader.positiveAmount())
    }
  }

  /// The key of this line repeats what another one says.
  private var statedTwice: LineFault {
    LineFault(
      fault: Fault(.directiveKeyTwice, current.key?.word ?? ""),
      place: current.value..<current.bounds.upperBound)
  }
}
