import Diagnostics

/// What was found wrong so far: one diagnostic a line, the first thousand of them, the rest counted.
struct DiagnosticLog {
  /// How many diagnostics are kept.
  static let most = 1000

  private(set) var kept: [Diagnostic] = []
  private var dropped = 0
  private var firstDropped: SourceLocation?
  private var ofDirective: [Diagnostic] = []

  /// Whether the directive that is being read is at fault.
  var directiveIsFaulty: Bool { !ofDirective.isEmpty }

  /// Whether something is said of `line` already.
  func speaks(ofLine line: Int) -> Bool {
    ofDirective.contains { $0.location?.line == line }
  }

  /// Adds a diagnostic of the directive that is being read.
  mutating func add(_ diagnostic: Diagnostic) {
    ofDirective.append(diagnostic)
  }

  /// Puts what was said of the directive behind the rest, in the order of its lines.
  mutating func endDirective() {
    guard !ofDirective.isEmpty else { return }
    ofDirective.sort { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
    for diagnostic in ofDirective {
      if kept.count < Self.most {
        kept.append(diagnostic)
      } else {
        dropped += 1
        firstDropped = firstDropped ?? diagnostic.location
      }
    }
    ofDirective.removeAll(keepingCapacity: true)
  }

  /// All that is kept, and how much is not.
  var diagnostics: [Diagnostic] {
    guard dropped > 0 else { return kept }
    return kept + [Diagnostic(Fault(.textTooManyErrors, String(dropped)), at: firstDropped)]
  }
}
