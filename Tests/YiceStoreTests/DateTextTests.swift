import Foundation
import Testing
import YiceStore
import YiceTestSupport

@Suite("dates as people write them")
struct DateTextTests {
  @Test(
    "a month without its day is its last day, and only with its year",
    arguments: [
      ("2019.9", "2019-09-30"), ("2020年2月", "2020-02-29"), ("2021-08", "2021-08-31"),
      ("2018年7月底", "2018-07-31"),
      ("2019-3", "2019-03-31"), ("2022/12", "2022-12-31"), ("8月底", nil), ("历年", nil), ("2019.13", nil),
      ("2019", nil),
      ("19.9", nil),
    ] as [(String, String?)])
  func months(_ written: String, _ date: String?) {
    #expect(DateText.endOfMonth(written) == date)
    #expect(DateText.normalized(written) == nil)
  }

  @Test("every day from 1901 to 2099 has the serial number that Excel gives it")
  func serials() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let epoch = try #require(calendar.date(from: DateComponents(year: 1899, month: 12, day: 30)))
    for serial in stride(from: 367, to: 73050, by: 13) {
      let date = epoch.addingTimeInterval(Double(serial) * 86400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let year = try #require(parts.year)
      let month = String((parts.month ?? 0) + 100).dropFirst()
      let day = String((parts.day ?? 0) + 100).dropFirst()
      #expect(DateText.fromExcelSerial(serial) == "\(year)-\(month)-\(day)", "serial \(serial)")
    }
  }

  @Test(
    "a date in any style is the same date, and a day that does not exist is none",
    arguments: [7, 8] as [UInt64])
  func styles(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let year = Int.random(in: 1900...2100, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...31, using: &random)
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      let two = { (number: Int) in String(String(number + 100).dropFirst()) }
      let expected = day <= length ? "\(year)-\(two(month))-\(two(day))" : nil
      let styles = [
        "\(year)-\(month)-\(day)", "\(year).\(month).\(day)", "\(year)/\(two(month))/\(two(day))",
        "\(year)年\(month)月\(day)日", "\(year)\(two(month))\(two(day))",
      ]
      for style in styles { #expect(DateText.normalized(style) == expected, "seed \(seed): \(style)") }
    }
  }
}
