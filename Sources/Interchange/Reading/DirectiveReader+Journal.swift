import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Entries by hand, remarks, and the closing of months.
extension DirectiveReader {
  /// What an account held before.
  mutating func opening() -> Event {
    let (account, amount) = arguments(or: (StandIn.account, StandIn.amount)) {
      reader throws(LineFault) in
      (try reader.account(), try reader.positiveAmount())
    }
    let fund = one(.fund) { reader throws(LineFault) in try reader.fund() }
    return .opening(Opening(account, amount: amount, fund: fund ?? .general))
  }

  /// An entry by hand, its legs in the order in which they are written.
  mutating func entry() -> Event {
    let title = arguments { reader throws(LineFault) in try reader.quoted() }
    var legs: [ManualEntry.Leg] = []
    for line in lines where line.key?.isLeg == true {
      let side: Side = line.key == .debit ? .debit : .credit
      let leg = value(of: line) { reader throws(LineFault) in
        ManualEntry.Leg(
          side, try reader.account(), try reader.positiveAmount(),
          fund: reader.takes("fund") ? try reader.fund() : .general)
      }
      if let leg { legs.append(leg) }
    }
    return .entry(ManualEntry(title ?? "", legs: legs))
  }

  /// Another fact undone.
  mutating func reversal() -> Event {
    let target = arguments(or: StandIn.identifier) { reader throws(LineFault) in
      try reader.identifier()
    }
    let reason = one(.reason) { reader throws(LineFault) in try reader.quoted() }
    return .reversal(Reversal(of: target, reason: reason ?? ""))
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
          try reader.donor(), scope: try reader.scope(), amount: try reader.positiveAmount()))
    }
  }

  /// A remark about a scope.
  mutating func note() -> Event? {
    arguments { reader throws(LineFault) in
      .note(ScopeNote(try reader.scope(), text: try reader.quotedAmongOthers()))
    }
  }

  /// A published figure, with the number of decimals it is written with.
  mutating func assertion() -> Event? {
    arguments { reader throws(LineFault) in
      let subject = try reader.subject()
      reader.skipBlanks()
      let start = reader.place
      let amount = try reader.amount()
      return .assert(
        Assertion(subject, amount: amount, digitsWritten: reader.decimals(from: start)))
    }
  }

  /// Reads what a figure is of: where nobody knows the word before it, of an account if it looks like one.
  private mutating func subject() throws(LineFault) -> Assertion.Subject {
    guard !takes("balance") else { return .balance(try account()) }
    let figure = try reading(or: Assertion.Figure?.none) { reader throws(LineFault) in
      try reader.choice(of: Assertion.Figure.self, or: "balance")
    }
    if figure == nil, rest(from: place).contains(where: { bytes[$0] == UInt8(ascii: ":") }) {
      return .balance(try account())
    }
    return .position(figure ?? .requested, try scope())
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
