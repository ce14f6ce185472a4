import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite(.disabled(if: Openpyxl.isMissing, "没有 openpyxl，跳过（apt-get install python3-openpyxl）"))
struct ErrorSheetTests {
  private let folder = Workdir()

  @Test func `The clerk's sheet comes back with bad cells coloured and told why`() throws {
    let file = try SampleFile.school(folder)
    try folder.write(
      "t.csv", "教师编号,姓 名,任教学段,五年培训学时,不认识\n011,=赵强,小学,360,x\n012,钱多,大学,很多,y\n\n013,,初中,1,z\n014,孙红,初中\n")
    let path = folder.file("t.csv")
    let outcome = try Importer(.teacher).run(try CSVReader(path: path), into: file, author: SampleFile.author)
    #expect(outcome.errors == 4)
    try ErrorSheet.write(
      [ErrorSheet.Page(try CSVReader(path: path), findings: outcome.findings)], findings: outcome.findings,
      notShown: 0, to: folder.file("e.xlsx"))

    let sheet = try Openpyxl.read(folder.file("e.xlsx")).sheets[0]
    #expect(sheet.cells[0] == ["教师编号", "姓 名", "任教学段", "五年培训学时", "不认识"])
    #expect(sheet.cells[1] == ["011", "=赵强", "小学", "360", "x"])
    #expect(sheet.cells[4][0] == "013", "rows keep their numbers")
    let red = "FFFFC7CE"
    #expect(Set(sheet.fills.filter { $0.value == red }.keys) == ["C3", "D3", "B5", "A6", "B6", "C6"])
    #expect(sheet.fills["E1"] == "FFFFEB9C")
    #expect(sheet.comments["C3"]?.contains("幼儿、小学、初中、高中") == true)
    #expect(sheet.comments["D3"]?.hasPrefix("错误：") == true)
    #expect(sheet.comments["A6"]?.contains("3 格") == true)
  }

  @Test func `A second sheet lists every finding`() throws {
    let file = try SampleFile.school(folder)
    try folder.write("t.csv", "教师编号,姓名\n011,\n")
    let path = folder.file("t.csv")
    let outcome = try Importer(.teacher).run(try CSVReader(path: path), into: file, author: SampleFile.author)
    try ErrorSheet.write(
      [ErrorSheet.Page(try CSVReader(path: path), findings: outcome.findings)], findings: outcome.findings,
      notShown: 3, to: folder.file("e.xlsx"))
    let list = try #require(try Openpyxl.read(folder.file("e.xlsx")).sheet("问题清单"))
    #expect(list.cells[1].prefix(2) == ["2", "姓名"])
    #expect(list.cells.last?.first == "…… 还有 3 条没有列出")
  }
}
