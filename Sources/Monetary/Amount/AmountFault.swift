/// Finds out what is wrong with a text that is not an amount; only faulty texts come here.
enum AmountFault {
  /// What is wrong with a number and its code.
  static func fault(ofAmount text: String) -> MoneyError {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if let word = unit(in: words) { return .amountUnit(text, word: word) }
    guard words.count == 2, NumberShape(words[0]) != nil, isLetters(words[1]) else {
      return .amountSyntax(text)
    }
    guard let currency = Currency(ascii: words[1].utf8Span.span) else {
      return .unknownCurrency(words[1])
    }
    return fault(ofNumber: words[0], written: text, currency: currency, sign: .optional)
  }

  /// What is wrong with a number alone.
  static func fault(
    ofNumber number: Span<UInt8>, currency: Currency, sign: SignRule
  ) -> MoneyError {
    let text = String(decoding: (0..<number.count).map { number[$0] }, as: UTF8.self)
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if let word = unit(in: words) { return .amountUnit(text, word: word) }
    return fault(ofNumber: text, written: text, currency: currency, sign: sign)
  }

  private static func fault(
    ofNumber number: String, written text: String, currency: Currency, sign: SignRule
  ) -> MoneyError {
    guard let shape = NumberShape(number) else { return .amountSyntax(text) }
    if shape.isSigned, sign == .none { return .amountSign(text) }
    guard shape.isGroupedRightly else { return .amountGrouping(text) }
    guard shape.decimals <= currency.minorDigits else { return .amountDecimals(text, currency) }
    return .overflow(text)
  }

  /// Words that stand for a hundred and more, in small letters, as reports in English, French, Spanish and
  /// German have them.
  private static let magnitudes: Set<String> = [
    "hundred", "thousand", "million", "millions", "billion", "billions", "trillion", "lakh",
    "crore",
    "mille", "milliers", "milliard", "milliards", "mil", "miles", "millón", "millones",
    "k", "m", "mn", "mio", "mln", "mm", "bn", "mrd", "tn",
  ]

  /// The word or sign that stands for a unit: a magnitude before a currency's sign, since it is worse.
  private static func unit(in words: [String]) -> String? {
    guard
      words.contains(where: { $0.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } })
    else { return nil }
    // `3M` and `$3` hold their unit; a bare word is one.
    let units = words.compactMap { word in
      let unit = word.drop { isOfNumber($0) }
      let end = unit.lastIndex { !isOfNumber($0) }
      return end.map { String(unit[...$0]) }
    }
    return units.first { magnitudes.contains($0.lowercased()) }
      ?? units.first {
        $0.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
      }
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || ".,+-".contains(character))
  }

  private static func isLetters(_ word: String) -> Bool {
    !word.isEmpty && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
  }
}
