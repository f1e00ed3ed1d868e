/// Picks a few lines out of an input that comes chunk by chunk, for those who are told of a fault there.
public struct LinePicker {
  private static let widest = 4096

  /// The lines that are wanted and have not come, the next one last.
  private var wanted: [Int]
  private var number = 1
  private var current: [UInt8] = []
  private var picked: [Int: [UInt8]] = [:]

  /// Will pick `lines`, each counted from 1.
  public init(_ lines: Set<Int>) {
    wanted = lines.sorted(by: >)
  }

  /// Whether all of them have come.
  public var isDone: Bool { wanted.isEmpty }

  /// Takes the next bytes of the input.
  public mutating func take(_ chunk: [UInt8]) {
    var start = 0
    while start < chunk.count, let next = wanted.last {
      let end = chunk.endOfLine(from: start)
      if number == next {
        current += chunk[start..<end].prefix(max(0, Self.widest - current.count))
        picked[number] = current
      }
      guard end < chunk.count else { return }
      if number == next {
        wanted.removeLast()
        current = []
      }
      number += 1
      start = end + 1
    }
  }

  /// The line as it stands there, fit for a screen; empty if it did not come.
  public func excerpt(line: Int, around column: Int) -> String {
    guard let bytes = picked[line] else { return "" }
    let start = line == 1 ? bytes.startOfText : 0
    return Excerpt.text(
      of: bytes, start..<bytes.endOfContent(start..<bytes.count), around: start + column - 1)
  }
}
