import Diagnostics

/// The budget lines of a problem in the order of its programme tree, so that those below a node are one
/// run of places.
///
/// Children follow by identifier: the order of the problem's arrays tells nothing.
struct LineOrder {
  /// The index in the problem of the line at each place.
  let lines: [Int]
  /// The place of each line of the problem.
  let places: [Int]
  /// By identifier of a node or a line, the run of the lines there.
  private let runs: [ExactText: Range<Int32>]

  /// Sorts the lines of a problem.
  ///
  /// - Throws: `duplicate-id`, `unknown-scope` where a parent is not there or is a line, `cycle`.
  /// - Complexity: O(*n* log *n*) in the nodes and lines.
  init(_ problem: GapProblem) throws(Fault) {
    let nodes = problem.nodes
    var indices: [ExactText: Int] = [:]
    for (index, node) in nodes.enumerated()
    where indices.updateValue(index, forKey: ExactText(node.id)) != nil {
      throw Fault(.gapDuplicate, node.id)
    }
    var roots: [Int] = []
    var children = Array(repeating: [Int](), count: nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else {
        roots.append(index)
        continue
      }
      guard let place = indices[ExactText(parent)] else { throw Fault(.gapScope, parent, node.id) }
      children[place].append(index)
    }
    var own = Array(repeating: [Int](), count: nodes.count)
    var names: Set<ExactText> = []
    for (index, line) in problem.lines.enumerated() {
      let id = ExactText(line.id)
      guard indices[id] == nil, names.insert(id).inserted else {
        throw Fault(.gapDuplicate, line.id)
      }
      guard let node = indices[ExactText(line.parent)] else {
        throw Fault(.gapScope, line.parent, line.id)
      }
      own[node].append(index)
    }
    var walk = Walk(problem, children: children, own: own)
    walk.visit(roots)
    guard let lost = nodes.first(where: { walk.runs[ExactText($0.id)] == nil }) else {
      var places = Array(repeating: 0, count: problem.lines.count)
      for (place, line) in walk.lines.enumerated() { places[line] = place }
      self.places = places
      lines = walk.lines
      runs = walk.runs
      return
    }
    throw Fault(.gapCycle, lost.id)
  }

  /// The lines at and below some scopes.
  /// - Throws: `unknown-scope`, said to be of `owner`.
  func lines(under scopes: [String], of owner: String) throws(Fault) -> LineSet {
    if scopes.count == 1 { return LineSet(try run(of: scopes[0], in: owner)) }
    var all: [Range<Int32>] = []
    for scope in scopes { all.append(try run(of: scope, in: owner)) }
    return LineSet(union: all)
  }

  private func run(of scope: String, in owner: String) throws(Fault) -> Range<Int32> {
    guard let run = runs[ExactText(scope)] else { throw Fault(.gapScope, scope, owner) }
    return run
  }

  /// The place of the line with that identifier; nil where there is none.
  func place(of line: String, in problem: GapProblem) -> Int? {
    guard let run = runs[ExactText(line)], run.count == 1 else { return nil }
    let place = Int(run.lowerBound)
    return problem.lines[lines[place]].id.isExactly(line) ? place : nil
  }
}

/// A walk through a programme tree in depth, children by identifier.
private struct Walk {
  let problem: GapProblem
  let children: [[Int]]
  let own: [[Int]]
  var lines: [Int] = []
  var runs: [ExactText: Range<Int32>] = [:]

  init(_ problem: GapProblem, children: [[Int]], own: [[Int]]) {
    self.problem = problem
    self.children = children
    self.own = own
  }

  /// Visits some nodes and all below them; their number bounds the work, not the depth of the stack.
  mutating func visit(_ roots: [Int]) {
    enum Step {
      case enter(Int)
      case leave(Int, from: Int32)
    }
    var steps = sorted(roots).reversed().map(Step.enter)
    while let step = steps.popLast() {
      switch step {
      case .enter(let node):
        steps.append(.leave(node, from: Int32(lines.count)))
        for line in own[node].sorted(by: { problem.lines[$0].id.precedes(problem.lines[$1].id) }) {
          runs[ExactText(problem.lines[line].id)] = Int32(lines.count)..<Int32(lines.count) + 1
          lines.append(line)
        }
        steps += sorted(children[node]).reversed().map(Step.enter)
      case .leave(let node, let start):
        runs[ExactText(problem.nodes[node].id)] = start..<Int32(lines.count)
      }
    }
  }

  private func sorted(_ nodes: [Int]) -> [Int] {
    nodes.sorted { problem.nodes[$0].id.precedes(problem.nodes[$1].id) }
  }
}
