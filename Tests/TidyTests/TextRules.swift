extension Rule {
  /// What every text file keeps, whatever its language. Fixtures are kept as they were found.
  static let texts = [lineEnds, blanks, unfinished, machinePaths]

  static let lineEnds = Rule(
    "Lines end in a line feed, the last one too, and CSV's as RFC 4180 has them",
    file: { file in
      guard !file.isFixture else { return [] }
      let returns = file.lines.indices.filter {
        !file.path.hasSuffix(".csv") && file.lines[$0].utf8.last == UInt8(ascii: "\r")
      }
      let open = file.text.utf8.last == UInt8(ascii: "\n") ? [] : [max(file.lines.count, 1)]
      return returns.map { file.violation($0 + 1, "a carriage return") }
        + open.map { file.violation($0, "the last line does not end") }
    })

  static let blanks = Rule(
    "No line ends in a blank, and tabs are the Makefile's alone",
    file: { file in
      guard !file.isFixture else { return [] }
      return zip(1..., file.lines).flatMap { number, line in
        let tab = file.path != "Makefile" && line.utf8.contains(UInt8(ascii: "\t"))
        let trailing = line.last == " " || line.last == "\t"
        return (tab ? [file.violation(number, "a tab")] : [])
          + (trailing ? [file.violation(number, "a blank at the end")] : [])
      }
    })

  static let unfinished = Rule(
    "Nothing is left to be done later",
    file: { file in
      // Spelt in halves, so that this file may be read as well.
      let marks = ["TO" + "DO", "FIX" + "ME"]
      return zip(1..., file.lines).flatMap { number, line in
        marks.filter { line.contains($0) }
          .map { file.violation(number, "\($0): do it, or file it as an issue") }
      }
    })

  static let machinePaths = Rule(
    "No text names a path of somebody's machine",
    file: { file in
      zip(1..., file.lines).compactMap { number, line in
        let path = #/(?:^|[^A-Za-z0-9._~\/-])\/(?:home|root|tmp|work|Users)\b/#
        return line.utf8.contains(UInt8(ascii: "/")) && line.contains(path)
          ? file.violation(number, "an absolute path of one machine") : nil
      }
    })
}
