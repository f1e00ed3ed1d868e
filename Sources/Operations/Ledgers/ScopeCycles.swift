import Bookkeeping
import Diagnostics
import Funding
import Interchange

/// Scopes of a text that lie below each other, so that none of them is declared below one that is.
struct ScopeCycles {
  /// The parent of each scope that lies in a circle.
  private var parents: [ScopePath: ScopePath] = [:]

  /// Finds the circles among the scopes that `facts` declare.
  /// - Complexity: O(*n*).
  init(among facts: some Sequence<SourcedFact>) {
    var declared: [ScopePath: ScopePath] = [:]
    for fact in facts {
      guard case .scope(let scope) = fact.fact.event, scope.path != .global else { continue }
      declared[scope.path] = ProgrammeTree.parent(of: scope)
    }
    // Each scope is passed once: by the walk up from the first one that leads to it.
    var walks: [ScopePath: Int] = [:]
    for (walk, start) in declared.keys.enumerated() {
      var next: ScopePath? = start
      while let path = next, declared[path] != nil, walks[path] == nil {
        walks[path] = walk
        next = declared[path]
      }
      guard let path = next, walks[path] == walk else { continue }
      var member = path
      while parents[member] == nil, let parent = declared[member] {
        parents[member] = parent
        member = parent
      }
    }
  }

  /// What a scope is told whose parent is missing only since it lies in a circle; nil for others.
  func fault(explaining fault: Fault) -> Fault? {
    guard fault.code == .scopeParent, let path = fault.values.first.flatMap(ScopePath.init),
      let parent = parents[path]
    else { return nil }
    return Fault(.scopeCycle, path.text, parent.text)
  }
}
