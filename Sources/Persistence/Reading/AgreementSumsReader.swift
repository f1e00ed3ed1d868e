import Bookkeeping
import Funding
import Monetary

/// Adds up the position rows and the realised exchange of all agreements in one pass over each.
struct AgreementSumsReader {
  private let session: Session
  /// Facts that were entered later than is asked for.
  private let late: Set<Int64>
  private let day: CalendarDate
  /// By the number of an agreement's name.
  private var sums: [Int64: AgreementSums] = [:]

  /// Will read what counts up to `day`, of facts entered by `known`.
  init(_ session: Session, asOf day: CalendarDate, known: Instant?) throws(StoreError) {
    try session.settle()
    self.session = session
    self.day = day
    late =
      if let known { Set(try session.sequences(enteredAfter: known)) } else { [] }
  }

  /// As ``Snapshot/agreementSums(asOf:known:)``.
  mutating func read() throws(StoreError) -> [Reference: AgreementSums] {
    try addRows()
    try addExchange()
    var named: [Reference: AgreementSums] = [:]
    named.reserveCapacity(sums.count)
    for (number, sum) in sums {
      let label = try session.required(try session.names.labels.name(of: number))
      // What a pledge comes to is none of it.
      if let reference = Reference(label.storedText) { named[reference] = sum }
    }
    return named
  }

  private mutating func addRows() throws(StoreError) {
    var measures: [Int64: PositionRow.Measure] = [:]
    for measure in AgreementSums.measures {
      if let number = try session.names.measures.known(measure) { measures[number] = measure }
    }
    let rows = try session.connection.prepare(
      """
      SELECT seq, reference, measure, amount_minor, book_minor FROM position
      WHERE day <= ? AND reference IS NOT NULL
      """)
    rows.bind(day.dayNumber)
    while try rows.step() {
      guard let measure = measures[rows.integer(2)], !late.contains(rows.integer(0)) else {
        continue
      }
      sums[rows.integer(1), default: AgreementSums()].add(
        measure, rows.integer(3), book: rows.integer(4))
    }
  }

  /// Adds gains and losses of the facts that were posted by then, those of later payments among them.
  private mutating func addExchange() throws(StoreError) {
    let postings = try session.connection.prepare(
      """
      SELECT seq, agreement, side, book_minor FROM posting JOIN fact USING (seq)
      WHERE account = ? AND agreement IS NOT NULL AND fact.posted <= ?
      """)
    for account in [AccountCode.exchangeGain, .exchangeLoss] {
      guard let number = try session.names.accounts.known(account) else { continue }
      postings.bind(number, day.dayNumber)
      defer { postings.reset() }
      while try postings.step() {
        guard !late.contains(postings.integer(0)) else { continue }
        sums[postings.integer(1), default: AgreementSums()].add(
          realised: -Int128(postings.integer(2)) * Int128(postings.integer(3)))
      }
    }
  }
}
