public import Diagnostics
public import Funding
import Monetary

/// Reads a problem of the gap calculator from a text in JSON.
///
/// It is an object with `currency` and the lists `nodes`, `lines`, `contributions`, `posted` and
/// `statuses_counted`; what else it has is let be. Amounts are whole numbers of minor units.
public struct GapProblemReader {
  /// What its amounts are in: what it says of itself, else the first record that says something.
  private let currency: String?

  /// The problem that `bytes` are.
  ///
  /// - Throws: `json-syntax`, for an object that has a name twice, too; `bad-problem` where something that is
  ///   wanted is not there, or is not what is wanted; `missing-rate` for an amount in another currency than
  ///   the problem's, which is that of the first record that states one where the problem states none.
  public static func problem(of bytes: [UInt8]) throws(Fault) -> GapProblem {
    let object = try Fields("the problem", try JSONText.value(of: bytes))
    return try GapProblemReader(currency: try currency(of: object)).problem(object)
  }

  private static func currency(of object: Fields) throws(Fault) -> String? {
    if let currency = try object.text("currency") { return currency }
    for record in try object.objects("lines") + object.objects("contributions") {
      if let currency = try record.text("currency") { return currency }
    }
    return nil
  }

  private func problem(_ object: Fields) throws(Fault) -> GapProblem {
    var problem = GapProblem()
    problem.nodes = try object.objects("nodes").map { node throws(Fault) in
      GapProblem.Node(try node.required(node.text("id"), "id"), parent: try node.text("parent"))
    }
    problem.lines = try object.objects("lines").map(line)
    problem.contributions = try object.objects("contributions").map(contribution)
    problem.postings = try object.objects("posted").map { posting throws(Fault) in
      GapProblem.Posting(
        try posting.required(posting.text("contribution"), "contribution"),
        try posting.required(posting.text("line"), "line"), try posting.amount("amount"))
    }
    if let counted = try object.texts("statuses_counted") {
      problem.counted = []
      for word in counted { problem.counted.insert(try object.status(word)) }
    }
    return problem
  }

  private func line(_ object: Fields) throws(Fault) -> GapProblem.Line {
    let id = try object.required(object.text("id"), "id")
    let object = object.named(id)
    try requireCurrency(of: object, id)
    var line = GapProblem.Line(
      id, parent: try object.required(object.text("parent"), "parent"),
      required: try object.amount("required"))
    line.tier = try object.number("tier") ?? 1
    line.takesGoods = try object.truth("accepts_in_kind") ?? false
    line.window = try object.window()
    for (key, value) in try object.object("tags")?.members ?? [] {
      guard case .text(let text) = value else { throw object.fault(key, value, "a text") }
      line.tags[key] = text
    }
    return line
  }

  private func contribution(_ object: Fields) throws(Fault) -> GapProblem.Contribution {
    let id = try object.required(object.text("id"), "id")
    let object = object.named(id)
    try requireCurrency(of: object, id)
    var contribution = GapProblem.Contribution(
      id, amount: try object.amount("amount"),
      includes: try object.required(object.texts("include"), "include"))
    contribution.excludes = try object.texts("exclude") ?? []
    if let word = try object.text("status") { contribution.status = try object.status(word) }
    if let word = try object.text("rank") { contribution.category = try object.rank(word) }
    contribution.isInKind = try object.isInKind()
    contribution.validity = try object.window()
    contribution.lapses = contribution.validity.to
    contribution.received = try object.date("received")
    contribution.limits = try object.objects("limits").map { limit throws(Fault) in
      GapProblem.Limit(
        try limit.required(limit.texts("scope"), "scope"), most: try limit.amount("max"))
    }
    if let tags = try object.object("tags") {
      for (key, _) in tags.members {
        contribution.tags[key] = try tags.required(tags.texts(key), key)
      }
    }
    return contribution
  }

  private func requireCurrency(of object: Fields, _ id: String) throws(Fault) {
    guard let other = try object.text("currency"), let currency, other != currency else { return }
    throw Fault(.gapRate, id, other, currency)
  }
}

/// The members of an object of a problem, by name.
private struct Fields {
  /// What the object is called for people.
  let name: String
  /// The members in order.
  let members: [(name: String, value: JSON)]

  init(_ name: String, _ value: JSON) throws(Fault) {
    guard case .object(let members) = value else {
      throw Fault(.gapSyntax, name, value.kind, "an object")
    }
    self.init(name: name, members: members.map { ($0.name, $0.value) })
  }

  private init(name: String, members: [(name: String, value: JSON)]) {
    self.name = name
    self.members = members
  }

  /// The same, called by another name.
  func named(_ name: String) -> Fields { Fields(name: name, members: members) }

  /// What is wrong with a member.
  func fault(_ member: String, _ value: JSON?, _ wanted: String) -> Fault {
    Fault(.gapSyntax, "\(member) of \(name)", value?.kind ?? "missing", wanted)
  }

  /// The value, which must be there.
  func required<Value>(_ value: Value?, _ member: String) throws(Fault) -> Value {
    guard let value else { throw fault(member, nil, "a value") }
    return value
  }

  func text(_ member: String) throws(Fault) -> String? {
    switch self[member] {
    case nil: return nil
    case .text(let text): return text
    case let value: throw fault(member, value, "a text")
    }
  }

  func number(_ member: String) throws(Fault) -> Int? {
    switch self[member] {
    case nil: return nil
    case .number(let number): return number
    case .vast: throw Fault(.gapOverflow, "values of '\(member)'")
    case let value: throw fault(member, value, "a whole number")
    }
  }

  func truth(_ member: String) throws(Fault) -> Bool? {
    switch self[member] {
    case nil: return nil
    case .truth(let truth): return truth
    case let value: throw fault(member, value, "true or false")
    }
  }

  func amount(_ member: String) throws(Fault) -> Int64 {
    Int64(try required(try number(member), member))
  }

  func texts(_ member: String) throws(Fault) -> [String]? {
    guard let value = self[member] else { return nil }
    guard case .list(let values) = value else { throw fault(member, value, "a list of texts") }
    var texts: [String] = []
    for value in values {
      guard case .text(let text) = value else { throw fault(member, value, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  func object(_ member: String) throws(Fault) -> Fields? {
    guard let value = self[member] else { return nil }
    return try Fields("\(member) of \(name)", value)
  }

  /// The objects of a list; none where it is not there.
  func objects(_ member: String) throws(Fault) -> [Fields] {
    guard let value = self[member] else { return [] }
    guard case .list(let values) = value else { throw fault(member, value, "a list of objects") }
    var objects: [Fields] = []
    for (place, value) in values.enumerated() {
      objects.append(try Fields("\(member)[\(place)]", value))
    }
    return objects
  }

  func date(_ member: String) throws(Fault) -> CalendarDate? {
    guard let text = try text(member) else { return nil }
    guard let date = CalendarDate(text) else {
      throw Fault(.gapSyntax, "\(member) of \(name)", "'\(text)'", "a day such as 2026-01-31")
    }
    return date
  }

  func window() throws(Fault) -> DateWindow {
    DateWindow(from: try date("from"), to: try date("to"))
  }

  func status(_ word: String) throws(Fault) -> GapProblem.Status {
    guard let status = GapProblem.Status(rawValue: word) else {
      throw Fault(.gapSyntax, "status of \(name)", "'\(word)'", "paid, committed or pledged")
    }
    return status
  }

  func rank(_ word: String) throws(Fault) -> EarmarkCategory {
    switch word {
    case "tight": return .tightly
    case "earmarked": return .earmarked
    case "soft": return .softly
    case "unearmarked": return .unearmarked
    default:
      throw Fault(
        .gapSyntax, "rank of \(name)", "'\(word)'", "tight, earmarked, soft or unearmarked")
    }
  }

  func isInKind() throws(Fault) -> Bool {
    switch try text("kind") {
    case nil, "cash": return false
    case "in_kind": return true
    case let word?: throw Fault(.gapSyntax, "kind of \(name)", "'\(word)'", "cash or in_kind")
    }
  }

  /// The member of that name; nil where it is not there, or null.
  private subscript(_ member: String) -> JSON? {
    guard let value = members.last(where: { $0.name == member })?.value, value != .nothing else {
      return nil
    }
    return value
  }
}

extension JSON {
  /// What kind of value it is, for people.
  fileprivate var kind: String {
    switch self {
    case .nothing: "null"
    case .text: "a text"
    case .number: "a whole number"
    case .vast: "a number beyond 64 bits"
    case .decimal(let digits): digits
    case .truth: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
