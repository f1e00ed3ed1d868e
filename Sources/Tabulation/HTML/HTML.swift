import Monetary

/// A piece of a page that is safe to put between two tags.
///
/// The only ways from a report's words to a page are the initialisers here, which escape.
struct HTML {
  /// The piece as it stands in the page.
  let markup: String

  /// Markup of our own, in which every word of the report is already escaped.
  init(markup: String) {
    self.markup = markup
  }

  /// Words of the report.
  init(_ words: String) {
    markup = Self.escaped(words)
  }

  /// Lines of the report with all their blanks.
  init(verbatim lines: [String]) {
    markup = lines.map(Self.withoutSigns).joined(separator: "\n")
  }

  /// A name of the report, kept from turning around what stands beside it where it is written from
  /// right to left.
  init(isolating name: String) {
    let isRightToLeft = name.unicodeScalars.contains { Self.isRightToLeft($0.value) }
    markup = isRightToLeft ? "<bdi>\(Self.escaped(name))</bdi>" : Self.escaped(name)
  }

  /// A cell; amounts with their currency where `coded`.
  init(_ cell: Cell, coded: Bool) {
    switch cell {
    case .empty, .bar: markup = ""
    case .text(let text): markup = HTML(isolating: text).markup
    case .code(let text): markup = "<code>\(Self.escaped(text))</code>"
    case .date(let date): markup = "<time>\(date)</time>"
    case .integer(let count): markup = count.grouped
    case .percent(let percent): markup = "\(percent)&nbsp;%"
    case .amount(let amount): markup = Self.amount(amount, coded: coded)
    case .amounts(let amounts):
      markup = amounts.map { Self.amount($0, coded: coded) }.joined(separator: "<br>")
    }
  }

  private static func amount(_ amount: PrintedAmount, coded: Bool) -> String {
    coded
      ? #"<span class="code">\#(amount.currency.code)</span>&nbsp;\#(amount.grouped)"#
      : amount.grouped
  }

  /// The words in one line, safe between tags and in a quoted attribute.
  static func escaped(_ words: String) -> String { withoutSigns(words.plainLine) }

  /// The line without the signs that open markup or end an attribute.
  private static func withoutSigns(_ line: String) -> String {
    guard line.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else {
      return line
    }
    var escaped = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Source: Unicode 15.0.0, DerivedBidiClass.txt, the ranges whose default is R or AL.
  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
