import Diagnostics
import Operations

/// Diagnostics as people read them: place, code, message; the line as it stands; what to do.
enum DiagnosticText {
  /// Every diagnostic, and how many errors there are, those that are not shown included.
  static func text(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.filter { $0.severity == .error }.reduce(0) { $0 + $1.count }
    let summary = errors > 1 ? "\(errors) errors\n" : ""
    return diagnostics.map(text).joined() + summary
  }

  /// One diagnostic, on one to three lines.
  static func text(of diagnostic: Diagnostic) -> String {
    let wording = diagnostic.fault.english
    let place =
      diagnostic.location.map { "\($0.input):\($0.line):\($0.column): " } ?? "bursar: "
    var text = "\(place)\(diagnostic.severity.rawValue)[\(diagnostic.fault.code.rawValue)]: "
    text += "\(wording.message)\n"
    if let location = diagnostic.location, !diagnostic.excerpt.isEmpty {
      let number = String(location.line)
      text += "  \(number) | \(diagnostic.excerpt)\n"
      if !wording.remedy.isEmpty {
        text += "  \(String(repeating: " ", count: number.count)) = \(wording.remedy)\n"
      }
    } else if !wording.remedy.isEmpty {
      text += "  = \(wording.remedy)\n"
    }
    return text
  }
}
