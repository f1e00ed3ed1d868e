public import Bookkeeping
public import Diagnostics

/// The scopes and situations of a ledger, as a tree below `global`.
public struct ProgrammeTree: Hashable, Sendable {
  private var scopes: [ScopePath: Scope]
  private var situations: [ScopePath: Situation]
  /// When the ledger learnt of each scope and situation; of what was always known nothing is told.
  private var learnt: [ScopePath: Instant] = [:]
  /// What was said of `global`, in order.
  private var saidOfGlobal: [Statement] = []

  /// A scope as it was declared, and when the ledger learnt it.
  private struct Statement: Hashable {
    let scope: Scope
    let learnt: Instant?
  }

  /// Makes a tree of nothing but `global`.
  public init() {
    scopes = [.global: Scope(.global, name: "Global")]
    situations = [:]
  }

  /// Adds a scope that was `learnt` at an instant, or is always known; `global` may be given again, to say that
  /// it is complete.
  ///
  /// - Throws: `scope-remainder` for `S/*`, or else `scope-duplicate`; `scope-parent` where the parent
  ///   is not declared, `scope-cycle` where that is the scope itself, or else `scope-parent-differs`.
  public mutating func add(_ scope: Scope, learnt: Instant? = nil) throws(Faults) {
    guard scope.path != .global else { return take(Statement(scope: scope, learnt: learnt)) }
    var checks = Checks()
    checks.run(try requireNew(scope.path))
    checks.run(try requireParent(of: scope))
    try checks.conclude()
    scopes[scope.path] = scope
    self.learnt[scope.path] = learnt
  }

  private mutating func take(_ statement: Statement) {
    saidOfGlobal.append(statement)
    scopes[.global] = Scope(
      .global, name: statement.scope.name ?? scopes[.global]?.name,
      isComplete: statement.scope.isComplete || scope(.global)?.isComplete == true)
  }

  /// Adds a situation that was `learnt` at an instant, or is always known.
  ///
  /// - Throws: `scope-remainder` for `S/*`, or else `scope-duplicate` where a scope or situation has
  ///   its name; `scope-unknown` or `scope-situation` for each of its scopes.
  public mutating func add(_ situation: Situation, learnt: Instant? = nil) throws(Faults) {
    var checks = Checks()
    checks.run(try requireNew(situation.path))
    for scope in situation.scopes { checks.run(try require(scope)) }
    try checks.conclude()
    situations[situation.path] = situation
    self.learnt[situation.path] = learnt
  }

  /// The tree as far as it was `known` by an instant: what was learnt later is left out, unless something
  /// that was known lies below it.
  /// - Complexity: O(*n*) in the scopes.
  public func asOf(known: Instant) -> ProgrammeTree {
    func isKnown(_ instant: Instant?) -> Bool { instant.map { $0 <= known } ?? true }
    var tree = ProgrammeTree()
    for statement in saidOfGlobal where isKnown(statement.learnt) { tree.take(statement) }
    tree.situations = situations.filter { isKnown(learnt[$0.key]) }
    let known =
      scopes.keys.filter { isKnown(learnt[$0]) } + tree.situations.values.flatMap(\.scopes)
    for path in known {
      var next: ScopePath? = path
      while let current = next, tree.scopes[current] == nil, let scope = scopes[current] {
        tree.scopes[current] = scope
        next = parent(of: current)
      }
    }
    tree.learnt = learnt.filter { tree.isDeclared($0.key) }
    return tree
  }

  private func requireNew(_ path: ScopePath) throws(Fault) {
    guard !path.isRemainder else { throw Fault(.scopeRemainder, path.text) }
    guard !isDeclared(path) else { throw Fault(.scopeDuplicate, path.text) }
  }

  private func requireParent(of scope: Scope) throws(Fault) {
    let parent = Self.parent(of: scope)
    guard parent != scope.path else { throw Fault(.scopeCycle, scope.path.text, parent.text) }
    guard scopes[parent] != nil else {
      throw Fault(.scopeParent, scope.path.text, parent.text)
    }
    if let written = scope.path.writtenParent, let declared = scope.parent, declared != written {
      throw Fault(.scopeParentDiffers, scope.path.text, declared.text, written.text)
    }
  }

  /// The parent that a declaration gives its scope: what is written before the last slash, else the
  /// declared one, else `global`.
  public static func parent(of scope: Scope) -> ScopePath {
    scope.path.writtenParent ?? scope.parent ?? .global
  }

  /// When the ledger learnt of a scope or situation; nil of what was always known, or never.
  func learnt(of path: ScopePath) -> Instant? { learnt[path] }

  /// The scope of that path, if declared.
  public func scope(_ path: ScopePath) -> Scope? { scopes[path] }

  /// The situation of that name, if declared.
  public func situation(_ path: ScopePath) -> Situation? { situations[path] }

  /// All scopes, ordered by path, `global` included.
  public var allScopes: [Scope] { scopes.values.sorted { $0.path < $1.path } }

  /// All situations, ordered by name.
  public var allSituations: [Situation] { situations.values.sorted { $0.path < $1.path } }

  /// The paths of all scopes, then of all situations, each ordered.
  public var allNames: [ScopePath] { allScopes.map(\.path) + allSituations.map(\.path) }

  /// The name of a scope or situation for people: as declared, else its path.
  public func name(of path: ScopePath) -> String {
    scopes[path.scope]?.name ?? situations[path]?.name ?? path.text
  }

  /// Whether a scope or situation bears that name.
  public func isDeclared(_ path: ScopePath) -> Bool {
    scopes[path] != nil || situations[path] != nil
  }

  /// Whether a percentage funded says something about the scope: `global` and regions are more than
  /// one ledger mostly holds, unless they are declared complete.
  public func showsPercentage(of path: ScopePath) -> Bool {
    let isAggregate = path == .global || scopes[path]?.kind == .region
    return !isAggregate || scopes[path]?.isComplete == true
  }

  /// - Throws: `scope-situation` where a situation bears that name, `scope-unknown` where nothing does.
  public func require(_ path: ScopePath) throws(Fault) {
    guard scopes[path] == nil else { return }
    throw Fault(situations[path] == nil ? .scopeUnknown : .scopeSituation, path.text)
  }

  /// - Throws: `scope-unknown` where neither a scope nor a situation bears that name.
  func requireDeclared(_ path: ScopePath) throws(Fault) {
    guard isDeclared(path) else { throw Fault(.scopeUnknown, path.text) }
  }

  /// The parent of a scope; of a remainder, its scope; nil for `global`.
  public func parent(of path: ScopePath) -> ScopePath? {
    if path.isRemainder { return path.scope }
    guard path != .global else { return nil }
    return scopes[path].map(Self.parent(of:)) ?? path.writtenParent ?? .global
  }

  /// The scope itself, its parent, and so on up to `global`.
  /// - Complexity: O(depth).
  public func lineage(of path: ScopePath) -> [ScopePath] {
    var lineage = [path]
    while let parent = parent(of: lineage[lineage.count - 1]) { lineage.append(parent) }
    return lineage
  }

  /// Whether `path` is `ancestor` or lies below it.
  /// - Complexity: O(depth), without allocation.
  public func contains(_ path: ScopePath, in ancestor: ScopePath) -> Bool {
    if ancestor == .global { return true }
    var next: ScopePath? = path
    while let current = next {
      if current == ancestor { return true }
      next = parent(of: current)
    }
    return false
  }

  /// Children of a scope, ordered by path.
  public func children(of path: ScopePath) -> [Scope] {
    allScopes.filter { $0.path != .global && Self.parent(of: $0) == path }
  }

  /// The children of every scope that has some, ordered by path.
  /// - Complexity: O(*n* log *n*), once for the whole tree.
  public var childrenByParent: [ScopePath: [Scope]] {
    Dictionary(grouping: allScopes.filter { $0.path != .global }, by: Self.parent(of:))
  }

  /// The scopes that a name stands for: itself, or those of a situation.
  public func expanding(_ path: ScopePath) -> [ScopePath] { situations[path]?.scopes ?? [path] }

  /// What a report about that scope or situation is about.
  /// - Throws: `scope-unknown`.
  public func area(of path: ScopePath) throws(Fault) -> Area {
    if let situation = situations[path] { return Area(path, roots: outermost(situation.scopes)) }
    try require(path)
    return Area(of: path)
  }

  /// The place of money so earmarked: the lowest scope that contains every scope it may be used in;
  /// `global` where it may be used anywhere.
  ///
  /// Included scopes that lie in an excluded one do not count.
  /// - Throws: `scope-unknown` where an included or excluded name is not declared, `earmark-nowhere`
  ///   where nothing is left that is not excluded.
  /// - Complexity: O(depth) for each scope, and for each that is included and excluded together.
  public func place(of earmark: Earmark) throws(Fault) -> ScopePath {
    let scopes = try scopes(of: earmark)
    var common = lineage(of: scopes[0])[...]
    for scope in scopes.dropFirst() {
      let above = Set(lineage(of: scope))
      common = common.drop { !above.contains($0) }
    }
    return common.first ?? .global
  }

  /// Where money so earmarked may be used, where its place does not tell.
  /// - Throws: As ``place(of:)``.
  public func reach(of earmark: Earmark) throws(Fault) -> Reach? {
    let scopes = outermost(try scopes(of: earmark))
    let exceptions = outermost(
      earmark.excludes.flatMap(expanding).filter { excluded in
        scopes.contains { contains(excluded, in: $0) }
      })
    guard scopes.count > 1 || !exceptions.isEmpty else { return nil }
    return Reach(scopes, except: exceptions)
  }

  /// The scopes that an earmark includes and does not exclude; at least one.
  private func scopes(of earmark: Earmark) throws(Fault) -> [ScopePath] {
    for name in earmark.includes + earmark.excludes { try requireDeclared(name) }
    let excluded = earmark.excludes.flatMap(expanding)
    let included = earmark.includes.isEmpty ? [.global] : earmark.includes.flatMap(expanding)
    let scopes = included.filter { scope in !excluded.contains { contains(scope, in: $0) } }
    guard !scopes.isEmpty else { throw Fault(.earmarkNowhere) }
    return scopes
  }

  /// Those of `scopes` that lie in no other of them, each once.
  private func outermost(_ scopes: [ScopePath]) -> [ScopePath] {
    guard scopes.count > 1 else { return scopes }
    let scopes = Set(scopes)
    return scopes.filter { scope in
      !scopes.contains { $0 != scope && contains(scope, in: $0) }
    }.sorted()
  }

  /// Whether money so earmarked may be used at `scope`, below it, or above it and so there as well.
  ///
  /// What names that are not declared stand for nobody knows: they permit all.
  public func permits(_ earmark: Earmark, somewhereIn scope: ScopePath) -> Bool {
    guard self.scope(scope) != nil, (earmark.includes + earmark.excludes).allSatisfy(isDeclared)
    else { return true }
    let isIncluded =
      earmark.includes.isEmpty
      || earmark.includes.flatMap(expanding).contains {
        contains(scope, in: $0) || contains($0, in: scope)
      }
    return isIncluded && !earmark.excludes.flatMap(expanding).contains { contains(scope, in: $0) }
  }

  /// Whether money so earmarked may be used at `line`.
  public func permits(_ earmark: Earmark, at line: ScopePath) -> Bool {
    let included =
      earmark.includes.isEmpty
      || earmark.includes.flatMap(expanding).contains { contains(line, in: $0) }
    return included && !earmark.excludes.flatMap(expanding).contains { contains(line, in: $0) }
  }
}
