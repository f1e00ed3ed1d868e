/// The kinds of fact, in the order in which facts of one day apply (DESIGN section 3).
///
/// The raw value is the directive's keyword in the text form.
public enum FactKind: String, CaseIterable, Hashable, Comparable, Sendable {
  case ledger
  case scope
  case account
  case donor
  case situation
  case merge
  case opening
  case rate
  case requirement
  case spendingPlan = "spending-plan"
  case pledge
  case agreement
  case amendment
  case fulfilled
  case reported
  case unidentified
  case receipt
  case matched
  case writeOff = "write-off"
  case refund
  case obligation
  case inKind = "in-kind"
  case inKindUsed = "in-kind-used"
  case expenditure
  case allocation
  case carryOver = "carry-over"
  case revaluation
  case entry
  case reversal
  case acknowledgement
  case note
  case assert
  case close
  case reopen

  /// Whether the fact names something for the whole ledger, whatever its date.
  public var isDeclaration: Bool { self < .merge }

  /// Orders kinds as facts of one day apply.
  public static func < (left: FactKind, right: FactKind) -> Bool { left.rank < right.rank }

  /// The place among facts of one day, from 0.
  public var rank: Int { Self.ranks[self] ?? Self.allCases.count }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
