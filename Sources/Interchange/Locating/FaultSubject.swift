/// Which value of a directive a fault is about.
struct FaultSubject {
  /// What the value may be.
  private let kinds: [ReadValue.Kind]
  /// The keys it may stand behind, nil being the directive's own line; empty for any.
  private var keys: [Key?] = []
  /// Which of the fault's values it is spelt as, counted from 0; nil where it may be any.
  private var spelling: Int?
  /// Whether it is only taken where no other line has one as good.
  private var mustBeAlone = false
  /// Whether of several the last is meant, and not the first.
  private var isLast = false

  /// The first value of that kind on the directive's own line.
  static func head(_ kind: ReadValue.Kind) -> FaultSubject {
    FaultSubject(kinds: [kind], keys: [nil])
  }

  /// What stands behind the first `key`.
  static func below(_ key: Key) -> FaultSubject {
    FaultSubject(kinds: [.line], keys: [key])
  }

  /// The first value of those kinds that is spelt as a value of the fault, behind any key or some.
  static func named(
    _ kinds: ReadValue.Kind..., as spelling: Int = 0, on keys: [Key?] = []
  ) -> FaultSubject {
    FaultSubject(kinds: kinds, keys: keys, spelling: spelling)
  }

  /// The same, unless another line has such a value, too: nobody can tell then which is meant.
  var alone: FaultSubject {
    FaultSubject(kinds: kinds, keys: keys, spelling: spelling, mustBeAlone: true)
  }

  /// The same, and of several the last.
  var last: FaultSubject {
    FaultSubject(kinds: kinds, keys: keys, spelling: spelling, isLast: true)
  }

  /// The first value of that kind, however it is spelt, behind any key or some.
  static func any(_ kind: ReadValue.Kind, on keys: [Key?] = []) -> FaultSubject {
    FaultSubject(kinds: [kind], keys: keys)
  }

  /// The value among those of a directive; `spellings` are the values of the fault.
  /// - Complexity: O(*n*) in the values that are spelt as it is, or in all where it may be spelt as any.
  func value(among values: ReadValues, spelt spellings: [String]) -> ReadValue? {
    let candidates =
      if let spelling {
        spellings.indices.contains(spelling) ? values.spelt(spellings[spelling]) : []
      } else { values.all }
    let fitting = candidates.filter { value in
      kinds.contains(value.kind) && (keys.isEmpty || keys.contains(value.key))
    }
    guard let first = fitting.first, !mustBeAlone || fitting.allSatisfy({ $0.line == first.line })
    else { return nil }
    return isLast ? fitting.last : first
  }
}
