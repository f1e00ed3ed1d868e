import Bookkeeping

/// Where budget lines are, those of an area and those elsewhere, and where money is that lies at a scope.
struct LineMap {
  /// Where money is that lies at a scope.
  enum Landing: Hashable {
    /// At these lines, of which there is at least one: those of the scope or, where it has none and none lies
    /// below it, of the nearest above.
    case lines([String])
    /// At a scope that has no line of its own: it may go on to lines below.
    case scope(ScopePath)
  }

  let programme: ProgrammeTree
  /// The area's own scopes.
  let roots: [ScopePath]
  /// The lines of the area and those elsewhere, by identifier.
  private(set) var lines: [String: BudgetLine] = [:]
  /// The identifiers of the lines of each scope or remainder.
  private(set) var linesOf: [ScopePath: [String]] = [:]
  /// Scopes at or below which there is a line.
  private var broken: Set<ScopePath> = []

  /// Will tell the lines of an area from others.
  init(of area: Area, in programme: ProgrammeTree) {
    self.programme = programme
    roots = area.roots
  }

  /// Adds a line.
  mutating func add(_ line: BudgetLine, called name: String) {
    lines[name] = line
    linesOf[line.scope, default: []].append(name)
    broken.formUnion(programme.lineage(of: line.scope.scope))
  }

  /// The node of a scope in the problem.
  static func node(_ scope: ScopePath) -> String { nodePrefix + scope.text }

  /// The scope behind a node; nil for a line.
  static func scope(ofNode id: String) -> ScopePath? {
    id.hasPrefix(nodePrefix) ? ScopePath(String(id.dropFirst(nodePrefix.count))) : nil
  }

  /// What tells the identifier of a node from that of a line at the same scope.
  private static let nodePrefix = "scope "

  /// Whether a scope belongs to the area.
  func isInside(_ scope: ScopePath) -> Bool {
    roots.contains { programme.contains(scope.scope, in: $0) }
  }

  /// Whether a line belongs to the area.
  func isInside(line name: String) -> Bool { lines[name].map { isInside($0.scope) } ?? false }

  /// The lines of the area, by identifier.
  var linesInside: [String: BudgetLine] { lines.filter { isInside($0.value.scope) } }

  /// The lines that are a scope's own, or what it leaves to those below it.
  func ownLines(of scope: ScopePath) -> [String] {
    linesOf[scope] ?? linesOf[scope.remainder] ?? []
  }

  /// Where money is that lies at a scope.
  func landing(at scope: ScopePath) -> Landing {
    let own = ownLines(of: scope)
    if !own.isEmpty { return .lines(own) }
    if broken.contains(scope) { return .scope(scope) }
    let above = linesAbove(scope)
    return above.isEmpty ? .scope(scope) : .lines(above)
  }

  /// The scope of the lines that have what lies at a scope as it lies; the scope itself where none has.
  func scope(ofLinesAt scope: ScopePath) -> ScopePath {
    guard !broken.contains(scope), let line = linesAbove(scope).first else { return scope }
    return lines[line]?.scope ?? scope
  }

  /// The nodes and lines where money may be used that lies at a place and has a reach.
  func includes(of reach: Reach?, at place: ScopePath) -> [String] {
    let reached = (reach?.scopes ?? []).compactMap { scope -> ScopePath? in
      if programme.contains(scope, in: place) { return scope }
      return programme.contains(place, in: scope) ? place : nil
    }
    return (reached.isEmpty ? [place] : reached).flatMap { names(at: $0) }
  }

  /// The nodes where money may not be used.
  func excludes(of reach: Reach?) -> [String] {
    (reach?.exceptions ?? []).flatMap { scope in
      isInside(scope) ? [scope] : roots.filter { programme.contains($0, in: scope) }
    }.map(Self.node)
  }

  /// The nodes that a limit on a scope binds: none where the scope has no line, since the lines above are not
  /// for it alone.
  func nodes(limitedBy scope: ScopePath) -> [String] {
    if isInside(scope) { return broken.contains(scope) ? [Self.node(scope)] : [] }
    return roots.filter { programme.contains($0, in: scope) && broken.contains($0) }.map(Self.node)
  }

  /// The node of a scope with lines, else the lines of the nearest scope above that has some; of a scope
  /// above the area, those of the area below it.
  private func names(at scope: ScopePath) -> [String] {
    guard isInside(scope) else {
      return roots.filter { programme.contains($0, in: scope) }.flatMap { names(at: $0) }
    }
    return broken.contains(scope) ? [Self.node(scope)] : linesAbove(scope)
  }

  /// The lines of the nearest scope above that has some; of a scope of the area, one of the area.
  private func linesAbove(_ scope: ScopePath) -> [String] {
    let isOwn = isInside(scope)
    for above in programme.lineage(of: scope).dropFirst() where !isOwn || isInside(above) {
      let lines = ownLines(of: above)
      if !lines.isEmpty { return lines }
    }
    return []
  }
}
