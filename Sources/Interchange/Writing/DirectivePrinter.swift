import Bookkeeping
import Funding
import Monetary

/// Puts the words of directives behind a growing text; each word brings the blank before it.
struct DirectivePrinter {
  /// The text so far.
  var output: [UInt8] = []
  /// Where each line of the directive begins, and its key; nil on the directive's own.
  private(set) var lines: [(key: Key?, start: Int)] = []

  /// Begins a directive on `date`; nil writes none.
  mutating func begin(_ date: CalendarDate?, _ kind: FactKind) {
    lines.removeAll(keepingCapacity: true)
    lines.append((nil, output.count))
    if let date {
      output.append(contentsOf: date.description.utf8)
      output.append(UInt8(ascii: " "))
    }
    output.append(contentsOf: kind.rawValue.utf8)
  }

  /// Begins a line below the directive.
  mutating func line(_ key: Key) {
    output.append(UInt8(ascii: "\n"))
    lines.append((key, output.count))
    output.append(contentsOf: "  ".utf8)
    output.append(contentsOf: key.word.utf8)
    if !key.isLeg { output.append(UInt8(ascii: ":")) }
  }

  /// Ends the directive.
  mutating func end() {
    output.append(UInt8(ascii: "\n"))
  }

  /// A word that cannot hold a blank.
  mutating func word(_ word: String) {
    output.append(UInt8(ascii: " "))
    output.append(contentsOf: word.utf8)
  }

  /// A name.
  mutating func name(_ code: some Code) {
    word(code.text)
  }

  /// A day.
  mutating func date(_ date: CalendarDate) {
    word(date.description)
  }

  /// Names with a comma between each two.
  mutating func list(_ codes: [some Code]) {
    list(codes) { printer, code in printer.name(code) }
  }

  /// Values with a comma between each two.
  mutating func list<Value>(
    _ values: [Value], _ write: (inout DirectivePrinter, Value) -> Void
  ) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      write(&self, value)
    }
  }

  /// An amount: grouped, without decimals where it is whole.
  ///
  /// `isSigned` writes a `+` before what is not negative.
  mutating func amount(_ amount: Money, isSigned: Bool = false) {
    output.append(UInt8(ascii: " "))
    if isSigned, !amount.isNegative { output.append(UInt8(ascii: "+")) }
    amount.append(to: &output, as: .grouped)
    let digits = amount.currency.minorDigits
    if digits > 0, output.suffix(digits).allSatisfy({ $0 == UInt8(ascii: "0") }) {
      output.removeLast(digits + 1)
    }
    word(amount.currency.code)
  }

  /// A free text between double quotes.
  ///
  /// Quotes and backslashes are escaped, and so is what an editor does not show as a letter: control
  /// characters, line ends, and marks that reorder a line.
  mutating func text(_ text: String) {
    output.append(UInt8(ascii: " "))
    output.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(Self.isPlain) {
      output.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { escape(scalar) }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// A word where it can stand without quotes, else a text.
  mutating func wordOrText(_ text: String) {
    let isWord = text.utf8.allSatisfy {
      CodeLetters.isReference($0) || $0 == UInt8(ascii: ":")
    }
    isWord && !text.isEmpty ? word(text) : self.text(text)
  }

  private static func isPlain(_ letter: UInt8) -> Bool {
    letter >= 0x20 && letter < 0x7F && letter != UInt8(ascii: "\"")
      && letter != UInt8(ascii: "\\")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": output.append(contentsOf: "\\\"".utf8)
    case "\\": output.append(contentsOf: "\\\\".utf8)
    case "\n": output.append(contentsOf: "\\n".utf8)
    case "\t": output.append(contentsOf: "\\t".utf8)
    case _ where Self.isInvisible(scalar):
      output.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
    default: output.append(contentsOf: String(scalar).utf8)
    }
  }

  /// Control characters, separators of lines, marks that reorder a line, and the byte order mark.
  ///
  /// Source: Unicode Standard Annex 9, explicit directional formatting characters.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
