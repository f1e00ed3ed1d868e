import Diagnostics

/// What was found wrong so far: the first thousand diagnostics, the rest counted.
struct DiagnosticLog {
  /// How many diagnostics are kept.
  static let most = 1000

  private var kept: [Diagnostic] = []
  private var dropped = 0
  private var firstDropped: SourceLocation?
  private var ofDirective: [Diagnostic] = []
  private var toldOfDirective: Set<Place> = []

  /// What was told, and where.
  private struct Place: Hashable {
    let code: FaultCode
    let line: Int
    let column: Int?
  }

  /// Whether the directive that is being read is at fault.
  private(set) var directiveIsFaulty = false

  /// Whether no more is kept, so that nothing need be found out about a fault but where it is.
  var isFull: Bool { kept.count + ofDirective.count >= Self.most }

  /// Whether that is told of the directive already.
  func tells(_ fault: Fault, at location: SourceLocation) -> Bool {
    toldOfDirective.contains(
      Place(code: fault.code, line: location.line, column: location.column))
  }

  /// Adds what is wrong at `location` with the directive that is being read.
  mutating func add(_ fault: Fault, at location: SourceLocation, excerpt: () -> String) {
    directiveIsFaulty = true
    toldOfDirective.insert(
      Place(code: fault.code, line: location.line, column: location.column))
    if isFull {
      dropped += 1
      firstDropped = firstDropped ?? location
    } else {
      ofDirective.append(Diagnostic(fault, at: location, excerpt: excerpt()))
    }
  }

  /// Puts what was said of the directive behind the rest, in the order of its places.
  mutating func endDirective() {
    guard directiveIsFaulty else { return }
    directiveIsFaulty = false
    ofDirective.sort { $0.place < $1.place }
    kept += ofDirective
    ofDirective.removeAll(keepingCapacity: true)
    toldOfDirective.removeAll(keepingCapacity: true)
  }

  /// All that is kept, and how much is not.
  var diagnostics: [Diagnostic] {
    guard dropped > 0 else { return kept }
    return kept + [Diagnostic(Fault(.textTooManyErrors, String(dropped)), at: firstDropped)]
  }
}

extension Diagnostic {
  /// Where it is: its line, then its column.
  fileprivate var place: (Int, Int) { (location?.line ?? 0, location?.column ?? 0) }
}
