/// The twelve modalities that earmark categories are made of.
///
/// Source: Grand Bargain, annex I; IATI codelist EarmarkingModality.
public enum EarmarkModality: String, CaseIterable, Hashable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"
  case g = "G"
  case h = "H"
  case i = "I"
  case j = "J"
  case k = "K"
  case l = "L"

  /// The category that the modality belongs to.
  public var category: EarmarkCategory {
    switch self {
    case .a, .b, .c: .unearmarked
    case .d, .e, .f: .softly
    case .g, .h: .earmarked
    case .i, .j, .k, .l: .tightly
    }
  }
}
