import Diagnostics
import Monetary

/// The rates of a table in XML: the United Nations Treasury's, or the European Central Bank's.
struct MarkedRates {
  /// Whose table it is.
  private enum Publisher {
    case treasury(Record)
    /// The bank writes the day on an element around its rates; nil where it was at fault.
    case bank(CalendarDate?)
  }

  /// What is read of one country's rate.
  private struct Record {
    var line = 0
    var code: Value?
    var units: Value?
    var date: Value?
  }

  /// A text, and where its element began.
  private struct Value {
    var text = ""
    let line: Int
  }

  private static let longestValue = 256

  private let stream = XMLStream()
  private var publisher: Publisher?
  private var depth = 0
  /// The field that is open, and what of it has come.
  private var field: (name: String, value: Value)?
  private var isForeign = false

  /// Whether nothing more is read.
  var isDone: Bool { isForeign || stream.stop != nil }

  /// The table that the publisher keeps.
  var table: RateTableName? {
    switch publisher {
    case .treasury: .operational
    case .bank: .europeanCentralBank
    case nil: nil
    }
  }

  /// Takes the next bytes.
  mutating func take(_ chunk: [UInt8], into collector: inout RateCollector) {
    receive(stream.events(of: chunk), into: &collector)
  }

  /// Takes the end.
  mutating func finish(into collector: inout RateCollector) {
    receive(stream.finish(), into: &collector)
    guard let stop = stream.stop, !isForeign else { return }
    collector.tell(
      stop.fault,
      at: RateCollector.Place(line: stop.line, column: stop.column, excerpt: { "" }))
  }

  private mutating func receive(_ events: [XMLStream.Event], into collector: inout RateCollector) {
    for event in events where !isForeign && !collector.isFull {
      switch event {
      case .start(let name, let attributes, let line):
        depth += 1
        begin(name, attributes, line, &collector)
      case .text(let text): add(text)
      case .end(let name):
        end(name, &collector)
        depth -= 1
      }
    }
  }

  private mutating func begin(
    _ name: String, _ attributes: [String: String], _ line: Int,
    _ collector: inout RateCollector
  ) {
    switch publisher {
    case nil:
      switch name {
      case "UN_OPERATIONAL_RATES_DATASET": publisher = .treasury(Record())
      case "Envelope": publisher = .bank(nil)
      default:
        isForeign = true
        collector.tell(Fault(.ratesForm, name), at: place(line))
      }
    case .treasury where depth == 2: publisher = .treasury(Record(line: line))
    case .treasury:
      if depth == 3, ["f_curr_code", "rate", "eff_date"].contains(name) {
        field = (name, Value(line: line))
      }
    case .bank(let date):
      guard name == "Cube" else { return }
      if let text = attributes["time"] {
        publisher = .bank(day(text, line, &collector))
      } else if attributes["currency"] != nil || attributes["rate"] != nil {
        add(attributes["currency"], attributes["rate"], on: date, line, &collector)
      }
    }
  }

  private mutating func add(_ text: String) {
    guard let open = field, open.value.text.utf8.count < Self.longestValue else { return }
    field?.value.text += text
  }

  private mutating func end(_ name: String, _ collector: inout RateCollector) {
    guard case .treasury(var record) = publisher else { return }
    if let field, depth == 3 {
      switch field.name {
      case "f_curr_code": record.code = field.value
      case "rate": record.units = field.value
      default: record.date = field.value
      }
      self.field = nil
      publisher = .treasury(record)
    } else if depth == 2 {
      add(record, &collector)
    }
  }

  /// A rate of the Treasury, whose fields end in tabs and line ends.
  private func add(_ record: Record, _ collector: inout RateCollector) {
    let fields = [("f_curr_code", record.code), ("rate", record.units), ("eff_date", record.date)]
    if let missing = fields.first(where: { $0.1?.text.trimmed.isEmpty ?? true }) {
      return collector.tell(
        Fault(.ratesField, missing.0), at: place(missing.1?.line ?? record.line))
    }
    guard let code = record.code, let units = record.units, let date = record.date,
      let day = day(date.text.trimmed, date.line, &collector)
    else { return }
    guard let quote = try? Currency(code: code.text.trimmed) else {
      return collector.skip(code.text.trimmed, at: place(code.line))
    }
    collector.add(
      quote, per: RatePublisher.dollar, units.text.trimmed, on: day, at: place(units.line))
  }

  /// A rate of the bank.
  private func add(
    _ code: String?, _ units: String?, on date: CalendarDate?, _ line: Int,
    _ collector: inout RateCollector
  ) {
    guard let code, let units else {
      return collector.tell(
        Fault(.ratesField, code == nil ? "currency" : "rate"), at: place(line))
    }
    guard let date else { return }
    guard let quote = try? Currency(code: code) else {
      return collector.skip(code, at: place(line))
    }
    collector.add(quote, per: RatePublisher.euro, units, on: date, at: place(line))
  }

  private func day(
    _ text: String, _ line: Int, _ collector: inout RateCollector
  ) -> CalendarDate? {
    do {
      return try RateDate.day(text)
    } catch {
      collector.tell(error, at: place(line))
      return nil
    }
  }

  /// A line that has gone by; what stood there is asked of the input again.
  private func place(_ line: Int) -> RateCollector.Place {
    RateCollector.Place(line: line, column: 1, excerpt: { "" })
  }
}

extension String {
  /// The text without blanks, tabs and line ends around it.
  fileprivate var trimmed: String {
    func isBlank(_ letter: Character) -> Bool { letter.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
