import Diagnostics
import Monetary

/// The rates of a table in CSV: the European Central Bank's, a column a currency; or one a line.
///
/// Source: RFC 4180, but that no field goes over a line's end.
struct SeparatedRates {
  /// What the header says of the columns.
  private enum Header {
    /// Days below `Date`, rates below the codes of currencies.
    case columns(codes: [String], currencies: [Currency?])
    /// A rate a line, its parts in these columns.
    case lines(count: Int, currency: Int, date: Int, units: Int, base: Currency)

    /// How many fields a line has.
    var count: Int {
      switch self {
      case .columns(let codes, _): codes.count
      case .lines(let count, _, _, _, _): count
      }
    }
  }

  private static let longestLine = 1 << 20

  private var header: Header?
  private var number = 0
  /// What of the last line has come.
  private var partial: [UInt8] = []
  /// Whether the line is longer than any that is read, so that nothing of it is kept.
  private var isLost = false

  /// Whether nothing more is read.
  private(set) var isDone = false

  /// How many bytes of the input are held.
  var heldCount: Int { partial.count }

  /// The table that the publisher keeps; nil where the form is anybody's.
  var table: RateTableName? {
    if case .columns = header { .europeanCentralBank } else { nil }
  }

  /// Takes the next bytes.
  mutating func take(_ chunk: [UInt8], into collector: inout RateCollector) {
    var start = 0
    while start < chunk.count, !isDone, !collector.isFull {
      let end = chunk.endOfLine(from: start)
      append(chunk[start..<end])
      guard end < chunk.count else { return }
      endLine(isLast: false, &collector)
      start = end + 1
    }
  }

  /// Takes the end.
  mutating func finish(into collector: inout RateCollector) {
    if !isDone, !partial.isEmpty || isLost { endLine(isLast: true, &collector) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if !isLost, partial.count + bytes.count <= Self.longestLine {
      partial += bytes
    } else {
      isLost = true
      partial.removeAll(keepingCapacity: true)
    }
  }

  private mutating func endLine(isLast: Bool, _ collector: inout RateCollector) {
    number += 1
    defer {
      partial.removeAll(keepingCapacity: true)
      isLost = false
    }
    let start = number == 1 ? partial.startOfText : 0
    let line = SeparatedLine(
      partial, start..<partial.endOfContent(start..<partial.count), number: number)
    guard !isLost else {
      let fault = Fault(.textLineTooLong, String(Self.longestLine))
      isDone = header == nil
      return collector.tell(fault, at: line.place(at: 0))
    }
    if let (fault, offset) = letterFault(of: line) {
      isDone = header == nil
      return collector.tell(fault, at: line.place(at: offset))
    }
    guard partial[line.bounds].contains(where: { $0 != UInt8(ascii: " ") }) else { return }
    guard let fields = line.fields else {
      return collector.tell(Fault(.csvQuote), at: line.place(at: line.bounds.lowerBound))
    }
    if let header {
      read(line, fields, header, isLast, &collector)
    } else {
      readHeader(line, fields, &collector)
    }
  }

  /// What is wrong with the letters of a line, and where.
  private func letterFault(of line: SeparatedLine) -> (Fault, offset: Int)? {
    let check = LetterCheck(partial, longestLine: Self.longestLine)
    if check.isSixteenBit { return (Fault(.textEncoding), 0) }
    guard !check.isClean else { return nil }
    return check.fault(of: line.bounds, in: partial).map { ($0.fault, $0.place.lowerBound) }
  }

  private mutating func readHeader(
    _ line: SeparatedLine, _ fields: [Range<Int>], _ collector: inout RateCollector
  ) {
    let names = fields.map { line.text($0) }
    let words = names.map { $0.lowercased() }
    let prefix = "units_per_"
    let units = words.firstIndex { $0.hasPrefix(prefix) }
    let base = units.flatMap { try? Currency(code: words[$0].dropFirst(prefix.count).uppercased()) }
    if let units, let base, let currency = words.firstIndex(of: "currency"),
      let date = words.firstIndex(of: "date")
    {
      header = .lines(
        count: names.count, currency: currency, date: date, units: units, base: base)
      return
    }
    let currencies = names.map { try? Currency(code: $0) }
    guard words.first == "date", currencies.contains(where: { $0 != nil }) else {
      isDone = true
      return collector.tell(
        Fault(.ratesForm, String(line.text(line.bounds).prefix(80))),
        at: line.place(at: line.bounds.lowerBound))
    }
    header = .columns(codes: names, currencies: currencies)
  }

  private func read(
    _ line: SeparatedLine, _ fields: [Range<Int>], _ header: Header, _ isLast: Bool,
    _ collector: inout RateCollector
  ) {
    guard fields.count == header.count else {
      // A line without its end, and too short: the file was cut off there.
      let fault =
        isLast && fields.count < header.count
        ? Fault(.textTruncated, "a line")
        : Fault(.csvFields, String(header.count), String(fields.count))
      return collector.tell(fault, at: line.place(at: line.bounds.lowerBound))
    }
    let dateField: Range<Int>
    switch header {
    case .columns: dateField = fields[0]
    case .lines(_, _, let date, _, _): dateField = fields[date]
    }
    let date: CalendarDate
    do {
      date = try RateDate.day(line.text(dateField))
    } catch {
      return collector.tell(error, at: line.place(at: dateField.lowerBound))
    }
    switch header {
    case .columns(let codes, let currencies):
      for index in 1..<codes.count {
        let text = line.text(fields[index])
        guard text != "N/A", !text.isEmpty else { continue }
        let place = line.place(at: fields[index].lowerBound)
        guard let quote = currencies[index] else {
          collector.skip(codes[index], at: place)
          continue
        }
        collector.add(quote, per: RatePublisher.euro, text, on: date, at: place)
      }
    case .lines(_, let currency, _, let units, let base):
      let code = line.text(fields[currency])
      guard let quote = try? Currency(code: code) else {
        return collector.skip(code, at: line.place(at: fields[currency].lowerBound))
      }
      collector.add(
        quote, per: base, line.text(fields[units]), on: date,
        at: line.place(at: fields[units].lowerBound))
    }
  }
}

/// One line of a table in CSV.
struct SeparatedLine {
  private let bytes: [UInt8]
  /// The line's bytes, without a mark before it or its end.
  let bounds: Range<Int>
  private let number: Int

  /// A line of `bytes`, counted from 1.
  init(_ bytes: [UInt8], _ bounds: Range<Int>, number: Int) {
    self.bytes = bytes
    self.bounds = bounds
    self.number = number
  }

  /// Where the fields lie, without the quotes around them; nil where a quote is not closed.
  var fields: [Range<Int>]? {
    let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
    var fields: [Range<Int>] = []
    var start = bounds.lowerBound
    while true {
      var end = start
      if start < bounds.upperBound, bytes[start] == quote {
        guard let close = bytes[(start + 1)..<bounds.upperBound].firstIndex(of: quote) else {
          return nil
        }
        fields.append((start + 1)..<close)
        end = bytes[close..<bounds.upperBound].firstIndex(of: comma) ?? bounds.upperBound
      } else {
        end = bytes[start..<bounds.upperBound].firstIndex(of: comma) ?? bounds.upperBound
        fields.append(start..<end)
      }
      guard end < bounds.upperBound else { return fields }
      start = end + 1
    }
  }

  /// What a field spells, without blanks around it.
  func text(_ field: Range<Int>) -> String {
    var field = field
    let blank = UInt8(ascii: " ")
    while let first = bytes[field].first, first == blank { field.removeFirst() }
    while let last = bytes[field].last, last == blank { field.removeLast() }
    return String(decoding: bytes[field], as: UTF8.self)
  }

  /// Where a byte of the line stands.
  func place(at offset: Int) -> RateCollector.Place {
    RateCollector.Place(
      line: number, column: max(1, offset - bounds.lowerBound + 1),
      excerpt: { Excerpt.text(of: bytes, bounds, around: offset) })
  }
}
