import Bookkeeping
import Diagnostics
import Funding
import Monetary

/// What stands for a value that could not be read, so that the rest of its directive is looked at.
enum StandIn {
  static let reference = name(Reference.init)
  static let scope = name(ScopePath.init)
  static let donor = name(DonorID.init)
  static let slug = name(Slug.init)
  static let form = name(ReportForm.init)
  static let table = name(RateTableName.init)
  static let identifier = name { FactID($0) }
  static let account = name { AccountCode("asset:" + $0) }
  static let year = BudgetYear(of: .earliest)
  static let amount = Money(minorUnits: 1, of: currency)
  static let rate = ExactDecimal(coefficient: 1, scale: 0)
  static let currency = Currency.all[0]
  /// A currency in which the other one has a rate.
  static let base = Currency.all[1]

  /// Whether a rule that speaks of `value` speaks of a name that was not read.
  static func isNamed(by value: String) -> Bool { value == letter || value == account.text }

  /// A name of every kind, and one that nobody gives.
  private static let letter = "-"

  private static func name<Name>(_ make: (String) -> Name?) -> Name {
    guard let name = make(letter) else { preconditionFailure("'-' is a name of every kind") }
    return name
  }
}

// Values at fault that stand among others.
extension DirectiveReader {
  /// Reads a value that may be at fault without the others of its line: then `standIn` stands for it.
  ///
  /// What leaves open where the others stand is thrown all the same.
  mutating func reading<Value>(
    or standIn: Value, _ read: (inout DirectiveReader) throws(LineFault) -> Value
  ) throws(LineFault) -> Value {
    do throws(LineFault) { return try read(&self) } catch {
      guard !leavesOpen(error) else { throw error }
      return self.standIn(standIn, for: error)
    }
  }

  /// Reads a day that stands among others.
  mutating func dateAmongOthers() throws(LineFault) -> CalendarDate {
    try reading(or: .earliest) { reader throws(LineFault) in try reader.date() }
  }

  /// Reads a budget year that stands among others.
  mutating func yearAmongOthers() throws(LineFault) -> BudgetYear {
    try reading(or: StandIn.year) { reader throws(LineFault) in try reader.year() }
  }

  /// Reads a currency that stands among others.
  mutating func currencyAmongOthers(or standIn: Currency) throws(LineFault) -> Currency {
    try reading(or: standIn) { reader throws(LineFault) in try reader.currency() }
  }

  /// Reads a text that stands among others.
  mutating func quotedAmongOthers() throws(LineFault) -> String {
    try reading(or: "") { reader throws(LineFault) in try reader.quoted() }
  }

  /// Keeps what is wrong with a value, which is passed over, until its whole line is read.
  ///
  /// What is `lost` of a directive's own line is a name unless it is said otherwise.
  mutating func standIn<Value>(
    _ value: Value, for fault: LineFault, losing lost: KeySet = .names
  ) -> Value {
    wrong.append((fault, lost))
    place = max(place, fault.place.upperBound)
    return value
  }

  /// Whether nobody can tell after a fault where the next value begins.
  private func leavesOpen(_ error: LineFault) -> Bool {
    switch error.fault.code {
    case .directiveIncomplete, .directiveSyntax: true
    // A text that lacks a quote may begin further on.
    case .textUnquoted: bytes[error.place].contains(UInt8(ascii: "\""))
    default: false
    }
  }
}
