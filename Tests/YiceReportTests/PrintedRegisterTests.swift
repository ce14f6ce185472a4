import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// Registers and figures on paper, and as text.
struct PrintedRegisterTests: FormSuite {
  let folder = Workdir()
  let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `A register is printed with title, heading on each page, borders and signatures`() throws {
    let sheet = try write(try pages("教师")).sheets[0]
    #expect(sheet.name == "示例小学")
    #expect(sheet.cells[0][0] == "教师登记册" && sheet.cells[1][0] == "填报单位：示例小学")
    #expect(sheet.cells[2].prefix(3) == ["序号", "教师编号", "姓名"])
    #expect(sheet.cells[5][2] == "=1+1")
    #expect(sheet.titleRows == "$3:$3" && sheet.paper == "9" && sheet.freeze == "A4")
    let signatures = sheet.cells.last?.joined().filter { $0 != "　" }
    #expect(signatures == "填报人：审核人：负责人：单位（盖章）：")
    #expect(!sheet.cells[2].contains("校区"), "columns that nobody fills in are left out")
  }

  @Test(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
  func `Form III draws the coefficients and keeps figures as numbers`() throws {
    let book = try write(try pages("Ⅲ"))
    #expect(book.charts == 1)
    let sheet = book.sheets[0]
    #expect(sheet.merged.contains("A4:A5"))
    #expect(sheet.cells[3][1] == "全县平均值" && Double(sheet.cells[3][2]) == 3.3)
  }

  @Test func `A form of several schools as CSV tells whose each table is`() throws {
    var pages = try pages("教师")
    pages.append(pages[0])
    pages[1].left = "填报单位：第二小学"
    pages[1].name = "第二小学"
    try FormFile.write(pages, to: folder.file("f.csv"), as: .csv, encoding: .utf8)
    let text = String(decoding: try folder.bytes("f.csv"), as: UTF8.self)
    #expect(text.contains("填报单位：示例小学\r\n") && text.contains("填报单位：第二小学\r\n"))
    let joined = FormFile.joined(pages)
    #expect(joined.rows.count == 6 && joined.rows[3][0].shown == "第二小学")
  }
}
