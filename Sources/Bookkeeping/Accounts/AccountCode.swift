/// An account's name: its type, a colon, and a path, as in `asset:bank:citi`.
public struct AccountCode: Code {
  /// The whole name.
  public let text: String
  /// The part before the first colon.
  public let type: AccountType

  /// Takes `text` if it is an account type followed by one or more slugs, each after a colon.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 2, let type = AccountType(rawValue: String(Substring(parts[0]))),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(CodeLetters.isSlug) })
    else { return nil }
    self.text = text
    self.type = type
  }

  private init(_ type: AccountType, _ path: StaticString) {
    self.text = "\(type.rawValue):\(path)"
    self.type = type
  }

  /// How deep the account lies: 2 for `asset:bank`.
  public var depth: Int { text.utf8.reduce(1) { $1 == UInt8(ascii: ":") ? $0 + 1 : $0 } }

  /// The account's first `depth` parts: `asset:bank` of `asset:bank:citi` at 2.
  /// - Precondition: `depth` is at least 1; at 1 the result is the type's own name.
  public func prefix(depth: Int) -> Substring {
    precondition(depth >= 1)
    var colons = 0
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: ":") {
      colons += 1
      if colons == depth { return text[..<index] }
    }
    return text[...]
  }

  /// Whether this is `other` or lies under it.
  public func isWithin(_ other: AccountCode) -> Bool { isWithin(other.text) }

  /// Whether this bears a name, of an account or of a type, or lies under what does.
  public func isWithin(_ name: String) -> Bool {
    let (own, above) = (text.utf8, name.utf8)
    guard own.starts(with: above) else { return false }
    return own.dropFirst(above.count).first.map { $0 == UInt8(ascii: ":") } ?? true
  }
}

// Month end: what foreign items are worth more or less than they are carried at has accounts of its own.
extension AccountCode {
  private static let revaluationSuffix = ":revaluation"

  /// The sub-account that takes what this account's foreign items are worth more, or less.
  public var revaluation: AccountCode {
    AccountCode(type: type, text: text + Self.revaluationSuffix)
  }

  /// The account whose revaluation this one takes; nil where it takes none.
  public var revalued: AccountCode? {
    guard text.hasSuffix(Self.revaluationSuffix) else { return nil }
    return AccountCode(String(text.dropLast(Self.revaluationSuffix.utf8.count)))
  }

  private init(type: AccountType, text: String) {
    self.text = text
    self.type = type
  }
}

// The accounts that the posting rules use unless a fact names others (DESIGN section 3).
extension AccountCode {
  /// Money in banks.
  public static let bank = AccountCode(.asset, "bank")
  /// What donors owe under agreements.
  public static let receivable = AccountCode(.asset, "receivable")
  /// Where currencies meet; its book amounts net to zero within each entry.
  public static let exchange = AccountCode(.netAsset, "exchange")
  /// The other side of what a ledger opens with.
  public static let opening = AccountCode(.netAsset, "opening")
  /// What donors agreed to give.
  public static let contributions = AccountCode(.revenue, "contributions")
  /// Realised gains on exchange.
  public static let exchangeGain = AccountCode(.revenue, "exchange")
  /// Realised losses on exchange.
  public static let exchangeLoss = AccountCode(.expense, "exchange")
  /// Gains on exchange of what is still open at a month's end.
  public static let unrealisedGain = AccountCode(.revenue, "exchange:unrealised")
  /// Losses on exchange of what is still open at a month's end.
  public static let unrealisedLoss = AccountCode(.expense, "exchange:unrealised")
  /// What banks kept of receipts.
  public static let bankCharges = AccountCode(.expense, "bank-charges")
  /// What was spent on budget lines.
  public static let programme = AccountCode(.expense, "programme")
  /// What donors paid beyond what they owed.
  public static let overpayments = AccountCode(.liability, "overpayments")
  /// What donors agreed to and is not revenue yet: a condition is open, or its year has not begun.
  public static let deferred = AccountCode(.liability, "deferred")
  /// What of that is no longer revenue, since it is owed back.
  public static let refunds = AccountCode(.revenue, "refunds")
  /// What is owed back to donors.
  public static let refundsDue = AccountCode(.liability, "refunds")
  /// Claims on donors given up.
  public static let writeOffs = AccountCode(.expense, "write-off")
  /// Money that arrived and that nobody can name yet.
  public static let unapplied = AccountCode(.liability, "unapplied")
  /// What agreements bear of the cost of support.
  public static let supportCost = AccountCode(.expense, "support-cost")
  /// The same, where the general fund takes it in.
  public static let supportRecovered = AccountCode(.revenue, "support-recovered")
  /// Where funds meet; it is zero over all of them.
  public static let interfund = AccountCode(.netAsset, "interfund")
  /// Goods that were delivered and not used yet.
  public static let inventory = AccountCode(.asset, "inventory")
  /// Goods that donors gave.
  public static let inKind = AccountCode(.revenue, "in-kind")
  /// What is owed to suppliers and partners.
  public static let payables = AccountCode(.liability, "payables")
  /// What operations asked for.
  public static let requirements = AccountCode(.budget, "requirements")
  /// What of it is not covered.
  public static let unfunded = AccountCode(.budget, "unfunded")
  /// What of it is covered.
  public static let funded = AccountCode(.budget, "funded")
  /// Promises that no agreement has taken up.
  public static let pledgesOutstanding = AccountCode(.memorandum, "pledges-outstanding")
  /// All promises made.
  public static let pledgesMade = AccountCode(.memorandum, "pledges-made")
  /// Promises that became agreements.
  public static let pledgesConverted = AccountCode(.memorandum, "pledges-converted")
  /// Agreements signed.
  public static let signed = AccountCode(.memorandum, "signed")
  /// Agreements signed and not yet in the funding records.
  public static let awaiting = AccountCode(.memorandum, "awaiting")
  /// Agreements in the funding records.
  public static let recorded = AccountCode(.memorandum, "recorded")
  /// What is committed to partners, and its other side.
  public static let obligations = AccountCode(.memorandum, "obligations")
  /// Commitments that are not disbursed yet.
  public static let obligationsOpen = AccountCode(.memorandum, "obligations-open")
  /// What was taken over from an earlier budget year.
  public static let carriedIn = AccountCode(.budget, "carried-in")
}
