extension PointedFault {
  /// Facts that rules refuse: each fault's code, and the directive with ‸ before what it is about.
  static let rules = #"""
    scope-unknown
    2017-02-01 agreement A1 japan 1 USD
      earmark: softly ‸mal
      part: 2017 1 USD softly mali

    scope-unknown
    2017-02-01 requirement ‸mal 1 USD

    scope-unknown
    2017-02-01 agreement A1 japan 1 USD
      earmark: softly niger, ‸mal except niger/health

    scope-unknown
    2017-02-01 agreement A1 japan 1 USD
      earmark: softly mali except ‸mal

    scope-unknown
    2017-02-01 situation mal "Mal"
      scopes: niger, ‸mal

    scope-unknown
    2017-02-01 agreement mal japan 1 USD
      part: 2017 1 USD softly ‸mal

    scope-situation
    2017-02-01 agreement A1 japan 1 USD
      earmark: softly sahel
      limit: 1 USD on ‸sahel

    scope-situation
    2017-02-01 allocation A0 mali/health 1 USD
      from: ‸sahel

    scope-duplicate
    2017-02-01 scope ‸mali "Mali"

    scope-duplicate
    2017-02-01 situation ‸mali "Mali"
      scopes: mali

    scope-parent
    2017-02-01 scope ‸chad/health "Health"

    scope-parent
    2017-02-01 scope tahoua
      parent: ‸chad

    scope-cycle
    2017-02-01 scope tahoua
      parent: ‸tahoua

    scope-parent-differs
    2017-02-01 scope mali/water
      parent: ‸niger

    donor-unknown
    2017-02-01 agreement japn ‸japn 1 USD

    donor-unknown
    2017-02-01 agreement A9 japan 2 USD
      part: 2017 1 USD softly mali by sweden
      part: 2017 1 USD softly mali by ‸japn

    donor-unknown
    2017-02-01 acknowledgement ‸japn mali 1 USD

    donor-unknown
    2017-02-01 merge japan into ‸japn

    donor-duplicate
    2017-02-01 donor ‸japan "Japan"

    donor-merge
    2017-02-01 merge ‸tokyo into japan

    account-duplicate
    2017-02-01 account ‸asset:citi

    opening-account
    2017-02-01 opening ‸revenue:gifts 1 USD

    reference-duplicate
    2017-02-01 agreement ‸A0 japan 1 USD

    reference-reserved
    2017-02-01 pledge ‸general japan 1 USD

    agreement-unknown
    2017-02-01 receipt ‸A9 1 USD

    agreement-unknown
    2017-02-01 expenditure ‸A9 mali 1 USD

    pledge-unknown
    2017-02-01 agreement P9 japan 1 USD
      pledge: ‸P8

    pledge-donor
    2017-02-01 agreement A1 sweden 1 USD
      pledge: ‸P0

    fund-unknown
    2017-02-01 opening asset:bank 1 USD
      fund: ‸A9

    fund-unknown
    2017-02-01 entry "x"
      debit expense:rent 1 USD fund A0
      credit asset:bank 1 USD fund ‸A9

    fact-duplicate
    2017-02-01 note mali "x"
      note: "E0"
      id: ‸E0

    fact-unknown
    2017-02-02 reversal ‸E9
      reason: "E9"

    entry-legs
    ‸2017-02-01 entry "x"
      debit asset:citi 1 USD

    revaluation-date
    ‸2017-02-01 revaluation all

    obligation-line
    2017-02-01 expenditure B1 ‸mali/health 1 USD
      obligation: O0

    obligation-date
    ‸2017-01-02 expenditure B1 mali/schools 1 USD
      obligation: O0
      entered: 2017-01-04T00:00:00Z

    in-kind-exceeds
    2017-02-01 in-kind-used A0 mali ‸1 USD

    carry-over-exceeds
    2017-02-01 carry-over A0 mali ‸11 USD

    unidentified-unknown
    2017-02-01 matched ‸U9 A0 1 USD

    match-exceeds
    2017-02-01 matched U0 A0 ‸6 USD

    match-exceeds
    2017-02-01 matched U0 A0 6 USD
      bank: ‸6 USD

    match-currency
    2017-02-01 matched U0 A0 1 USD
      bank: ‸1 CHF

    receipt-exceeds-part
    2017-02-01 receipt A0 ‸10.01 USD
      part: 2017

    receipt-arrival
    2017-02-01 matched U0 A0 1 USD
      bank: ‸2 USD

    match-date
    ‸2017-01-02 matched U0 A0 1 USD

    obligation-unknown
    2017-02-01 expenditure A0 mali 1 USD
      obligation: ‸O9

    posted-before-date
    2017-02-01 note mali "x"
      posted: ‸2017-01-31

    posted-nothing
    2017-02-01 note mali "x"
      posted: ‸2017-02-02

    period-closed
    ‸2016-02-01 expenditure general mali 1 USD
      entered: 2017-03-01T00:00:00Z

    period-closed
    2016-02-01 expenditure general mali 1 USD
      posted: ‸2016-03-01
      entered: 2017-03-01T00:00:00Z

    day-closed
    ‸2016-01-31 revaluation all
      entered: 2017-03-01T00:00:00Z

    month-closed
    2017-02-01 close ‸2016-11

    month-open
    2017-02-01 reopen ‸2017-01
      reason: "x"

    month-not-latest
    2017-02-01 reopen ‸2016-11
      reason: "x"

    month-not-over
    2017-02-01 close ‸2017-02

    rate-differs
    2017-01-01 rate CHF ‸1.5 per USD

    rate-known
    2017-01-01 rate CHF ‸0.9990 per USD

    rate-revises-nothing
    2017-01-02 rate CHF 0.9 per USD
      revises: ‸"misprinted"

    rate-far-off
    2017-01-02 rate CHF ‸9.99 per USD

    rate-inverted
    2017-01-02 rate XOF ‸0.0018 per USD

    currency-not-yet
    2017-12-31 rate ‸STN 20 per USD

    currency-not-yet
    2017-12-31 acknowledgement japan mali 5 ‸MRU

    rate-missing
    2017-02-01 agreement A1 japan 1 ‸KES

    rate-missing
    2017-02-01 receipt A0 1 USD
      bank: 100 ‸KES

    rate-missing
    2017-02-01 entry "KES"
      debit expense:rent 1 USD
      credit asset:bank 100 ‸KES

    currency-mismatch
    2017-02-01 requirement mali/health 1 ‸CHF

    currency-mismatch
    2017-02-01 receipt A0 1 ‸CHF
      bank: 1 USD

    currency-mismatch
    2017-02-01 receipt A0 1 USD
      bank: 1 CHF
      charge: 1 ‸EUR

    currency-mismatch
    2017-02-01 agreement A1 japan 2 USD
      part: 2017 1 USD
      part: 2018 1 ‸CHF

    currency-mismatch
    2017-02-01 agreement A1 japan 2 USD
      instalment: 2017-03-01 2 USD
      limit: 1 ‸CHF on mali

    currency-mismatch
    2017-02-01 agreement A1 japan 2 USD
      instalment: 2017-03-01 1 USD
      instalment: 2017-04-01 1 ‸CHF

    currency-mismatch
    2017-02-01 assert funded mali 1 ‸CHF

    currency-mismatch
    ‸2017-02-01 receipt A0 2 CHF
      bank: 1 CHF
      charge: 1 CHF

    sum-overflow
    2017-02-01 agreement A1 japan ‸92,233,720,368,547,758 CHF

    sum-overflow
    ‸2017-02-01 receipt A0 1 USD
      bank: 92,233,720,368,547,758.07 USD
      charge: 1 USD

    requirement-exists
    2017-02-01 requirement ‸mali 1 USD

    requirement-exists
    2017-02-01 requirement mali 1 USD
      kind: ‸original

    requirement-none
    2017-02-01 requirement niger 1 USD
      kind: ‸supplementary

    requirement-negative
    2017-02-01 requirement mali ‸-6 USD
      kind: supplementary

    requirement-children
    2017-02-01 requirement mali/health ‸6 USD

    requirement-tier
    2017-02-01 requirement niger 1 USD
      tags: ‸tier high

    agreement-dates
    2017-02-01 agreement A1 japan 1 USD
      starts: 2018-01-01
      ends: ‸2017-01-01

    agreement-dates
    2017-02-01 agreement A1 japan 1 USD
      ends: ‸2017-01-31

    pledge-expected
    2017-02-01 pledge P1 japan 1 USD
      expected: ‸2017-01-31

    plan-exists
    2017-01-01 spending-plan ‸niger 6 USD

    plan-months
    2017-02-01 spending-plan mali 5 USD
      month: ‸2017-02 4 USD

    plan-month-year
    2017-02-01 spending-plan mali 5 USD
      month: 2017-02 4 USD
      month: ‸2018-02 1 USD

    plan-month-twice
    2017-02-01 spending-plan mali 5 USD
      month: ‸2017-02 4 USD
      month: 2017-02 1 USD

    report-duplicate
    2017-02-01 agreement A1 japan 1 USD
      report: ‸2017-03-31 final
      report: 2017-03-31 final

    agreement-recorded
    2017-02-01 agreement A1 japan 1 USD
      recorded: ‸2017-01-01

    agreement-parts
    2017-02-01 agreement A1 japan 3 USD
      ; the parts
      part:   ‸2017 1 USD ; one
      part: 2018 1 USD

    agreement-instalments
    2017-02-01 agreement A1 japan 3 USD
      instalment: ‸2017-03-01 1 USD
      instalment: 2017-04-01 1 USD

    currency-mismatch
    2017-02-01 refund A0 1 USD
      paid: 2017-02-02 0.9 ‸CHF from asset:bank settles 0.9 CHF

    amendment-agreement
    2017-02-01 amendment ‸A9/1

    amendment-date
    ‸2017-01-01 amendment A0/1
      ends: 2018-01-01

    reference-duplicate
    2017-02-01 amendment ‸B1/0
      ends: 2018-01-01

    amendment-instalments
    2017-02-01 amendment A0/1
      instalment: ‸2017-03-01 9 USD

    report-duplicate
    2017-02-01 amendment B1/1
      report: ‸2017-03-31 financial

    amendment-spent
    2017-02-01 amendment B1/1
      amount: ‸-4 USD
      part: 2018 -4 USD

    amendment-parts
    2017-02-01 amendment ‸B1/1
      amount: +1 USD

    amendment-parts
    2017-02-01 amendment A0/1
      amount: +2 USD
      part: ‸2017 +1 USD

    amendment-cut
    2017-02-01 amendment A0/1
      amount: ‸-9.01 USD

    amendment-cut
    2017-02-01 amendment B1/1
      amount: -5 USD
      part: 2018 ‸-5 USD

    condition-duplicate
    2017-02-01 agreement A1 japan 5 USD
      condition: ‸"audit" 1 USD
      condition: "audit" 1 USD

    condition-exceeds
    2017-02-01 agreement A1 japan 5 USD
      condition: ‸"audit" 6 USD

    condition-unknown
    2017-02-01 fulfilled ‸B1 "visit"

    condition-met
    2017-02-01 fulfilled B1 "audit" ‸2 USD

    report-date
    ‸2017-01-01 reported B1 2017-03-31 financial

    report-unknown
    2017-02-01 reported ‸B1 2017-03-31 narrative

    report-delivered
    2017-02-01 reported ‸B1 2017-03-31 financial

    place-exceeds
    2017-02-01 write-off B1 ‸7 USD

    place-exceeds
    2017-02-01 amendment B1/1
      earmark: ‸earmarked niger

    place-exceeds
    2017-02-01 amendment B1/1
      amount: ‸-4 USD
      part: 2017 -4 USD
      part: 2018 +0 USD

    write-off-exceeds
    2017-02-01 write-off A0 ‸9.01 USD

    write-off-exceeds-part
    2017-02-01 write-off A0 ‸9.01 USD
      part: 2017

    refund-exceeds-part
    2017-02-01 refund A0 ‸1.01 USD
      part: 2017

    refund-exceeds
    2017-02-01 refund A0 ‸1.01 USD

    refund-account
    2017-02-01 refund A0 1 USD
      paid: 2017-02-01 1 USD from ‸expense:bank

    refund-payment
    2017-02-01 refund A0 1 USD
      paid: ‸2017-02-01 2 USD from asset:bank

    part-unknown
    2017-02-01 receipt A0 1 USD
      part: ‸2018 mali

    receipt-before-signing
    ‸2016-12-31 receipt A0 1 USD
      posted: 2017-01-02

    receipt-exceeds
    2017-02-01 receipt A0 ‸10.01 USD

    receipt-arrival
    2017-02-01 receipt A0 5 USD
      bank: ‸4 USD to asset:bank

    receipt-charge
    2017-02-01 receipt A0 5 USD
      charge: ‸6 USD

    receipt-account
    2017-02-01 receipt A0 5 USD
      bank: 5 USD to ‸expense:bank

    receipt-account
    2017-02-01 receipt A0 5 USD
      to: ‸expense:bank

    allocation-reach
    2017-02-01 allocation A0 ‸niger 1 USD

    allocation-place
    2017-02-01 allocation A0 ‸mali 1 USD

    allocation-exceeds
    2017-02-01 allocation A0 mali/schools ‸10.01 USD

    expenditure-account
    2017-02-01 expenditure general mali 1 USD
      from: asset:bank
      account: ‸asset:bank

    expenditure-source
    2017-02-01 expenditure general mali 1 USD
      account: expense:rent
      from: ‸expense:rent

    use-reach
    2017-02-01 expenditure A0 ‸niger 1 USD

    use-period
    ‸2018-02-01 expenditure A0 mali 1 USD

    use-exceeds
    2017-02-01 expenditure A0 mali ‸10.01 USD

    use-limit
    2017-02-01 allocation A0 mali/health ‸3 USD

    entry-unbalanced
    ‸2017-02-01 entry "x"
      debit expense:rent 2 USD
      credit asset:bank 1 USD

    entry-account
    2017-02-01 entry "x"
      debit expense:rent 1 USD
      credit ‸budget:funded 1 USD

    reversal-done
    2017-02-02 reversal ‸E1
      reason: "x"

    reversal-of-reversal
    2017-02-02 reversal ‸X1
      reason: "x"

    reversal-kind
    2017-02-02 reversal ‸C0
      reason: "x"

    reversal-dependants
    2017-02-02 reversal ‸A0
      reason: "x"

    reversal-earlier
    ‸2017-01-02 reversal E0
      reason: "x"

    ledger-duplicate
    ‸ledger "Other"
      currency: USD
      rates: UNORE

    account-undeclared
    2017-02-01 expenditure general mali 1 USD
      from: ‸asset:till

    account-undeclared
    2017-02-01 entry "x"
      debit  expense:rent 1 USD
      credit ‸asset:till 1 USD

    """#
}
