/// Somebody who gives.
public struct Donor: Hashable, Sendable {
  /// What kind of giver; a private national partner is not the government of that country.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case government
    case multilateral
    case pooledFund = "pooled-fund"
    case privateDonor = "private"
  }

  /// The donor's own code.
  public let id: DonorID
  /// Its name for people.
  public let name: String
  /// What kind of giver, if stated.
  public let kind: Kind?
  /// ISO 3166-1 alpha-2 code of its country, if stated.
  public let country: String?
  /// Its IATI organisation identifier, if it has one.
  public let iati: String?
  /// Other names it goes by.
  public let aliases: [String]

  /// Makes a donor.
  public init(
    _ id: DonorID, name: String, kind: Kind? = nil, country: String? = nil, iati: String? = nil,
    aliases: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.iati = iati
    self.aliases = aliases
  }
}

extension Donor {
  /// What of a name tells it from others: not its case, and not where and how many blanks stand.
  public static func key(of name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Two donors found to be one: what was recorded for the first counts for the second.
public struct DonorMerge: Hashable, Sendable {
  /// The donor that is no longer used.
  public let duplicate: DonorID
  /// The donor that it is.
  public let donor: DonorID

  /// Makes a merge of `duplicate` into `donor`.
  public init(_ duplicate: DonorID, into donor: DonorID) {
    self.duplicate = duplicate
    self.donor = donor
  }
}
