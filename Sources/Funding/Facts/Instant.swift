public import Monetary

/// A moment in UTC, to the microsecond; written as RFC 3339 has it.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Microseconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
  public let microseconds: Int64

  /// Makes an instant `microseconds` after 1970-01-01T00:00:00Z; one outside the years 1 to 9999
  /// becomes the nearest inside.
  public init(microseconds: Int64) {
    self.microseconds = min(max(microseconds, Self.earliest), Self.latest)
  }

  /// The first moment of `date`.
  public init(startOf date: CalendarDate) {
    microseconds = Int64(date.dayNumber) * Self.microsecondsPerDay
  }

  /// The last moment of `date`.
  public init(endOf date: CalendarDate) {
    microseconds = Instant(startOf: date).microseconds + Self.microsecondsPerDay - 1
  }

  /// Takes `YYYY-MM-DDThh:mm:ssZ`, with up to six decimals of a second.
  ///
  /// Source: RFC 3339 section 5.6; other offsets than `Z` are refused, a ledger keeps UTC.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[bytes.count - 1] == UInt8(ascii: "Z"),
      let date = CalendarDate(String(text.prefix(10))),
      let hour = Self.number(bytes[11..<13], below: 24),
      let minute = Self.number(bytes[14..<16], below: 60),
      let second = Self.number(bytes[17..<19], below: 60),
      let fraction = Self.fraction(bytes[19..<(bytes.count - 1)])
    else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second
    microseconds =
      Int64(date.dayNumber) * Self.microsecondsPerDay + seconds * 1_000_000 + fraction
  }

  /// The day in UTC that the instant lies in.
  public var date: CalendarDate {
    let (quotient, remainder) = microseconds.quotientAndRemainder(
      dividingBy: Self.microsecondsPerDay)
    return CalendarDate(dayNumber: Int32(remainder < 0 ? quotient - 1 : quotient))
  }

  /// `YYYY-MM-DDThh:mm:ssZ`, with six decimals where the second is not whole.
  public var description: String {
    let ofDay = microseconds - Instant(startOf: date).microseconds
    let (seconds, fraction) = ofDay.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { Self.padded($0, to: 2) }.joined(separator: ":")
    return "\(date)T\(clock)\(fraction == 0 ? "" : "." + Self.padded(fraction, to: 6))Z"
  }

  /// Orders instants by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  private static let microsecondsPerDay: Int64 = 86_400_000_000
  /// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z.
  private static let earliest = -719_162 * microsecondsPerDay
  private static let latest = 2_932_897 * microsecondsPerDay - 1

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return value < limit ? value : nil
  }

  private static func fraction(_ text: ArraySlice<UInt8>) -> Int64? {
    guard let point = text.first else { return 0 }
    let digits = text.dropFirst()
    guard point == UInt8(ascii: "."), (1...6).contains(digits.count),
      let value = number(digits, below: 1_000_000)
    else { return nil }
    return (digits.count..<6).reduce(value) { scaled, _ in scaled * 10 }
  }

  private static func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
