import Testing
import YiceStore

struct PeriodTextTests {
  struct Case: Sendable {
    let written: String
    var year: Int? = 2022
    var from: String?
    let day: String?
  }

  static let cases: [Case] = [
    Case(written: "年内", day: "2022-12-31"), Case(written: "2023年底前", day: "2023-12-31"),
    Case(written: "8月底", day: "2022-08-31"), Case(written: "2024年2月", day: "2024-02-29"),
    Case(written: "7月至2月", day: "2023-02-28"), Case(written: "2022年7月至2023年2月", day: "2023-02-28"),
    Case(written: "2022年1月-3月", day: "2022-03-31"), Case(written: "9月1日前完成", day: "2022-09-01"),
    Case(written: "10月中旬", day: "2022-10-20"), Case(written: "第三季度", day: "2022-09-30"),
    Case(written: "2023年上半年", day: "2023-06-30"), Case(written: "2023年秋季学期", day: "2024-01-31"),
    Case(written: "2023年秋季开学前", day: "2023-08-31"), Case(written: "2022学年", day: "2023-08-31"),
    Case(written: "2022-2023学年", day: "2023-08-31"),
    Case(written: "２０２２年底", day: "2022-12-31"), Case(written: "2022-09-01", day: "2022-09-01"),
    Case(written: "2022年全年", day: "2022-12-31"), Case(written: "长期坚持", day: nil),
    Case(written: "3月底", year: nil, from: "2022-05-10", day: "2023-03-31"),
    Case(written: "7月底", year: nil, from: "2022-05-10", day: "2022-07-31"),
    Case(written: "2022年3月底", year: nil, from: "2022-05-10", day: "2022-03-31"),
  ]

  @Test(arguments: cases)
  func `A period as notices write it has its last day`(_ one: Case) throws {
    let found = try #require(PeriodText(one.written, year: one.year, from: one.from), "\(one.written)")
    #expect(found.lastDay == one.day, "\(one.written)")
    #expect(!found.isTurned)
  }

  @Test(arguments: [
    ("2022年9月至2025年7月", "2022-09-01"), ("7月至2月", "2022-07-01"), ("2022年1月-3月", "2022-01-01"),
    ("2022-2023学年", "2022-09-01"), ("2022年秋季学期至2025年春季学期", "2022-09-01"), ("2020年至2022年", "2020-01-01"),
    ("2022年3月15日至6月10日", "2022-03-15"),
  ])
  func `A period that says from when has its first day`(_ written: String, _ day: String) {
    #expect(PeriodText(written, year: 2022)?.firstDay == day)
  }

  @Test(arguments: ["待定", "尽快", "13月", "2月30日", "一校一策", "2022", "每学期一轮", "8"])
  func `What names no day is no period`(_ written: String) {
    #expect(
      PeriodText(written, year: written == "2022" ? nil : 2022)?.lastDay
        == (written == "2022" ? "2022-12-31" : nil))
  }

  @Test func `A month without its year needs one, and an end before its beginning is a slip`() {
    #expect(PeriodText("8月底", year: nil) == nil)
    #expect(PeriodText("2022年7月至2022年2月", year: nil)?.isTurned == true)
  }
}
