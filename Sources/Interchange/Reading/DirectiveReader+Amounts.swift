import Diagnostics
import Funding
import Monetary

// Amounts and rates of the text form.
extension DirectiveReader {
  /// Reads an amount greater than zero; see ``amount(sign:)``.
  mutating func positiveAmount() throws(LineFault) -> Money {
    skipBlanks()
    let start = place
    let amount = try amount()
    return amount.isPositive ? amount : standIn(for: fault(.amountSign, start..<place))
  }

  /// Reads an amount, with a sign only where `sign` allows one.
  ///
  /// Where something is wrong with it, one unit of some currency stands for it, so that the names
  /// behind it and below it are read.
  /// - Throws: What is wrong where a word of those before it is likely missing.
  mutating func amount(sign: SignRule = .none) throws(LineFault) -> Money {
    do throws(LineFault) { return try statedAmount(sign) } catch {
      guard !isShort(error) else { throw error }
      return standIn(for: error)
    }
  }

  /// Whether an amount is at fault since it is a word short: it ends behind others that are at fault, or
  /// is a single word that is no number.
  private func isShort(_ error: LineFault) -> Bool {
    switch error.fault.code {
    case .directiveIncomplete: !wrong.isEmpty
    case .amountSyntax:
      rest(from: error.place.lowerBound) == error.place && !hasDigit(error.place)
        && !bytes[error.place].contains(UInt8(ascii: " "))
    default: false
    }
  }

  private mutating func standIn(for error: LineFault) -> Money {
    standIn(StandIn.amount, for: error, losing: .arguments)
  }

  private mutating func statedAmount(_ sign: SignRule) throws(LineFault) -> Money {
    let number = try word()
    skipBlanks()
    let codeStart = place
    while place < end, bytes[place] != UInt8(ascii: " ") { place += 1 }
    let code = codeStart..<place
    guard let currency = Currency(ascii: bytes.span.extracting(code)) else {
      if !code.isEmpty, bytes[code.upperBound - 1] == UInt8(ascii: ",") {
        throw LineFault(fault: Fault(.amountList), place: (code.upperBound - 1)..<code.upperBound)
      }
      throw notAnAmount(number, code)
    }
    note(.amount, number.lowerBound..<code.upperBound)
    note(.currency, code)
    do throws(MoneyError) {
      return try Money.parse(number: bytes.span.extracting(number), of: currency, sign: sign)
    } catch {
      throw LineFault(fault: Fault(error), place: number)
    }
  }

  /// Reads the code of a currency.
  mutating func currency() throws(LineFault) -> Currency {
    let word = try word()
    note(.currency, word)
    if let currency = Currency(ascii: bytes.span.extracting(word)) { return currency }
    throw fault(word, Fault.init(unknownCurrency:))
  }

  /// Reads a decimal number greater than zero.
  mutating func rate() throws(LineFault) -> ExactDecimal {
    let word = try word()
    note(.rate, word)
    if let rate = decimal(word), rate.isPositive { return rate }
    throw fault(.rateSyntax, word)
  }

  /// Reads a rate that stands among others.
  mutating func rateAmongOthers() throws(LineFault) -> ExactDecimal {
    try reading(or: StandIn.rate) { reader throws(LineFault) in try reader.rate() }
  }

  /// Reads a share, `7 % on direct`.
  mutating func support() throws(LineFault) -> SupportRate {
    let number = try percentage()
    guard let percent = decimal(number), percent.coefficient >= 0, percent.isBelowHundred else {
      throw fault(.percentSyntax, number)
    }
    return SupportRate(percent: percent, base: try choice(of: SupportRate.Base.self))
  }

  /// Reads how likely something is, `60 %`.
  mutating func probability() throws(LineFault) -> Probability {
    let number = try percentage()
    guard let probability = decimal(number).flatMap(Probability.init(percent:)) else {
      throw fault(.probabilitySyntax, number)
    }
    return probability
  }

  /// Passes over a number and its `%`, which may stand right behind it.
  /// - Returns: Where the number stands.
  private mutating func percentage() throws(LineFault) -> Range<Int> {
    let start = try word()
    if bytes[start.upperBound - 1] == UInt8(ascii: "%") {
      return start.lowerBound..<(start.upperBound - 1)
    }
    try expect("%")
    return start
  }

  private func decimal(_ word: Range<Int>) -> ExactDecimal? {
    // What is not a number is the caller's to tell.
    try? ExactDecimal.parse(bytes.span.extracting(word))
  }

  /// What is wrong with a number and the word behind it, which is no currency.
  private func notAnAmount(_ number: Range<Int>, _ code: Range<Int>) -> LineFault {
    // `3 million USD`, `US$ 3,068,942 million`: the whole is shown, up to three words.
    let whole = rest(from: number.lowerBound)
    let words = bytes[whole].split(separator: UInt8(ascii: " "), maxSplits: 3)
    let shown = number.lowerBound..<(words.prefix(3).last?.endIndex ?? whole.upperBound)
    let text = bytes[shown].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    for length in [2, 3] {
      let candidate = text.split(separator: " ").prefix(length).joined(separator: " ")
      do throws(MoneyError) {
        _ = try Money(parsing: candidate)
      } catch .amountUnit(_, let word) {
        return LineFault(fault: Fault(.amountUnit, text, word), place: shown)
      } catch .unknownCurrency(let unknown) where length == 3 || words.count < 3 {
        return LineFault(fault: Fault(unknownCurrency: unknown), place: code)
      } catch {
        continue
      }
    }
    return code.isEmpty || text.isEmpty
      ? fault(.amountSyntax, number) : unknownCurrency(number, code)
  }

  /// The fault of a number with a word behind it that is neither a unit nor a currency.
  private func unknownCurrency(_ number: Range<Int>, _ code: Range<Int>) -> LineFault {
    hasDigit(number)
      ? fault(code, Fault.init(unknownCurrency:))
      : fault(.amountSyntax, number.lowerBound..<code.upperBound)
  }
}

extension DirectiveReader {
  /// Whether a digit stands in `place`.
  func hasDigit(_ place: Range<Int>) -> Bool {
    bytes[place].contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

extension ExactDecimal {
  /// Whether the number is less than 100.
  fileprivate var isBelowHundred: Bool {
    var limit: Int64 = 100
    for _ in 0..<scale {
      let (tenfold, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { return true }
      limit = tenfold
    }
    return coefficient < limit
  }
}
