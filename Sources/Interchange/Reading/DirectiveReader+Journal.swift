import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Entries by hand, remarks, and the closing of months.
extension DirectiveReader {
  /// What an account held before.
  mutating func opening() -> Event? {
    let head = arguments { reader throws(LineFault) in
      (try reader.account(), reader.positiveAmount())
    }
    let fund = one(.fund) { reader throws(LineFault) in try reader.fund() }
    guard let (account, amount) = head else { return nil }
    return .opening(Opening(account, amount: amount, fund: fund ?? .general))
  }

  /// An entry by hand, its legs in the order in which they are written.
  mutating func entry() -> Event? {
    let title = arguments { reader throws(LineFault) in try reader.quoted() }
    var legs: [ManualEntry.Leg] = []
    for line in lines where line.key?.isLeg == true {
      let side: Side = line.key == .debit ? .debit : .credit
      let leg = value(of: line) { reader throws(LineFault) in
        ManualEntry.Leg(
          side, try reader.account(), reader.positiveAmount(),
          fund: reader.takes("fund") ? try reader.fund() : .general)
      }
      if let leg { legs.append(leg) }
    }
    return .entry(ManualEntry(title ?? "", legs: legs))
  }

  /// Another fact undone.
  mutating func reversal() -> Event? {
    let target = arguments { reader throws(LineFault) in try reader.identifier() }
    let reason = one(.reason) { reader throws(LineFault) in try reader.quoted() }
    return target.map { .reversal(Reversal(of: $0, reason: reason ?? "")) }
  }

  /// The revaluation of everything open.
  mutating func revaluation() -> Event? {
    arguments { reader throws(LineFault) in
      try reader.expect("all")
      return .revaluation
    }
  }

  /// A donor thanked.
  mutating func acknowledgement() -> Event? {
    arguments { reader throws(LineFault) in
      .acknowledgement(
        Acknowledgement(
          try reader.donor(), scope: try reader.scope(), amount: reader.positiveAmount()))
    }
  }

  /// A remark about a scope.
  mutating func note() -> Event? {
    arguments { reader throws(LineFault) in
      .note(ScopeNote(try reader.scope(), text: try reader.quoted()))
    }
  }

  /// A published figure, with the number of decimals it is written with.
  mutating func assertion() -> Event? {
    arguments { reader throws(LineFault) in
      let subject: Assertion.Subject =
        reader.takes("balance")
        ? .balance(try reader.account())
        : .position(try reader.choice(of: Assertion.Figure.self, or: "balance"), try reader.scope())
      reader.skipBlanks()
      let start = reader.place
      let amount = reader.amount()
      return .assert(
        Assertion(subject, amount: amount, digitsWritten: reader.decimals(from: start)))
    }
  }

  /// A month opened again.
  mutating func reopening() -> Event? {
    let month = arguments { reader throws(LineFault) in try reader.month() }
    let reason = one(.reason) { reader throws(LineFault) in try reader.quoted() }
    return month.map { .reopen(Reopening($0, reason: reason ?? "")) }
  }

  /// How many decimals the number at `start` is written with.
  private func decimals(from start: Int) -> Int {
    let number = bytes[start..<end].prefix { $0 != UInt8(ascii: " ") }
    guard let point = number.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return number.endIndex - point - 1
  }
}
