extension PointedFault {
  /// Earmarks and limits that rules refuse, marked as those of ``rules``.
  static let terms = #"""
    amendment-name
    2017-02-01 amendment ‸A0
      ends: 2018-01-01

    condition-fulfilled
    2017-02-01 fulfilled ‸D0 "visit"

    condition-given-up
    2017-02-01 fulfilled ‸G0 "visit"

    earmark-modality
    2017-02-01 agreement A1 japan 1 USD
      earmark: softly mali
      modality: ‸I

    earmark-exclusion
    2017-02-01 pledge P1 japan 1 USD
      earmark: softly mali except ‸niger

    earmark-exclusion
    ‸2017-02-01 agreement A1 japan 2 USD
      part: 2017 1 USD softly niger except mali
      part: 2018 1 USD softly global except mali

    earmark-nowhere
    2017-02-01 pledge P1 japan 1 USD
      earmark: softly mali, niger except ‸mali, niger

    earmark-unearmarked
    2017-02-01 pledge P1 japan 1 USD
      earmark: ‸unearmarked mali

    earmark-unearmarked
    2017-02-01 agreement A1 japan 2 USD
      part: 2017 1 USD unearmarked
      part: 2018 1 USD unearmarked ‸mali

    earmark-unearmarked
    2017-02-01 pledge P1 japan 1 USD
      earmark: ‸unearmarked except mali

    earmark-scope
    2017-02-01 agreement A1 japan 2 USD
      earmark: softly mali
      part: 2017 1 USD ‸tightly by sweden
      part: 2018 1 USD

    limit-exceeds
    2017-02-01 agreement A1 japan 2 USD
      limit: 2 USD on mali
      limit: 2.01 USD on ‸niger

    limit-outside
    2017-02-01 agreement A1 japan 2 USD
      earmark: softly niger
      limit: 1 USD on ‸mali

    limit-used
    2017-02-01 agreement A1 japan 2 USD
      earmark: softly mali, niger
    2017-02-02 allocation A1 mali 2 USD
    2017-02-03 amendment A1/1
      limit: 1 USD on ‸mali

    limit-twice
    2017-02-01 agreement A1 japan 2 USD
      limit: 1 USD on mali
      limit: 2 USD on ‸mali

    """#
}
