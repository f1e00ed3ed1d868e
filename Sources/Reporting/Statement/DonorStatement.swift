public import Funding
public import Monetary

/// A donor's statement: agreement by agreement what was owed, received and spent; or that of the
/// general fund.
public struct DonorStatement: Hashable, Sendable {
  /// Whom it is for.
  public enum Subject: Hashable, Sendable {
    /// A donor, with those that were merged into it.
    case donor(Donor)
    /// The general fund, for those who keep it.
    case general

    /// The name for people.
    var name: String {
      switch self {
      case .donor(let donor): donor.name
      case .general: "the general fund"
      }
    }
  }

  /// Whom it is for.
  public let subject: Subject
  /// Over which days.
  public let period: StatementPeriod
  /// Its agreements by the day they were signed, or the general fund.
  public let funds: [FundStatement]
  /// Agreements that others signed and it finances part of, by the day they were signed.
  public let shares: [ShareStatement]
  /// Whether the entries behind the figures are shown.
  public let showsEntries: Bool
  /// The book currency.
  public let currency: Currency
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes a statement of what there is to state.
  ///
  /// An agreement that was reversed, and moved nothing in the period, is left out.
  public init(
    for subject: Subject, _ funds: [FundStatement], sharing shares: [ShareStatement] = [],
    over period: StatementPeriod, showingEntries showsEntries: Bool = false, currency: Currency,
    stamp: ReportStamp
  ) {
    self.subject = subject
    self.period = period
    self.funds = funds.sorted {
      ($0.terms?.signed ?? .earliest, $0.owner.text)
        < ($1.terms?.signed ?? .earliest, $1.owner.text)
    }
    self.shares = shares.sorted {
      ($0.terms.signed, $0.terms.agreement.reference)
        < ($1.terms.signed, $1.terms.agreement.reference)
    }
    self.showsEntries = showsEntries
    self.currency = currency
    self.stamp = stamp
  }
}
