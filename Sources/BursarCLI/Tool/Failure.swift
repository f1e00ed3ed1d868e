import Diagnostics
import Funding
import Monetary
import Operations
import Persistence

/// An error as the person is told of it, and the exit status that goes with it.
struct Failure {
  /// Text for standard error; its lines are ended.
  let text: String
  /// 0 where nothing is wrong after all, else 1, 2 or 3.
  let status: Int32

  init(text: String, status: Int32) {
    self.text = text
    self.status = status
  }

  /// Tells any error that a command can end with.
  init(_ error: any Error) {
    switch error {
    case let misuse as Misuse:
      if let faults = misuse.faults {
        self.init(faults.map { Diagnostic($0) })
      } else {
        self.init(text: misuse.english(of: "bursar"), status: ExitStatus.misused)
      }
    case let refusal as Refusal: self.init(refusal.diagnostics)
    case let faults as Faults: self.init(faults.all.map { Diagnostic($0) })
    case let fault as Fault: self.init([Diagnostic(fault)])
    case let error as MoneyError: self.init([Diagnostic(Fault(error))])
    case let error as StoreError: self.init(error)
    case let error as FileError: self.init(error)
    case let document as UnreadableDocument: self.init(document)
    case let failure as OutputFailure: self.init(failure)
    case let stream as UnwritableStream: self.init(OutputFailure(stream))
    case let fact as UnreadableFact:
      self.init(
        [Diagnostic(Fault(.factDamaged, String(fact.sequence)))], status: ExitStatus.failed)
    case let found as NotCanonical:
      self.init([Diagnostic(Fault(.textNotCanonical, found.path))])
    case is UnsoundProblem: self.init(text: "", status: ExitStatus.refused)
    case let unsound as Unsound: self.init(unsound)
    case let declined as Declined:
      self.init(text: "bursar: \(declined.outcome)\n", status: ExitStatus.refused)
    case is NoLedger:
      self.init(
        text: "bursar: which ledger? name it with -f FILE, or in the variable BURSAR_FILE\n",
        status: ExitStatus.misused)
    case let fault as EnvironmentFault:
      self.init(
        text: "bursar: \(fault.variable) is '\(fault.value)'; write it as in \(fault.expected)\n",
        status: ExitStatus.misused)
    default: self.init(text: "bursar: \(error)\n", status: ExitStatus.failed)
    }
  }

  /// Tells what `diagnostics` say.
  init(_ diagnostics: [Diagnostic], status: Int32 = ExitStatus.refused) {
    self.init(text: DiagnosticText.text(of: diagnostics), status: status)
  }
}
