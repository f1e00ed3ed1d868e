import Operations

/// How far long work has come, drawn on a terminal's line while somebody waits, and wiped off after.
///
/// Nothing is drawn in the first second, and then at most ten times a second.
final class ProgressBar {
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)
  private static let width = 30

  private let elapsed: () -> Duration
  private let write: (String) -> Void
  private let isPlain: Bool
  /// When the work began that is waited for.
  private var began: Duration
  /// When it was drawn last; nil where nothing is on the screen.
  private var drawn: Duration?

  /// Makes a bar that is drawn by `write`; `isPlain` keeps it to ASCII.
  init(isPlain: Bool, elapsed: @escaping () -> Duration, write: @escaping (String) -> Void) {
    self.isPlain = isPlain
    self.elapsed = elapsed
    self.write = write
    began = elapsed()
  }

  /// Draws how far the work has come, if it is time.
  func show(_ headway: Headway) {
    let now = elapsed()
    guard now - began >= Self.patience, now - (drawn ?? .zero) >= Self.interval else { return }
    drawn = now
    write("\r" + line(headway))
  }

  /// Wipes the bar off, for something else is written; what is done next begins anew.
  func clear() {
    if drawn != nil { write("\r\u{1B}[K") }
    drawn = nil
    began = elapsed()
  }

  /// `checking  ██████████░░░░░░░░░░  50 %`.
  private func line(_ headway: Headway) -> String {
    let total = max(headway.total, 1)
    let done = min(max(headway.done, 0), total)
    let full = done * Self.width / total
    let percent = String(done * 100 / total)
    let step = headway.step.rawValue
    let longest = Headway.Step.allCases.map(\.rawValue.count).max() ?? 0
    return step + String(repeating: " ", count: longest - step.count + 2)
      + String(repeating: isPlain ? "#" : "█", count: full)
      + String(repeating: isPlain ? "." : "░", count: Self.width - full)
      + String(repeating: " ", count: 5 - percent.count) + percent + " %"
  }
}
