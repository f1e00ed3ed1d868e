import Diagnostics
import Monetary

/// Reads a file of rates chunk by chunk, and tells its form from what stands in it.
///
/// The United Nations Treasury's XML; the European Central Bank's XML of a day or of ninety, and its CSV
/// of all days; and CSV with a header that names `currency`, `date` and `units_per_` a currency. It
/// holds one line, the rates found, and no more; of XML it shows no lines, which ``LinePicker`` does.
public struct RateFileReader {
  private enum Form {
    /// Nothing but blanks has come, a few of them kept.
    case unknown([UInt8])
    case separated(SeparatedRates)
    case marked(MarkedRates)
  }

  private var form = Form.unknown([])
  private var collector: RateCollector

  /// Begins to read `input`, which is what diagnostics call it.
  public init(named input: String) {
    self.init(named: input, limit: RateCollector.most)
  }

  /// Begins to read `input`, of which only so many different rates are taken.
  init(named input: String, limit: Int) {
    collector = RateCollector(named: input, limit: limit)
  }

  /// Whether what is still to come would change nothing.
  public var isDone: Bool {
    switch form {
    case .unknown: false
    case .separated(let rates): rates.isDone || collector.isFull
    case .marked(let rates): rates.isDone || collector.isFull
    }
  }

  /// How many bytes of the input are held.
  var heldCount: Int {
    switch form {
    case .unknown(let bytes): bytes.count
    case .separated(let rates): rates.heldCount
    // libxml2 keeps a part of a tag, ten megabytes at most.
    case .marked: 0
    }
  }

  /// Takes the next bytes of the input.
  public mutating func take(_ chunk: [UInt8]) {
    guard !isDone else { return }
    switch form {
    case .unknown(let before):
      let bytes = before + chunk
      guard let isMarked = Self.isMarked(bytes) else {
        form = .unknown(bytes)
        return
      }
      form = isMarked ? .marked(MarkedRates()) : .separated(SeparatedRates())
      take(bytes)
    case .separated(var rates):
      form = .unknown([])
      rates.take(chunk, into: &collector)
      form = .separated(rates)
    case .marked(var rates):
      form = .unknown([])
      rates.take(chunk, into: &collector)
      form = .marked(rates)
    }
  }

  /// What the whole input says.
  public mutating func finish() -> RateFile {
    if case .unknown(let bytes) = form, !bytes.isEmpty {
      form = .separated(SeparatedRates())
      take(bytes)
    }
    switch form {
    case .unknown: return collector.file(of: nil)
    case .separated(var rates):
      rates.finish(into: &collector)
      return collector.file(of: rates.table)
    case .marked(var rates):
      rates.finish(into: &collector)
      return collector.file(of: rates.table)
    }
  }

  /// Whether the input is XML; nil as long as nothing tells.
  private static func isMarked(_ bytes: [UInt8]) -> Bool? {
    let start = bytes.startOfText
    let blanks: Set = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0A, 0x00]
    // Two bytes a letter: XML says so, a table in CSV is refused for it.
    let isSixteenBit = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let first = bytes[(isSixteenBit ? 2 : start)...].first { !blanks.contains($0) }
    guard let first else { return bytes.count > 4096 ? false : nil }
    return first == UInt8(ascii: "<")
  }
}
