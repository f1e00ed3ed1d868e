public import Bookkeeping

/// Where money may be used, as far as the place it lies at does not tell: in several scopes, or not in
/// all of one.
///
/// Situations are written out as their scopes, so that a reach says the same for ever.
public struct Reach: Hashable, Sendable, CustomStringConvertible {
  /// Where it may be used, below them included: at least one, none in another, ordered by path.
  public let scopes: [ScopePath]
  /// What of these it may not be used in, ordered by path.
  public let exceptions: [ScopePath]

  /// Makes a reach.
  public init(_ scopes: [ScopePath], except exceptions: [ScopePath] = []) {
    self.scopes = scopes.sorted()
    self.exceptions = exceptions.sorted()
  }

  /// Reads what ``description`` writes.
  public init?(_ text: String) {
    let sides = text.split(separator: Self.except, omittingEmptySubsequences: false)
    let paths = sides.map { side in
      side.split(separator: ",", omittingEmptySubsequences: false).map { ScopePath(String($0)) }
    }
    guard sides.count <= 2, !paths.joined().contains(nil) else { return nil }
    self.init(
      paths[0].compactMap(\.self), except: paths.count == 2 ? paths[1].compactMap(\.self) : [])
  }

  /// As in `mali,niger except mali/education`.
  public var description: String {
    func list(_ paths: [ScopePath]) -> String { paths.map(\.text).joined(separator: ",") }
    return list(scopes) + (exceptions.isEmpty ? "" : Self.except + list(exceptions))
  }

  private static let except = " except "
}
