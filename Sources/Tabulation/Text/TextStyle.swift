/// How a piece of text stands out on a terminal that has colours.
enum TextStyle: Hashable, Sendable {
  case plain
  case bold
  case faint
  case tone(Tone)
  case boldTone(Tone)

  /// The parameters of the sequence that sets the style; nil for none.
  ///
  /// Blue, orange, sky and grey of the 256-colour palette, near to the colours of Okabe and Ito, which
  /// every kind of colour blindness tells apart; legible on dark and on light.
  /// Source: ECMA-48, 8.3.117 (SGR); jfly.uni-koeln.de/color (2008).
  var parameters: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .faint: "2"
    case .tone(let tone): tone.ansi
    case .boldTone(let tone): "1;" + tone.ansi
    }
  }
}

extension Tone {
  fileprivate var ansi: String {
    switch self {
    case .funded: "38;5;32"
    case .unfunded: "38;5;208"
    case .flexible: "38;5;37"
    case .pending: "38;5;139"
    }
  }
}
