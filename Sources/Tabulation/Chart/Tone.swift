/// What a drawn quantity stands for: each has a colour and a pattern, the same in every chart.
///
/// Colours differ in lightness and patterns differ in ink, so that neither a colour-blind reader nor a
/// black-and-white printer loses the difference.
public enum Tone: String, CaseIterable, Hashable, Sendable {
  /// Money that has come, or counts as such.
  case funded
  /// What is missing.
  case unfunded
  /// Money that may still be given to it.
  case flexible
  /// Money on its way: signed, pledged, not yet counted.
  case pending
}
