extension JSONValue {
  /// How JSON is laid out.
  public enum Layout: Hashable, Sendable {
    /// One member or element a line, indented by two blanks; as `jq .` prints it.
    case pretty
    /// No blanks; as `jq -c .` prints it.
    case compact
  }

  /// The value as JSON in UTF-8, without a line end after it.
  ///
  /// - Precondition: Within each object the names are unique.
  /// - Complexity: O(*n*) in the length of what is written.
  public func text(_ layout: Layout = .pretty) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// JSON as it grows, in bytes of UTF-8.
private struct JSONWriter {
  let layout: JSONValue.Layout
  private(set) var bytes: [UInt8] = []

  init(layout: JSONValue.Layout) {
    self.layout = layout
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .integer(let value): put(String(value))
    case .string(let value): write(value)
    case .array(let elements):
      put("[")
      for (number, element) in elements.enumerated() {
        begin(number, depth: depth)
        write(element, depth: depth + 1)
      }
      end("]", after: elements.count, depth: depth)
    case .object(let members):
      // Names that only look alike, such as `é` in one scalar and in two, are two.
      let names = Set(members.map { Array($0.name.utf8) })
      precondition(
        names.count == members.count, "an object names a member twice: \(members.map(\.name))")
      put("{")
      for (number, member) in members.enumerated() {
        begin(number, depth: depth)
        write(member.name)
        put(layout == .pretty ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      end("}", after: members.count, depth: depth)
    }
  }

  /// Begins an element or a member.
  private mutating func begin(_ number: Int, depth: Int) {
    if number > 0 { put(",") }
    breakLine(depth: depth + 1)
  }

  /// Ends an array or an object; an empty one stays in its line.
  private mutating func end(_ bracket: String, after count: Int, depth: Int) {
    if count > 0 { breakLine(depth: depth) }
    put(bracket)
  }

  private mutating func breakLine(depth: Int) {
    guard layout == .pretty else { return }
    put("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a string in quotes. Escaped is what must be, and DEL, which terminals do not show.
  private mutating func write(_ string: String) {
    put("\"")
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x08: put("\\b")
      case 0x09: put("\\t")
      case 0x0A: put("\\n")
      case 0x0C: put("\\f")
      case 0x0D: put("\\r")
      case 0x00...0x1F, 0x7F:
        put(byte < 0x10 ? "\\u000" : "\\u00")
        put(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    put("\"")
  }
}
