public import Monetary

/// The share of spending that the organisation keeps for support (indirect cost).
public struct SupportRate: Hashable, Sendable {
  /// What the rate is taken of.
  public enum Base: String, CaseIterable, Hashable, Sendable {
    /// Of direct cost: `gross × r ∕ (1 + r)`.
    case onDirect = "on direct"
    /// Of the gross amount.
    case ofGross = "of gross"
  }

  /// In percent, at least 0 and below 100, as written.
  public let percent: ExactDecimal
  /// What it is taken of.
  public let base: Base

  /// Makes a rate.
  public init(percent: ExactDecimal, base: Base) {
    self.percent = percent
    self.base = base
  }

  /// What support costs beside `direct` cost: `direct × r` or, of gross, `direct × r ∕ (1 - r)`.
  ///
  /// Rounded once, half to even, to minor units of the same currency.
  /// - Throws: `.overflow`.
  public func cost(beside direct: Money) throws(MoneyError) -> Money {
    let cost = part(of: direct, whole: base == .onDirect ? hundred : hundred - rate)
    guard let counted = Int64(exactly: cost) else { throw .overflow(direct.description) }
    return Money(minorUnits: counted, of: direct.currency)
  }

  /// What of a gross amount is support cost: `gross × r ∕ (1 + r)` or, of gross, `gross × r`; rounded
  /// as ``cost(beside:)`` is. The rest is direct cost.
  public func cost(within gross: Money) -> Money {
    let cost = part(of: gross, whole: base == .onDirect ? hundred + rate : hundred)
    // A part of an amount is counted where the amount is.
    return Money(minorUnits: Int64(cost), of: gross.currency)
  }

  private var rate: Int128 { Int128(percent.coefficient) }

  /// A hundred percent, in units of ``rate``.
  private var hundred: Int128 {
    (0..<percent.scale).reduce(100) { hundred, _ in hundred * 10 }
  }

  private func part(of amount: Money, whole: Int128) -> Int128 {
    Rounding.halfEven.quotient(Int128(amount.minorUnits) * rate, by: whole)
  }
}

/// A rate of support cost, and since when it is agreed.
public struct DatedSupportRate: Hashable, Sendable {
  /// The first day.
  public let since: CalendarDate
  /// The rate.
  public let rate: SupportRate
}

extension AgreementState {
  /// The rate agreed for cost of `day`, the newest on or before it; nil where there is none.
  public func supportRate(on day: CalendarDate) -> SupportRate? {
    support.last { $0.since <= day }?.rate
  }

  /// Takes in a rate; of one day, the later one holds.
  mutating func agree(on rate: DatedSupportRate) {
    support.insert(rate, at: support.firstIndex { $0.since > rate.since } ?? support.endIndex)
  }
}
