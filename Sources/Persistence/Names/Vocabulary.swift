/// One table of names and their numbers, with those that were used lately at hand.
struct Vocabulary<Name: StoredName>: ~Copyable {
  /// How many names are kept at hand; beyond it all are forgotten and asked for again.
  private let limit: Int
  private let find: Statement
  private let insert: Statement
  private let read: Statement
  private var numbers: [Name: Int64] = [:]
  private var names: [Int64: Name] = [:]
  private var latest: (name: Name, number: Int64)?

  /// Takes the statements that find a number by text, add a text, and read one by number.
  init(
    _ connection: Connection, find: StaticString, insert: StaticString, read: StaticString,
    limit: Int = 1 << 18
  ) throws(StoreError) {
    let find = try connection.prepare(find)
    let insert = try connection.prepare(insert)
    let read = try connection.prepare(read)
    // All or none: a noncopyable value cannot be made in part.
    self.find = find
    self.insert = insert
    self.read = read
    self.limit = limit
  }

  /// The number of `name`, nil if the ledger does not know it.
  mutating func known(_ name: Name) throws(StoreError) -> Int64? {
    // Lines that follow each other mostly speak of the same things.
    if let latest, latest.name == name { return latest.number }
    if let number = numbers[name] {
      latest = (name, number)
      return number
    }
    guard let number = try find.number(name.storedText) else { return nil }
    keep(name, number)
    return number
  }

  /// The number of `name`, which is added if the ledger does not know it.
  mutating func number(of name: Name) throws(StoreError) -> Int64 {
    if let number = try known(name) { return number }
    guard let number = try insert.number(name.storedText) else {
      preconditionFailure("an insertion that returns its number has one")
    }
    keep(name, number)
    return number
  }

  /// The name of `number`; nil if there is none, or if it is no longer well formed.
  mutating func name(of number: Int64) throws(StoreError) -> Name? {
    if let name = names[number] { return name }
    read.bind(number)
    defer { read.reset() }
    guard try read.step() else { return nil }
    let text = read.text(0)
    // A text that means the same but is not what bursar writes was written by somebody else.
    guard let name = Name.stored(text), name.storedText == text else { return nil }
    keep(name, number)
    return name
  }

  /// Forgets what was at hand, since some of it may have been rolled back.
  mutating func forget() {
    numbers = [:]
    names = [:]
    latest = nil
  }

  private mutating func keep(_ name: Name, _ number: Int64) {
    if numbers.count >= limit || names.count >= limit { forget() }
    numbers[name] = number
    names[number] = name
    latest = (name, number)
  }
}
