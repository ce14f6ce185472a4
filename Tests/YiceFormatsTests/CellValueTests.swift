import Testing
import YiceFormats
import YiceTestSupport

@Suite struct CellValueTests {
  @Test(arguments: [
    (12.5, "12.5"), (3, "3"), (0, "0"), (-0.0, "0"), (-3.0, "-3"), (0.1, "0.1"),
    (0.1 + 0.2, "0.30000000000000004"), (0.00001, "0.00001"), (-0.000_012_5, "-0.0000125"),
    (1e16, "10000000000000000"), (1.25e17, "125000000000000000"), (-1e20, "-100000000000000000000"),
    (9_007_199_254_740_992, "9007199254740992"), (1e300, "1e+300"), (-1.5e-12, "-1.5e-12"),
    (.leastNonzeroMagnitude, "5e-324"), (.nan, ""), (.infinity, ""), (-.infinity, ""),
  ])
  func `a decimal takes its shortest plain form`(value: Double, expected: String) {
    #expect(CellValue.decimal(value).description == expected)
    if value.isFinite { #expect(Double(expected) == value) }
  }

  @Test func `other values are written as they are`() {
    #expect(CellValue.empty.description == "")
    #expect(CellValue.integer(.max).description == "9223372036854775807")
    #expect(CellValue.text(" 张三\n").description == " 张三\n")
  }

  @Test func `literals make cells`() {
    let cells: [CellValue] = ["甲", 1, 2.5, nil]
    #expect(cells == [.text("甲"), .integer(1), .decimal(2.5), .empty])
    #expect(cells.map(\.isNumber) == [false, true, true, false])
  }

  @Test func `random decimals read back the same`() {
    let seed: UInt64 = 20_260_101
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(CellValue.decimal(value).description) == value, "seed \(seed)")
    }
  }
}
