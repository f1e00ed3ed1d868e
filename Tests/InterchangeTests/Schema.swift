import Foundation

/// A JSON Schema, as far as the schema of facts uses it, and which of its properties were met.
final class Schema {
  private let root: [String: Any]
  private var met: Set<String> = []

  init(_ root: [String: Any]) {
    self.root = root
  }

  /// The schema that describes the lines of an export.
  static func ofFacts() throws -> Schema {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/Interchange/Interchange.docc/Facts.schema.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return Schema(root as? [String: Any] ?? [:])
  }

  /// What of `value` the schema does not allow.
  func faults(of value: Any) -> [String] {
    faults(of: value, by: root, at: "fact")
  }

  /// The properties of definitions that no value had.
  var unused: [String] {
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    let all = definitions.flatMap { name, definition in
      (definition["properties"] as? [String: Any] ?? [:]).keys.map { "\(name).\($0)" }
    }
    return Set(all).subtracting(met).sorted()
  }

  private func faults(of value: Any, by schema: [String: Any], at place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let definition = (root["$defs"] as? [String: [String: Any]])?[name] else {
        return ["\(place): no definition \(name)"]
      }
      return faults(of: value, by: definition, at: name)
    }
    var faults: [String] = []
    if let constant = schema["const"] as? String, value as? String != constant {
      faults.append("\(place): not \(constant)")
    }
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "?") {
      faults.append("\(place): \(value) is none of \(words)")
    }
    if let type = schema["type"] as? String, !has(value, type) {
      return faults + ["\(place): \(value) is no \(type)"]
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      faults.append("\(place): \(text) is not like \(pattern)")
    }
    if let least = schema["minItems"] as? Int, let list = value as? [Any], list.count < least {
      faults.append("\(place): too short")
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      faults += list.flatMap { self.faults(of: $0, by: items, at: place) }
    }
    if let object = value as? [String: Any] {
      faults += members(of: object, by: schema, at: place)
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.filter { self.faults(of: value, by: $0, at: place).isEmpty }
      if fitting.count != 1 { faults.append("\(place): \(fitting.count) alternatives fit") }
    }
    return faults
  }

  private func members(
    of object: [String: Any], by schema: [String: Any], at place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    // Alternatives are told apart by their kind, before what they hold is looked at.
    if let kind = properties["kind"]?["const"] as? String, object["kind"] as? String != kind {
      return ["\(place): another kind"]
    }
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): no \($0)" }
    for (name, value) in object {
      guard let property = properties[name] else {
        let isClosed = schema["additionalProperties"] as? Bool == false
        if isClosed { faults.append("\(place): \(name) is unknown") }
        continue
      }
      met.insert("\(place).\(name)")
      faults += self.faults(of: value, by: property, at: "\(place).\(name)")
    }
    return faults
  }

  private func has(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "boolean": value is Bool
    default: false
    }
  }
}
