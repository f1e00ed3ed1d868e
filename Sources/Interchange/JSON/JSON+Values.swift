import Bookkeeping
import Funding
import Monetary

// The values that facts are made of.
extension JSON {
  /// An amount: `{"amount": "1250.00", "currency": "USD"}`.
  init(_ money: Money) {
    self = .object(of: ["amount": .text(money.plain), "currency": .text(money.currency.code)])
  }

  /// A day: `"2017-11-28"`.
  init(_ date: CalendarDate) {
    self = .text(date.description)
  }

  /// A year: `2017`.
  init(_ year: BudgetYear) {
    self = .number(Int(year.number))
  }

  /// A month: `"2017-11"`.
  init(_ month: AccountingMonth) {
    self = .text(month.description)
  }

  /// A name.
  init(_ code: some Code) {
    self = .text(code.text)
  }

  /// A word of an enumeration.
  init(word: some RawRepresentable<String>) {
    self = .text(word.rawValue)
  }

  /// A list; nil if it is empty, so that it is left out.
  static func list<Value>(_ values: [Value], _ json: (Value) -> JSON) -> JSON? {
    values.isEmpty ? nil : .list(values.map(json))
  }
}

extension DocumentLink {
  /// Path and checksum.
  var json: JSON { .object(of: ["path": .text(path), "sha256": .text(sha256)]) }
}

extension Earmark {
  /// Category, and what is included and excluded.
  var json: JSON {
    .object(of: [
      "category": JSON(word: category),
      "includes": JSON.list(includes) { JSON($0) },
      "excludes": JSON.list(excludes) { JSON($0) },
    ])
  }
}

extension AgreementPart {
  /// Year, amount, earmark and donor.
  var json: JSON {
    .object(of: [
      "year": JSON(year), "amount": JSON(amount), "earmark": earmark?.json,
      "donor": donor.map { JSON($0) },
    ])
  }
}

extension PartSelector {
  /// Year, scope, earmark and donor.
  var json: JSON {
    .object(of: [
      "year": JSON(year), "scope": scope.map { JSON($0) }, "earmark": earmark?.json,
      "donor": donor.map { JSON($0) },
    ])
  }
}

extension Condition {
  /// Name, amount and part.
  var json: JSON {
    .object(of: ["name": .text(name), "amount": JSON(amount), "part": part?.json])
  }
}

extension ManualEntry.Leg {
  /// Side, account, amount and fund.
  var json: JSON {
    .object(of: [
      "side": JSON(word: side), "account": JSON(account), "amount": JSON(amount),
      "fund": JSON(fund),
    ])
  }
}
