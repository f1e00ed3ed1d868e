public import Monetary

/// What the gap calculator is asked: budget lines in a programme tree, money that may be used only where,
/// when and for what its donors said, and what is posted already.
///
/// All amounts are in minor units of one currency, and never negative. A scope in an earmark is the
/// identifier of a node or of a line. The order of the arrays changes no result.
public struct GapProblem: Hashable, Sendable {
  /// A scope that has others or budget lines below it.
  public struct Node: Hashable, Sendable {
    /// Its identifier, which no other node and no line has.
    public var id: String
    /// The node above; nil at the top.
    public var parent: String?

    /// Makes a node.
    public init(_ id: String, parent: String? = nil) {
      self.id = id
      self.parent = parent
    }
  }

  /// A budget line.
  public struct Line: Hashable, Sendable {
    /// Its identifier, which no node and no other line has.
    public var id: String
    /// The node above.
    public var parent: String
    /// What it asks for.
    public var required: Int64
    /// Its priority: a line of a lower tier is filled before one of a higher.
    public var tier = 1
    /// What is said of it, such as `loc: N`.
    public var tags: [String: String] = [:]
    /// Whether goods in kind may fill it.
    public var takesGoods = false
    /// When the money is to be used.
    public var window = DateWindow()

    /// Makes a line of tier 1 without tags and dates, that takes money alone.
    public init(_ id: String, parent: String, required: Int64) {
      self.id = id
      self.parent = parent
      self.required = required
    }
  }

  /// Money that was paid, committed or pledged, under the donor's restrictions.
  public struct Contribution: Hashable, Sendable {
    /// Its identifier, which no other contribution has.
    public var id: String
    /// How much it is.
    public var amount: Int64
    /// How near it is to the bank.
    public var status = Status.paid
    /// Where it may be used: at and below these nodes and lines.
    public var includes: [String]
    /// Where it may not be used, though it is included.
    public var excludes: [String] = []
    /// What a line must say of itself: for each key one of these values.
    public var tags: [String: [String]] = [:]
    /// Within which days a line must lie; an open side binds nothing.
    public var validity = DateWindow()
    /// Whether it is goods, which only some lines take.
    public var isInKind = false
    /// How much of it may go to some scopes at most, what is posted included; nested or disjoint.
    public var limits: [Limit] = []
    /// Whether it was moved to where it may be used, which only orders its use: it comes before all other.
    public var isPlaced = false
    /// How narrowly it is directed, which only orders its use.
    public var category = EarmarkCategory.unearmarked
    /// The day after which it is lost, which only orders its use; nil for none.
    public var lapses: CalendarDate?
    /// The day it came, which only orders its use; nil where it is not known, which counts as early.
    public var received: CalendarDate?

    /// Makes paid money without further restrictions.
    public init(_ id: String, amount: Int64, includes: [String]) {
      self.id = id
      self.amount = amount
      self.includes = includes
    }
  }

  /// How near a contribution is to the bank.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// It arrived.
    case paid
    /// It was signed.
    case committed
    /// It was promised.
    case pledged
  }

  /// At most so much of a contribution for some scopes.
  public struct Limit: Hashable, Sendable {
    /// The nodes and lines.
    public var scopes: [String]
    /// The most that may go to them, what is posted included.
    public var most: Int64

    /// Makes a limit.
    public init(_ scopes: [String], most: Int64) {
      self.scopes = scopes
      self.most = most
    }
  }

  /// Money of a counted contribution that was given to a line, and stays there.
  public struct Posting: Hashable, Sendable {
    /// The contribution.
    public var contribution: String
    /// The line.
    public var line: String
    /// How much.
    public var amount: Int64

    /// Makes a posting.
    public init(_ contribution: String, _ line: String, _ amount: Int64) {
      self.contribution = contribution
      self.line = line
      self.amount = amount
    }
  }

  /// The scopes.
  public var nodes: [Node] = []
  /// The budget lines.
  public var lines: [Line] = []
  /// The money.
  public var contributions: [Contribution] = []
  /// What is fixed.
  public var postings: [Posting] = []
  /// Which contributions take part.
  public var counted: Set<Status> = [.paid, .committed]

  /// Makes a problem of nothing.
  public init() {}
}

/// Days from one to another, both included; a side may be open.
public struct DateWindow: Hashable, Sendable {
  /// The first day; nil where it is open.
  public var from: CalendarDate?
  /// The last day; nil where it is open.
  public var to: CalendarDate?

  /// Makes a window, open on both sides unless said otherwise.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether it ends before it starts.
  var isInverted: Bool {
    guard let from, let to else { return false }
    return to < from
  }

  /// Whether `other` lies in it: each side that is closed has one of the other's within it.
  func contains(_ other: DateWindow) -> Bool {
    if let from {
      guard let first = other.from, from <= first else { return false }
    }
    if let to {
      guard let last = other.to, last <= to else { return false }
    }
    return true
  }
}
