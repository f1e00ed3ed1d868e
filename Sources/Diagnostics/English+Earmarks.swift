extension FaultCode {
  /// The words of what is wrong with where money may be used.
  var englishOfEarmarks: Wording {
    switch self {
    case .earmarkModality:
      Wording("modality {1} does not go with '{2}'", "it belongs to '{3}'")
    case .earmarkExclusion:
      Wording("'{1}' is excluded but was not included", "exclude only what lies inside the earmark")
    case .earmarkNowhere:
      Wording("the earmark excludes all that it includes", "exclude less")
    case .earmarkUnearmarked:
      Wording(
        "what is '{1}' may be used anywhere, whatever is said of '{2}'",
        "leave '{2}' out, or say 'softly', 'earmarked' or 'tightly'")
    case .earmarkMissing:
      Wording(
        "'{1}' says nothing of where its money may be used: it counts as 'not-stated'",
        "say it by an amendment: 'bursar record amendment {1}/1 --earmark EARMARK', which is unearmarked, softly, "
          + "earmarked or tightly, and scopes, as in 'tightly mali/protection'")
    case .earmarkScope:
      Wording(
        "'{1}' does not say for what",
        "name scopes or situations behind it, as in '{1} global', or in an agreement what a line must be for "
          + "('require:', --require); money for anything is 'unearmarked', and what nobody states 'not-stated'"
      )
    case .limitExceeds:
      Wording(
        "a limit of {1} on '{2}' is more than the agreement, {3}",
        "lower it, or leave it out ('limit:', --limit)")
    case .limitOutside:
      Wording(
        "a limit on '{1}', to which none of this money may go",
        "mend the scope, or leave the limit out ('limit:', --limit)")
    case .limitTwice:
      Wording("more than one limit on '{1}'", "keep the lowest ('limit:', --limit)")
    case .limitUsed:
      Wording(
        "a limit of {1} on '{2}' is less than the {3} of '{4}' that went there",
        "raise it, or give back what is too much: by a reversal, or an allocation away from there")
    default: preconditionFailure("'\(rawValue)' is no fault of an earmark")
    }
  }
}
