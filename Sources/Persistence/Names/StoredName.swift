import Bookkeeping
import Funding
import Monetary

/// What a ledger writes once as text, in a vocabulary, and everywhere else as a number.
protocol StoredName: Hashable {
  /// The text that is stored.
  var storedText: String { get }

  /// Takes the stored text, if it is still well formed.
  static func stored(_ text: String) -> Self?
}

extension StoredName where Self: Code {
  var storedText: String { text }
  static func stored(_ text: String) -> Self? { Self(text) }
}

extension StoredName where Self: RawRepresentable<String> {
  var storedText: String { rawValue }
  static func stored(_ text: String) -> Self? { Self(rawValue: text) }
}

extension AccountCode: StoredName {}
extension DonorID: StoredName {}
extension FactID: StoredName {}
extension FactKind: StoredName {}
extension Occasion: StoredName {}
extension PositionRow.Measure: StoredName {}
extension EarmarkCategory: StoredName {}

extension Reach: StoredName {
  var storedText: String { description }
  static func stored(_ text: String) -> Reach? { Reach(text) }
}

extension Currency: StoredName {
  var storedText: String { code }
  static func stored(_ text: String) -> Currency? { try? Currency(code: text) }
}
