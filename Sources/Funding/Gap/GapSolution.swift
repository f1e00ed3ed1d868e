/// What a gap problem comes to: what is funded, what no money can fill, what cannot be used, and how money
/// that is free is best spread.
///
/// All amounts are in minor units of the problem's currency, and exact. Lists are by identifier.
public struct GapSolution: Hashable, Sendable {
  /// A budget line.
  public struct Line: Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its priority.
    public let tier: Int
    /// What it asks for.
    public let required: Int64
    /// What is posted there.
    public let posted: Int64
    /// What is missing at least, over all allocations that use as much as can be: what no current money
    /// can fill.
    public let leastGap: Int64
    /// What is missing at most, over the same.
    public let greatestGap: Int64
    /// What it has by fair share, with what is posted.
    public let funded: Int64
    /// What part of it that covers, before it is rounded; nil where it asks for nothing or is over-funded.
    public let level: CoverageLevel?

    /// What it asks for beyond what is posted.
    public var lacking: Int64 { max(0, required - posted) }
    /// What is posted beyond what it asks for.
    public var overfunded: Int64 { max(0, posted - required) }
  }

  /// A contribution that is counted.
  public struct Contribution: Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// How much it is.
    public let amount: Int64
    /// What of it is posted.
    public let posted: Int64
    /// What of the rest is stranded at least, over all allocations that use as much as can be: what no
    /// line can take.
    public let leastStranded: Int64
    /// What of the rest is stranded at most, over the same.
    public let greatestStranded: Int64
    /// What of the rest is used in the order of use.
    public let used: Int64

    /// What is not posted.
    public var unposted: Int64 { amount - posted }
    /// What is left over in the order of use.
    public var left: Int64 { unposted - used }
  }

  /// Lines that ask for more than all the money they may have: `required` − `money` is the whole gap.
  public struct GapCertificate: Hashable, Sendable {
    /// The fewest such lines.
    public let lines: [String]
    /// All contributions that one of them may have.
    public let contributions: [String]
    /// What the lines ask for beyond what is posted.
    public let required: Int64
    /// What of the contributions is not posted.
    public let money: Int64

    /// The gap that they prove.
    public var gap: Int64 { required - money }
  }

  /// Contributions that are more than all that may take them: `money` − `absorbable` is all that is
  /// stranded.
  public struct StrandedCertificate: Hashable, Sendable {
    /// The fewest such contributions.
    public let contributions: [String]
    /// All lines that may take one of them.
    public let lines: [String]
    /// What of the contributions is not posted.
    public let money: Int64
    /// What the lines ask for beyond what is posted.
    public let absorbable: Int64

    /// The stranded money that they prove.
    public var stranded: Int64 { money - absorbable }
  }

  /// The lines of a tier that are covered alike by fair share.
  public struct Block: Hashable, Sendable {
    /// The tier.
    public let tier: Int
    /// What part of each is covered, before it is rounded.
    public let level: CoverageLevel
    /// The lines.
    public let lines: [String]
    /// What they have together.
    public let funded: Int64
  }

  /// What all lines ask for.
  public let required: Int64
  /// What all counted contributions are.
  public let available: Int64
  /// What is posted, up to what each line asks for, and what can be used beside.
  public let funded: Int64
  /// What no allocation of the money can fill.
  public let hardGap: Int64
  /// What no allocation can use.
  public let stranded: Int64
  /// What is posted beyond what lines ask for.
  public let overfunded: Int64
  /// The lines.
  public let lines: [Line]
  /// The contributions that are counted.
  public let contributions: [Contribution]
  /// The proof of the gap; nil where there is none, or where limits of contributions are part of it.
  public let gapCertificate: GapCertificate?
  /// The proof of what is stranded; nil where nothing is, or where limits are part of it.
  public let strandedCertificate: StrandedCertificate?
  /// Whether a contribution has limits.
  public let hasLimits: Bool
  /// The levels of fair share, by tier and level.
  public let blocks: [Block]
}
