import Monetary

/// A value of JSON, as it is read from a file and as the lines of an export need it.
///
/// Source: RFC 8259.
enum JSON: Hashable, Sendable {
  case nothing
  case text(String)
  case number(Int)
  /// A whole number that is the greatest of 64 bits, or beyond it.
  case vast
  /// A number that is not whole, as it is written.
  case decimal(String)
  case truth(Bool)
  case list([JSON])
  /// Members in the order in which they are written.
  case object([Member])

  /// One member of an object.
  struct Member: Hashable, Sendable {
    let name: String
    let value: JSON

    init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object of those members that have a value.
  static func object(of members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// Puts the value behind `output`, on one line.
  func append(to output: inout [UInt8]) {
    switch self {
    case .nothing: output.append(contentsOf: "null".utf8)
    case .text(let text): Self.append(text, to: &output)
    case .vast: output.append(contentsOf: String(Int.max).utf8)
    case .decimal(let digits): output.append(contentsOf: digits.utf8)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .truth(let truth): output.append(contentsOf: (truth ? "true" : "false").utf8)
    case .list(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        value.append(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.append(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.append(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// Escapes what must be, and the two line ends that JavaScript takes for its own.
  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append(contentsOf: "\\\"".utf8)
      case "\\": output.append(contentsOf: "\\\\".utf8)
      case "\n": output.append(contentsOf: "\\n".utf8)
      case "\r": output.append(contentsOf: "\\r".utf8)
      case "\t": output.append(contentsOf: "\\t".utf8)
      case _ where scalar.value < 0x20 || [0x7F, 0x2028, 0x2029].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
        output.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
      default: output.append(contentsOf: String(scalar).utf8)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
