/// Writes a document in one format. Pure: the same document always gives the same text.
public protocol DocumentRenderer: Sendable {
  /// The whole document as UTF-8 text, its last line ended.
  func render(_ document: Document) -> String
}
