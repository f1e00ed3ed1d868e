/// How narrowly a donor directs money.
///
/// Source: Grand Bargain, annex I, earmarking modalities; IATI codelist EarmarkingCategory.
public enum EarmarkCategory: String, CaseIterable, Hashable, Comparable, Sendable {
  /// 1: usable anywhere.
  case unearmarked
  /// 2: for a region, a situation or a theme.
  case softly
  /// 3: for an operation.
  case earmarked
  /// 4: for an activity, a population or a project.
  case tightly
  /// What the source does not say.
  case notStated = "not-stated"

  /// The number in the IATI codelist, 1 to 4; nil where not stated.
  public var iatiCode: Int? {
    switch self {
    case .unearmarked: 1
    case .softly: 2
    case .earmarked: 3
    case .tightly: 4
    case .notStated: nil
    }
  }

  /// How late it is used: 0 for the narrowest, 3 for the freest, and what is not stated as that.
  public var freedom: Int { 4 - (iatiCode ?? 1) }

  /// From freest to tightest, what is not stated last.
  public static func < (left: EarmarkCategory, right: EarmarkCategory) -> Bool {
    (left.iatiCode ?? 5) < (right.iatiCode ?? 5)
  }
}
