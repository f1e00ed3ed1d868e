/// Escapes that stand for bytes which a readable file cannot hold.
enum Escapes {
  /// The bytes that `text` stands for: `\t`, `\r`, `\\`, `\xHH`; nothing from `\z` on.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.first else {
        bytes.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\\"): bytes.append(escape)
      case UInt8(ascii: "z"): return bytes
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
        bytes.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
        rest = rest.dropFirst(2)
      default:
        // Another backslash belongs to the ledger itself.
        bytes += [byte, escape]
      }
      rest = rest.dropFirst()
    }
    return bytes
  }
}
