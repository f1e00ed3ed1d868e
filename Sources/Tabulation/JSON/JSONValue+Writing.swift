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
    var text = ""
    write(to: &text, layout: layout, depth: 0)
    return text
  }

  private func write(to text: inout String, layout: Layout, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, layout: layout, depth: depth) {
        $0.write(to: &$1, layout: layout, depth: depth + 1)
      }
    case .object(let members):
      let names = Set(members.map(\.name))
      precondition(
        names.count == members.count, "an object names a member twice: \(names.sorted())")
      Self.write(members, between: ("{", "}"), to: &text, layout: layout, depth: depth) {
        Self.write($0.name, to: &$1)
        $1 += layout == .pretty ? ": " : ":"
        $0.value.write(to: &$1, layout: layout, depth: depth + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (open: String, close: String), to text: inout String,
    layout: Layout, depth: Int, each write: (Item, inout String) -> Void
  ) {
    text += brackets.open
    for (number, item) in items.enumerated() {
      if number > 0 { text += "," }
      breakLine(&text, layout: layout, depth: depth + 1)
      write(item, &text)
    }
    if !items.isEmpty { breakLine(&text, layout: layout, depth: depth) }
    text += brackets.close
  }

  private static func breakLine(_ text: inout String, layout: Layout, depth: Int) {
    guard layout == .pretty else { return }
    text += "\n"
    text += String(repeating: "  ", count: depth)
  }

  /// Writes a string in quotes. Escaped is what must be, and DEL, which terminals do not show.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        case "\u{8}": text += "\\b"
        case "\u{C}": text += "\\f"
        case "\u{0}"..."\u{1F}", "\u{7F}":
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
      }
    } else {
      text += string
    }
    text += "\""
  }
}
