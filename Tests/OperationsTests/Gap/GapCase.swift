import Foundation
import Testing

/// A problem of the gap calculator whose answer was found by hand, or in four independent ways.
struct GapCase: Sendable, CustomTestStringConvertible {
  let id: String
  /// The problem, as a program would write it.
  let problem: Data
  /// The answer, as a program would read it; without `expected` where none is known.
  let expected: Data

  var testDescription: String { id }

  /// Every case that lies beside the tests.
  static let all: [GapCase] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = tests.appending(path: "GapCases/gap-cases.json")
    guard let data = try? Data(contentsOf: file),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let cases = object["cases"] as? [[String: Any]]
    else { return [] }
    return cases.compactMap { value in
      guard let id = value["id"] as? String, let expected = value["expected"],
        let problem = try? JSONSerialization.data(withJSONObject: value),
        let answer = try? JSONSerialization.data(withJSONObject: expected)
      else { return nil }
      return GapCase(id: id, problem: problem, expected: answer)
    }
  }()
}
