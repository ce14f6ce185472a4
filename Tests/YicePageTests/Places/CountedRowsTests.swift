import GRDB
import Testing
import YiceIndicators
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("a figure's rows in the grid")
struct CountedRowsTests {
  private static let school = "2133000001"

  private func served() throws -> ServedFile {
    let served = try ServedFile()
    try served.file.write("test", author: .tester) { writer in
      for (number, subject, isFullTime) in [
        ("T1", "音乐", true), ("T2", "语文", true), ("T3", "体育", true), ("T4", "音乐", false),
      ] {
        try writer.add(
          .teacher,
          [
            "teacher_no": number, "name": "教师\(number)", "stage": "小学", "subject": subject,
            "full_time": isFullTime,
            "education": "本科",
          ])
      }
      try writer.add(
        .classRoll, ["stage": "小学", "entry_year": 2022, "class_no": 1, "grade": 1, "head_count": 40])
    }
    return served
  }

  @Test("the number of rows under a figure opens those rows, and no others")
  func opened() throws {
    let served = try served()
    let report = try served.get("/report").body
    let link = try #require(
      report.matches(of: /href="(\/table\/teacher\?[^"]*counted=体育教师数[^"]*)">1 行</).first.map {
        String($0.output.1)
      })
    let address = link.replacing("&amp;", with: "&").replacing("体育教师数", with: FormFields.encoded("体育教师数"))
      .replacing("小学", with: FormFields.encoded("小学"))
    let page = try served.get(address).body
    #expect(page.contains("教师T3") && !page.contains("教师T1") && page.contains("只列计入小学“体育教师数”的行"))
    let rows = try served.get(address.replacing("/table/teacher?", with: "/table/teacher/rows?")).body
    #expect(rows.contains("\"total\":1") && rows.contains("教师T3"))
    // The grid's own windows and the JSON beside it keep to those rows.
    #expect(page.contains("counted=\(FormFields.encoded("体育教师数"))"))
  }

  @Test("what names no amount, or one of another register, narrows nothing")
  func unknown() throws {
    let served = try served()
    for word in ["无此项", "教学及辅助用房面积", "' OR 1 --"] {
      let page = try served.get("/table/teacher?counted=\(FormFields.encoded(word))").body
      #expect(page.contains("教师T1") && page.contains("教师T4") && !page.contains("只列计入"))
    }
  }

  @Test("the report in a file has no links into the page")
  func alone() throws {
    let served = try served()
    let html = try served.file.readWithTemporaryTables {
      try ReportBuilder.html($0, Question($0, served.file.info, year: 2022))
    }
    #expect(!html.contains("/table/"))
  }
}
