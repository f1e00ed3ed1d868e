extension FaultCode {
  /// The words of what is wrong with files that are written, with stores, and with memory.
  var englishOfFiles: Wording {
    switch self {
    case .outputLedger:
      Wording("{1} is a ledger, and is not written over", "name another file with -o")
    case .outputLoses:
      Wording(
        "{1} is a ledger with facts or comments that would be lost, and is not written over",
        "name another file with -o")
    case .outputFull:
      Wording("{1}: no room is left to write to", "make room; what was recorded stays recorded")
    case .outputFailed:
      Wording(
        "{1}: cannot be written (system error {2})",
        "print to a file with '-o FILE'; what was recorded stays recorded")
    case .storeUnknown: Wording("{1}: neither a text nor a store of bursar", "check the name")
    case .storeForeign: Wording("{1}: a SQLite database of another program", "check the name")
    case .storeNewer:
      Wording("{1}: written by a later bursar (form {2}, this one knows {3})", "use that version")
    case .storeOlder:
      Wording(
        "{1}: of an earlier form ({2}, now {3}), and cannot be written",
        "open it once where it can be written")
    case .storeLocked:
      Wording("{1}: somebody else was writing for {2} seconds", "nothing was changed: try again")
    case .storeCorrupt: Wording("{1}: damaged", "'bursar -f {1} verify' says where")
    case .storeFailed: Wording("{1}: reading or writing failed (SQLite {2})", "check the disk")
    case .storeCurrency:
      Wording("'{1}' counts in another book currency", "a store has one book currency")
    case .storeParent:
      Wording("'{1}' lies under another scope already", "'bursar scope tree' shows where")
    case .storeRefused:
      Wording("the store refused it (SQLite {1})", "'bursar verify' shows whether it is sound")
    case .memoryOut: Wording("memory ran out", "free some and try again")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
