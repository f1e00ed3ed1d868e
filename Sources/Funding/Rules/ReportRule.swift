import Bookkeeping
import Diagnostics
import Monetary

// A report delivered posts nothing: the duty is met.
extension Book {
  /// Nothing, if the agreement owes such a report and it was not delivered yet.
  func consequence(
    of delivery: ReportDelivery, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    guard let state = checks.value(try agreement(delivery.agreement)) else { return nil }
    checks.run(try requireReportable(fact, of: state))
    checks.run(try requireOwed(delivery.duty, by: state))
    return Consequence()
  }

  /// - Throws: `report-date`.
  private func requireReportable(_ fact: Fact, of state: AgreementState) throws(Fault) {
    guard fact.date >= state.signed else {
      throw Fault(
        .reportDate, fact.date.description, state.agreement.reference.text,
        state.signed.description)
    }
  }

  /// - Throws: `report-unknown`, `report-delivered`.
  private func requireOwed(_ duty: ReportDuty, by state: AgreementState) throws(Fault) {
    let reference = state.agreement.reference.text
    guard state.schedule.reports.contains(duty) else {
      throw Fault(.reportUnknown, reference, duty.description)
    }
    if let delivery = state.delivered.first(where: { $0.value == duty })?.key {
      throw Fault(.reportDelivered, reference, duty.description, delivery.text)
    }
  }
}
