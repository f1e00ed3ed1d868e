import Bookkeeping

/// The scopes that rows speak of, each with its parent, so that sums can be kept for every ancestor.
///
/// A ledger has thousands of them at most; all are at hand from the first use on, and those that others
/// added since are read when they are missed.
struct ScopeTree: ~Copyable {
  private let read: Statement
  private let insert: Statement
  private var numbers: [ScopePath: Int64] = [:]
  private var nodes: [Int64: Node] = [:]
  private var latest: Int64 = 0

  private struct Node {
    let path: ScopePath
    let parent: Int64?
    var children: [Int64] = []
    /// The scope itself, its parent, and so on up to global.
    let lineage: [Int64]
  }

  /// Prepares what reads and adds scopes on `connection`.
  init(_ connection: Connection) throws(StoreError) {
    let read = try connection.prepare(
      "SELECT number, text, parent FROM scope WHERE number > ? ORDER BY number")
    let insert = try connection.prepare(
      "INSERT INTO scope (text, parent) VALUES (?, ?) RETURNING number")
    self.read = read
    self.insert = insert
  }

  /// The number of `path`; nil if no row and no declaration ever named it.
  mutating func known(_ path: ScopePath) throws(StoreError) -> Int64? {
    if let number = numbers[path] { return number }
    try refresh()
    return numbers[path]
  }

  /// The number of `path`, which is added, with its ancestors, below the parent that it is written
  /// under, else below global.
  mutating func number(of path: ScopePath) throws(StoreError) -> Int64 {
    if let number = try known(path) { return number }
    let parent = path.isRemainder ? path.scope : path.writtenParent ?? .global
    return try add(path, under: try number(of: parent))
  }

  /// Declares that `path` lies under `parent`.
  ///
  /// - Throws: `.parentDiffers` if rows or declarations placed it elsewhere before.
  mutating func place(_ path: ScopePath, under parent: ScopePath) throws(StoreError) {
    let parentNumber = try number(of: parent)
    guard let number = try known(path) else {
      _ = try add(path, under: parentNumber)
      return
    }
    guard nodes[number]?.parent == parentNumber else { throw .parentDiffers(path) }
  }

  /// The path of `number`; nil if there is none.
  mutating func name(of number: Int64) throws(StoreError) -> ScopePath? {
    if let node = nodes[number] { return node.path }
    try refresh()
    return nodes[number]?.path
  }

  /// The scope itself, its parent, and so on up to global.
  mutating func lineage(of number: Int64) throws(StoreError) -> [Int64] {
    if let node = nodes[number] { return node.lineage }
    try refresh()
    return nodes[number]?.lineage ?? [number]
  }

  /// Whether a scope is `ancestor`, or lies below it; of one that nothing named nothing is known.
  mutating func contains(_ path: ScopePath, in ancestor: ScopePath) throws(StoreError) -> Bool {
    guard let number = try known(path), let above = try known(ancestor) else {
      return path == ancestor
    }
    return try lineage(of: number).contains(above)
  }

  /// The scope itself and all that lie below it.
  mutating func subtree(of number: Int64) throws(StoreError) -> [Int64] {
    try refresh()
    var found = [number]
    var next = 0
    while next < found.count {
      found += nodes[found[next]]?.children ?? []
      next += 1
    }
    return found
  }

  /// Forgets what was at hand, since some of it may have been rolled back.
  mutating func forget() {
    numbers = [:]
    nodes = [:]
    latest = 0
  }

  private mutating func add(_ path: ScopePath, under parent: Int64) throws(StoreError) -> Int64 {
    guard let number = try insert.number(path.text, parent) else {
      preconditionFailure("an insertion that returns its number has one")
    }
    latest = number
    keep(number, path, under: parent)
    return number
  }

  /// Reads what was added since the last time.
  private mutating func refresh() throws(StoreError) {
    read.bind(latest)
    defer { read.reset() }
    while try read.step() {
      latest = read.integer(0)
      guard let path = ScopePath(read.text(1)) else { continue }
      keep(latest, path, under: read.optionalInteger(2))
    }
  }

  private mutating func keep(_ number: Int64, _ path: ScopePath, under parent: Int64?) {
    let above = parent.flatMap { nodes[$0]?.lineage } ?? []
    numbers[path] = number
    nodes[number] = Node(path: path, parent: parent, lineage: [number] + above)
    if let parent { nodes[parent]?.children.append(number) }
  }
}
