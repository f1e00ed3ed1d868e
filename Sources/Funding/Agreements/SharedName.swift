public import Diagnostics

/// A name by which two donors go, whatever its case and its blanks, that were not found to be one.
public struct SharedName: Hashable, Sendable {
  /// The name, as the second donor spells it.
  public let name: String
  /// The two donors.
  public let first: DonorID, second: DonorID
  /// Whether both are called so for people, and neither goes by it otherwise: nobody can tell them apart, but
  /// each has a code of its own.
  public let isOfBoth: Bool
  /// Whether it is an alias of the second, which could be left out.
  public let isAliasOfSecond: Bool

  /// What is wrong with the second donor.
  public var fault: Fault {
    Fault(isOfBoth ? .donorNamesake : .donorAlias, name, second.text, first.text)
  }
}

extension DonorRegister {
  /// The names that some of `donors` share with ones before them, in their order; each with the first that has
  /// it.
  ///
  /// A code is a name, too, where another donor has it for an alias. Donors that were merged are one.
  /// - Complexity: O(*n*) in the names of the donors, more where many that were merged share one.
  public func sharedNames(in order: some Sequence<Donor>) -> [SharedName] {
    var known: [String: [(donor: DonorID, isAlias: Bool, isCode: Bool)]] = [:]
    var shared: [SharedName] = []
    for donor in order {
      var own: Set<String> = []
      var met: Set<DonorID> = []
      for (name, isAlias, isCode) in donor.names {
        let key = Donor.key(of: name)
        guard own.insert(key).inserted else { continue }
        let others = known[key, default: []]
        // Between a name and a code nobody has to choose: a code is looked for first.
        let other = others.first { other in
          resolved(other.donor) != resolved(donor.id)
            && (isAlias || other.isAlias || isCode == other.isCode)
        }
        if let other, met.insert(resolved(other.donor)).inserted {
          shared.append(
            SharedName(
              name: name, first: other.donor, second: donor.id,
              isOfBoth: !isAlias && !other.isAlias, isAliasOfSecond: isAlias))
        }
        known[key, default: []].append((donor.id, isAlias, isCode))
      }
    }
    return shared
  }
}

extension Donor {
  /// All names by which it goes: aliases first, since these alone are meant to tell it from others.
  fileprivate var names: [(name: String, isAlias: Bool, isCode: Bool)] {
    aliases.map { ($0, true, false) } + [(name, false, false), (id.text, false, true)]
  }
}

extension Book {
  /// The names that a donor which was just declared shares with ones before it.
  public func sharedNames(of fact: Fact) -> [SharedName] {
    guard case .donor(let donor) = fact.event else { return [] }
    let others = donors.declared.filter { $0.id != donor.id }
    return donors.sharedNames(in: others + [donor]).filter { $0.second == donor.id }
  }
}
