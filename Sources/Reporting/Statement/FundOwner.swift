public import Bookkeeping
import Funding

/// Whose money a statement is about: one agreement's, or the general fund's own.
public enum FundOwner: Hashable, Sendable {
  /// The fund of an agreement, or what of the general fund is an unearmarked agreement's.
  case agreement(Reference)
  /// What of the general fund is no agreement's.
  case general

  /// The agreement's reference, or `general`.
  public var text: String {
    switch self {
    case .agreement(let reference): reference.text
    case .general: FundCode.general.text
    }
  }
}

/// Tells entries apart by whose money they move.
///
/// Every posting outside budget and memorandum is one owner's, so that the statements of all agreements
/// and of the general fund together are the books.
public struct EntryOwnership: Sendable {
  private let agreements: Set<Reference>
  private let originals: [FactID: [JournalListing.Item]]
  private let items: [JournalListing.Item]

  /// Will tell `items` apart, in a ledger of these agreements; those that were reversed are among them.
  ///
  /// Items are all entries that move money of the owner who is asked for, in the order of their days.
  public init(_ items: [JournalListing.Item], agreements: Set<Reference>) {
    self.items = items
    self.agreements = agreements
    originals = Dictionary(grouping: items, by: \.id)
  }

  /// What is held of the money of each agreement that the items move money of.
  /// - Complexity: O(*n*) in the items.
  public var held: [Reference: HeldMoney] {
    var held: [Reference: HeldMoney] = [:]
    for item in items {
      let movement = StatementMovement(of: item.entry, as: origin(of: item).entry.occasion)
      for posting in item.entry.postings {
        guard case .agreement(let reference) = owner(of: posting, in: item.entry, as: movement)
        else { continue }
        held[reference, default: HeldMoney()].add(posting)
      }
    }
    return held
  }

  /// The entries that move money of `owner`, each with its postings of that money.
  public func entries(of owner: FundOwner) -> [StatementEntry] {
    items.compactMap { item in
      let origin = origin(of: item)
      let movement = StatementMovement(of: item.entry, as: origin.entry.occasion)
      let postings = item.entry.postings.filter {
        self.owner(of: $0, in: item.entry, as: movement) == owner
      }
      guard !postings.isEmpty else { return nil }
      return StatementEntry(
        item: item, origin: origin.fact, movement: movement, postings: postings)
    }
  }

  /// What an entry comes from: itself or, of a reversal, the entry that it undoes.
  private func origin(of item: JournalListing.Item) -> JournalListing.Item {
    guard case .reversal(let reversal) = item.fact.event else { return item }
    return originals[reversal.target]?.first {
      $0.entry.reversed(on: item.entry.date) == item.entry
    } ?? item
  }

  /// Whose money a posting moves; nil for budget and memorandum.
  ///
  /// Of the support cost of an unearmarked agreement, what is recovered is the general fund's own.
  private func owner(
    of posting: Posting, in entry: JournalEntry, as movement: StatementMovement
  ) -> FundOwner? {
    guard posting.fund != .memorandum else { return nil }
    if let reference = posting.fund.agreement { return .agreement(reference) }
    guard let reference = posting.tags.agreement, agreements.contains(reference) else {
      return .general
    }
    let recovered = entry.postings.first { $0.account == .supportRecovered }
    if movement == .supported, let recovered {
      let isBalancing = posting.account == .interfund && posting.side != recovered.side
      if isBalancing || posting.account == .supportRecovered { return .general }
    }
    return .agreement(reference)
  }
}
