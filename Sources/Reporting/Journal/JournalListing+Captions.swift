import Bookkeeping
import Funding

extension JournalListing.Item {
  /// Day, words, name and fund: `2017-12-01  receipt for A0051 (R17)`.
  var headline: String {
    var remarks: [String] = []
    if !caption.contains(id.text) { remarks.append(id.text) }
    if let fund, fund != .memorandum, !caption.contains(fund.text) {
      remarks.append(fund == .general ? "general fund" : "fund \(fund)")
    }
    if let lateness { remarks.append(lateness) }
    let aside = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
    return "\(entry.date)  \(caption)\(aside)"
  }

  /// What the entry is, and in brackets its name where that does not say it and that it is late.
  var captionWithName: String {
    let remarks = [caption.contains(id.text) ? nil : id.text, lateness].compactMap(\.self)
    return remarks.isEmpty ? caption : "\(caption) (\(remarks.joined(separator: ", ")))"
  }

  /// That it was posted late, and the fact's own day: `late, of 2017-11-28`; nil where it was not.
  private var lateness: String? { isLate ? "late, of \(ownDay)" : nil }

  /// What the entry is, in a few words: `agreement A0309 signed`, or the words it was written with.
  ///
  /// The entries of one fact are told apart by what each records of it: `Radios, support cost`.
  var caption: String { subject + aspect }

  /// The fund of all legs; nil where they lie in several.
  var fund: FundCode? {
    let funds = Set(entry.postings.map(\.fund))
    return funds.count == 1 ? funds.first : nil
  }
}

extension JournalListing.Item {
  /// What the fact is.
  private var subject: String {
    switch fact.event {
    case .entry(let entry): entry.title
    case .requirement(let requirement):
      "requirement of \(requirement.key.scope) for \(requirement.key.year)"
    case .opening(let opening): "opening balance of \(opening.account)"
    case .fulfilled(let fulfilment): "condition of \(fulfilment.agreement) met"
    case .unidentified(let receipt): "unidentified receipt \(receipt.reference)"
    case .receipt(let receipt): "receipt for \(receipt.agreement)"
    case .matched(let match): "match of \(match.unidentified) with \(match.agreement)"
    case .writeOff(let writeOff): "write-off of \(writeOff.agreement)"
    case .refund(let refund): "refund of \(refund.agreement)"
    case .obligation(let obligation): "obligation under \(obligation.agreement)"
    case .inKind(let gift): "goods for \(gift.agreement)"
    case .inKindUsed(let use): "goods of \(use.agreement)"
    case .allocation(let allocation): "allocation of \(allocation.agreement) to \(allocation.scope)"
    case .carryOver(let carryOver): "carry-over of \(carryOver.agreement)"
    case .expenditure(let expenditure):
      expenditure.purpose ?? "expenditure on \(expenditure.scope)"
    case .revaluation: revalued?.text ?? ""
    case .reversal(let reversal): "reversal of \(reversal.target): \(reversal.reason)"
    default: [fact.kind.rawValue, fact.reference?.text].compactMap(\.self).joined(separator: " ")
    }
  }

  /// The account that a revaluation is of.
  private var revalued: AccountCode? { entry.postings.lazy.compactMap(\.account.revalued).first }

  /// What of the fact the entry records, where the subject leaves that open.
  private var aspect: String {
    switch entry.occasion {
    case .signed where fund == .memorandum:
      posts(.credit, to: .signed) ? " added to signed" : " taken off signed"
    case .signed, .amended: " signed"
    case .recorded: posts(.debit, to: .recorded) ? " recorded" : " taken off recorded"
    case .converted: " taking up its pledge"
    case .released where fact.kind == .fulfilled: ""
    case .released:
      posts(.credit, to: .contributions) ? " released to revenue" : " taken off the release"
    case .received where fact.kind == .matched: ", received"
    case .refundDue: " due"
    case .refundPaid: " paid"
    case .disbursed: ", off the obligation"
    case .delivered: " delivered"
    case .used: " used"
    case .supported: ", support cost"
    case .revalued: " revalued"
    case .reversed where fact.kind == .revaluation: " revaluation taken back"
    default: ""
    }
  }

  private func posts(_ side: Side, to account: AccountCode) -> Bool {
    entry.postings.contains { $0.side == side && $0.account == account }
  }
}
