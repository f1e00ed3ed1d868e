/// The words of one fault in one language: what is wrong, and what would be right.
public struct Wording: Hashable, Sendable {
  /// What is wrong, with `{1}`, `{2}`, … for the fault's values.
  public let message: String
  /// What would be right, or what to do; empty where the message says it.
  public let remedy: String

  /// Makes a wording; both texts may name the fault's values as `{1}`, `{2}`, ….
  public init(_ message: String, _ remedy: String = "") {
    self.message = message
    self.remedy = remedy
  }

  /// Fills the placeholders with `values`, in both texts.
  /// - Complexity: O(*n*) in the length of the texts and values.
  public func filled(with values: [String]) -> Wording {
    Wording(Self.fill(message, with: values), Self.fill(remedy, with: values))
  }

  private static func fill(_ template: String, with values: [String]) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close]),
        values.indices.contains(number - 1)
      else {
        filled.append("{")
        rest = rest.dropFirst()
        continue
      }
      filled += values[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

extension Fault {
  /// The fault in English words; a name that was probably meant comes before any other remedy.
  public var english: Wording {
    let filled = (inWholeUnits ?? code.english).filled(with: values)
    let wording = Wording(filled.message + (first?.english ?? ""), filled.remedy)
    guard let nearest else { return wording }
    return Wording(wording.message, "did you mean '\(nearest)'?")
  }

  /// The words of decimals where a currency has none at all; nil for any other fault.
  private var inWholeUnits: Wording? {
    guard code == .amountDecimals, values.last == "0" else { return nil }
    return Wording("'{1}' has decimals, and {2} has none", "write whole {2}, without decimals")
  }
}

extension Fault.Origin {
  /// The words behind what was stated already.
  fileprivate var english: String {
    switch self {
    case .line(let line): ", first on line \(line)"
    case .fact(let name, let date): ", first by \(name) of \(date)"
    }
  }
}
