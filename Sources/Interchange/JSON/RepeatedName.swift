/// Looks through a text in JSON for an object that has a name twice, which parsers settle each in its own way;
/// two that look alike, such as `é` in one scalar and in two, are one name.
///
/// Source: RFC 8259, section 4: names within an object should be unique.
struct RepeatedName {
  private let bytes: [UInt8]
  /// The names of each object that is open, innermost last; empty for a list.
  private var names: [Set<String>] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first name that its object has already, and the place where it begins.
  /// - Precondition: The text is well-formed.
  /// - Complexity: O(*n*) in the length of the text.
  static func first(in bytes: [UInt8]) -> (name: String, place: Int)? {
    var search = RepeatedName(bytes)
    return search.first()
  }

  private mutating func first() -> (name: String, place: Int)? {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): names.append([])
      case UInt8(ascii: "}"), UInt8(ascii: "]"): names.removeLast()
      case UInt8(ascii: "\""):
        let end = endOfText(from: place)
        if isName(before: end) {
          let name = letters(of: place..<end)
          guard names[names.count - 1].insert(name).inserted else {
            return (name, place)
          }
        }
        place = end - 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The place behind the quotation mark that ends a text.
  private func endOfText(from start: Int) -> Int {
    var place = start + 1
    while bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1
  }

  /// Whether a colon follows.
  private func isName(before end: Int) -> Bool {
    bytes[end...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
  }

  /// What a text between quotation marks says.
  private func letters(of range: Range<Int>) -> String {
    let plain = bytes[range].dropFirst().dropLast()
    guard plain.contains(UInt8(ascii: "\\")),
      case .text(let text)? = try? JSONText.value(of: Array(bytes[range]))
    else { return String(decoding: plain, as: UTF8.self) }
    return text
  }
}
