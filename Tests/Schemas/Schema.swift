import Foundation

/// A JSON Schema, as far as those of this package use it, and which of its properties were met.
package final class Schema {
  private let root: [String: Any]
  private var met: Set<String> = []

  /// The schema that lies beside a target's page: `Reports` of `Reporting`.
  package init(_ name: String, of target: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "Sources/\(target)/\(target).docc/\(name).schema.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = value as? [String: Any] ?? [:]
  }

  /// What of the JSON in `text` the schema does not allow.
  package func faults(of text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: .fragmentsAllowed)
    return faults(of: value, by: root, at: "value")
  }

  /// The properties of definitions that no value had.
  package var unused: [String] {
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
      let found = choices.map { self.faults(of: value, by: $0, at: place) }
      if found.count(where: \.isEmpty) != 1 {
        faults.append("\(place): \(found.count(where: \.isEmpty)) alternatives fit")
        faults += found.filter { $0 != ["another kind"] }.flatMap(\.self)
      }
    }
    return faults
  }

  private func members(
    of object: [String: Any], by schema: [String: Any], at place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    // Alternatives are told apart by a constant, before what else they hold is looked at.
    for (name, property) in properties {
      if let constant = property["const"] as? String, object[name] as? String != constant {
        return ["another kind"]
      }
    }
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): no \($0)" }
    let patterns = schema["patternProperties"] as? [String: [String: Any]] ?? [:]
    for (name, value) in object {
      let pattern = patterns.first { (try? Regex($0.key).firstMatch(in: name)) != nil }
      guard let property = properties[name] ?? pattern?.value else {
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
    case "null": value is NSNull
    default: false
    }
  }
}
