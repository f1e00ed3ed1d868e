import Bookkeeping
import Funding
import Monetary

/// The agreements behind a summary: what each has in the area, and by which rate it was converted.
struct Contributions {
  /// An agreement of a donor; a reference that was reversed may be given again, to another.
  private struct Agreement: Hashable {
    let donor: DonorID
    let reference: Reference
  }

  /// What an agreement has at one place under one earmark.
  private struct Share: Hashable {
    let agreement: Agreement
    let place: ScopePath
    let category: EarmarkCategory
  }

  private let material: FundingSummary.Material
  private let agreements: [Agreement: FundingPosition]
  private let shares: [Share: FundingPosition]
  /// The latest signing of each agreement.
  private let signings: [Agreement: LearntRow]

  /// The agreements of which `material` has rows.
  init(in material: FundingSummary.Material) {
    func agreement(of row: PositionRow) -> Agreement? {
      guard let reference = row.reference, let donor = row.donor else { return nil }
      return Agreement(donor: material.names.donors.resolved(donor), reference: reference)
    }
    self.material = material
    let rows = material.byAgreement.map(\.row)
    agreements = FundingPosition.grouped(rows, by: agreement)
    shares = FundingPosition.grouped(rows) { row in
      guard let agreement = agreement(of: row), let category = row.category else { return nil }
      return Share(agreement: agreement, place: row.scope, category: category)
    }
    var signings: [Agreement: LearntRow] = [:]
    for learnt in material.signingsElsewhere + material.byAgreement
    where learnt.row.measure == .signed && learnt.row.amount.isPositive {
      guard let agreement = agreement(of: learnt.row) else { continue }
      let known = signings[agreement]
      if known.map({ $0.row.day <= learnt.row.day }) ?? true { signings[agreement] = learnt }
    }
    self.signings = signings
  }

  /// How many agreements of each donor have anything of a tally.
  func counts(_ tally: (FundingPosition) -> FundingPosition.Tally) -> [DonorID: Int] {
    agreements.reduce(into: [:]) { counts, agreement in
      if !tally(agreement.value).isZero { counts[agreement.key.donor, default: 0] += 1 }
    }
  }

  /// The rates by which what counts, or is signed and not recorded yet, was converted, each with the
  /// days it was used on; oldest first.
  func rateUses() -> [RateUse] {
    var history = material.rates
    let used = agreements.filter { !counted(of: $0.value).isZero }.keys.flatMap { agreement in
      rates(of: agreement, by: &history).compactMap { rate in
        signings[agreement].map { RateUse(of: rate, on: $0.row.day) }
      }
    }
    return Set(used).sorted()
  }

  /// A line for each place and earmark at which an agreement has something, the greatest first.
  func lines() throws(MoneyError) -> [FundingSummary.AgreementLine] {
    var history = material.rates
    var lines: [FundingSummary.AgreementLine] = []
    for (share, position) in shares {
      let counted = counted(of: position)
      guard !counted.isZero, let currency = counted.original.totals.first?.currency else {
        continue
      }
      lines.append(
        FundingSummary.AgreementLine(
          reference: share.agreement.reference, donor: share.agreement.donor,
          name: material.names.donors.name(of: share.agreement.donor), category: share.category,
          place: share.place, amount: try counted.original.amount(in: currency),
          book: try Money(sum: counted.book, of: material.names.head.currency),
          stage: stage(of: position), rates: rates(of: share.agreement, by: &history),
          note: material.agreementNotes[share.agreement.reference]))
    }
    return lines.sorted {
      ($1.book.minorUnits, $0.reference, $0.place.text, $0.category.rawValue)
        < ($0.book.minorUnits, $1.reference, $1.place.text, $1.category.rawValue)
    }
  }

  /// What is funded on the basis, or else signed and not in the records yet.
  private func counted(of position: FundingPosition) -> FundingPosition.Tally {
    let funded = position.funded(on: material.basis)
    return funded.isZero && material.basis != .signed ? position.signedNotRecorded : funded
  }

  private func stage(of position: FundingPosition) -> FundingSummary.AgreementLine.Stage {
    if position.funded(on: material.basis).isZero { return .signed }
    if position[material.basis.measure].isZero {
      return position[material.basis.movement].isZero ? .carriedIn : .allocated
    }
    return position.signedNotRecorded.isZero ? .recorded : .signed
  }

  private func rates(of agreement: Agreement, by history: inout RateHistory) -> [ExchangeRate] {
    guard let signing = signings[agreement] else { return [] }
    return history.rates(
      from: signing.row.amount.currency, to: material.names.head.currency, on: signing.row.day,
      known: signing.entered)
  }
}
