import Testing

@testable import YiceStore

@Suite("numbers in writing")
struct NumberTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let written: String
    var exponent = 0
    let integer: Int64?
    let double: Double?
    let decimals: Int

    var testDescription: String { "\(written) × 10^\(exponent)" }
  }

  @Test(
    "a number is kept exactly, with its decimals",
    arguments: [
      Case(written: "0", integer: 0, double: 0, decimals: 0),
      Case(written: "-0", integer: 0, double: 0, decimals: 0),
      Case(written: "0.000", integer: 0, double: 0, decimals: 0),
      Case(written: "007", integer: 7, double: 7, decimals: 0),
      Case(written: "+7", integer: 7, double: 7, decimals: 0),
      Case(written: "-12.50", integer: nil, double: -12.5, decimals: 1),
      Case(written: ".5", integer: nil, double: 0.5, decimals: 1),
      Case(written: "5.", integer: 5, double: 5, decimals: 0),
      Case(written: "12,345.6", integer: nil, double: 12345.6, decimals: 1),
      Case(written: "1,234,567", integer: 1_234_567, double: 1_234_567, decimals: 0),
      Case(written: "1.2e3", integer: 1200, double: 1200, decimals: 0),
      Case(written: "1.2E-3", integer: nil, double: 0.0012, decimals: 4),
      Case(written: "3.5", exponent: 4, integer: 35000, double: 35000, decimals: 0),
      Case(written: "0.1", exponent: 8, integer: 10_000_000, double: 10_000_000, decimals: 0),
      Case(
        written: "999999999999999", integer: 999_999_999_999_999, double: 999_999_999_999_999, decimals: 0),
    ])
  func reads(_ example: Case) throws {
    let number = try #require(NumberText(example.written, exponent: example.exponent))
    #expect(number.integer == example.integer)
    #expect(number.double == example.double)
    #expect(number.decimals == example.decimals)
  }

  @Test(
    "what is no number, or has more digits than a Double keeps, is none",
    arguments: [
      "", ".", "-", "+", "e5", "1e", "1e400", "1e-400", "1e5.5", "--1", "+-1", "1..2", "1.2.3", "1,23",
      "1,2345",
      ",123", "12a", "NaN", "inf", "0x10", "1 2", "1.2,345", "1234567890123456", "0.1234567890123456",
    ])
  func refuses(_ written: String) {
    #expect(NumberText(written) == nil)
  }
}
