import Monetary

extension Grammar<CommandContext> {
  /// All that may be typed after `bursar`.
  static var bursar: Grammar {
    Grammar(
      name: "bursar", version: "0.1.0", released: CalendarDate(dayNumber: 20_780),
      abstract: "the funding and donor ledger of humanitarian operations",
      discussion: """
        What was requested, who gave what for what, what is funded and what is not, with proof of every \
        figure. A ledger is a text that people read and compare, or a store in one SQLite file.
        """,
      leading: [LedgerOptions.self],
      sections: [
        Section(
          "Reports",
          [
            Verb(SummaryCommand.self), Verb(MonthlyCommand.self), Verb(ForecastCommand.self),
            Verb(AgreementsCommand.self),
            Verb(StatementCommand.self), Verb(BalanceCommand.self),
            Verb(JournalCommand.self), Verb(ShowCommand.self), Verb(CompleteCommand.self),
          ]),
        Section(
          "The gap",
          [
            Verb(GapCommand.self), Verb(GridCommand.self), Verb(AskCommand.self),
            Verb(AllocateCommand.self),
          ]),
        Section(
          "Recording",
          [
            Verb(
              "record", "Record a fact",
              [
                Verb(RecordRequirement.self), Verb(RecordSpendingPlan.self),
                Verb(RecordPledge.self), Verb(RecordAgreement.self),
                Verb(RecordAmendment.self), Verb(RecordFulfilment.self), Verb(RecordDelivery.self),
                Verb(RecordReceipt.self),
                Verb(RecordUnidentified.self), Verb(RecordMatch.self), Verb(RecordWriteOff.self),
                Verb(RecordRefund.self), Verb(RecordObligation.self), Verb(RecordExpenditure.self),
                Verb(RecordAllocation.self), Verb(RecordCarryOver.self), Verb(RecordGift.self),
                Verb(RecordGoodsUsed.self), Verb(RecordRate.self), Verb(RecordOpening.self),
                Verb(RecordEntry.self), Verb(RecordAcknowledgement.self), Verb(RecordNote.self),
                Verb(RecordAssertion.self),
              ]),
            Verb(ReverseCommand.self), Verb(RevalueCommand.self), Verb(CloseCommand.self),
            Verb(ReopenCommand.self),
          ]),
        Section(
          "Rates of exchange",
          [
            Verb(
              "rates", "Import, list, show and check rates of exchange",
              [
                Verb(RatesImport.self), Verb(RatesList.self), Verb(RatesShow.self),
                Verb(RatesCheck.self),
              ])
          ]),
        Section(
          "Names",
          [
            Verb(
              "donor", "Add, list and merge donors",
              [
                Verb(DonorAdd.self), Verb(ListCommand<DonorNames>.self), Verb(DonorShow.self),
                Verb(DonorMergeCommand.self),
              ]),
            Verb(
              "scope", "Add and list scopes and situations",
              [
                Verb(ScopeAdd.self), Verb(ScopeSituation.self), Verb(ListCommand<ScopeNames>.self),
                Verb(ListCommand<ProgrammeNames>.self),
              ]),
            Verb(
              "account", "Declare and list accounts",
              [Verb(AccountAdd.self), Verb(ListCommand<AccountNames>.self)]),
          ]),
        Section(
          "Ledgers",
          [
            Verb(InitCommand.self), Verb(ExportCommand.self), Verb(FormatCommand.self),
            Verb(CheckCommand.self), Verb(VerifyCommand.self), Verb(BackupCommand.self),
          ]),
      ],
      topics: [
        Topic(
          "Exit status",
          [
            ("0", "done, warnings included"),
            ("1", "the ledger, the input or a name in it is at fault, or a check found something"),
            ("2", "wrong usage"),
            ("3", "the world failed: missing, permissions, disk, locked, corrupt"),
          ]),
        Topic(
          "Environment",
          [
            ("BURSAR_FILE", "the ledger, where no --file names one"),
            ("BURSAR_NOW", "the instant in UTC that counts as now"),
            ("BURSAR_BY", "the author of what is recorded"),
            ("NO_COLOR", "where set, nothing is coloured"),
          ]),
      ])
  }
}
