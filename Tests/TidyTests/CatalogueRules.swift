extension Rule {
  /// What the catalogue of faults keeps.
  static let catalogue = [faultCodes]

  static let faultCodes = Rule(
    "A fault's code is unique and in lower case with hyphens",
    file: { file in
      guard file.name == "FaultCode.swift" else { return [] }
      var seen: Set<Substring> = []
      return zip(1..., file.lines).compactMap { number, line in
        guard let code = line.firstMatch(of: #/^ *case \w+ = "([^"]*)"/#)?.1 else { return nil }
        guard code.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil else {
          return file.violation(number, "'\(code)' is not in lower case with hyphens")
        }
        return seen.insert(code).inserted ? nil : file.violation(number, "'\(code)' stands twice")
      }
    })
}
