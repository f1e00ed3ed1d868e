import Bookkeeping
import Diagnostics
import Monetary

// A report delivered posts nothing: the duty is met, once for each time that the agreement states it.
extension Book {
  /// Nothing, if the agreement owes such a report and it was not delivered yet.
  func consequence(
    of delivery: ReportDelivery, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    guard let state = checks.value(try agreement(delivery.agreement)) else { return nil }
    checks.run(try require(fact, notBeforeSigning: state))
    checks.run(try requireOwed(delivery.duty, by: state))
    return Consequence()
  }

  /// - Throws: `report-unknown`, `report-delivered`.
  private func requireOwed(_ duty: ReportDuty, by state: AgreementState) throws(Fault) {
    let reference = state.agreement.reference.text
    let owed = state.agreement.reports.count { $0 == duty }
    guard owed > 0 else { throw Fault(.reportUnknown, reference, duty.description) }
    let deliveries = state.delivered.filter { $1 == duty }.keys.map(\.text).sorted()
    guard deliveries.count < owed else {
      throw Fault(
        .reportDelivered, reference, duty.description, deliveries.joined(separator: ", "))
    }
  }
}
