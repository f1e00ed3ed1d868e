extension PointedFault {
  /// Matches and refunds that rules refuse, as ``rules``.
  static let cash = #"""
    amendment-nothing
    2017-02-01 amendment ‸B1/1
      reason: "x"

    use-unspent
    2017-02-01 obligation D0 mali ‸2 USD

    match-owed
    2017-02-01 matched U0 D0 ‸1 USD

    overpayment-part
    2017-02-01 refund D0 1 USD
      part: ‸2017
      overpayment: yes

    overpayment-exceeds
    2017-02-01 refund A0 ‸1 USD
      overpayment: yes

    refund-settles
    2017-02-01 refund A0 1 USD
      paid: ‸2017-02-02 0.4 CHF from asset:bank
      paid: 2017-02-03 0.6 CHF from asset:bank

    """#
}
