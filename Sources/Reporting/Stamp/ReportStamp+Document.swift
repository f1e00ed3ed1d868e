import Funding
import Monetary
import Tabulation

extension ReportStamp {
  /// The stamp as a document prints it.
  func stamp(basis: FundingBasis? = nil) -> Stamp {
    var items = [Stamp.Item("ledger", label: "ledger", ledger)]
    switch origin {
    case .text(let sha256): items.append(.init("sha256", label: "text, SHA-256", sha256))
    case .store(let head): items.append(.init("head", label: "store, head", head))
    case .preview: items.append(.init("preview", label: "dry run,", "nothing recorded"))
    }
    if origin != .preview { items.append(.init("facts", label: "facts", String(facts))) }
    items.append(.init("asOf", label: "as of", asOf.description))
    if let known { items.append(.init("known", label: "known", known.description)) }
    if let basis { items.append(.init("basis", label: "basis", basis.rawValue)) }
    items.append(.init("rates", label: "rates", rates.text))
    return Stamp(items)
  }

  /// The stamp for programs.
  var json: JSONValue {
    var members = [JSONValue.Member("ledger", .string(ledger))]
    switch origin {
    case .text(let sha256): members.append(.init("sha256", .string(sha256)))
    case .store(let head): members.append(.init("head", .string(head)))
    case .preview: members.append(.init("preview", true))
    }
    members += [
      .init("facts", .integer(Int64(facts))), .init("asOf", .date(asOf)),
      .init("known", known.map { .string($0.description) } ?? .null),
      .init("rates", .string(rates.text)),
    ]
    return .object(members)
  }
}

extension Stamp.Item {
  /// Whether the books of the last day's month are closed, or the figures may change.
  init(books isProvisional: Bool) {
    self.init("books", label: "books", isProvisional ? "provisional" : "closed")
  }
}
