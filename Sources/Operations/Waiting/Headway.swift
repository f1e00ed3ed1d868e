/// How far long work has come, for whoever waits for it.
public struct Headway: Hashable, Sendable {
  /// What is being done; a piece of work may take several steps.
  public enum Step: String, CaseIterable, Sendable {
    /// Facts are held to the rules, one after the other.
    case checking
    /// Facts are written to a store.
    case writing
    /// A store whose facts are written gets its indexes and its sums, and is brought to the disk.
    case finishing
    /// What is stored is verified.
    case verifying
  }

  /// What is being done.
  public let step: Step
  /// How much of it is done, from 0 to ``total``.
  public let done: Int
  /// How much there is to do in this step.
  public let total: Int

  /// Makes a headway of `done` among `total`.
  public init(_ step: Step, done: Int, of total: Int) {
    self.step = step
    self.done = done
    self.total = total
  }
}

/// Told how far work has come: at the beginning of each step, then now and then.
public typealias HeadwayWatcher = (Headway) -> Void

/// Counts one step of long work, and tells whoever waits for it.
struct HeadwayCounter {
  /// How many pieces are done from one telling to the next.
  static let stride = 512

  private let step: Headway.Step
  private let total: Int
  private let watcher: HeadwayWatcher?
  private var done = 0

  /// Begins a step of `total` pieces; without a watcher it only counts.
  init(_ step: Headway.Step, of total: Int, for watcher: HeadwayWatcher?) {
    self.step = step
    self.total = total
    self.watcher = watcher
    watcher?(Headway(step, done: 0, of: total))
  }

  /// Counts one more piece.
  mutating func advance() {
    done += 1
    // What is shorter than a stride is over before anybody waits for it.
    if done.isMultiple(of: Self.stride) || done == total && total > Self.stride {
      watcher?(Headway(step, done: done, of: total))
    }
  }
}
