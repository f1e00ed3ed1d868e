import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations

/// Whether an answer can be read, and names what the ledger has: what would refuse it in the end
/// refuses it at once, in the same words.
struct AnswerCheck {
  private let verb: String
  private let context: CommandContext
  private let options: LedgerOptions
  private var opened: (any Ledger)?

  /// Checks what is answered for `verb`; the ledger is opened when it is first needed.
  init(verb: String, in context: CommandContext, ledger options: LedgerOptions) {
    self.verb = verb
    self.context = context
    self.options = options
  }

  /// Refuses what would be refused whatever is answered: to make a ledger where something is already.
  /// - Throws: `StoreError`.
  func require(given words: [String]) throws {
    guard verb == InitCommand.name else { return }
    let declarations = InitCommand.declarations
    let given = Scan(words, for: declarations).given
    for (declaration, words) in zip(declarations, given) where declaration.form == .operand {
      try words.forEach(requireNothing(at:))
    }
  }

  private func requireNothing(at path: String) throws {
    try InitialiseLedger(at: path, by: context.author, on: context.now).requireNothingThere()
  }

  /// Refuses an answer that cannot be read, or that names what is not there or, where it is to be
  /// new, what is; where any text will do it takes any.
  /// - Throws: `Fault`; what reading the ledger throws.
  mutating func require(_ answer: String, for declaration: Declaration) throws {
    let isNew = declaration.completion == .none
    switch (declaration.value, declaration.completion) {
    case ("AMOUNT", _): try requireAmount(answer)
    case ("DATE", _): if CalendarDate(answer) == nil { throw Fault(.dateImpossible, answer) }
    case ("UNITS", _): try requireRate(answer)
    case ("LEG", _): try requireLeg(answer)
    case ("DONOR", _), (_, .dynamic("donors")): try requireDonor(answer, isNew: isNew)
    case ("SCOPE", _), ("SITUATION", _), (_, .dynamic("scopes")):
      try requireScope(answer, isNew: isNew)
    case (_, .dynamic("subjects")): try requireSubject(answer)
    case (_, .dynamic("facts")): try requireFact(answer)
    case (_, .dynamic("unidentified")): try requireUnidentified(answer)
    case ("REF/N", _): try requireAmendment(answer)
    case ("FILE", _) where verb == InitCommand.name: try requireNothing(at: answer)
    case ("REF", _) where verb == ShowCommand.name: try requireFact(answer)
    case ("REF", _), (_, .dynamic("agreements")): try requireReference(answer, isNew: isNew)
    default: break
    }
  }

  private func requireAmount(_ answer: String) throws {
    let amount: Money
    do { amount = try Money(parsing: answer) } catch { throw Fault(error) }
    // Only these may say what is added or taken away, or be of nothing.
    if [RecordRequirement.name, RecordAmendment.name].contains(verb) { return }
    let isSigned = answer.hasPrefix("+") || amount.isNegative
    if isSigned || !amount.isPositive && verb != RecordAssertion.name {
      throw Fault(.amountSign, answer)
    }
  }

  private func requireRate(_ answer: String) throws {
    guard let rate = try? ExactDecimal(parsing: answer), rate.isPositive else {
      throw Fault(.rateSyntax, answer)
    }
  }

  /// A leg is read as the entry's reader will read it.
  private func requireLeg(_ answer: String) throws {
    var draft = DirectiveDraft(.entry, DirectiveDraft.quoted(answer))
    draft.add(line: "debit \(answer)")
    draft.add(line: "credit \(answer)")
    do { _ = try draft.fact(on: context.today.description) } catch {
      throw error.diagnostics[0].fault
    }
  }

  private mutating func requireDonor(_ answer: String, isNew: Bool) throws {
    let names = try ledger().names
    guard isNew else {
      do { _ = try names.requireDonor(answer) } catch { throw error.diagnostics[0].fault }
      return
    }
    guard let id = DonorID(answer) else { throw Fault(.donorSyntax, answer) }
    if names.donors.donor(id) != nil { throw Fault(.donorDuplicate, answer) }
  }

  private mutating func requireScope(_ answer: String, isNew: Bool) throws {
    guard let path = ScopePath(answer) else { throw Fault(.scopeSyntax, answer) }
    let programme = try ledger().names.programme
    let isKnown = programme.isDeclared(path)
    // That the whole is complete is said of it again.
    if isNew, isKnown, path != .global { throw Fault(.scopeDuplicate, answer) }
    guard !isNew else { return }
    guard isKnown else {
      throw Fault(.scopeUnknown, answer).suggesting(
        among: programme.allScopes.map(\.path.text) + programme.allSituations.map(\.path.text))
    }
    // Of a situation there may only be remarks.
    let remarks = [RecordNote.name, RecordAcknowledgement.name, RecordAssertion.name]
    if !remarks.contains(verb) { try programme.require(path) }
  }

  /// A figure is that of a scope or, with a colon in its name, of an account.
  private mutating func requireSubject(_ answer: String) throws {
    guard answer.contains(":") else { return try requireScope(answer, isNew: false) }
    if AccountCode(answer) == nil { throw Fault(.accountSyntax, answer) }
  }

  private mutating func requireReference(_ answer: String, isNew: Bool) throws {
    let ledger = try ledger()
    guard let reference = Reference(answer) else { throw Fault(.referenceSyntax, answer) }
    let known = try ledger.references()
    if isNew, try (known + ledger.unidentified()).contains(reference) {
      throw try used(reference)
    }
    if !isNew, try ledger.state(of: reference) == nil {
      throw Fault(.agreementUnknown, answer).suggesting(among: known.map(\.text))
    }
  }

  private mutating func requireUnidentified(_ answer: String) throws {
    let known = try ledger().unidentified()
    guard let reference = Reference(answer) else { throw Fault(.referenceSyntax, answer) }
    guard !known.contains(reference) else { return }
    throw Fault(.unidentifiedUnknown, answer).suggesting(among: known.map(\.text))
  }

  /// An amendment is new, and belongs to an agreement.
  private mutating func requireAmendment(_ answer: String) throws {
    let ledger = try ledger()
    guard let reference = Reference(answer) else { throw Fault(.referenceSyntax, answer) }
    guard try ledger.kinds(of: reference).isEmpty else { throw try used(reference) }
    let isOfAgreement = try reference.prefixes.contains { try ledger.state(of: $0) != nil }
    guard !isOfAgreement else { return }
    throw Fault(.amendmentAgreement, answer)
      .suggesting(amendmentOf: try ledger.references().map(\.text))
  }

  /// That a reference is used, and by what: the first of the facts that are about it.
  private mutating func used(_ reference: Reference) throws -> Fault {
    let kind = try ledger().kinds(of: reference).min()
    return Fault(.referenceDuplicate, reference.text, kind?.rawValue ?? "")
  }

  /// What is shown or reversed may be any fact.
  private mutating func requireFact(_ answer: String) throws {
    let ledger = try ledger()
    guard FactID(answer) != nil else { throw Fault(.identifierSyntax, answer) }
    guard try ledger.facts(about: answer).isEmpty else { return }
    throw Fault(.factUnknown, answer).suggesting(among: try ledger.references().map(\.text))
  }

  private mutating func ledger() throws -> any Ledger {
    if let opened { return opened }
    let ledger = try context.open(options)
    opened = ledger
    return ledger
  }
}
