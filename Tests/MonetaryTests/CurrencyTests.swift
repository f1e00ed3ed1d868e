import Monetary
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("USD", 2, "US Dollar"), ("XOF", 0, "CFA Franc BCEAO"), ("JPY", 0, "Yen"),
    ("KWD", 3, "Kuwaiti Dinar"), ("CLF", 4, "Unidad de Fomento"), ("CHF", 2, "Swiss Franc"),
    ("UGX", 0, "Uganda Shilling"), ("AED", 2, "UAE Dirham"), ("ZWG", 2, "Zimbabwe Gold"),
  ])
  func `a listed code has its own minor unit and name`(code: String, digits: Int, name: String)
    throws
  {
    let currency = try Currency(code: code)
    #expect(currency.code == code)
    #expect(currency.minorDigits == digits)
    #expect(currency.name == name)
    #expect(currency.isActive)
    #expect("\(currency)" == code)
  }

  @Test(arguments: [
    "", "US", "USDX", "usd", "Usd", "$", "US$", "€", "ZZZ", "DEM", "U D", "US\0", "AN[", "A@A",
  ])
  func `what is not listed is no currency`(code: String) {
    #expect(throws: MoneyError.unknownCurrency(code)) { try Currency(code: code) }
  }

  @Test(arguments: ["XAU", "XAG", "XDR", "XTS", "XXX", "XBA", "XSU", "XUA"])
  func `what has no minor unit cannot be kept in a ledger`(code: String) {
    #expect(throws: MoneyError.unknownCurrency(code)) { try Currency(code: code) }
  }

  @Test func `the active ones are 165, in the order of their codes`() {
    let codes = Currency.all.map(\.code)
    #expect(codes.count == 165)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Currency.all == Currency.all.reversed().sorted())
  }

  @Test func `every code finds its currency again, from text and from bytes`() throws {
    for currency in Currency.all + Currency.withdrawn {
      #expect(try Currency(code: currency.code) == currency)
      let bytes = Array(currency.code.utf8)
      #expect(Currency(ascii: bytes.span) == currency)
    }
  }

  @Test(arguments: [("HRK", 2), ("SLL", 2), ("MRO", 2), ("STD", 2), ("BYR", 0), ("BGN", 2)])
  func `a withdrawn currency is known, but not among those in use`(code: String, digits: Int)
    throws
  {
    let currency = try Currency(code: code)
    #expect(currency.minorDigits == digits)
    #expect(!currency.isActive)
    #expect(!Currency.all.contains(currency))
    #expect(Currency.withdrawn.contains(currency))
  }

  @Test(.enabled(if: SharedData.has(listOne), "\(listOne) is not beside the project"))
  func `the active ones are those of list one that have a minor unit`() throws {
    let entries = try SharedData.text(Self.listOne).split(separator: "<CcyNtry>").dropFirst()
    var listed: [String: Int] = [:]
    for entry in entries {
      let code = entry.firstMatch(of: /<Ccy>([A-Z]{3})<\/Ccy>/)?.1
      let digits = entry.firstMatch(of: /<CcyMnrUnts>([0-9])<\/CcyMnrUnts>/)?.1
      if let code, let digits { listed[String(code)] = Int(digits) }
    }
    let known = Dictionary(uniqueKeysWithValues: Currency.all.map { ($0.code, $0.minorDigits) })
    #expect(known == listed)
  }

  private static let listOne = "data/iso4217/iso4217-table-one-2026-01-01.xml"
}
