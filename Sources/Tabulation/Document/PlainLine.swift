extension StringProtocol {
  /// The text as one line that cannot disturb what it stands in.
  ///
  /// Control characters would move a terminal's cursor or change its colours, and overrides of the
  /// writing direction would show an amount in another order: line ends and tabs become a blank, the
  /// rest is left out.
  /// Source: Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 3.
  var plainLine: String {
    guard utf8.contains(where: { !(0x20...0x7E ~= $0) }),
      unicodeScalars.contains(where: { $0.isDisturbing })
    else { return String(self) }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if !scalar.isDisturbing {
        line.append(scalar)
      } else if scalar.properties.isWhitespace, line.last != " " {
        line.append(" ")
      }
    }
    return String(line)
  }

  /// The text line by line, with all its blanks and tabs, but nothing that commands a terminal.
  ///
  /// The end of the last line begins none.
  var verbatimLines: [String] {
    var lines: [String.UnicodeScalarView] = [.init()]
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\r" || scalar == "\n" && last != "\r" {
        lines.append(.init())
      } else if scalar == "\t" || !scalar.isDisturbing {
        lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    if lines[lines.count - 1].isEmpty { lines.removeLast() }
    return lines.map { String($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isDisturbing: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
