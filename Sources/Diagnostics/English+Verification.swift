extension FaultCode {
  /// The words of what a verification finds wrong with a store.
  var englishOfVerification: Wording {
    switch self {
    case .unsoundMissing: Wording("fact {1} is missing", "restore a backup")
    case .unsoundUnreadable: Wording("{1} cannot be read", "restore a backup")
    case .unsoundAltered: Wording("the text of {1} was changed", "restore a backup")
    case .unsoundUnchained: Wording("{1} does not follow from the one before", "restore a backup")
    case .unsoundUnderived:
      Wording("what is stored of {1} is not what its text and the rules give", "restore a backup")
    case .unsoundScope:
      Wording("'{1}' is not stored under the scope it was declared under", "restore a backup")
    case .unsoundHead:
      Wording("the head {1} is not in the chain", "facts were exchanged or lost: restore a backup")
    case .unsoundBalance:
      Wording("the sum kept for {1} in {2} is wrong", "'bursar verify --rebuild' adds it anew")
    case .unsoundPosition:
      Wording("the sums kept for {1} are wrong", "'bursar verify --rebuild' adds them anew")
    case .unsoundSchema: Wording("'{1}' is not as bursar makes it", "restore a backup")
    case .unsoundReference: Wording("'{1}' speaks of what '{2}' does not have", "restore a backup")
    case .unsoundPages: Wording("SQLite finds: {1}", "restore a backup")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
